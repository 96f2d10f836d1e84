import ProcedureParser

/// Reads the pages of a folder, and tells what that costs in times of what libcmark costs, and how
/// much is understood.
///
/// Times are CPU times of a thread, without reading the files; each figure is the median of several
/// rounds. The last line reads the files as well, on all cores.
@main
struct Benchmark {
  static func main() async throws {
    guard CommandLine.arguments.count == 2 else {
      print(
        "usage: swift run -c release benchmark FOLDER, or: swift run -c release benchmark growth")
      return
    }
    if CommandLine.arguments[1] == "growth" {
      if try await !Growth().print() { Clock.exitFailing() }
      return
    }
    let library = Folder(CommandLine.arguments[1])
    let paths = library.pages(under: library.path)
    guard !paths.isEmpty else {
      print("there are no pages under \(library.path)")
      return
    }
    var total = Total()
    let rounds = (0..<5).map { _ in round(paths, library, &total) }
    let raw = median(rounds.map(\.raw))
    let structure = median(rounds.map(\.structure))
    let model = median(rounds.map(\.model))
    print(
      "\(paths.count) pages, \(total.bytes) bytes, \(total.misaligned) texts without exact place")
    print("libcmark, parsed and walked    \(milliseconds(raw))")
    print("pages without their sentences  \(milliseconds(structure))  \(ratio(structure, raw))")
    print("pages with their sentences     \(milliseconds(model))  \(ratio(model, raw))")
    await parallel(paths, library)
    print("peak memory \(Clock.peakMemory / 1024) MiB")
    Understanding(paths, library).print()
  }

  private struct Total {
    var bytes = 0
    var misaligned = 0
  }

  private typealias Costs = (raw: Double, structure: Double, model: Double)

  private static func round(
    _ paths: [String], _ library: Folder, _ total: inout Total
  ) -> Costs {
    var costs: Costs = (0, 0, 0)
    // A reader of its own for each measure: what one has looked up would make the next one faster.
    let (structures, models) = (PageReader(library: library), PageReader(library: library))
    total = Total()
    for path in paths {
      let bytes = library.bytes(of: path) ?? []
      total.bytes += bytes.count
      costs.raw += Clock.threadSeconds { Libcmark.parseAndWalk(bytes) }
      costs.structure += Clock.threadSeconds {
        total.misaligned += structures.structure(bytes, path: path).misaligned
      }
      costs.model += Clock.threadSeconds { _ = models.read(bytes, path: path) }
    }
    return costs
  }

  /// All pages side by side, each read from disk and let go.
  private static func parallel(_ paths: [String], _ library: Folder) async {
    let reader = PageReader(library: library)
    let start = (wall: Clock.wallSeconds, own: Clock.processSeconds)
    await withTaskGroup(of: Void.self) { group in
      let lanes = 8
      for lane in 0..<lanes {
        group.addTask {
          for index in stride(from: lane, to: paths.count, by: lanes) {
            _ = reader.read(library.bytes(of: paths[index]) ?? [], path: paths[index])
          }
        }
      }
    }
    let wall = Clock.wallSeconds - start.wall
    let own = Clock.processSeconds - start.own
    print(
      "side by side, with reading     \(milliseconds(wall)) of wall time, "
        + "\(ratio(wall, own)) its CPU time")
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func milliseconds(_ seconds: Double) -> String {
    let text = String(Int((seconds * 1000).rounded()))
    return String(repeating: " ", count: max(0, 6 - text.count)) + text + " ms"
  }

  private static func ratio(_ value: Double, _ base: Double) -> String {
    let hundredths = Int((value / base * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) times"
  }
}
