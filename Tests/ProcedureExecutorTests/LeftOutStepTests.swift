import ProcedureModel
import TestSupport
import Testing

/// The help pages are strong tests: without one of its steps a page fails.
struct LeftOutStepTests {
  /// Circumstances of a page, as `help/.stepcheck.yml` gives them.
  private static func given(_ path: String) -> [String: String] {
    if path.hasPrefix("help/workspaces/") { return ["workspaces": "on"] }
    return path.hasSuffix("-with-adobe-identity.md") ? ["identity": "adobe"] : [:]
  }

  /// The page without each of its steps in turn, by the step's first line.
  private static func mutants(of text: String) -> [(step: String, text: String)] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.indices.filter { lines[$0].hasPrefix("1. ") }.map { start in
      let rest = lines[(start + 1)...]
      // Up to the next step, or to what belongs to no step.
      let end = rest.firstIndex { !$0.isEmpty && !$0.hasPrefix("   ") } ?? lines.endIndex
      return (lines[start], (lines[..<start] + lines[end...]).joined(separator: "\n"))
    }
  }

  @Test func `a page without one of its steps fails`() async throws {
    var count = 0
    var met = 0
    var unnoticed: [String] = []
    let site = try Repository.pages(in: "help")
    for (path, text) in site.sorted(by: { $0.key < $1.key })
    where !path.hasPrefix("help/stepcheck/") {
      for mutant in Self.mutants(of: text) where !mutant.step.hasPrefix("1. (Optional)") {
        // One in five: a debug build takes a third of a second for each.
        met += 1
        guard met.isMultiple(of: 5) else { continue }
        // Of the other pages, their being there is all that this one needs to be read.
        let others = site.mapValues { _ in "" }
        let changed = readSite(others.merging([path: mutant.text]) { $1 })
        var pages = helpSite
        pages[path] = changed[path]
        let result = try await check(path, of: pages, given: Self.given(path))
        count += 1
        if result.errors.isEmpty { unnoticed.append("\(path): \(mutant.step)") }
      }
    }
    print("unnoticed: \(unnoticed.count) of \(count)")
    for step in unnoticed { print(step) }
    #expect(count > 35)
    #expect(unnoticed.count * 20 <= count)
  }
}
