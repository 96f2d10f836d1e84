package import Diagnostics
package import ProcedureModel

extension PageResult {
  /// Sets the findings aside that comments of the page are for; a comment that is for none is a
  /// finding.
  mutating func heedComments() {
    let page = page
    guard !page.ignores.isEmpty else { return }
    let comments = Dictionary(grouping: page.ignores, by: \.rule)
    var used: Set<IgnoreComment> = []
    setAside { finding in
      guard let comments = comments[finding.rule], let place = page.place(of: finding),
        let comment = comments.last(where: { $0.scope.holds(place) })
      else { return nil }
      used.insert(comment)
      return .ignored(reason: comment.reason)
    }
    for comment in page.ignores where !used.contains(comment) {
      findings.append(
        Finding(
          .unusedIgnore, at: comment.range,
          "this comment ignores nothing: there is no \(comment.rule.rawValue) in what it is for",
          because: ["it is for \(comment.scope.name)"], perhaps: ["remove it"]))
    }
  }

  /// Takes those findings out that do not count, for a cause.
  package mutating func setAside(_ cause: (Finding) -> SetAside.Cause?) {
    findings.removeAll { finding in
      guard let cause = cause(finding) else { return false }
      setAside.append(SetAside(finding, cause))
      return true
    }
    setAside.sort { Finding.inReportOrder($0.finding, $1.finding) }
  }
}

extension Page {
  /// Where the page includes the words of a finding; nil where they are its own.
  func inclusion(of finding: Finding) -> SourceRange? {
    guard finding.range.file != path else { return nil }
    let included = procedures.lazy.flatMap(\.allSteps).last { step in
      step.range.file == finding.range.file && step.range.start <= finding.range.start
    }
    return finding.includedAt ?? included?.includedAt
  }

  /// Where a finding stands on the page.
  package func place(of finding: Finding) -> SourcePosition? {
    finding.range.file == path ? finding.range.start : inclusion(of: finding)?.start
  }
}
