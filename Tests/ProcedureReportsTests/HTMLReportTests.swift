import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
@testable import ProcedureReports
import TestSupport
import Testing

/// The HTML report of a check.
struct HTMLReportTests {
  private func report(_ files: [String: String]) async -> CheckReport {
    let pages = readSite(files)
    var results: [PageResult] = []
    for path in pages.keys.sorted() {
      guard let page = pages[path] else { continue }
      let runner = PageRunner(
        engine: MarketoAdmin(), pages: PageGraph(pages.values), circumstances: .init(), values: [:],
        keepsMoments: true)
      results.append(await runner.run(page))
    }
    let sources = files.reduce(into: [PathKey: SourceText]()) { sources, file in
      sources[file.key] = SourceText(path: file.key, bytes: Array(file.value.utf8))
    }
    return CheckReport(
      results: results, skipped: [], sources: sources,
      timing: CheckReport.Timing(start: 0, total: .zero, pages: [:]), version: "1")
  }

  private static let failing = """
    # A <i>page</i>

    See [lost](lost.md).

    1. Go to **Admin** > **Users & Roles** and click **Invite New User**.
    1. Enter an **Email**, a **First Name** and a **Last Name**. Click **<b>Nixt</b>**.
    1. Click **Send**.
    """

  @Test func `a page tells its own sentences beside what happened`() async throws {
    let html = try #require(HTMLReport(await report(["a.md": Self.failing])).only)
    try expectSnapshot(html, named: "report.html")
    #expect(html.contains("<strong>✗ Failed</strong>"))
    #expect(html.contains("<mark>Nixt</mark>"))
    #expect(html.contains("Blocked by step 2"))
    #expect(!html.contains("<b>") && !html.contains("<i>"))
    #expect(html.hasPrefix(HTMLReport.mark))
  }

  @Test func `each step has the screen, with the controls that it used`() async throws {
    let html = try #require(HTMLReport(await report(["a.md": Self.failing])).only)
    let steps = html.split(separator: "<li class=\"step ").dropFirst()
    #expect(steps.count == 3)
    #expect(steps.first?.contains("; used: Invite New User\"") == true)
    #expect(steps.first?.contains("wf-button wf-used") == true)
    // What was typed is seen, for the picture is of the last moment on the screen.
    #expect(steps.dropFirst().first?.contains("api.user@example.com") == true)
    // The step that was blocked did nothing.
    #expect(steps.last?.contains("class=\"wf\"") == false)
  }

  @Test func `nothing is kept where nobody asks for it`() async throws {
    let page = readPage("# Look\n\n1. Click **Admin**.\n")
    let runner = PageRunner(
      engine: MarketoAdmin(), pages: PageGraph([page]), circumstances: .init(),
      values: [:])
    #expect(await runner.run(page).steps.allSatisfy(\.moments.isEmpty))
  }

  @Test func `headings are in order, and identifiers are there once`() async throws {
    let report = HTMLReport(
      await report(["a.md": Self.failing, "b.md": "# B\n\n1. Click **Admin**.\n"]))
    for html in [report.index(folder: "pages"), report.page(0, index: "../i.html")] {
      let levels = html.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
      #expect(levels.first == 1)
      for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
      let ids = html.matches(of: /[ ]id="([^"]*)"/).map(\.output.1)
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test func `files of pages have names of their own, also where case is not told apart`() async {
    let files = ["a/b.md", "a_b.md", "A/B.md", "é.md"].map { ($0, "# A\n\n1. Click **Admin**.\n") }
    let names = HTMLReport(await report(Dictionary(files) { $1 })).names
    #expect(Set(names.map { $0.lowercased() }).count == 4)
    for name in names { #expect(name.utf8.allSatisfy { $0 < 0x80 && $0 != 0x2F }) }
  }

  @Test func `long lists are cut around what is used`() async throws {
    let items = (1...200).map { number in
      Control(id: Control.ID("i\(number)"), role: .listitem, name: "Item \(number)")
    }
    let list = Control(id: Control.ID("l"), role: .list, name: "All", children: items)
    let html = Wireframe(
      Screen(name: "Place", controls: [list]), used: [Control.ID("i150")]
    ).tree.html
    #expect(html.contains("Item 150") && html.contains("Item 1<") && !html.contains("Item 120<"))
    #expect(html.contains("more</div>"))
  }
}
