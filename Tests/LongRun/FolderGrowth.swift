import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import TestSupport

/// Folders of pages that require each other in one way or another: what checking them costs.
struct FolderGrowth {
  let name: String
  let size: Int
  /// Whether four times the pages may cost more than about four times the time.
  var isLinear = true
  /// What the page of a number requires, of so many.
  let required: @Sendable (Int, Int) -> [Int]

  static let all = [
    FolderGrowth(name: "pages that require nothing", size: 250) { _, _ in [] },
    FolderGrowth(name: "a circle of pages", size: 250) { page, count in [(page + 1) % count] },
    FolderGrowth(name: "pages that all require each other", size: 25, isLinear: false) {
      page, count in (0..<count).filter { $0 != page }
    },
    FolderGrowth(name: "a chain of pages", size: 100) { page, count in
      page + 1 < count ? [page + 1] : []
    },
  ]

  /// Four times the pages in times of the time; nil where that is as it should be.
  func problem() async -> String? {
    let factor = await seconds(4 * size) / seconds(size)
    print("\(name): four times the pages take \(factor) times as long")
    return isLinear && factor >= 10 ? "\(name): more than linear work" : nil
  }

  private func seconds(_ count: Int) async -> Double {
    let site = readSite(
      Dictionary(uniqueKeysWithValues: (0..<count).map { ("\($0).md", page($0, count)) }))
    let clock = ContinuousClock()
    let start = clock.now
    let graph = PageGraph(site)
    let shared = SharedRuns<MarketoAdmin>()
    for page in site.values {
      let runner = PageRunner(
        engine: MarketoAdmin(), pages: graph, circumstances: Circumstances(), values: [:],
        shared: shared)
      _ = await runner.run(page)
    }
    return max((clock.now - start) / .seconds(1), 0.01)
  }

  private func page(_ number: Int, _ count: Int) -> String {
    let links = required(number, count).map { ">* [page \($0)](\($0).md)\n" }.joined()
    return "# Look\n\n" + (links.isEmpty ? "" : ">[!PREREQUISITES]\n>\n\(links)\n")
      + "1. Click **Admin**.\n"
  }
}
