import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import Synchronization
import TestSupport
import Testing

/// What checking asks of the engine, counted: how it grows with what is checked.
struct CheckingWorkTests {
  private final class Count: Sendable {
    private let calls = Mutex((starts: 0, interactions: 0))

    func addStart() { calls.withLock { $0.starts += 1 } }
    func addInteraction() { calls.withLock { $0.interactions += 1 } }
    var all: (starts: Int, interactions: Int) { calls.withLock { $0 } }
  }

  /// The product, whose use is counted.
  private struct Counted: SnapshotEngine {
    static let product = MarketoAdmin.product
    private var product = MarketoAdmin()
    private let count: Count

    init(_ count: Count) { self.count = count }

    var observation: Observation { product.observation }

    mutating func begin(under circumstances: Circumstances) {
      count.addStart()
      product.begin(under: circumstances)
    }

    mutating func apply(_ interaction: Interaction) {
      count.addInteraction()
      product.apply(interaction)
    }

    static func == (a: Counted, b: Counted) -> Bool { a.product == b.product }
    func hash(into hasher: inout Hasher) { hasher.combine(product) }
  }

  private static let step = "1. Click **Admin**.\n"

  /// How often the engine is started and used for a check of all pages.
  private func work(_ files: [String: String]) async -> (starts: Int, interactions: Int) {
    let site = readSite(files)
    let count = Count()
    let shared = SharedRuns<Counted>()
    let graph = PageGraph(site.values)
    for path in site.keys.sorted() {
      guard let page = site[path] else { continue }
      let runner = PageRunner(
        engine: Counted(count), pages: graph, circumstances: Circumstances(), values: [:],
        shared: shared)
      _ = await runner.run(page)
    }
    return count.all
  }

  private func folder(_ count: Int, requires: (Int) -> [Int]) -> [String: String] {
    var files: [String: String] = [:]
    for page in 0..<count {
      let links = requires(page).filter { $0 < count }.map { ">* [x](p\($0 + 100).md)\n" }.joined()
      let box = links.isEmpty ? "" : ">[!PREREQUISITES]\n>\n\(links)\n"
      files["p\(page + 100).md"] = "# Look\n\nAdmin permissions required.\n\n\(box)\(Self.step)"
    }
    return files
  }

  /// The work on four times as much is at most four times the work, and a bit for the ends.
  private func expectLinear(
    _ name: String, _ files: (Int) -> [String: String]
  ) async throws {
    let (small, large) = await (work(files(10)), work(files(40)))
    #expect(small.starts > 0 && large.starts <= small.starts * 5, "\(name): \(small), \(large)")
    #expect(large.interactions <= small.interactions * 5 + 5, "\(name): \(small), \(large)")
  }

  @Test func `the engine's work grows with the pages, whatever requires what`() async throws {
    try await expectLinear("no page requires another") { folder($0) { _ in [] } }
    try await expectLinear("each requires the next") { folder($0) { [$0 + 1] } }
    try await expectLinear("each requires the next two") { folder($0) { [$0 + 1, $0 + 2] } }
    try await expectLinear("all require the last") { count in
      folder(count) { $0 == count - 1 ? [] : [count - 1] }
    }
    try await expectLinear("a circle") { count in folder(count) { [($0 + 1) % count] } }
    try await expectLinear("each requires all others") { count in
      folder(count) { page in (0..<count).filter { $0 != page } }
    }
  }

  @Test func `the engine's work grows with what is on a page`() async throws {
    try await expectLinear("steps") { count in
      ["a.md": "# Look\n\n" + String(repeating: Self.step, count: count)]
    }
    try await expectLinear("steps that fail") { count in
      ["a.md": "# Look\n\n" + (0..<count).map { "1. Click **Lost \($0)**.\n" }.joined()]
    }
    try await expectLinear("procedures") { count in
      ["a.md": (0..<count).map { "## Look \($0)\n\n\(Self.step)\n" }.joined()]
    }
    try await expectLinear("links in a box that lead nowhere") { count in
      let links = (0..<count).map { ">* [x](x\($0).md)\n" }.joined()
      return ["a.md": "# Look\n\n>[!PREREQUISITES]\n>\n\(links)\n\(Self.step)"]
    }
  }
}
