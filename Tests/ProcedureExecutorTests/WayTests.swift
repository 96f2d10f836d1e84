import Diagnostics
import EngineInterface
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing

/// Each way that a page gives is performed.
struct WayTests {
  private static let filter = """
    1. Go to the **Admin** area and click **Users & Roles**.
    1. Click the **Login History** tab. Click **Filter**.
    """

  private func check(_ steps: String) async throws -> PageResult {
    try await ProcedureExecutorTests.check(text: "# How to Do It\n\n\(Self.filter)\n\(steps)\n")
  }

  @Test(arguments: ["Or, choose", "Alternatively, choose", "Or choose"])
  func `a step that begins so is the other way, from where the step before it began`(
    lead: String
  ) async throws {
    let first = "1. Enter `2026-01-01` in **From**."
    let right = try await check("\(first)\n1. \(lead) **Last 7 Days** from **Date**.")
    #expect(right.errors == [])
    let wrong = try await check("\(first)\n1. \(lead) **Last Week** from **Date**.")
    #expect(wrong.errors == ["control-not-found 6"])
    #expect(wrong.findings.first { $0.severity == .error }?.message.contains("Last Week") == true)
  }

  @Test(arguments: [
    "Click **Users** or **Roles**.", "Click either **Users** or **Roles**.",
    "Click **Users** or click **Roles**.",
    "Do one of the following:\n   * Click **Users**.\n   * Click **Roles**.",
  ])
  func `each way is tried from the same place, and the run goes on with the first`(
    step: String
  ) async throws {
    let result = try await check("1. \(step)\n1. Select **mia.marketer@example.com**.")
    #expect(result.errors == [])
    #expect(result.steps[2].ways.count == 1)
    #expect(result.steps[2].ways[0].actions.map(\.outcome) == [.passed])
    let wrong = try await check(
      "1. \(step.replacing("Roles", with: "Rules"))\n1. Select **mia.marketer@example.com**.")
    #expect(wrong.errors.count == 1)
    #expect(wrong.steps[3].outcome == .passed)
  }

  @Test func `where the first way fails the run goes on with the first that works`() async throws {
    let result = try await check("1. Click **Yusers** or **Roles**.\n1. Select **Web Designer**.")
    #expect(result.errors == ["control-not-found 5"])
    #expect(result.steps.map(\.outcome) == [.passed, .passed, .failed, .passed])
  }

  @Test func `the way that is last in a sentence branches behind what comes before`() async throws {
    let result = try await check(
      "1. Click the **Roles** tab, and click **New Role** or **Export**.")
    #expect(result.errors == ["unfinished-procedure 5"])
    #expect(result.steps[2].ways[0].actions.map(\.outcome) == [.passed])
  }

  @Test func `what trying has cost is told`() async throws {
    let result = try await check("1. Click **Users** or **Roles**.")
    #expect(result.searched[.ways] == 1)
  }
}
