import ArgumentParser
import Diagnostics
import EngineInterface
import ProcedureExecutor
import ProcedureModel
import ProcedureReports

extension CheckCommand {
  func runs(
    of site: Site, given: Circumstances, baseline: BaselineFile?
  ) throws -> (runs: [PageRun], skipped: [ConsoleReport.Skipped]) {
    let shown = rules.isEmpty ? Set(Rule.allCases) : Set(rules)
    var runs: [PageRun] = []
    var skipped: [ConsoleReport.Skipped] = []
    for path in site.asked {
      guard let page = site.pages[path],
        !page.procedures.isEmpty || page.isTooLarge
          || site.sitemap.isNamed(path) && site.settings.requiresProcedures != true
      else { continue }
      let configuration = try site.sitemap.configuration(for: path)
      let settings = configuration?.settings(for: path) ?? Configuration.Settings()
      if let reason = settings.skip {
        skipped.append(ConsoleReport.Skipped(path: path, reason: reason))
        continue
      }
      let held = try configuration?.circumstances(in: settings) ?? Circumstances()
      runs.append(
        PageRun(
          page: page, circumstances: held.overridden(by: given),
          values: settings.values.merging(value.map { ($0.key, $0.value) }) { $1 },
          rules: settings.rules, shown: shown, baseline: baseline, sources: site.sources,
          isEngineKnown: (engine ?? configuration?.engine) != nil
            || settings.rules.isOff(.otherProduct)))
    }
    return (runs, skipped)
  }

  /// Performs the pages side by side; the results come in the order of the runs.
  func results<E: SnapshotEngine>(
    of runs: [PageRun], on engine: E, in graph: PageGraph, isStrict: Bool,
    _ stream: inout TextStream
  ) async throws -> (results: [PageResult], durations: [PathKey: Duration]) {
    let keepsMoments = ([format] + output.map(\.format)).contains(.html)
    let shared = SharedRuns<E>()
    var results: [PageResult] = []
    var listed = ListedRuns()
    var durations: [PathKey: Duration] = [:]
    var progress = Progress(
      total: runs.count, isShown: Console.isTerminal.errors && !quiet)
    try await OrderedConcurrency.forEach(
      runs, atOnce: jobs ?? OrderedConcurrency.usualWidth
    ) { run in
      let runner = PageRunner(
        engine: engine, pages: graph, circumstances: run.circumstances, values: run.values,
        isStrict: isStrict, keepsMoments: keepsMoments, shared: shared)
      let start = ContinuousClock.now
      let result = await runner.run(run.page)
      return (result: result, duration: ContinuousClock.now - start)
    } use: { performed in
      let result = shared.completing(performed.result, &listed)
      let run = runs[results.count]
      durations[run.page.path] = performed.duration
      results.append(result)
      progress.clear()
      try stream.print(
        run.judged(result), isCertain: run.isEngineKnown || !OtherProduct<E>.mayBe(result))
      progress.add(hasFailed: result.count(.error) > 0)
    }
    progress.clear()
    let byPath = Dictionary(runs.map { (PathKey($0.page.path), $0) }) { first, _ in first }
    let told = OtherProduct(engine: engine, engineName: Configuration.engines[0])
      .told(in: results) { byPath[$0.page.path]?.isEngineKnown == false }
      .map { byPath[$0.page.path]?.judged($0) ?? $0 }
    return (told, durations)
  }

  /// A value whose field no page asks for is a slip; where a page failed, it may have been ahead.
  func refuseUnknownValues(_ results: [PageResult]) throws {
    guard !results.isEmpty, results.allSatisfy({ $0.count(.error) == 0 }) else { return }
    let known = Set(results.flatMap(\.fieldNames)).sorted()
    for pair in value where !known.contains(where: { $0.lowercased() == pair.key.lowercased() }) {
      let nearest = Spelling.nearest(to: pair.key, among: known)
      throw ValidationError(
        "no page asks for a value for \"\(pair.key)\""
          + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
  }
}
