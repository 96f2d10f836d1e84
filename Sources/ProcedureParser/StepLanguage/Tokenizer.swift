import MarkdownTree
import ProcedureModel

/// Cuts a paragraph into tokens.
struct Tokenizer {
  private let text: MarkedText
  let bytes: [UInt8]
  let marks: [MarkedText.Marks]
  private(set) var index = 0
  private var nextImage = 0
  private(set) var isSpaced = true
  private var tokens: [Token] = []
  /// Whether a quotation mark may still be closed in the rest.
  private var canClose = true

  /// - Parameters:
  ///   - text: The paragraph.
  ///   - ignoringLabels: Whether what is marked as a label is cut into words too.
  /// - Returns: The tokens, in order.
  static func tokens(of text: MarkedText, ignoringLabels: Bool = false) -> [Token] {
    var tokenizer = Tokenizer(text, ignoringLabels: ignoringLabels)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(_ text: MarkedText, ignoringLabels: Bool) {
    self.text = text
    bytes = text.bytes
    marks = ignoringLabels ? text.marks.map { $0.subtracting(.label) } : text.marks
  }

  private mutating func run() {
    while index < bytes.count {
      if nextImage < text.imagePlaces.count, text.imagePlaces[nextImage].index == index {
        image()
      } else if let width = blankWidth(at: index) {
        index += width
        isSpaced = true
      } else if marks[index].contains(.label) {
        label()
      } else if marks[index].contains(.code) {
        literal(while: .code)
      } else {
        plain()
      }
    }
  }

  // MARK: Kinds

  private mutating func image() {
    let image = text.images[text.imagePlaces[nextImage].image]
    add(.image, index..<index + 1, text: image.alt.collapsingSpace)
    nextImage += 1
    index += 1
    isSpaced = true
  }

  /// A run of marked bytes; a menu path in it is cut at its signs.
  private mutating func label() {
    var end = index
    while end < bytes.count, marks[end].contains(.label), !isImage(at: end) { end += 1 }
    if let name = nameOfControl(index..<end) {
      labelPart(index..<name)
      index = name
      while index < end { word(limit: end) }
      return
    }
    var start = index
    var cut = index
    while cut < end {
      let isSign = bytes[cut] == UInt8(ascii: ">") || Self.isArrow(bytes, at: cut)
      guard isSign, blankWidth(at: cut - 1) != nil || cut == start else {
        cut += 1
        continue
      }
      labelPart(start..<cut)
      let width = Self.isArrow(bytes, at: cut) ? 3 : 1
      add(.separator, cut..<cut + width, text: ">")
      cut += width
      start = cut
    }
    labelPart(start..<end)
    index = end
  }

  /// "**[!UICONTROL Replace] icon**": where the name ends that is marked as a control's, and the
  /// noun begins that the bold takes in.
  private func nameOfControl(_ range: Range<Int>) -> Int? {
    guard let first = range.first, marks[first].contains(.control),
      let end = range.first(where: { !marks[$0].contains(.control) }),
      !marks[end..<range.upperBound].contains(where: { $0.contains(.control) }),
      ControlNoun(spelled: bytes[end..<range.upperBound].collapsed.lowercased()) != nil
    else { return nil }
    return end
  }

  private mutating func labelPart(_ range: Range<Int>) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let width = blankWidth(at: start) {
      start += width
      isSpaced = true
    }
    while end > start, let width = blankWidth(endingAt: end) { end -= width }
    let hadSpaceAfter = end < range.upperBound
    // Punctuation of the sentence that got into the mark: "**Create.**"
    var signs: [Range<Int>] = []
    while end - start > 1, Self.signs[Int(bytes[end - 1])].contains(.endsLabel) {
      if bytes[end - 1] == UInt8(ascii: "."), end - start > 2, bytes[end - 2] == UInt8(ascii: ".") {
        break  // an ellipsis belongs to the label
      }
      signs.append(end - 1..<end)
      end -= 1
    }
    guard start < end else { return }
    let content = bytes[start..<end].collapsed
    let words = content.split(separator: " ").map(String.init)
    if words.allSatisfy({ !Lexicon.classes(of: $0).isDisjoint(with: .function) }) {
      // Bold that stresses: "**not**", "**and**"; a control's name has a capital.
      let saved = index
      index = start
      while index < end { word(limit: end) }
      index = saved
    } else {
      add(.label, start..<end, text: content)
    }
    for sign in signs.reversed() { add(.punctuation, sign) }
    isSpaced = isSpaced || hadSpaceAfter
  }

  private mutating func literal(while mark: MarkedText.Marks) {
    var end = index
    while end < bytes.count, marks[end].contains(mark) { end += 1 }
    add(.literal, index..<end, text: bytes[index..<end].collapsed)
    index = end
  }

