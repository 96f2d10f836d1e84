import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import ProcedureParser
import SystemPackage

/// What there is in a folder of pages.
struct FolderSurvey: Sendable {
  /// Its one name, without links, by which the paths of its pages begin.
  let folder: String
  /// Paths of all pages, in their order.
  private(set) var pages: [String] = []
  /// Paths of the pages with procedures.
  private(set) var withProcedures: [String] = []
  private(set) var procedures = 0
  private(set) var steps = 0
  /// How often the marks of each house stand in the pages.
  private(set) var houses: [House: Int] = [:]
  /// Files of texts that pages include.
  private(set) var snippets: [String] = []
  /// How many of the pages with procedures have labels that tell what they are about, and how many
  /// of these are about the engine's product.
  private(set) var recognised = (of: 0, count: 0)
  /// What could not be read.
  private(set) var problems: [String]
  /// The folder of the documentation.
  let root: DocumentationRoot
  /// The config above the folder, which no longer holds for it once it has its own.
  let configurationAbove: String?

  /// What is known of one page.
  private struct PageSurvey: Sendable {
    let path: String
    var procedures = 0
    var steps = 0
    var houses: [House: Int] = [:]
    var isRecognised: Bool?
    /// Destinations of links that begin at the site's root.
    var links: [String] = []
    var problem: String?
  }

  init(_ folder: String) async throws {
    configurationAbove = Configuration.place(nearestTo: folder).map(Configuration.path)
    let sitemap = try Sitemap(paths: [folder])
    self.folder = sitemap.requests.keys.first?.path ?? folder
    problems = sitemap.problems
    let recognition = ProductRecognition(
      Explorer.screens(of: MarketoAdmin(), under: Circumstances()), isCommon: CommonLabels.contains)
    var links: [String] = []
    var found: [PageSurvey] = []
    try await sitemap.forEachPage({ Self.survey($0, recognition) }, use: { found.append($0) })
    for page in found {
      if let problem = page.problem { problems.append(problem) }
      pages.append(page.path)
      if page.procedures > 0 { withProcedures.append(page.path) }
      procedures += page.procedures
      steps += page.steps
      houses.merge(page.houses) { $0 + $1 }
      links += page.links
      if let isRecognised = page.isRecognised {
        recognised.of += 1
        if isRecognised { recognised.count += 1 }
      }
    }
    root = DocumentationRoot(
      of: self.folder, pages: pages, withProcedures: withProcedures, links: links)
    snippets = Self.snippets(of: pages, in: sitemap)
  }

  private static func survey(
    _ read: Sitemap.ReadPage, _ recognition: ProductRecognition
  ) -> PageSurvey {
    var survey = PageSurvey(path: read.path, problem: read.problem)
    guard let page = read.page else { return survey }
    survey.procedures = page.procedures.count
    survey.steps = page.procedures.reduce(0) { $0 + $1.allSteps.count }
    survey.houses = read.sources.first.map { House.marks(in: $0.bytes) } ?? [:]
    survey.isRecognised = recognition.recognises(page)
    survey.links = page.links.map(\.destination)
      .filter { $0.hasPrefix("/") && !$0.hasPrefix("//") }
    return survey
  }

  /// The files of includes in the folders of pages, and in those above them up to the given one.
  private static func snippets(of pages: [String], in sitemap: Sitemap) -> [String] {
    let folders = Set(pages.map { FilePath($0).removingLastComponent() })
    let above = folders.flatMap { folder in
      (0...folder.components.count).map { count in
        FilePath(root: folder.root, folder.components.dropLast(count))
      }
    }
    return Set(above).map { $0.appending("_includes/snippets.md").string }
      .filter { FileReading.kind($0) == .file && sitemap.mayRead($0) }.inPathOrder()
  }

  /// Whether the engine models what most of the pages are about.
  var fitsEngine: Bool { recognised.count * 2 > recognised.of }
}
