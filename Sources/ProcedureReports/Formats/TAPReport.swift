import Diagnostics

/// Results in the Test Anything Protocol: a subtest for each procedure, a point for each step.
///
/// Source: testanything.org, versions 13 and 14. Subtests belong to 14; a reader of 13 takes them
/// for lines that it does not know, and Perl's "prove" refuses 14.
package enum TAPReport {
  package enum Version: String, CaseIterable, Sendable {
    case thirteen = "13"
    case fourteen = "14"
  }

  package static func report(_ report: CheckReport, version: Version) -> String {
    let suites = report.suites
    var lines = ["TAP version \(version.rawValue)"]
    lines.append(suites.isEmpty ? "1..0 # SKIP nothing to check" : "1..\(suites.count)")
    for (index, suite) in suites.enumerated() {
      let name = described(suite.name)
      lines.append("# Subtest: \(name)")
      lines += points(suite, in: report).map { "    " + $0 }
      lines.append(
        point(suite.status, index + 1, name, reason: suite.cases.first?.message))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func points(_ suite: TestSuite, in report: CheckReport) -> [String] {
    var lines = ["1..\(suite.cases.count)"]
    for (index, test) in suite.cases.enumerated() {
      lines.append(
        point(test.status, index + 1, described(test.name), reason: test.message))
      guard test.status == .failed || !test.findings.isEmpty else { continue }
      lines += diagnosis(test, in: report).map { "  " + $0 }
    }
    return lines
  }

  private static func point(
    _ status: TestSuite.Status, _ number: Int, _ name: String, reason: String?
  ) -> String {
    let line = "\(status == .failed ? "not ok" : "ok") \(number) - \(name)"
    return status == .skipped ? "\(line) # SKIP \(described(reason ?? ""))" : line
  }

  /// A YAML block; strings of JSON are strings of YAML.
  private static func diagnosis(_ test: TestCase, in report: CheckReport) -> [String] {
    func place(_ path: String, _ line: Int) -> String {
      "{file: \(ReportJSON.quoted(path)), line: \(line)}"
    }
    var lines = ["---"]
    if let message = test.message ?? test.worst?.message {
      lines.append("message: \(ReportJSON.quoted(message))")
    }
    lines.append("at: " + place(test.path, test.line))
    if !test.findings.isEmpty { lines.append("findings:") }
    for finding in test.findings {
      lines += [
        "  - rule: \(finding.rule.rawValue)", "    severity: \(finding.severity.rawValue)",
        "    at: " + place(report.path(finding.range.file), finding.range.line),
        "    message: \(ReportJSON.quoted(finding.message))",
      ]
      // One text: Perl's reader takes an item with a colon in it for a mapping.
      let remarks = finding.remarks.joined(separator: "\n")
      if !remarks.isEmpty { lines.append("    remarks: \(ReportJSON.quoted(remarks))") }
    }
    return lines + ["..."]
  }

  /// Text in which nothing begins a directive.
  private static func described(_ text: String) -> String {
    OutputGate.visible(text).unicodeScalars.reduce(into: "") { described, scalar in
      if scalar == "#" || scalar == "\\" { described += "\\" }
      described.unicodeScalars.append(scalar)
    }
  }
}
