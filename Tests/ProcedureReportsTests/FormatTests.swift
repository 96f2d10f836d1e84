import Diagnostics
import EngineInterface
import FoundationEssentials
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import ProcedureReports
import TestSupport
import Testing

/// The reports for other programs, over pages that fail, pass and are left out.
struct FormatTests {
  private static let failing = """
    # Löök

    See [löst](lost.md) and www.example.com.

    1. Click **Admin** (“é” – ☃), then click **Usrs & Roles**.
    1. Click **Users & Roles**.
    """
  private static let passing = "# Look\n\nAdmin permissions required.\n\n1. Click **Admin**.\n"

  private static let formats: [(name: String, report: @Sendable (CheckReport) -> String)] = [
    ("github.txt", { GitHubReport.report($0) }), ("junit.xml", { JUnitReport.report($0) }),
    ("sarif.json", { SARIFReport.report($0) }), ("gitlab.json", { GitLabReport.report($0) }),
    ("markdown.md", { MarkdownReport.report($0) }), ("ctrf.json", { CTRFReport.report($0) }),
    ("tap.txt", { TAPReport.report($0, version: .thirteen) }),
  ]

  static func report(
    _ files: [String: String], skipped: [ConsoleReport.Skipped] = [],
    repositoryPaths: [PathKey: String] = [:]
  ) async -> CheckReport {
    let pages = readSite(files)
    let runner = PageRunner(
      engine: MarketoAdmin(), pages: PageGraph(pages.values), circumstances: .init(), values: [:])
    var results: [PageResult] = []
    for path in pages.keys.sorted() {
      if let page = pages[path] { results.append(await runner.run(page)) }
    }
    let sources = files.reduce(into: [PathKey: SourceText]()) { sources, file in
      sources[file.key] = SourceText(path: file.key, bytes: Array(file.value.utf8))
    }
    let timing = CheckReport.Timing(
      start: 1_767_603_600_000, total: .milliseconds(1234),
      pages: [PathKey("a.md"): .milliseconds(6), PathKey("b.md"): .milliseconds(2)])
    return CheckReport(
      results: results, skipped: skipped, sources: sources, timing: timing, version: "1.2.3",
      ruleTexts: { [.controlNotFound: .init(description: "It is not there.", help: "Write it.")] },
      repositoryPaths: repositoryPaths)
  }

  @Test func `each format, over a failing, a passing, a skipped and an empty run`() async throws {
    let runs = [
      ("failing", await Self.report(["a.md": Self.failing])),
      ("passing", await Self.report(["b.md": Self.passing])),
      ("skipped", await Self.report([:], skipped: [.init(path: "c.md", reason: "<not> yet")])),
      ("empty", await Self.report([:])),
    ]
    for (run, report) in runs {
      for format in Self.formats {
        // The rules of SARIF are the same in each.
        if format.name == "sarif.json", run != "failing" { continue }
        try expectSnapshot(format.report(report), named: "\(run)-\(format.name)")
      }
    }
  }

  @Test func `a SARIF region counts code points, and a fix has the label of the product`()
    async throws
  {
    let text = SARIFReport.report(await Self.report(["a.md": Self.failing]))
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    let result = try #require(log.runs[0].results.first { $0.ruleId == "control-not-found" })
    let region = result.locations[0].physicalLocation.region
    let line = Array("1. Click **Admin** (“é” – ☃), then click **Usrs & Roles**.".unicodeScalars)
    #expect(region.startLine == 5 && region.endLine == 5)
    let words = String(
      String.UnicodeScalarView(line[(region.startColumn - 1)..<(region.endColumn - 1)]))
    #expect(result.message.text.contains("\"\(words)\""))
    #expect(words == "Usrs & Roles" && result.fixes?.count == 1)
    for fix in log.runs[0].results.compactMap(\.fixes).joined() {
      #expect(!fix.artifactChanges.isEmpty)
      #expect(fix.artifactChanges.allSatisfy { !$0.replacements.isEmpty })
    }
    #expect(!text.contains(" : \"\""))
  }

  @Test func `SARIF of an empty run has no results, and says so`() async throws {
    let text = SARIFReport.report(await Self.report([:]))
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    #expect(log.runs.count == 1 && log.runs[0].results.isEmpty)
  }

