import Diagnostics

/// Finds the exact place of each piece of a paragraph's text.
///
/// libcmark's inline columns are wrong behind lazy continuations and odd indents, so they are not
/// used: the events of its inline tree are replayed over the source, each consuming the bytes that
/// it came from. A text that does not stand where it should is looked for further on; one that is
/// not found at all gets the rest of its block as its place, and is counted.
struct InlineAligner {
  private let bytes: [UInt8]
  private let source: SourceText
  private let quoteDepth: Int
  private let end: Int
  private var offset: Int
  private var style: Inlines.Style = []
  private var openLinks: [Int] = []
  /// Destination, start offset and alt text of the images that are open.
  private var openImages: [(destination: String, start: Int, alt: String)] = []
  private(set) var inlines = Inlines()
  private(set) var misaligned = 0

  init(
    bytes: [UInt8], source: SourceText, start: Int, lines: ClosedRange<Int>, quoteDepth: Int,
    isHeading: Bool
  ) {
    self.bytes = bytes
    self.source = source
    self.quoteDepth = quoteDepth
    end = max(start, source.lineOffsets(lines.upperBound).upperBound)
    offset = start
    if isHeading {
      while offset < end, bytes[offset] == Byte.hash { offset += 1 }
      // In an underlined heading they are text.
      if offset < end, !Byte.isBlank(bytes[offset]), !Byte.isLineEnd(bytes[offset]) {
        offset = start
      }
    }
    skipBlanks()
  }

  // MARK: Events

  mutating func enter(_ added: Inlines.Style) {
    offset = min(offset + (added == .strong ? 2 : 1), end)
    style.insert(added)
  }

  mutating func leave(_ removed: Inlines.Style) {
    offset = min(offset + (removed == .strong ? 2 : 1), end)
    style.remove(removed)
  }

  mutating func enterLink(_ destination: String) {
    openLinks.append(inlines.links.count)
    inlines.links.append(Inlines.Link(destination: destination, range: offset..<offset))
    consume(oneOf: Byte.openBracket, Byte.lessThan)
  }

  mutating func leaveLink() {
    guard let index = openLinks.popLast() else { return }
    if !consume(oneOf: Byte.greaterThan) { consumeLinkTail() }
    inlines.links[index].range = inlines.links[index].range.lowerBound..<offset
  }

  mutating func enterImage(_ destination: String) {
    openImages.append((destination, offset, ""))
    consume(oneOf: UInt8(ascii: "!"))
    consume(oneOf: Byte.openBracket)
  }

  mutating func leaveImage() {
    guard let image = openImages.popLast() else { return }
    consumeLinkTail()
    guard openImages.isEmpty else {
      openImages[openImages.count - 1].alt += image.alt
      return
    }
    let range = image.start..<offset
    inlines.images.append(
      Inlines.Image(destination: image.destination, alt: image.alt, range: range))
    append(.image(inlines.images.count - 1), range)
  }

  mutating func text(_ event: CmarkEvent) {
    let literal = take(event)
    if consumeText(literal) { return }
    guard resynchronise(at: literal), consumeText(literal) else {
      misaligned += 1
      appendText(literal, offset..<end)
      return
    }
  }

  mutating func code(_ event: CmarkEvent) {
    let literal = take(event)
    let start = offset
    var fence = 0
    while offset < end, bytes[offset] == Byte.backtick {
      offset += 1
      fence += 1
    }
    let inside = offset
    var close = inside
    var run = 0
    while offset < end {
      if bytes[offset] == Byte.backtick {
        if run == 0 { close = offset }
        run += 1
        offset += 1
        continue
      }
      if run == fence { break }
      run = 0
      offset += 1
    }
    style.insert(.code)
    defer { style.remove(.code) }
    guard run == fence, fence > 0 else {
      misaligned += 1
      appendText(literal, start..<offset)
      return
    }
    // One space on both sides is not part of the literal.
    let padded = close - inside == literal.count + 2
    let content = padded ? inside + 1..<close - 1 : inside..<close
    appendText(literal, content)
  }

  mutating func html(_ event: CmarkEvent) {
    let literal = take(event)
    let start = offset
    for index in literal {
      if Byte.isLineEnd(inlines.bytes[index]) { nextLine() } else if offset < end { offset += 1 }
    }
    append(.html(literal), start..<offset)
  }

