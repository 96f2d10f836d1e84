import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing

/// Pages that require each other: told once, at the first that is checked.
struct PageGraphTests {
  private func page(requiring others: [String]) -> String {
    let links = others.map { ">* [\($0)](\($0).md)\n" }.joined()
    return "# Look\n\n"
      + (others.isEmpty ? "" : ">[!PREREQUISITES]\n>\n\(links)\n") + "1. Click **Admin**.\n"
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
}
