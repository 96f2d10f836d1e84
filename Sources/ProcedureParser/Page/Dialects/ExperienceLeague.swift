import MarkdownTree

extension PageDialect {
  /// Experience League, GitHub and Microsoft Learn: a block quote that begins with `[!KIND]`.
  ///
  ///     >[!NOTE]
  ///     >
  ///     >Users can have more than one role.
  static let experienceLeague = PageDialect(quote: { inlines in
    guard let run = inlines.runs.first, run.link == nil, case .text(let range) = run.content,
      inlines.bytes[range].first == UInt8(ascii: "[")
    else { return nil }
    let text = inlines.text(range)
    guard text.hasPrefix("[!") else { return malformed(text, inlines, range) }
    let inside = text.dropFirst(2).prefix { $0 != "]" }
    let kind = inside.prefix { $0.isASCII && $0.isLetter }
    guard !kind.isEmpty, text.dropFirst(2).dropFirst(inside.count).first == "]",
      kind.count == inside.count || inside.dropFirst(kind.count).first == " ",
      !notAdmonitions.contains(kind.uppercased())
    else { return nil }
    let title = inside.dropFirst(kind.count).trimmingPrefix(" ")
      .trimming { $0 == "\"" || $0.isWhitespace }
    let after = range.lowerBound + 2 + inside.utf8.count + 1
    return QuoteHead(
      head: AdmonitionHead(kind: kind, title: title),
      rest: inlines.dropping(runs: 0, upTo: after, in: range))
  })

  /// `[TIP]`: the exclamation mark is missing.
  private static func malformed(
    _ text: String, _ inlines: Inlines, _ range: Range<Int>
  ) -> QuoteHead? {
    let kind = text.dropFirst().prefix { $0.isASCII && $0.isLetter }
    guard admonitionWords.contains(kind.lowercased()), text.dropFirst(kind.count + 1).first == "]"
    else { return nil }
    var head = QuoteHead(
      head: AdmonitionHead(kind: String(kind)),
      rest: inlines.dropping(
        runs: 0, upTo: range.lowerBound + kind.utf8.count + 2, in: range))
    head.isMalformed = true
    return head
  }

  /// Marks of words that may stand at the beginning of any paragraph.
  private static let notAdmonitions: Set<String> = ["UICONTROL", "DNL", "BADGE"]
}

extension Inlines {
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// What stands behind a place in a run, without white space at the beginning; nil for nothing.
  func dropping(runs count: Int, upTo place: Int, in range: Range<Int>) -> Inlines? {
    var rest = self
    rest.runs.removeFirst(count)
    if place < range.upperBound, let run = rest.runs.first, run.range.count == range.count {
      let blanks = bytes[place..<range.upperBound].prefix { $0 == UInt8(ascii: " ") }.count
      let start = place + blanks
      let offset = run.range.lowerBound + start - range.lowerBound
      rest.runs[0].content = .text(start..<range.upperBound)
      rest.runs[0].range = offset..<run.range.upperBound
      if start == range.upperBound { rest.runs.removeFirst() }
    } else if !rest.runs.isEmpty {
      rest.runs.removeFirst()
    }
    while let first = rest.runs.first, first.content == .softBreak || first.content == .hardBreak {
      rest.runs.removeFirst()
    }
    return rest.runs.isEmpty ? nil : rest
  }
}
