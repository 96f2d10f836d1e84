import MarkdownTree

extension PageDialect {
  /// A block quote that begins with one of the usual words in bold.
  ///
  ///     > **Note:** Users can have more than one role.
  static let boldWord = PageDialect(quote: { inlines in
    guard let run = inlines.runs.first, run.style.contains(.strong),
      case .text(let range) = run.content
    else { return nil }
    let word = inlines.text(range).trimming { $0 == ":" || $0.isWhitespace }
    guard admonitionWords.contains(word.lowercased()) else { return nil }
    guard inlines.runs.count > 1, case .text(let next) = inlines.runs[1].content else {
      return QuoteHead(
        head: AdmonitionHead(kind: word),
        rest: inlines.dropping(runs: 0, upTo: range.upperBound, in: range))
    }
    let sign = inlines.bytes[next].prefix { " :-".utf8.contains($0) }.count
    return QuoteHead(
      head: AdmonitionHead(kind: word),
      rest: inlines.dropping(runs: 1, upTo: next.lowerBound + sign, in: next))
  })

  static let admonitionWords: Set<String> = [
    "attention", "caution", "danger", "example", "hint", "important", "info", "note", "notes",
    "prerequisite", "prerequisites", "tip", "tips", "warning",
  ]
}
