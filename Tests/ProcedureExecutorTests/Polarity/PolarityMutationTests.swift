import FoundationEssentials
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing

/// Every sentence that is performed or judged, turned round: nothing that a page denies is done or
/// ticked, and nothing that it affirms is left out.
///
/// One turn in sixteen is tried each time; with `ALL_MUTANTS=1`, all.
struct PolarityMutationTests {
  private static let takesAll = ProcessInfo.processInfo.environment["ALL_MUTANTS"] != nil

  /// A folder of pages that refer to each other.
  private struct Site: Sendable {
    let name: String
    let files: [String: String]
    let pages: [String: Page]

    init(_ name: String, _ files: [String: String]) {
      self.name = name
      self.files = files
      pages = readSite(files)
    }

    func check(_ path: String, as page: Page) async throws -> PageResult {
      var pages = pages
      pages[path] = page
      return try await ProcedureExecutorTests.check(path, of: pages)
    }
  }

  private static func sites() throws -> [Site] {
    var sites = [Site("help", try Repository.pages(in: "help"))]
    guard let real = Repository.realPages else { return sites }
    sites.append(Site("pages", try files(in: real)))
    // The cases that stand beside the real pages.
    let cases = real + "/../cases"
    for group in (try? FileManager.default.contentsOfDirectory(atPath: cases)) ?? [] {
      let folder = cases + "/" + group
      for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() {
        let files = try files(in: folder + "/" + name)
        if files["page.md"] != nil { sites.append(Site("\(group)/\(name)", files)) }
      }
    }
    return sites
  }

  private static func files(in folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    where path.hasSuffix(".md") && path != "README.md" {
      files[path] = try? Repository.text(folder + "/" + path)
    }
    return files
  }

  @Test func `no mutant survives`() async throws {
    var tried: [Mutant.Turn: Int] = [:]
    var number = 0
    for site in try Self.sites() {
      for path in site.files.keys.sorted() {
        guard let text = site.files[path], let page = site.pages[path] else { continue }
        let result = try await site.check(path, as: page)
        guard result.errors.isEmpty else { continue }
        for mutant in Mutator(path, text, result).mutants() {
          number += 1
          guard Self.takesAll || number.isMultiple(of: 16) else { continue }
          tried[mutant.turn, default: 0] += 1
          let turned = readPage(mutant.text, path: path, library: MemoryLibrary(site.files))
          let fault = mutant.fault(in: try await site.check(path, as: turned))
          #expect(fault == nil, "\(mutant.turn) \(site.name)/\(path): \(mutant.line)")
        }
      }
    }
    if Self.takesAll {
      print(tried.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key): \($0.value)" })
    }
    for turn in Mutant.Turn.allCases { #expect(tried[turn, default: 0] > 5, "\(turn)") }
  }
}
