import Diagnostics
import EngineInterface
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing
import ToDoEngine

/// Another product, with pages and circumstances of its own, checked by the same executor.
struct ToDoTests {
  private static let site: [String: Page] = {
    let folder = "Tests/ProcedureExecutorTests/ToDoPages"
    let files = (try? Repository.pages(in: folder)) ?? [:]
    return readSite(
      Dictionary(
        uniqueKeysWithValues: files.map { (String($0.key.dropFirst(folder.count + 1)), $0.value) }))
  }()

  private func check(_ page: String, given: [String: String] = [:]) async throws -> PageResult {
    try await ProcedureExecutorTests.check(page, of: Self.site, on: ToDoList(), given: given)
  }

  @Test(arguments: [
    ("add-a-task.md", ["+ task Example Title: priority High"]),
    ("delete-a-task.md", ["- task Example Title"]),
    ("add-an-important-task.md", ["+ task Call home: priority High"]),
  ])
  func `its pages pass, and change what they promise`(page: String, changes: [String]) async throws
  {
    let result = try await check(page)
    #expect(result.errors == [])
    #expect(result.changes == changes)
    #expect(result.procedures[0].expectations.allSatisfy { $0.verdict != .notJudged })
  }

  @Test func `its circumstances are tried the other way round`() async throws {
    #expect(try await check("add-a-task.md").conditions.map(\.tried) == ["when acting as Guest"])
    let important = try await check("add-an-important-task.md")
    #expect(important.conditions.map(\.tried) == ["with edition=team"])
  }

  @Test func `the label under other circumstances is told`() async throws {
    let result = try await check("add-a-task.md", given: ["edition": "team"])
    #expect(result.errors == ["control-not-found 7"])
    let reasons = result.findings.first { $0.severity == .error }?.because
    #expect(
      reasons == ["\"New Task\" is shown with edition=plain; here \"Add to Team\" is shown instead"]
    )
  }

  @Test func `a guest can't`() async throws {
    let result = try await check("add-a-task.md", given: ["acting-as": "Guest"])
    #expect(result.errors == ["control-not-found 7"])
  }
}