  /// A literal's bytes, at the end of those read so far.
  private mutating func take(_ event: CmarkEvent) -> Range<Int> {
    let start = inlines.bytes.count
    event.appendLiteral(to: &inlines.bytes)
    return start..<inlines.bytes.count
  }

  mutating func lineBreak(hard: Bool) {
    append(hard ? .hardBreak : .softBreak, offset..<offset)
    nextLine()
  }

  // MARK: Consuming

  /// Consumes a text as CommonMark writes it: verbatim, with entities and backslash escapes.
  private mutating func consumeText(_ literal: Range<Int>) -> Bool {
    let saved = (offset: offset, count: inlines.runs.count, last: inlines.runs.last)
    var index = literal.lowerBound
    var verbatim = offset
    var verbatimIndex = index
    while index < literal.upperBound {
      guard offset < end else { return restore(saved) }
      let byte = bytes[offset]
      if byte == inlines.bytes[index], byte != Byte.ampersand, byte >= Byte.space {
        if byte != Byte.backslash || offset + 1 == end || !Byte.isPunctuation(bytes[offset + 1]) {
          offset += 1
          index += 1
          continue
        }
      }
      if byte == Byte.backslash, offset + 1 < end, Byte.isPunctuation(bytes[offset + 1]) {
        guard bytes[offset + 1] == inlines.bytes[index] else { return restore(saved) }
        appendText(verbatimIndex..<index, verbatim..<offset)
        appendText(index..<index + 1, offset..<offset + 2)
        offset += 2
        index += 1
      } else if byte == Byte.ampersand, let entity = entityEnd(literal, index) {
        appendText(verbatimIndex..<index, verbatim..<offset)
        appendText(index..<entity.index, offset..<entity.offset)
        offset = entity.offset
        index = entity.index
      } else if let shown = Byte.unmasked(byte), inlines.bytes[index] == byte {
        appendText(verbatimIndex..<index, verbatim..<offset)
        let start = inlines.bytes.count
        inlines.bytes += shown
        appendText(start..<inlines.bytes.count, offset..<offset + 1)
        offset += 1
        index += 1
      } else {
        guard byte == inlines.bytes[index] else { return restore(saved) }
        offset += 1
        index += 1
        continue
      }
      verbatim = offset
      verbatimIndex = index
    }
    appendText(verbatimIndex..<index, verbatim..<offset)
    return true
  }

  private mutating func restore(
    _ saved: (offset: Int, count: Int, last: Inlines.Run?)
  ) -> Bool {
    offset = saved.offset
    inlines.runs.removeLast(inlines.runs.count - saved.count)
    if let last = saved.last { inlines.runs[saved.count - 1] = last }
    return false
  }

  /// Where an entity at `offset` ends, and which part of the literal it gave.
  ///
  /// There are 2,125 named entities; instead of knowing them, what follows decides how many bytes
  /// the entity became. Nil where the ampersand is one.
  private func entityEnd(_ literal: Range<Int>, _ index: Int) -> (offset: Int, index: Int)? {
    var after = offset + 1
    while after < end, after - offset < 34, bytes[after] != Byte.semicolon {
      let byte = bytes[after] | 0x20
      let isName = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      let isDigit = (Byte.zero...Byte.nine).contains(bytes[after])
      guard isName || isDigit || bytes[after] == Byte.hash else { return nil }
      after += 1
    }
    guard after < end, bytes[after] == Byte.semicolon, after > offset + 1 else { return nil }
    after += 1
    let name = bytes[offset..<after]
    let known: [(String, UInt8)] = [("&amp;", 38), ("&lt;", 60), ("&gt;", 62), ("&quot;", 34)]
    if let plain = known.first(where: { name.elementsEqual($0.0.utf8) }) {
      return inlines.bytes[index] == plain.1 ? (after, index + 1) : nil
    }
    if inlines.bytes[index..<literal.upperBound].starts(with: name) { return nil }
    // One or two characters; the second of two is rare.
    var length = 1
    while index + length < literal.upperBound, inlines.bytes[index + length] & 0xC0 == 0x80 {
      length += 1
    }
    return (after, index + length)
  }

  /// Moves to the next place from which the literal stands verbatim.
  private mutating func resynchronise(at literal: Range<Int>) -> Bool {
    guard let index = literal.first else { return true }
    let first = inlines.bytes[index]
    var candidate = offset
    while candidate + literal.count <= end {
      if bytes[candidate] == first,
        bytes[candidate..<candidate + literal.count].elementsEqual(inlines.bytes[literal])
      {
        offset = candidate
        return true
      }
      candidate += 1
    }
    return false
  }

