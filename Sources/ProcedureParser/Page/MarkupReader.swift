import MarkdownTree

/// Goes through the runs of a paragraph and takes the markup out that CommonMark does not know.
struct MarkupReader {
  private typealias Marks = MarkedText.Marks

  private enum Bracket {
    case plain, control, product, badge
  }

  private let inlines: Inlines
  /// The brackets that are open, with where they were opened and whether in bold.
  private var open: [(bracket: Bracket, text: Int, offset: Int, isBold: Bool)] = []
  private var controlDepth = 0
  private var badgeDepth = 0
  private var looseBold: (text: Int, offset: Int)?
  private let pairsLooseBold: Bool
  private var followsLink = false
  /// Inside `<kbd>`.
  private var isKeyboard = false
  /// Where the last bold run ended, and whether the present one stands inside another.
  private var boldEnd: Int?
  private var isInsideBold = false

  init(_ inlines: Inlines) {
    self.inlines = inlines
    pairsLooseBold = Self.looseMarkers(inlines).isMultiple(of: 2)
  }

  mutating func read(_ run: Inlines.Run, into text: inout MarkedText) {
    var marks: MarkedText.Marks = []
    if run.style.contains(.strong) { marks.insert(.label) }
    if run.style.contains(.emphasis) { marks.insert(.emphasis) }
    if run.style.contains(.code) { marks.insert(.code) }
    if leavesBold(run, into: &text) { marks.remove(.label) }
    // A key is one word; a text to type may be several.
    if isKeyboard, case .text(let range) = run.content,
      inlines.bytes[range].contains(UInt8(ascii: " "))
    {
      marks.insert(.code)
    }
    switch run.content {
    case .text(let range):
      // What was written as an entity, as an escape or as code is text and no markup.
      if run.range.count == range.count, !run.style.contains(.code) {
        markup(range, marks: marks, run: run, into: &text)
      } else {
        append(range, marks: labelled(marks), run: run, of: range, to: &text)
      }
      followsLink = run.link != nil
    case .image(let image):
      text.append(image: image, run)
      followsLink = true
    case .softBreak, .hardBreak:
      if badgeDepth == 0 {
        text.append(
          [UInt8(ascii: " ")], marks: controlDepth > 0 ? [.label, .control] : [], link: run.link,
          source: run.range)
      }
      followsLink = false
    case .html(let range):
      if inlines.bytes[range].starts(with: "<kbd".utf8) { isKeyboard = true }
      if inlines.bytes[range].starts(with: "</kbd".utf8) { isKeyboard = false }
      if badgeDepth == 0, inlines.bytes[range].starts(with: "<br".utf8) {
        text.append([UInt8(ascii: " ")], marks: [], link: run.link, source: run.range)
      }
      followsLink = false
    }
  }

  /// Whether a run is bold only because the space is on the wrong side of a mark:
  /// `**A **then** B**` is one bold text inside another, where two were meant.
  private mutating func leavesBold(_ run: Inlines.Run, into text: inout MarkedText) -> Bool {
    guard run.style.contains(.strong) else {
      boldEnd = nil
      isInsideBold = false
      return false
    }
    defer { boldEnd = run.range.upperBound }
    guard let boldEnd, run.range.lowerBound - boldEnd == 2 else { return isInsideBold }
    isInsideBold.toggle()
    if isInsideBold {
      let start = text.bytes.count
      text.append(
        MarkedText.Damage(
          kind: .nestedBold, range: start..<start, offsets: boldEnd..<run.range.lowerBound))
    }
    return isInsideBold
  }

  mutating func finish(_ text: inout MarkedText) {
    if !pairsLooseBold, let looseBold {
      text.append(
        MarkedText.Damage(
          kind: .looseBold, range: looseBold.text..<looseBold.text,
          offsets: looseBold.offset..<looseBold.offset + 2))
    }
  }

  private func labelled(_ marks: MarkedText.Marks) -> MarkedText.Marks {
    if controlDepth > 0 { return marks.union([.label, .control]) }
    return looseBold != nil && pairsLooseBold ? marks.union(.label) : marks
  }

