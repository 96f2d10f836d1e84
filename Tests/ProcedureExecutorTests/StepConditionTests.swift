import Diagnostics
import EngineInterface
import ProcedureExecutor
import TestSupport
import Testing

/// Steps that are for some products only.
struct StepConditionTests {
  private func page(_ field: String, _ condition: String = "you enabled multiple branded domains")
    -> String
  {
    """
    # Create a Workspace

    1. Go to the **Admin** area and click **Workspaces & Partitions**. Click **New Workspace**.

    1. Enter a **Name**, check **All Person Partitions** and select a **Primary Person Partition**.

    1. If \(condition), select a **\(field)**.

    1. Click **Create**.
    """
  }

  private func check(_ text: String, domains: String) async throws -> PageResult {
    try await ProcedureExecutorTests.check(
      text: text, given: ["workspaces": "on", "branded-domains": domains])
  }

  @Test func `a step for another product is left out, and that is told`() async throws {
    let result = try await check(page("Primary Branded Domain"), domains: "one")
    #expect(result.errors == [])
    #expect(result.steps.map(\.outcome) == [.passed, .passed, .skipped, .passed])
    let note = try #require(result.findings.first { $0.rule == .conditionNotChecked })
    #expect(
      note.message == "this applies only with branded-domains=several; it was skipped")
  }

  @Test func `a step for this product is done`() async throws {
    let result = try await check(page("Primary Branded Domain"), domains: "several")
    #expect(result.errors == [])
    #expect(result.steps.map(\.outcome) == Array(repeating: .passed, count: 4))
  }

  @Test func `a step for this product that can't be done is wrong`() async throws {
    let result = try await check(page("Secondary Branded Domain"), domains: "several")
    #expect(result.errors == ["control-not-found 7"])
  }

  @Test(arguments: [
    ("you have not enabled multiple branded domains", "one"),
    ("you haven't enabled multiple branded domains", "one"),
    ("you have never enabled multiple branded domains", "one"),
    ("it is not the case that you haven't enabled multiple branded domains", "several"),
  ])
  func `a condition that denies is about the other products`(
    words: String, domains: String
  ) async throws {
    for other in ["one", "several"] {
      let result = try await check(page("Primary Branded Domain", words), domains: other)
      #expect((result.steps[2].outcome == .skipped) == (other != domains), "\(other)")
    }
  }

  @Test func `words that are not understood decide nothing`() async throws {
    let words = "you have hardly enabled multiple branded domains"
    for domains in ["one", "several"] {
      let result = try await check(page("Primary Branded Domain", words), domains: domains)
      #expect(!result.findings.contains { $0.message.contains("branded-domains=") })
    }
  }
}