  private mutating func plain() {
    if let quotation = quotation() {
      add(.literal, quotation.inside, text: quotation.text, isQuoted: true)
      index = quotation.end
      return
    }
    let byte = bytes[index]
    if let width = iconWidth() {
      add(.image, index..<index + width, text: "")
      index += width
    } else if let width = pathSignWidth() {
      add(.separator, index..<index + width, text: ">")
      index += width
    } else if isQuoteAtLabel() {
      // Quotation marks round a label are the writer's.
      index += 1
    } else if Self.isArrow(bytes, at: index) {
      add(.separator, index..<index + 3, text: ">")
      index += 3
    } else if byte == UInt8(ascii: ">") {
      add(.separator, index..<index + 1, text: ">")
      index += 1
    } else if byte == UInt8(ascii: "/"), isSpaced {
      add(.separator, index..<index + 1, text: ">")
      index += 1
    } else if Self.isSign(byte) {
      add(.punctuation, index..<index + 1)
      index += 1
    } else {
      word(limit: bytes.count)
    }
  }

  private mutating func word(limit: Int) {
    if let width = blankWidth(at: index) {
      index += width
      isSpaced = true
      return
    }
    var end = index
    let first = marks[index]
    let isLabel = first.contains(.label)
    // Letters and digits first: nearly all bytes are.
    while end < limit, Self.isPlain(bytes[end]), marks[end] == first { end += 1 }
    while end < limit, blankWidth(at: end) == nil, !isImage(at: end),
      marks[end].contains(.label) == isLabel, !marks[end].contains(.code),
      end == index || (!Self.isSign(bytes[end]) && quotationMark(at: end, opening: true) == nil)
        || isInsideWord(end, limit)
    {
      end += 1
    }
    end = max(end, index + 1)
    // A full stop ends a sentence unless it is an abbreviation's.
    var stops: [Range<Int>] = []
    while end - index > 1, Self.signs[Int(bytes[end - 1])].contains(.endsWord),
      !Lexicon.abbreviations.contains(text.text(index..<end).lowercased())
    {
      stops.append(end - 1..<end)
      end -= 1
    }
    add(.word, index..<end)
    for stop in stops.reversed() { add(.punctuation, stop) }
    index = stops.first?.upperBound ?? end
  }

  // MARK: Signs

  /// A sign between two letters or digits belongs to the word: "3.5", "and/or", "example.com".
  private func isInsideWord(_ index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit, Self.signs[Int(bytes[index])].contains(.joins) else { return false }
    return Self.isWordByte(bytes[index + 1])
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte < 0x80 && isWordByte(byte) }

  private static func isSign(_ byte: UInt8) -> Bool { signs[Int(byte)].contains(.separates) }

  /// What a sign can do, by byte.
  private struct SignUse: OptionSet {
    let rawValue: UInt8
    /// It is a token of its own.
    static let separates = SignUse(rawValue: 1)
    static let endsWord = SignUse(rawValue: 2)
    static let endsLabel = SignUse(rawValue: 4)
    /// Between two letters it belongs to the word.
    static let joins = SignUse(rawValue: 8)
  }

  private static let signs: [SignUse] = {
    var table = Array(repeating: SignUse(), count: 256)
    for (text, use) in [
      (".,:;!?()[]{}\"", SignUse.separates), (".,:;!?", .endsWord), (".,:;", .endsLabel),
      (".,:;/'", .joins),
    ] {
      for byte in text.utf8 { table[Int(byte)].insert(use) }
    }
    return table
  }()

  private static func isArrow(_ bytes: [UInt8], at index: Int) -> Bool {
    index >= 0 && index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x86
      && bytes[index + 2] == 0x92
  }

  /// The width of a quotation mark; straight ones open and close.
  private func quotationMark(at index: Int, opening: Bool) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "\"") { return 1 }
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else {
      return nil
    }
    return bytes[index + 2] == (opening ? 0x9C : 0x9D) ? 3 : nil
  }

  /// A text in double quotation marks from here on; its last comma or full stop is the sentence's.
  private mutating func quotation() -> (inside: Range<Int>, text: String, end: Int)? {
    guard canClose, let width = quotationMark(at: index, opening: true) else { return nil }
    let start = index + width
    var close = start
    while close < bytes.count {
      if let closeWidth = quotationMark(at: close, opening: false) {
        var end = close
        while end > start, blankWidth(at: end - 1) != nil { end -= 1 }
        if end - start > 1, ".,".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard end > start else { return nil }
        return (start..<end, bytes[start..<end].collapsed, close + closeWidth)
      }
      close += 1
    }
    // Nor is there one for any mark behind this one.
    canClose = false
    return nil
  }

  private func isImage(at index: Int) -> Bool {
    nextImage < text.imagePlaces.count && text.imagePlaces[nextImage].index == index
  }

  func blankWidth(at index: Int) -> Int? {
    index >= 0 && index < bytes.count ? bytes[...].blankWidth(at: index) : nil
  }

  private func blankWidth(endingAt end: Int) -> Int? {
    [1, 2, 3].first { blankWidth(at: end - $0) == $0 }
  }

  private mutating func add(
    _ kind: Token.Kind, _ range: Range<Int>, text content: String? = nil, isQuoted: Bool = false
  ) {
    let content = content ?? text.text(range)
    let lower = content.lowercasedStraight
    tokens.append(
      Token(
        kind: kind, text: content, lower: lower,
        classes: kind == .word ? Lexicon.classes(of: lower) : [], range: range,
        link: text.link(at: range.lowerBound), isSpaced: isSpaced, isQuoted: isQuoted))
    isSpaced = false
  }
}
