import Diagnostics
import FoundationEssentials
import ReportProperties

/// What a JSON report says of a check, beside the files that it is about.
struct WrittenReport: Decodable {
  struct Page: Decodable {
    struct Procedure: Decodable {
      struct Step: Decodable {}
      let steps: [Step]
    }
    let path: String
    let passed: Bool
    let procedures: [Procedure]
    let findings: [Finding]
  }
  struct Finding: Decodable {
    let rule: String
    let severity: String
    let file: String
    let line: Int
    let column: Int
    let end_line: Int
    let end_column: Int

    var range: SourceRange {
      SourceRange(
        file: file, start: SourcePosition(line: line, column: column),
        end: SourcePosition(line: end_line, column: end_column))
    }
  }
  struct Skipped: Decodable {}

  let pages: [Page]
  let skipped: [Skipped]

  init?(_ text: String) {
    guard let report = try? JSONDecoder().decode(WrittenReport.self, from: Data(text.utf8)) else {
      return nil
    }
    self = report
  }

  func check(status: Int32, _ tell: (String) -> Void) {
    for finding in pages.flatMap(\.findings) { check(finding, tell) }
    for page in pages where page.passed && page.procedures.allSatisfy({ $0.steps.isEmpty }) {
      tell("\(page.path) passed, and nothing of it was checked")
    }
    let hasErrors = pages.contains { $0.findings.contains { $0.severity == "error" } }
    if status == 0, hasErrors { tell("exit code 0, and there are errors") }
    if status == 0, pages.isEmpty, skipped.isEmpty { tell("exit code 0, and nothing was checked") }
  }

  private func check(_ finding: Finding, _ tell: (String) -> Void) {
    guard let bytes = try? Data(contentsOf: URL(filePath: finding.file)) else {
      return tell("\(finding.rule) is in \(finding.file), which can't be read")
    }
    // Of UTF-16 the places are those in the text.
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else { return }
    if !SourceText(path: finding.file, bytes: Array(bytes)).holds(finding.range) {
      tell("\(finding.rule) lies outside its file: \(finding.range)")
    }
  }
}
