import Diagnostics

/// Finds numbered lines that CommonMark takes for text: a list can't begin right under a line of
/// text, save one that begins with 1.
///
///     Then make the role:
///     3. Click **New Role**.
///     4. Click **Create**.
enum NumberedLines {
  /// The parts, with such lines as lists of their own.
  static func asLists(_ parts: [PagePart]) -> [PagePart] {
    guard parts.contains(where: isCandidate) else { return parts }
    return parts.flatMap { isCandidate($0) ? split($0) : [$0] }
  }

  private static func isCandidate(_ part: PagePart) -> Bool {
    guard case .paragraph(let text) = part.kind else { return false }
    return !starts(of: text.marked, in: part).isEmpty
  }

  private struct Start {
    /// Where the line begins, and where its text does.
    let line: Int
    let text: Int
    let number: Int
  }

  /// Where numbered lines begin, if their numbers go on.
  private static func starts(of text: MarkedText, in part: PagePart) -> [Start] {
    let bytes = text.bytes
    var found: [Start] = []
    var index = 0
    while let blank = bytes[index...].firstIndex(of: UInt8(ascii: " ")) {
      index = blank + 1
      let digits = bytes[index...].prefix(3).prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard !digits.isEmpty, index + digits.count + 1 < bytes.count,
        ".)".utf8.contains(bytes[index + digits.count]),
        bytes[index + digits.count + 1] == UInt8(ascii: " "),
        let number = Int(String(decoding: digits, as: UTF8.self)),
        endsLine(at: blank, of: text, in: part)
      else { continue }
      let follows = found.last.map { number == $0.number + 1 } ?? (number != 1)
      guard follows else { return [] }
      found.append(Start(line: blank, text: index + digits.count + 2, number: number))
    }
    // A number that a line happens to begin with is alone, and nothing leads to it.
    let isLed = found.first.map { text.text($0.line - 1..<$0.line) == ":" && $0.line > 0 } ?? false
    return found.count > 1 || isLed ? found : []
  }

  /// Whether a blank of the text is the end of a line in the source.
  private static func endsLine(at blank: Int, of text: MarkedText, in part: PagePart) -> Bool {
    guard blank > 0, blank + 1 < text.bytes.count else { return false }
    let start = text.offsets(blank - 1..<blank).upperBound
    let end = text.offsets(blank + 1..<blank + 2).lowerBound
    guard start <= end, end <= part.source.bytes.count else { return false }
    return part.source.bytes[start..<end].contains {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
  }

  private static func split(_ part: PagePart) -> [PagePart] {
    guard case .paragraph(let text) = part.kind else { return [part] }
    let starts = starts(of: text.marked, in: part)
    guard let first = starts.first else { return [part] }
    func paragraph(_ range: Range<Int>) -> PagePart {
      let marked = text.marked.prefix(range.upperBound).dropping(range.lowerBound)
      var piece = part
      piece.kind = .paragraph(PageText(marked: marked, links: text.links, images: []))
      piece.offsets = text.marked.offsets(range)
      return piece
    }
    let items = starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1].line : text.marked.bytes.count
      let item = paragraph(starts[index].text..<end)
      return PageItem(
        parts: [item], source: part.source, offsets: item.offsets, includedAt: part.includedAt)
    }
    let before = paragraph(0..<first.line)
    var list = part
    list.offsets = text.marked.offsets(first.line..<text.marked.bytes.count)
    list.kind = .list(
      PageList(
        firstNumber: first.number, items: items,
        repairs: [
          Finding(
            .stepNotInList, at: part.source.range(items[0].offsets),
            "step \(first.number) stands right under a line of text, so it is shown as text",
            because: ["a list can begin there only with 1"],
            perhaps: ["put a blank line before it"])
        ], original: [part]))
    return [before, list]
  }
}
