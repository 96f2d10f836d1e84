import Diagnostics
import ProcedureExecutor
import ProcedureModel
import ProcedureParser

/// The pages of a call, with those that they require.
struct Site {
  let sitemap: Sitemap
  /// What holds for the check of its pages.
  let settings: RunSettings
  private(set) var pages: [PathKey: Page] = [:]
  private(set) var sources: [PathKey: SourceText] = [:]
  /// What could not be read, or holds nothing to check.
  private(set) var problems: [String]
  /// Pages in folders that have numbered lines, and no procedure all the same.
  private(set) var numbered: [String] = []

  /// The pages that were asked for and could be read, in path order.
  var asked: [String] { sitemap.asked.filter { pages[$0] != nil } }

  /// All files that were read: pages, what they include, configs.
  var filesRead: [String] { sources.keys.map(\.path) + sitemap.configurationFiles }

  /// - Parameters:
  ///   - paths: What was asked for.
  ///   - given: A page that stands for its file.
  ///   - outside: What may be read besides.
  ///   - keepsContent: Pages keep all that is shown in their steps and around them.
  ///   - settings: What the command line says of a check; nil where none is made.
  ///   - jobs: How many pages are in work at a time.
  /// - Throws: ``ConfigurationError`` for a config with a mistake, or configs that don't agree.
  init(
    paths: [String], given: GivenPage? = nil, allowing outside: [String],
    keepsContent: Bool = false, settings: RunSettings? = nil,
    jobs: Int = OrderedConcurrency.usualWidth
  ) async throws {
    sitemap = try Sitemap(
      paths: paths, given: given, allowing: outside, keepsContent: keepsContent, jobs: jobs)
    self.settings = try settings?.over(sitemap.configurations) ?? RunSettings()
    problems = sitemap.problems
    var reads: [Sitemap.ReadPage] = []
    try await sitemap.forEachPage({ $0 }, use: { reads.append($0) })
    for read in reads { take(read) }
    requireProcedures(ofEach: self.settings.requiresProcedures ?? false)
    try introduceFolders()
    var open = pages.values.flatMap { $0.requiredLinks.compactMap(\.resolved) }.inPathOrder()
    while let path = open.popLast() {
      guard pages[path] == nil else { continue }
      let read = try sitemap.read(path)
      take(read)
      open += read.page?.requiredLinks.compactMap(\.resolved) ?? []
    }
  }

  /// Reads the pages that introduce the folders of those that were asked for.
  private mutating func introduceFolders() throws {
    var seen: Set<PathKey> = []
    for folder in Set(asked.map { PathKey(FileLibrary.folder(of: $0)) }).sorted() {
      for above in FileLibrary.ancestors(of: folder.path)
      where seen.insert(above) {
        for name in Page.folderIntroductions {
          let path = above == "." || above.isEmpty ? name : "\(above)/\(name)"
          guard pages[path] == nil, FileReading.kind(path) == .file, sitemap.mayRead(path) else {
            continue
          }
          take(try sitemap.read(path))
        }
      }
    }
  }

  private mutating func take(_ read: Sitemap.ReadPage) {
    if let page = read.tooLarge {
      pages[page.path] = page
      return
    }
    if let problem = read.problem { problems.append(problem) }
    guard let page = read.page else { return }
    pages[page.path] = page
    for source in read.sources { sources[source.path] = source }
  }

  /// Whether lines of it begin with numbers, outside of code.
  private func hasNumbersOnly(_ path: String) -> Bool {
    guard let page = pages[path], page.procedures.isEmpty, let source = sources[path] else {
      return false
    }
    var isInCode = false
    for line in source.bytes.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      if text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8) { isInCode.toggle() }
      let rest = text.drop { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      let isNumbered =
        rest.startIndex > text.startIndex
        && (rest.starts(with: ". ".utf8) || rest.starts(with: ") ".utf8))
      if isNumbered, !isInCode { return true }
    }
    return false
  }

  /// A folder of which no page has a procedure can't be checked, and a page only where it need not
  /// have one.
  private mutating func requireProcedures(ofEach: Bool) {
    for (key, asked) in sitemap.requests.sorted(by: { $0.key < $1.key }) {
      let path = key.path
      let isFolder = sitemap.isFolder(path)
      if isFolder { numbered += asked.filter(hasNumbersOnly) }
      let read = asked.compactMap { pages[$0] }
      guard read.count == asked.count || asked.count > 1 else { continue }
      if isFolder || ofEach, read.allSatisfy({ $0.procedures.isEmpty && !$0.isTooLarge }) {
        problems.append(
          isFolder
            ? "\(path): no page in this folder has a procedure"
            : "\(path): this page has no procedure")
      }
    }
  }
}
