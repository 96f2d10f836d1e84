import Diagnostics
import Foundation
import MarketoAdminEngine
import EngineInterface
import ProcedureExecutor
import ProcedureModel
import TestSupport

/// Every claim of some pages made false, and the product broken under them: what is caught.
///
/// Prints a row a kind, and what survived; stops with an error where too much did. Without folders,
/// it takes the project's own help pages.
@main
struct ClaimMutants {
  private var files: [String: String] = [:]
  private var pages: [String: Page] = [:]
  private var tally: [ClaimMutant.Kind: [Verdict]] = [:]
  private var survivors: [String] = []
  private var falseAlarms: [String] = []

  static func main() async throws {
    let folders = CommandLine.arguments.dropFirst()
    var run = ClaimMutants()
    for folder in folders.isEmpty ? ["\(Repository.root)/help"] : Array(folders) {
      try run.read(folder)
      try await run.tryPages()
    }
    run.report()
  }

  private mutating func read(_ folder: String) throws {
    files = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where path.hasSuffix(".md") {
      files[path] = try Repository.text(folder + "/" + path)
    }
    pages = readSite(files)
  }

  private mutating func tryPages() async throws {
    for path in files.keys.sorted() {
      guard let text = files[path], let page = pages[path], !page.procedures.isEmpty else {
        continue
      }
      let result = try await check(page, on: MarketoAdmin())
      guard result.findings.allSatisfy({ $0.severity != .error }) else {
        falseAlarms.append(path)
        continue
      }
      let mutator = ClaimMutator(path, text, result)
      for mutant in mutator.mutants() { try await attempt(mutant, of: path, result) }
      for step in mutator.optionalSteps() {
        let without = readPage(step.without, path: path, library: MemoryLibrary(files))
        let isNeeded = try await check(without, on: MarketoAdmin()).findings.contains {
          $0.severity == .error
        }
        if isNeeded { try await attempt(step.mutant, of: path, result) }
      }
      for defect in BrokenProduct.Defect.allCases where defect.contradicts(result) {
        let broken = try await check(page, on: BrokenProduct(defect))
        note(
          Verdict(broken, at: nil, besides: result.unproved), .engine,
          "\(path): \(defect.rawValue)")
      }
    }
  }

  private mutating func attempt(
    _ mutant: ClaimMutant, of path: String, _ result: PageResult
  ) async throws {
    let page = readPage(mutant.text, path: path, library: MemoryLibrary(files))
    let turned = try await check(page, on: MarketoAdmin())
    note(
      Verdict(turned, at: mutant.number, besides: result.unproved), mutant.kind,
      "\(path):\(mutant.number): \(mutant.line)")
  }

  private mutating func note(_ verdict: Verdict, _ kind: ClaimMutant.Kind, _ words: String) {
    tally[kind, default: []].append(verdict)
    switch verdict {
    case .survived: survivors.append("\(kind.rawValue): \(words)")
    case .unproved: print("unproved: \(kind.rawValue): \(words)")
    case .disproved: break
    }
  }

  private func check<E: SnapshotEngine>(_ page: Page, on engine: E) async throws -> PageResult {
    var site = pages
    site[page.path] = page
    let runner = try PageRunner(
      engine: engine, pages: PageGraph(site.values),
      circumstances: E.product.circumstances(reading: given(to: page.path)), values: [:],
      isStrict: false,
      shared: SharedRuns<E>())
    return await runner.run(page)
  }

  /// What the config of the help pages gives those about workspaces.
  private func given(to path: String) -> [String: String] {
    path.hasPrefix("workspaces/") ? ["workspaces": "on"] : [:]
  }

  private func report() {
    for survivor in survivors { print("survived: \(survivor)") }
    for path in falseAlarms { print("an error on the page as it is: \(path)") }
    func row(_ name: String, _ verdicts: [Verdict]) {
      let disproved = verdicts.count { $0 == .disproved }
      let unproved = verdicts.count { $0 == .unproved }
      print(
        "\(name): \(verdicts.count) tried, \(disproved) errors, \(unproved) said to be unproved")
    }
    for kind in ClaimMutant.Kind.allCases { row(kind.rawValue, tally[kind] ?? []) }
    let all = tally.values.flatMap(\.self)
    row("all", all)
    guard falseAlarms.isEmpty, survivors.count * 50 <= all.count else { exit(1) }
  }
}