  private mutating func markup(
    _ range: Range<Int>, marks: MarkedText.Marks, run: Inlines.Run, into text: inout MarkedText
  ) {
    var index = range.lowerBound
    if followsLink, inlines.bytes[index] == UInt8(ascii: "{"),
      let end = inlines.bytes[range].firstIndex(of: UInt8(ascii: "}"))
    {
      index = end + 1
    }
    var start = index
    func offset(_ index: Int) -> Int { run.range.lowerBound + index - range.lowerBound }
    /// Ends the stretch of plain text; the next one begins at a place.
    func flush(_ reader: inout MarkupReader, next: Int) {
      reader.append(start..<index, marks: reader.labelled(marks), run: run, of: range, to: &text)
      index = next
      start = next
    }
    while index < range.upperBound {
      switch inlines.bytes[index] {
      case UInt8(ascii: "["):
        guard let (end, bracket) = opening(at: index, in: range) else {
          open.append((.plain, 0, 0, false))
          index += 1
          continue
        }
        let place = offset(index)
        flush(&self, next: end)
        open.append((bracket, text.bytes.count, place, marks.contains(.label)))
        if bracket == .control { controlDepth += 1 }
        if bracket == .badge { badgeDepth += 1 }
      case UInt8(ascii: "]"):
        guard let closed = open.popLast(), closed.bracket != .plain else {
          index += 1
          continue
        }
        let place = offset(index)
        flush(&self, next: index + 1)
        close(closed, at: place, isBold: marks.contains(.label), &text)
        if closed.bracket == .badge, start < range.upperBound,
          inlines.bytes[start] == UInt8(ascii: "{"),
          let end = inlines.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "}"))
        {
          index = end + 1
          start = index
        }
      case UInt8(ascii: "{"):
        guard let tag = InlineTag(inlines.bytes[index..<range.upperBound]) else {
          index += 1
          continue
        }
        let isLabel = labelled(marks).contains(.label)
        // An icon is a label where nothing else is in its mark; the tokenizer knows the others.
        if tag.isIcon, !isLabel {
          index = tag.end
          continue
        }
        let place = offset(index)..<offset(tag.end)
        let isAlone = index == range.lowerBound && tag.end == range.upperBound
        flush(&self, next: tag.end)
        if !tag.text.isEmpty, !tag.isIcon || isAlone {
          text.append(
            Array(tag.text.utf8)[...], marks: labelled(marks), link: run.link, source: place)
        }
      case UInt8(ascii: "*")
      where index + 1 < range.upperBound && inlines.bytes[index + 1] == inlines.bytes[index]:
        let place = offset(index)
        guard pairsLooseBold else {
          looseBold = looseBold ?? (text.bytes.count, place)
          index += 2
          continue
        }
        flush(&self, next: index + 2)
        if let opened = looseBold {
          text.append(
            MarkedText.Damage(
              kind: .looseBold, range: opened.text..<text.bytes.count,
              offsets: opened.offset..<place + 2))
          looseBold = nil
        } else {
          looseBold = (text.bytes.count, place)
        }
      default:
        index += 1
      }
    }
    flush(&self, next: index)
  }

  private mutating func close(
    _ closed: (bracket: Bracket, text: Int, offset: Int, isBold: Bool), at place: Int,
    isBold: Bool, _ text: inout MarkedText
  ) {
    if closed.bracket == .control { controlDepth -= 1 }
    if closed.bracket == .badge { badgeDepth -= 1 }
    guard closed.bracket == .control else { return }
    let range = closed.text..<text.bytes.count
    if range.isEmpty {
      text.append(
        MarkedText.Damage(kind: .emptyMark, range: range, offsets: closed.offset..<place + 1))
    } else if closed.isBold != isBold {
      text.append(
        MarkedText.Damage(kind: .crossedMarks, range: range, offsets: closed.offset..<place + 1))
    }
  }

  private func append(
    _ stretch: Range<Int>, marks: MarkedText.Marks, run: Inlines.Run, of range: Range<Int>,
    to text: inout MarkedText
  ) {
    guard badgeDepth == 0, !stretch.isEmpty else { return }
    let isVerbatim = run.range.count == range.count
    let start = run.range.lowerBound + stretch.lowerBound - range.lowerBound
    text.append(
      inlines.bytes[stretch], marks: marks, link: run.link,
      source: isVerbatim ? start..<start + stretch.count : run.range)
  }

  /// `[!NAME ` at an index: where its content begins, and what it marks.
  private func opening(at index: Int, in range: Range<Int>) -> (Int, Bracket)? {
    guard index + 2 < range.upperBound, inlines.bytes[index + 1] == UInt8(ascii: "!") else {
      return nil
    }
    var end = index + 2
    while end < range.upperBound, (0x41...0x5A).contains(inlines.bytes[end]) { end += 1 }
    guard end > index + 2 else { return nil }
    let name = inlines.bytes[index + 2..<end]
    if end < range.upperBound {
      guard inlines.bytes[end] == UInt8(ascii: " ") || inlines.bytes[end] == UInt8(ascii: "]")
      else { return nil }
      if inlines.bytes[end] == UInt8(ascii: " ") { end += 1 }
    }
    if name.elementsEqual("UICONTROL".utf8) { return (end, .control) }
    return (end, name.elementsEqual("BADGE".utf8) ? .badge : .product)
  }

  private static func looseMarkers(_ inlines: Inlines) -> Int {
    var count = 0
    for run in inlines.runs where !run.style.contains(.code) {
      guard case .text(let range) = run.content, run.range.count == range.count else { continue }
      var previous = false
      for byte in inlines.bytes[range] {
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
}
