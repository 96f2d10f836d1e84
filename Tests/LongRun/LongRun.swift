import EngineConformance
import MarketoAdminEngine
import MarketoWalk
import ProcedureParser
import TestSupport

/// What takes too long for a test of a debug build.
///
/// A walk that meets every screen of the built-in engine, and large pages that are built to hurt:
/// stops with an error where something is wrong. With folders of pages, it lists the words of their
/// steps that are not on their checklists.
@main
struct LongRun {
  static func main() {
    let folders = CommandLine.arguments.dropFirst()
    guard folders.isEmpty else {
      for folder in folders { for word in ListWords.missing(in: folder) { print(word) } }
      return
    }
    let problems = walk() + read()
    for problem in problems { print(problem) }
    print(problems.isEmpty ? "all is well" : "\(problems.count) problems")
    precondition(problems.isEmpty, "see above")
  }

  private static func walk() -> [String] {
    var conformance = EngineConformance.marketoAdmin
    conformance.run(interactions: 150_000)
    // What was met last gets its turn.
    for _ in 0..<10 where !conformance.walk.coverage.unused.isEmpty {
      conformance.run(interactions: 10_000)
    }
    print(conformance.walk.coverage.text)
    print("changed: \(conformance.changes.sorted().joined(separator: ", "))")
    return conformance.violations + conformance.walk.coverage.unused.map { "never used: \($0)" }
  }

  /// Four times the text may cost about four times the time; quadratic work costs sixteen times.
  private static func read() -> [String] {
    let pages = zip(HurtfulPage.all(ofSize: 100_000), HurtfulPage.all(ofSize: 400_000))
    return pages.compactMap { small, large in
      let factor = seconds(to: large) / seconds(to: small)
      print("\(small.name): four times the text takes \(factor) times as long")
      return factor < 10 ? nil : "\(small.name): more than linear work"
    }
  }

  private static func seconds(to page: HurtfulPage) -> Double {
    let bytes = Array(page.text.utf8)
    let time = ContinuousClock().measure {
      _ = PageReader(library: MemoryLibrary()).read(bytes, path: "page.md")
    }
    return max(time / .seconds(1), 0.01)
  }
}
