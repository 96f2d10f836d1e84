import Diagnostics
import FoundationEssentials
import ProcedureModel
import ProcedureParser
import SystemPackage

/// Which pages a call asks for, and how each of them is read.
struct Sitemap: Sendable {
  /// The pages that were asked for, once each, in path order: the order of arguments doesn't matter.
  let asked: [String]
  /// The pages of each argument.
  let requests: [PathKey: [String]]
  /// What is not there.
  let problems: [String]
  /// The configs of the pages that were asked for, in the order of their paths.
  let configurations: [Configuration]
  /// Files in the folders that were asked for that are not taken for pages.
  let passedOver: [String]
  /// A page that stands for its file.
  private let given: GivenPage?
  /// How many pages are in work at a time.
  private let jobs: Int
  private let folders: Set<PathKey>
  private let givenFolders: [PathKey: String]
  private let roots: ReadingRoots
  private let readers: PageReaders

  /// A page as it was read, with the files it is made of.
  struct ReadPage: Sendable {
    let path: String
    var page: Page?
    var sources: [SourceText] = []
    var problem: String?
    /// Stands for a page that is too large to be read; nil for others.
    var tooLarge: Page?
  }

  init(
    paths: [String], given page: GivenPage? = nil, allowing outside: [String] = [],
    explains: Bool = false, keepsContent: Bool = false,
    jobs: Int = OrderedConcurrency.usualWidth
  ) throws {
    var requests: [PathKey: [String]] = [:]
    var problems: [String] = []
    var passedOver: [String] = []
    var folders: Set<PathKey> = []
    var givenFolders: [PathKey: String] = [:]
    for given in paths {
      let path = Self.door(given)
      if PathKey(path) == page.map({ PathKey($0.path) }) {
        requests[path] = [path]
        continue
      }
      switch FileReading.kind(path) {
      case nil: problems.append("\(given): no such file or folder")
      case .file: requests[path] = [path]
      case .folder:
        folders.insert(path)
        let listing = FileLibrary.pages(under: path)
        problems += listing.problems
        passedOver += listing.passedOver
        requests[path] = listing.pages
        for page in listing.pages { givenFolders[page] = givenFolders[page] ?? path }
      }
    }
    // The file of a page that is given need not be there.
    let places =
      requests.keys.map(\.path).filter { PathKey($0) != page.map { PathKey($0.path) } }
      + [page?.folder].compactMap(\.self)
    roots = ReadingRoots(of: places.inPathOrder(), allowing: outside)
    readers = PageReaders(
      roots: roots, given: page, explains: explains, keepsContent: keepsContent)
    given = page
    self.jobs = jobs
    asked = Set(requests.values.joined().map(PathKey.init)).map(\.path).inPathOrder()
    self.requests = requests
    self.problems = problems
    let others = Set(passedOver.map(PathKey.init)).subtracting(asked.map(PathKey.init))
    self.passedOver = others.map(\.path).inPathOrder()
    self.folders = folders
    self.givenFolders = givenFolders
    // All of them now: of several with a mistake it is always the same that is told.
    configurations = try readers.configurations(for: asked)
  }

  /// The one name of what a path leads to, however it is written: without links, "." and "..",
  /// and relative where the path is.
  static func door(_ path: String) -> String {
    guard let resolved = FileReading.resolved(path) else { return path }
    guard FilePath(path).isRelative,
      let here = FileReading.resolved(FileManager.default.currentDirectoryPath)
    else { return resolved.string }
    return FileLibrary.relative(resolved, to: here)
  }

  /// Whether a page was given itself, and not only its folder.
  func isNamed(_ page: String) -> Bool {
    requests[page].map { $0.map(PathKey.init) } == [PathKey(page)] && !folders.contains(page)
  }

  /// Whether its page is not that of a file.
  var isGiven: Bool { given != nil }

  func isFolder(_ path: String) -> Bool { folders.contains(path) }

  /// Whether all pages of a folder were asked for.
  func covers(_ folder: String) -> Bool {
    guard let folder = FileReading.resolved(folder) else { return false }
    return folders.contains { FileReading.resolved($0.path).map(folder.starts) == true }
  }

  /// The config that holds for a page.
  func configuration(for page: String) throws -> Configuration? {
    try readers.configuration(for: FilePath(page).removingLastComponent().string)
  }

  /// The configs that were read.
  var configurationFiles: [String] { readers.configurationFiles }

  /// The reader of a page, which knows what holds for it.
  func reader(for path: String) throws -> PageReader {
    let configuration = try configuration(for: path)
    return readers.reader(
      siteRoot: configuration?.siteRoot, givenFolder: givenFolders[path],
      checksImages: configuration?.settings(for: path).rules.asks(for: .missingImage) ?? false)
  }

  /// Whether a file is inside what the call may read.
  func mayRead(_ path: String) -> Bool { roots.hold(path) }

  /// Whether a file, which need not be there, is inside what the call may read.
  func mayHold(_ path: String) -> Bool {
    FileReading.resolved(path).map(roots.contain) ?? roots.contain(OutputFile.place(of: path))
  }

  private func bytes(of path: String) throws(FileReading.Failure) -> [UInt8] {
    if let given, PathKey(path) == PathKey(given.path) { return given.bytes }
    guard roots.hold(path) || FileReading.resolved(path) == nil else { throw .outside }
    return try FileReading.bytes(of: path)
  }

  func read(_ path: String) throws -> ReadPage {
    let reader = try reader(for: path)
    var read = ReadPage(path: path)
    let bytes: [UInt8]
    do throws(FileReading.Failure) {
      bytes = try self.bytes(of: path)
    } catch {
      read.problem = "\(path): \(error.message)"
      if error == .tooLarge { read.tooLarge = .unread(path, error.message) }
      return read
    }
    let (page, source) = reader.read(bytes, path: path)
    read.page = page
    read.sources = [source]
    if page.procedures.contains(where: { $0.allSteps.contains { $0.includedAt != nil } }),
      let includes = reader.includes(of: path)
    {
      read.sources.append(includes)
    }
    return read
  }

  /// Reads the pages side by side and makes something of each; the results are used in path
  /// order, and few are held at a time.
  func forEachPage<Output: Sendable>(
    _ work: @escaping @Sendable (ReadPage) throws -> Output, use: (Output) throws -> Void
  ) async throws {
    try await OrderedConcurrency.forEach(
      asked, atOnce: jobs, { try work(try read($0)) }, use: use)
  }
}

extension Page {
  /// A page of which nothing is known but that it was not read.
  fileprivate static func unread(_ path: String, _ reason: String) -> Page {
    let start = SourcePosition(line: 1, column: 1)
    let range = SourceRange(file: path, start: start, end: start)
    return Page(
      path: path, title: Passage(path, at: range),
      findings: [Finding(.tooLarge, at: range, "the page is \(reason)")])
  }
}
