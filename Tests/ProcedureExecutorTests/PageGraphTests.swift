import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing

/// Pages that require each other: told once, at the first that is checked.
struct PageGraphTests {
  private func page(requiring others: [String]) -> String {
    let links = others.map { ">* [\($0)](\($0).md)\n" }.joined()
    return "# Look\n\n"
      + (others.isEmpty ? "" : ">[!PREREQUISITES]\n>\n\(links)\n")
      + "1. Click **Admin**.\n\nAdmin permissions required.\n"
  }

  private func errors(_ edges: [String: [String]]) async throws -> [String: [String]] {
    let site = readSite(
      Dictionary(
        uniqueKeysWithValues: edges.map { ("\($0.key).md", page(requiring: $0.value)) }))
    var errors: [String: [String]] = [:]
    for path in site.keys {
      errors[String(path.dropLast(3))] = try await check(path, of: site).errors
    }
    return errors
  }

  @Test func `a circle is told once, and what is in it or needs it fails`() async throws {
    let told = try await errors([
      "a": ["b"], "b": ["c"], "c": ["b"], "d": [], "e": ["d"], "f": ["g"], "g": ["h"], "h": ["f"],
    ])
    #expect(
      told == [
        "a": ["prerequisite-failed 5"], "b": ["prerequisite-cycle 5"],
        "c": ["prerequisite-failed 5"], "d": [], "e": [], "f": ["prerequisite-cycle 5"],
        "g": ["prerequisite-failed 5"], "h": ["prerequisite-failed 5"],
      ])
  }

  @Test func `a page that requires itself is in no circle`() async throws {
    #expect(try await errors(["a": ["a"]]) == ["a": []])
  }

  @Test func `of pages that all require each other one tells it`() async throws {
    let names = (0..<12).map { "p\($0 + 10)" }
    let told = try await errors(
      Dictionary(uniqueKeysWithValues: names.map { name in (name, names.filter { $0 != name }) }))
    #expect(told.values.count { $0.contains { $0.hasPrefix("prerequisite-cycle") } } == 1)
    #expect(told.values.allSatisfy { !$0.isEmpty })
  }

  /// Checks all pages of a site.
  private func checkAll(
    _ site: [String: Page]
  ) async -> (results: [PageResult], shared: SharedRuns<MarketoAdmin>) {
    let shared = SharedRuns<MarketoAdmin>()
    let graph = PageGraph(site.values)
    var results: [PageResult] = []
    for path in site.keys.sorted() {
      guard let page = site[path] else { continue }
      let runner = PageRunner(
        engine: MarketoAdmin(), pages: graph, circumstances: Circumstances(), values: [:],
        shared: shared)
      results.append(await runner.run(page))
    }
    return (shared.completing(results), shared)
  }

  @Test(arguments: [30, 60]) func `each page of a chain is worked out once, and listed once`(
    _ count: Int
  ) async throws {
    func name(_ number: Int) -> String { "p\(number + 100)" }
    let chain = (0..<count).map { number in
      ("\(name(number)).md", page(requiring: number + 1 < count ? [name(number + 1)] : []))
    }
    let (results, shared) = await checkAll(readSite(Dictionary(uniqueKeysWithValues: chain)))
    #expect(shared.count == count - 1)
    #expect(results.allSatisfy { $0.findings.isEmpty })
    // The first page lists all, deepest first; of the others each lists what it requires itself.
    let names = (0..<count).map { "\(name($0)).md" }
    #expect(results[0].prerequisites.compactMap(\.path) == names.dropFirst().reversed())
    for (result, required) in zip(results.dropFirst(), names.dropFirst(2)) {
      #expect(result.prerequisites.map(\.path) == [required])
      #expect(result.prerequisites[0].isShared)
    }
  }

  @Test func `what two pages require is performed once for each`() async throws {
    let site = readSite([
      "a.md": page(requiring: ["b", "c", "b"]), "b.md": page(requiring: ["d"]),
      "c.md": page(requiring: ["d"]), "d.md": page(requiring: []),
    ])
    let (results, shared) = await checkAll(site)
    #expect(results[0].prerequisites.map(\.path) == ["d.md", "b.md", "c.md"])
    // "b" and "d" as "a" needs them are as others need them; "c" follows "b" for "a" alone.
    #expect(shared.count == 3)
    #expect(results[0].prerequisites.allSatisfy { $0.link.range.file == "a.md" })
  }

  @Test func `what a page requires twice over is listed once, at its own link`() async throws {
    let site = readSite([
      "a.md": page(requiring: ["b", "d"]), "b.md": page(requiring: ["d"]),
      "d.md": page(requiring: []), "e.md": page(requiring: ["d"]),
    ])
    let (results, _) = await checkAll(site)
    #expect(results[0].prerequisites.map(\.path) == ["d.md", "b.md"])
    #expect(results[0].prerequisites.map(\.link.range.line) == [6, 5])
    #expect(results[3].prerequisites.map(\.path) == ["d.md"])
    #expect(results[3].prerequisites.map(\.isShared) == [true])
  }

  @Test func `the nearest page that requires another says how its record is called`() async throws {
    func making(_ title: String, _ required: String?, _ steps: String) -> String {
      let box = required.map { ">[!PREREQUISITES]\n>\n>* [It](\($0).md)\n\n" } ?? ""
      return "# \(title)\n\n\(box)\(steps)"
    }
    let open = "1. Go to **Admin**, then **Users & Roles**.\n1. Click the **Roles** tab.\n"
    let edit = open + "1. Select the **%** role and click **Edit Role**.\n1. Click **Cancel**.\n"
    let site = readSite([
      "a.md": making("Look at a role", "b", edit.replacing("%", with: "Farther")),
      "b.md": making("Look at a new role", "c", edit.replacing("%", with: "Nearer")),
      "c.md": making(
        "Create a Role", nil,
        open + "1. Click **New Role**.\n1. Enter a **Role Name**.\n1. Select **Access Database**.\n"
          + "1. Click **Create**.\n"),
    ])
    let result = await checkAll(site).results[0]
    let made = result.prerequisites.flatMap(\.procedures).flatMap(\.changes).map(\.text)
    #expect(made.contains { $0.contains("Nearer") })
    #expect(!made.contains { $0.contains("Farther") })
  }
}
