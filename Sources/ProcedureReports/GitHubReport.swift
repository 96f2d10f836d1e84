package import Diagnostics

/// Findings as GitHub's workflow commands, which show them beside the lines of a pull request.
///
/// Source: docs.github.com, "Workflow commands for GitHub Actions"; the escaping is that of
/// actions/toolkit. GitHub shows ten of each kind a step, so the worst come first and a last
/// line counts the rest.
package enum GitHubReport {
  private static let limit = 10

  package static func report(_ findings: [Finding]) -> String {
    var lines: [String] = []
    for severity in Severity.allCases.reversed() {
      let found = findings.filter { $0.severity == severity }
      // The line that counts the rest takes a place of its own.
      let shown = found.count > limit ? Array(found.prefix(limit - 1)) : found
      lines += shown.map(command)
      if shown.count < found.count {
        lines.append(
          "::\(name(severity)) title=stepcheck::\(found.count - shown.count) more")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func command(_ finding: Finding) -> String {
    let range = finding.range
    var properties = [
      "file=\(property(range.file))", "line=\(range.start.line)", "endLine=\(range.end.line)",
    ]
    // GitHub takes columns only within one line.
    if range.start.line == range.end.line {
      properties += ["col=\(range.start.column)", "endColumn=\(range.end.column)"]
    }
    properties.append("title=\(property(finding.rule.rawValue))")
    let text =
      [finding.message] + finding.because.map { "because: \($0)" }
      + finding.perhaps.map { "perhaps: \($0)" }
    return "::\(name(finding.severity)) \(properties.joined(separator: ","))::"
      + data(text.joined(separator: "\n"))
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