  @Test func `a nearly right label can be replaced`() async throws {
    let text = SARIFReport.report(await Self.report(["a.md": "# Look\n\n1. Click **Admn**.\n"]))
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    let fixes = try #require(log.runs[0].results[0].fixes)
    let replacement = fixes[0].artifactChanges[0].replacements[0]
    #expect(replacement.insertedContent.text == "Admin")
    #expect(replacement.deletedRegion.startColumn == 12)
    #expect(replacement.deletedRegion.endColumn == 16)
  }

  @Test func `a fingerprint stays when lines move, and is unique`() async throws {
    func fingerprints(_ text: String) async throws -> [String] {
      let report = SARIFReport.report(await Self.report(["a.md": text]))
      let log = try JSONDecoder().decode(Log.self, from: Data(report.utf8))
      return log.runs[0].results.compactMap { $0.partialFingerprints["primaryLocationLineHash"] }
    }
    let page =
      "# Look\n\nAdmin permissions required.\n\n[x](no.md)\n\n[x](no.md)\n\n1. Click **Admin**.\n"
    let first = try await fingerprints(page)
    #expect(first.count == 2 && Set(first).count == 2)
    let moved = page.replacing("# Look\n", with: "# Look\n\nMore.\n\nMore still.\n")
    #expect(try await fingerprints(moved) == first)
  }

  @Test func `GitHub gets ten of a kind and a notice that counts the rest`() async {
    let links = (1...12).map { "[x](no\($0).md)\n\n" }.joined()
    let report = await Self.report(["a.md": "# Look\n\n\(links)1. Click **Admn**.\n"])
    let lines = GitHubReport.report(report).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::warning file=") } == 10)
    #expect(lines.first?.hasPrefix("::error file=a.md") == true)
    #expect(
      lines.last == "::notice title=stepcheck::2 more warnings: GitHub shows only ten of each kind")
  }

  @Test func `paths are those of the repository, where it is known`() async {
    let files = ["a.md": Self.failing]
    let report = await Self.report(files, repositoryPaths: [PathKey("a.md"): "docs/a b.md"])
    #expect(GitHubReport.report(report).contains("file=docs/a b.md,"))
    #expect(SARIFReport.report(report).contains("\"docs/a%20b.md\""))
    #expect(GitLabReport.report(report).contains("\"docs/a b.md\""))
  }

  @Test func `a summary is cut where there is no room`() async {
    let links = (1...500).map { "[x](no\($0).md)\n\n" }.joined()
    let report = await Self.report(["a.md": "# Look\n\n\(links)1. Click **Admin**.\n"])
    let text = MarkdownReport.report(report, limit: 5000)
    #expect(text.utf8.count <= 5000)
    #expect(text.hasPrefix("## stepcheck: ✅ 1 page passed\n"))
    #expect(text.contains("more lines cut off"))
  }

  @Test func `no text of a page is markup of a report`() async {
    let label = "<b>x</b> | `y` $z$ @who #1 ]]> http://a.example www.b.example [[ATTACHMENT|c]]"
    let page = "# A\n\n1. Click **Admin**.\n1. Choose `\(label)` in **Nothing**.\n"
    let report = await Self.report(["a.md": page])
    let markdown = MarkdownReport.report(report)
    for sign in ["<b>", " | `y`", " $z", " @who", " #1", "http://", "www.b"] {
      #expect(!markdown.contains(sign), "\(markdown)")
    }
    let xml = JUnitReport.report(report)
    #expect(!xml.contains("<b>") && !xml.contains("]]>"))
    let points = TAPReport.report(report, version: .fourteen).split(separator: "\n")
      .filter { $0.contains("ok ") }
    #expect(points.contains { $0.contains(" \\#1") } && !points.contains { $0.contains(" #1") })
  }

  /// As much of SARIF as the tests look at.
  private struct Log: Decodable {
    struct Run: Decodable { let results: [Result] }
    struct Text: Decodable { let text: String }
    struct Result: Decodable {
      let ruleId: String
      let message: Text
      let locations: [Location]
      let partialFingerprints: [String: String]
      let fixes: [Fix]?
    }
    struct Location: Decodable { let physicalLocation: Place }
    struct Place: Decodable { let region: Region }
    struct Region: Decodable {
      let startLine: Int
      let startColumn: Int
      let endLine: Int
      let endColumn: Int
    }
    struct Fix: Decodable { let artifactChanges: [Change] }
    struct Change: Decodable { let replacements: [Replacement] }
    struct Replacement: Decodable {
      let deletedRegion: Region
      let insertedContent: Text
    }
    let runs: [Run]
  }
}
