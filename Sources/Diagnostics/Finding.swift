/// How much a finding matters: an error fails the check.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  case note, warning, error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Something to tell the writer of a page.
package struct Finding: Hashable, Sendable {
  package let rule: Rule
  package var severity: Severity
  /// The words that the finding is about.
  package let range: SourceRange
  /// What is wrong: lower case, no full stop.
  package let message: String
  /// What explains it, a sentence each.
  package var because: [String]
  /// Suggestions: what the writer may have meant, or what to do.
  package var perhaps: [String]
  /// Where the checked page includes the words, if they stand in another file, and that is known.
  package var includedAt: SourceRange?

  package init(
    _ rule: Rule, at range: SourceRange, _ message: String, severity: Severity? = nil,
    because: [String] = [], perhaps: [String] = []
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.range = range
    self.message = message
    self.because = because
    self.perhaps = perhaps
  }

  /// The order of reports: by place, then by rule.
  package static func inReportOrder(_ a: Finding, _ b: Finding) -> Bool {
    let (first, second) = (a.range, b.range)
    let files = (PathKey(first.file), PathKey(second.file))
    if files.0 != files.1 { return files.0 < files.1 }
    if first.start != second.start { return first.start < second.start }
    if a.rule != b.rule { return a.rule.rawValue < b.rule.rawValue }
    return a.message < b.message
  }
}
