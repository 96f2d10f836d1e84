package import Diagnostics
import Dispatch
import EngineInterface
import FoundationEssentials
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import ProcedureParser
import ProcedureReports
import TestSupport

/// What holds for the check of any pages, in every report.
package struct ReportProperties: Sendable {
  private let pages: [String: Page]
  private let sources: [PathKey: SourceText]

  /// Reads files that stand together; those in `_includes` are no pages.
  package init(_ files: [String: [UInt8]]) {
    let library = MemoryLibrary(files.mapValues { String(decoding: $0, as: UTF8.self) })
    let reader = PageReader(library: library, keepsContent: true)
    var pages: [String: Page] = [:]
    var sources: [PathKey: SourceText] = [:]
    for (path, bytes) in files where !path.hasPrefix("_includes/") {
      let (page, source) = reader.read(bytes, path: path)
      pages[path] = page
      sources[path] = source
      if let includes = reader.includes(of: path) { sources[includes.path] = includes }
    }
    self.pages = pages
    self.sources = sources
  }

  /// Performs the pages and makes all reports.
  ///
  /// - Parameter tell: Called with what does not hold.
  package func run(_ tell: (String) -> Void) async {
    let results = await perform()
    for result in results { check(result, tell) }
    let report = CheckReport(
      results: results, skipped: [ConsoleReport.Skipped(path: "s.md", reason: "not yet")],
      sources: sources, timing: CheckReport.Timing(start: 0, total: .zero, pages: [:]),
      version: "1")
    let texts = Self.texts(report) + lists(results)
    for (format, text) in texts { ReportText(format: format, text: text).check(tell) }
    let again = CheckReport(
      results: await perform(), skipped: report.skipped, sources: sources, timing: report.timing,
      version: "1")
    for (first, second) in zip(texts, Self.texts(again)) where first != second {
      tell("\(first.0): the same pages give other bytes")
    }
  }

  private func perform() async -> [PageResult] {
    let shared = SharedRuns<MarketoAdmin>()
    let graph = PageGraph(pages.values)
    var listed = ListedRuns()
    var results: [PageResult] = []
    for path in pages.keys.sorted() {
      guard let page = pages[path] else { continue }
      let runner = PageRunner(
        engine: MarketoAdmin(), pages: graph, circumstances: Circumstances(), values: [:],
        keepsMoments: true, shared: shared)
      results.append(shared.completing(await runner.run(page), &listed))
    }
    return results
  }

  private func check(_ result: PageResult, _ tell: (String) -> Void) {
    for finding in result.findings {
      let range = finding.range
      guard let source = sources[range.file] else {
        tell("\(finding.rule.rawValue) is in \(range.file), which was not read")
        continue
      }
      if !source.holds(range) {
        tell("\(finding.rule.rawValue) lies outside its file: \(range)")
      }
    }
    let hasFailed = result.steps.contains { $0.outcome == .failed && !$0.goesOn }
    if hasFailed, result.count(.error) == 0 { tell("a step failed, and the page did not") }
  }

  private static func texts(_ report: CheckReport) -> [(ReportText.Format, String)] {
    [
      (
        .plain,
        ConsoleReport(usesColor: false, isDetailed: true, sources: report.sources)
          .text(report.results, skipped: report.skipped)
      ),
      (.json, CheckJSON.report(report)),
      (.commands, GitHubReport.report(report)), (.xml, JUnitReport.report(report)),
      (.json, SARIFReport.report(report)), (.json, GitLabReport.report(report)),
      (.plain, MarkdownReport.report(report)),
      (.plain, TAPReport.report(report, version: .fourteen)), (.json, CTRFReport.report(report)),
      (.html, HTMLReport(report).index(folder: "pages")),
    ]
      + report.results.indices.map { (.html, HTMLReport(report).page($0, index: "../i.html")) }
  }

  private func lists(_ results: [PageResult]) -> [(ReportText.Format, String)] {
    let proof = ChecklistBuilder.Proof(
      results: Dictionary(results.map { (PathKey($0.page.path), $0) }) { $1 }, words: "now")
    let builder = ChecklistBuilder(product: MarketoAdmin.product, proof: proof)
    let lists = pages.keys.sorted().compactMap { pages[$0] }.map { builder.checklist($0) }
    return [
      (.plain, MarkdownChecklist.text(lists)), (.html, HTMLChecklist().text(lists)),
      (.csv, CSVChecklist.head + lists.map(CSVChecklist.rows).joined()),
      (.json, JSONChecklist.text(lists)),
      (.plain, lists.map(GherkinChecklist.text).joined()),
    ]
  }
}

extension SourceText {
  /// Whether a range begins and ends at places that the file has.
  package func holds(_ range: SourceRange) -> Bool {
    let (start, end) = (offset(of: range.start), offset(of: range.end))
    return start <= end && self.range(start..<end) == range
  }
}

/// Does some work to its end, where there is no other way to wait for it.
package func finish(_ work: @escaping @Sendable () async -> Void) {
  let isDone = DispatchSemaphore(value: 0)
  Task.detached {
    await work()
    isDone.signal()
  }
  isDone.wait()
}
