import Diagnostics

/// Findings as GitHub's workflow commands, which show them beside the lines of a pull request.
///
/// Source: docs.github.com, "Workflow commands for GitHub Actions"; the escaping is that of
/// actions/toolkit. GitHub shows ten of each kind a step, so the worst come first and a last
/// line counts the rest.
package enum GitHubReport {
  private static let limit = 10

  package static func report(_ report: CheckReport) -> String {
    let findings = report.findings
    var lines: [String] = []
    var left: [String] = []
    for severity in Severity.allCases.reversed() {
      let found = findings.filter { $0.severity == severity }
      // The line that counts the rest is a notice, and takes the place of one.
      let isFull = severity == .note && (!left.isEmpty || found.count > limit)
      let shown = found.prefix(isFull ? limit - 1 : limit)
      lines += shown.map { command($0, in: report) }
      let rest = found.count - shown.count
      if rest > 0 { left.append("\(rest) more \(severity.rawValue)\(rest == 1 ? "" : "s")") }
    }
    if !left.isEmpty {
      let text = "\(left.joined(separator: ", ")): GitHub shows only ten of each kind"
      lines.append("::notice title=\(CheckReport.toolName)::\(text)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func command(_ finding: Finding, in report: CheckReport) -> String {
    let range = finding.range
    var properties = [
      "file=\(property(report.path(range.file)))", "line=\(range.start.line)",
      "endLine=\(range.end.line)",
    ]
    // GitHub takes columns only within one line.
    if range.start.line == range.end.line {
      properties += ["col=\(range.start.column)", "endColumn=\(range.end.column)"]
    }
    properties.append("title=\(property(finding.rule.rawValue))")
    return "::\(name(finding.severity)) \(properties.joined(separator: ","))::"
      + data(finding.text)
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func data(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  /// By scalar: a carriage return and a line feed are one character together.
  private static func escaped(_ text: String, _ signs: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      if let sign = signs[scalar] {
        escaped += sign
      } else if OutputGate.isHidden(scalar) {
        escaped += OutputGate.shown(scalar)
      } else {
        if OutputGate.makesCommand(scalar, after: escaped) { escaped += "\\" }
        escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