  /// Consumes what follows a link's or image's text: `](destination "title")`, `][reference]`, `]`.
  private mutating func consumeLinkTail() {
    guard consume(oneOf: Byte.closeBracket), offset < end else { return }
    if bytes[offset] == Byte.openBracket {
      skip(past: Byte.closeBracket)
    } else if bytes[offset] == Byte.openParenthesis {
      offset += 1
      skipSpaceAndLines()
      if offset < end, bytes[offset] == Byte.lessThan {
        skip(past: Byte.greaterThan)
      } else {
        skipDestination()
      }
      skipSpaceAndLines()
      guard offset < end, bytes[offset] != Byte.closeParenthesis else {
        consume(oneOf: Byte.closeParenthesis)
        return
      }
      let quote = bytes[offset] == Byte.openParenthesis ? Byte.closeParenthesis : bytes[offset]
      offset += 1
      skip(past: quote)
      skipSpaceAndLines()
      consume(oneOf: Byte.closeParenthesis)
    }
  }

  private mutating func skipDestination() {
    var depth = 0
    while offset < end {
      let byte = bytes[offset]
      if Byte.isBlank(byte) || Byte.isLineEnd(byte) || byte == 0x0B || byte == 0x0C { return }
      if byte == Byte.backslash {
        offset += 1
      } else if byte == Byte.openParenthesis {
        depth += 1
      } else if byte == Byte.closeParenthesis {
        if depth == 0 { return }
        depth -= 1
      }
      offset = min(offset + 1, end)
    }
  }

  private mutating func skip(past close: UInt8) {
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      if byte == close { return }
      if byte == Byte.backslash { offset = min(offset + 1, end) }
    }
  }

  @discardableResult
  private mutating func consume(oneOf wanted: UInt8...) -> Bool {
    guard offset < end, wanted.contains(bytes[offset]) else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks() {
    while offset < end, Byte.isBlank(bytes[offset]) { offset += 1 }
  }

  /// White space inside a link's brackets: vertical tabs and form feeds are some, too.
  private mutating func skipSpaceAndLines() {
    while offset < end {
      if Byte.isLineEnd(bytes[offset]) {
        nextLine()
      } else if Byte.isBlank(bytes[offset]) || bytes[offset] == 0x0B || bytes[offset] == 0x0C {
        offset += 1
      } else {
        return
      }
    }
  }

  /// Moves to the content of the next line: behind indentation and the markers of block quotes.
  private mutating func nextLine() {
    while offset < end, !Byte.isLineEnd(bytes[offset]) { offset += 1 }
    if offset < end, bytes[offset] == Byte.carriageReturn {
      offset += 1
      if offset < end, bytes[offset] == Byte.lineFeed { offset += 1 }
    } else if offset < end {
      offset += 1
    }
    skipBlanks()
    var quotes = quoteDepth
    while quotes > 0, offset < end, bytes[offset] == Byte.greaterThan {
      offset += 1
      quotes -= 1
      skipBlanks()
    }
  }

  // MARK: Runs

  private mutating func appendText(_ literal: Range<Int>, _ range: Range<Int>) {
    guard !literal.isEmpty else { return }
    if openImages.isEmpty {
      append(.text(literal), range)
    } else {
      openImages[openImages.count - 1].alt += String(
        decoding: inlines.bytes[literal], as: UTF8.self)
    }
  }

  private mutating func append(_ content: Inlines.Content, _ range: Range<Int>) {
    guard openImages.isEmpty else { return }
    let link = openLinks.last
    // libcmark cuts a text at each sign that might mean something; what goes on is one run.
    if case .text(let literal) = content, let last = inlines.runs.last,
      case .text(let before) = last.content, before.upperBound == literal.lowerBound,
      last.range.upperBound == range.lowerBound, last.style == style, last.link == link,
      before.count == last.range.count, literal.count == range.count
    {
      inlines.runs[inlines.runs.count - 1] = Inlines.Run(
        content: .text(before.lowerBound..<literal.upperBound), style: style, link: link,
        range: last.range.lowerBound..<range.upperBound)
      return
    }
    inlines.runs.append(Inlines.Run(content: content, style: style, link: link, range: range))
  }
}
