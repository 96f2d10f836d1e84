import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import ProcedureParser
import ProcedureReports
import TestSupport
import Testing

/// The reports of the project's own help pages, as a reader gets them.
struct ReportTests {
  private static let page = "help/users-and-roles/create-an-api-only-user.md"

  private func site() throws -> [String: String] { try Repository.pages(in: "help") }

  private func consoleReport(
    _ site: [String: String], given: [String: String] = [:], isDetailed: Bool = true
  ) async throws -> String {
    let pages = readSite(site)
    let runner = try PageRunner(
      engine: MarketoAdmin(), pages: PageGraph(pages.values),
      circumstances: MarketoAdmin.product.circumstances(reading: given), values: [:])
    let result = await runner.run(try #require(pages[Self.page]))
    let sources = site.reduce(into: [PathKey: SourceText]()) { sources, file in
      sources[file.key] = SourceText(path: file.key, bytes: Array(file.value.utf8))
    }
    return ConsoleReport(usesColor: false, isDetailed: isDetailed, sources: sources)
      .text([result], skipped: [])
  }

  @Test func `a page that passes, step by step`() async throws {
    try expectSnapshot(try await consoleReport(try site()), named: "passed.txt")
  }

  @Test func `a page that passes, in short`() async throws {
    try expectSnapshot(
      try await consoleReport(try site(), isDetailed: false), named: "passed-short.txt")
  }

  @Test func `a page that fails, with the words marked`() async throws {
    let report = try await consoleReport(try site(), given: ["identity": "adobe"])
    try expectSnapshot(report, named: "failed.txt")
  }

  @Test func `no line of a report is wider than the terminal, but for words that are`()
    async throws
  {
    let report = try await consoleReport(try site(), given: ["identity": "adobe"])
    for line in report.split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test func `the model as a tree`() throws {
    let page = try #require(readSite(try site())[Self.page])
    try expectSnapshot(ModelTree.report([page]), named: "model.txt")
  }

  @Test func `the model as JSON`() throws {
    let page = try #require(readSite(try site())[Self.page])
    try expectSnapshot(ModelJSON.report([page]), named: "model.json")
  }

  @Test func `what a page says can't steer a terminal`() {
    let page = readPage("# A\u{1B}[31m\n\n1. Click **\u{1B}]0;x\u{07}B**.\n")
    #expect(!ModelTree.report([page]).unicodeScalars.contains("\u{1B}"))
  }

  @Test func `JSON strings are escaped`() {
    let page = readPage("# \"A\\\u{1}B\tC\n\n1. Click **B**.\n")
    #expect(ModelJSON.report([page]).contains(##""title" : "\"A\\\u0001B C""##))
  }
}
