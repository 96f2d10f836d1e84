import MarkdownTree

/// A paragraph as a reader sees it: its text without markup, with what is marked and the place in
/// the source of each byte.
struct MarkedText {
  struct Marks: OptionSet, Hashable {
    let rawValue: UInt8
    /// Bold, or marked as a control of the product.
    static let label = Marks(rawValue: 1)
    static let emphasis = Marks(rawValue: 2)
    static let code = Marks(rawValue: 4)
  }

  private(set) var bytes: [UInt8] = []
  private(set) var marks: [Marks] = []
  /// Indices of `Inlines.links`; -1 for none.
  private(set) var links: [Int] = []
  private var starts: [Int] = []
  private var ends: [Int] = []
  /// Where images stand, by index of `Inlines.images`.
  private(set) var images: [(index: Int, image: Int)] = []
  let inlines: Inlines

  /// The bytes' place in the source.
  func offsets(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let place = range.lowerBound < starts.count ? starts[range.lowerBound] : ends.last ?? 0
      return place..<place
    }
    return starts[range.lowerBound]..<max(ends[range.upperBound - 1], starts[range.lowerBound])
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The words of each link, white space collapsed.
  var linkTexts: [String] {
    var ranges: [Range<Int>?] = Array(repeating: nil, count: inlines.links.count)
    for (index, link) in links.enumerated() where link >= 0 {
      ranges[link] = (ranges[link]?.lowerBound ?? index)..<index + 1
    }
    return ranges.map { $0.map { text($0).collapsingSpace } ?? "" }
  }

  /// The whole text, white space collapsed.
  var text: String {
    text(0..<bytes.count).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Takes product markup out of a paragraph.
  ///
  /// Reads `[!UICONTROL X]` and its kin in every nesting, attributes such as `{target="_blank"}`
  /// after links and images, and bold that CommonMark leaves as `**` because a space stands on its
  /// wrong side (`**Roles **tab`).
  init(_ inlines: Inlines) {
    self.inlines = inlines
    var open: [Bracket] = []
    var controlDepth = 0
    var looseBold = false
    let pairsLooseBold = Self.looseMarkers(inlines).isMultiple(of: 2)
    var followsLink = false
    for run in inlines.runs {
      var marks: Marks = []
      if run.style.contains(.strong) { marks.insert(.label) }
      if run.style.contains(.emphasis) { marks.insert(.emphasis) }
      if run.style.contains(.code) { marks.insert(.code) }
      switch run.content {
      case .text(let text) where run.style.contains(.code):
        append(Array(text.utf8), marks: marks, run: run)
        followsLink = false
      case .text(let text):
        let bytes = Array(text.utf8)
        var index = 0
        if followsLink || run.link == nil, let end = Self.attributes(bytes, afterLink: followsLink)
        {
          index = end
        }
        while index < bytes.count {
          let now = controlDepth > 0 || looseBold ? marks.union(.label) : marks
          switch bytes[index] {
          case UInt8(ascii: "["):
            if let (end, kind) = Self.markupOpening(bytes, at: index) {
              open.append(kind)
              if kind == .control { controlDepth += 1 }
              index = end
              continue
            }
            open.append(.plain)
          case UInt8(ascii: "]"):
            if let bracket = open.popLast(), bracket != .plain {
              if bracket == .control { controlDepth -= 1 }
              index += 1
              continue
            }
          case UInt8(ascii: "*")
          where pairsLooseBold && index + 1 < bytes.count && bytes[index + 1] == bytes[index]:
            looseBold.toggle()
            index += 2
            continue
          default: break
          }
          append(bytes[index], marks: now, run: run, at: index, of: bytes.count)
          index += 1
        }
        followsLink = run.link != nil
      case .image(let image):
        images.append((self.bytes.count, image))
        append([UInt8(ascii: " ")], marks: [], run: run)
        followsLink = true
      case .softBreak, .hardBreak:
        append([UInt8(ascii: " ")], marks: controlDepth > 0 ? .label : [], run: run)
        followsLink = false
      case .html:
        followsLink = false
      }
    }
  }

  private enum Bracket {
    case plain, control, product
  }

  /// `[!NAME ` at an index: where its content begins, and what it marks.
  private static func markupOpening(_ bytes: [UInt8], at index: Int) -> (Int, Bracket)? {
    guard index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "!") else { return nil }
    var end = index + 2
    while end < bytes.count, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[end]) {
      end += 1
    }
    guard end > index + 2 else { return nil }
    let isControl = bytes[index + 2..<end].elementsEqual("UICONTROL".utf8)
    if end < bytes.count {
      guard bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "]") else { return nil }
      if bytes[end] == UInt8(ascii: " ") { end += 1 }
    }
    return (end, isControl ? .control : .product)
  }

  /// Where attributes in braces right after a link or image end.
  private static func attributes(_ bytes: [UInt8], afterLink: Bool) -> Int? {
    guard afterLink, bytes.first == UInt8(ascii: "{") else { return nil }
    return bytes.firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 }
  }

  private static func looseMarkers(_ inlines: Inlines) -> Int {
    var count = 0
    for run in inlines.runs where !run.style.contains(.code) {
      guard case .text(let text) = run.content, text.utf8.contains(UInt8(ascii: "*")) else {
        continue
      }
      var previous = false
      for byte in text.utf8 {
        let isStar = byte == UInt8(ascii: "*")
        if isStar, previous {
          count += 1
          previous = false
        } else {
          previous = isStar
        }
      }
    }
    return count
  }

  private mutating func append(_ literal: [UInt8], marks: Marks, run: Inlines.Run) {
    for index in literal.indices {
      append(literal[index], marks: marks, run: run, at: index, of: literal.count)
    }
  }

  private mutating func append(
    _ byte: UInt8, marks: Marks, run: Inlines.Run, at index: Int, of count: Int
  ) {
    let isVerbatim = run.range.count == count
    bytes.append(byte)
    self.marks.append(marks)
    links.append(run.link ?? -1)
    starts.append(isVerbatim ? run.range.lowerBound + index : run.range.lowerBound)
    ends.append(isVerbatim ? run.range.lowerBound + index + 1 : run.range.upperBound)
  }
}
