import Diagnostics

/// Results in the Common Test Report Format: a test for each procedure, with its steps.
///
/// Source: github.com/ctrf-io/ctrf, its schema; what the schema does not know stands in "extra".
package enum CTRFReport {
  package static func report(_ report: CheckReport) -> String {
    let suites = report.suites
    let tests = suites.map { test($0, in: report) }
    func count(_ status: TestSuite.Status) -> Int { suites.count { $0.status == status } }
    let total = report.timing.total.milliseconds
    let summary = Summary(
      tests: tests.count, passed: count(.passed), failed: count(.failed),
      skipped: count(.skipped), suites: Set(suites.map(\.path)).count,
      start: report.timing.start, stop: report.timing.start + total, duration: total)
    let tool = Tool(name: CheckReport.toolName, version: report.version)
    return ReportJSON.text(
      Document(results: Results(tool: tool, summary: summary, tests: tests)))
  }

  private static func test(_ suite: TestSuite, in report: CheckReport) -> Test {
    let worst = suite.cases.first { $0.status == .failed }
    let reason = suite.status == .skipped ? suite.cases.first?.message : nil
    return Test(
      name: suite.title.flatMap { $0.isEmpty ? nil : $0 } ?? suite.name,
      status: suite.status.rawValue, duration: suite.duration.milliseconds, suite: [suite.path],
      message: worst?.message ?? reason,
      trace: worst?.worst.map { "\(report.place($0.range)): \($0.text)" },
      line: worst?.line ?? suite.line, filePath: suite.path,
      steps: suite.cases.map { test in
        Step(
          name: test.name, status: test.status.rawValue,
          extra: Step.Extra(
            line: test.line, message: test.message, rules: test.findings.map(\.rule.rawValue)))
      })
  }

  private struct Document: Encodable {
    let reportFormat = "CTRF"
    let specVersion = "0.1.0"
    let results: Results
  }

  private struct Results: Encodable {
    let tool: Tool
    let summary: Summary
    let tests: [Test]
  }

  private struct Tool: Encodable {
    let name: String
    let version: String
  }

  private struct Summary: Encodable {
    let tests: Int
    let passed: Int
    let failed: Int
    let skipped: Int
    let pending = 0
    let other = 0
    let suites: Int
    let start: Int
    let stop: Int
    let duration: Int
  }

  private struct Test: Encodable {
    let name: String
    let status: String
    let duration: Int
    let suite: [String]
    let message: String?
    let trace: String?
    let line: Int
    let filePath: String
    let steps: [Step]
  }

  private struct Step: Encodable {
    struct Extra: Encodable {
      let line: Int
      let message: String?
      let rules: [String]
    }

    let name: String
    let status: String
    let extra: Extra
  }
}
