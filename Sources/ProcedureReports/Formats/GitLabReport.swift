import Diagnostics

/// Findings in the form of GitLab's code quality reports.
///
/// Source: docs.gitlab.com, "Code Quality", the report's format.
package enum GitLabReport {
  package static func report(_ report: CheckReport) -> String {
    var fingerprints = Fingerprints()
    return ReportJSON.text(
      report.findings.map { finding in
        let (hash, number) = fingerprints.next(finding, in: report)
        return Issue(
          description: finding.text, checkName: finding.rule.rawValue,
          fingerprint: hash + Fingerprints.text(Fingerprints.hash([hash, String(number)])),
          severity: severity(finding.severity),
          location: Issue.Location(
            path: report.path(finding.range.file),
            lines: Issue.Location.Lines(begin: finding.range.line)))
      })
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }

  private struct Issue: Encodable {
    struct Location: Encodable {
      struct Lines: Encodable {
        let begin: Int
      }
      let path: String
      let lines: Lines
    }

    let description: String
    let checkName: String
    let fingerprint: String
    let severity: String
    let location: Location

    enum CodingKeys: String, CodingKey {
      case description
      case checkName = "check_name"
      case fingerprint, severity, location
    }
  }
}
