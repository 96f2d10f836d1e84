import Diagnostics
import ProcedureExecutor
import ProcedureModel

/// A procedure, or a page apart from its procedures, as reports of tests have it.
struct TestSuite {
  enum Status: String {
    case passed, failed, skipped
  }

  let path: String
  /// The title of the procedure; nil for the page itself.
  let title: String?
  /// What tells it from the other suites of the page.
  let anchor: String
  let line: Int
  var cases: [TestCase]
  var duration = Duration.zero

  /// "docs/users.md#add-a-user".
  var name: String { anchor.isEmpty ? path : "\(path)#\(anchor)" }

  var status: Status {
    if cases.contains(where: { $0.status == .failed }) { return .failed }
    return cases.allSatisfy { $0.status == .skipped } ? .skipped : .passed
  }

  func count(_ status: Status) -> Int { cases.count { $0.status == status } }
}

/// A step, or a finding that belongs to no step.
struct TestCase {
  /// Told apart from the others of its suite.
  var name: String
  let path: String
  let line: Int
  let status: TestSuite.Status
  /// Why it did not pass.
  var message: String?
  var findings: [Finding] = []

  /// The finding that tells most.
  var worst: Finding? { findings.max { $0.severity < $1.severity } }
}

extension CheckReport {
  /// All suites: those of each page, then the pages that were left out.
  var suites: [TestSuite] { results.flatMap(suites) + skipped.map(suite) }

  private func suite(_ page: ConsoleReport.Skipped) -> TestSuite {
    let path = path(page.path)
    let left = TestCase(
      name: "skipped", path: path, line: 1, status: .skipped,
      message: "skipped: \(page.reason)")
    return TestSuite(path: path, title: nil, anchor: "", line: 1, cases: [left])
  }

  func suites(_ result: PageResult) -> [TestSuite] {
    let path = path(result.page.path)
    var rest = FindingsByPlace(result.findings)
    var aside = FindingsByPlace(result.toldAside.map(\.finding))
    var names: [String: Int] = [:]
    var suites = result.procedures.map { procedure in
      let title = procedure.procedure.title
      let cases = procedure.steps.map { step in
        // The step's notes belong to it.
        let ranges = [step.step.range] + step.step.admonitions.map(\.range)
        return self.step(
          step, ranges.flatMap { rest.take(in: $0) }, ranges.flatMap { aside.take(in: $0) },
          of: result)
      }
      let anchor = procedure.procedure.anchor
      return TestSuite(
        path: path, title: procedure.procedure.name,
        anchor: names.numbered(anchor.isEmpty ? "1" : anchor, "-"),
        line: title.range.line, cases: told(apart: cases))
    }
    if let page = pageSuite(result, rest.left) { suites.append(page) }
    // A page is performed as a whole.
    if !suites.isEmpty { suites[0].duration = timing.pages[result.page.path] ?? .zero }
    return suites
  }

  /// The findings of the page that belong to none of its steps.
  private func pageSuite(_ result: PageResult, _ findings: [Finding]) -> TestSuite? {
    var cases = findings.map { finding in
      TestCase(
        name: "\(finding.rule.rawValue): \(Self.short(finding.message))",
        path: self.path(finding.range.file),
        line: finding.range.line, status: finding.severity == .error ? .failed : .skipped,
        message: "\(finding.severity.rawValue): \(finding.message)", findings: [finding])
    }
    let path = path(result.page.path)
    let line = result.page.title.range.line
    if cases.isEmpty, result.isOfOtherProduct {
      cases = [
        TestCase(
          name: "not checked", path: path, line: line, status: .skipped,
          message: "the page is about a product other than the one the engine models")
      ]
    }
    guard !cases.isEmpty else { return nil }
    return TestSuite(path: path, title: nil, anchor: "", line: line, cases: told(apart: cases))
  }

  private func step(
    _ result: StepResult, _ findings: [Finding], _ aside: [Finding], of page: PageResult
  ) -> TestCase {
    let excused = page.toldAside.first { aside.contains($0.finding) }
    let isError = findings.contains { $0.severity == .error }
    let (status, message): (TestSuite.Status, String?) =
      switch result.outcome {
      case _ where isError: (.failed, nil)
      case .failed where excused != nil:
        (.skipped, excused.map { "\($0.phrase): \($0.finding.message)" })
      case .failed where page.hasFailed: (.failed, "the step can't be performed as written")
      case .failed: (.skipped, "it failed, but the config doesn't treat this as an error")
      case .blocked(let cause): (.skipped, "blocked by \(cause.phrase)")
      case .manual: (.skipped, "manual")
      case .notUnderstood: (.skipped, "not understood")
      case .notPerformable: (.skipped, "the engine can't do this")
      case .skipped: (.skipped, "its condition does not hold")
      case .nothingToDo: (.skipped, "nothing to do")
      case .passed: (.passed, nil)
      }
    var test = TestCase(
      name: "\(result.step.ordinal). \(Self.short(result.step.text))",
      path: path(result.step.range.file),
      line: result.step.range.line, status: status, message: message, findings: findings)
    if isError { test.message = test.worst?.message }
    return test
  }

  /// Text as part of a name.
  private static func short(_ text: String) -> String {
    let head = text.prefix(200)
    return head.endIndex == text.endIndex ? text : head + "..."
  }

  /// Cases of one name would be taken for one.
  private func told(apart cases: [TestCase]) -> [TestCase] {
    var names: [String: Int] = [:]
    return cases.map { test in
      var test = test
      test.name = names.numbered(test.name, " ")
      return test
    }
  }
}

extension [String: Int] {
  /// A name that was not given before: with a number behind it from the second time on.
  fileprivate mutating func numbered(_ name: String, _ separator: String) -> String {
    var number = (self[name] ?? 0) + 1
    self[name] = number
    guard number > 1 else { return name }
    while self["\(name)\(separator)\(number)"] != nil { number += 1 }
    let unique = "\(name)\(separator)\(number)"
    self[name] = number
    self[unique] = 1
    return unique
  }
}
