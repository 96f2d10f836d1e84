import Diagnostics
import FoundationEssentials
import ProcedureModel
import ProcedureParser
import Synchronization
import SystemPackage

/// Which pages a call asks for, and how each of them is read.
struct Sitemap: Sendable {
  /// The pages that were asked for, once each, in path order: the order of arguments is no matter.
  let asked: [String]
  /// The pages of each argument.
  let requests: [String: [String]]
  /// What is not there.
  let problems: [String]
  private let folders: Set<String>
  private let givenFolders: [String: String]
  /// Folders outside of which nothing is read.
  private let readingRoots: [String]
  private let readers: Readers

  /// A page as it was read, with the files it is made of.
  struct ReadPage: Sendable {
    let path: String
    var page: Page?
    var sources: [SourceText] = []
    var problem: String?
  }

  init(paths: [String], explains: Bool = false) throws {
    readers = Readers(explains: explains)
    var requests: [String: [String]] = [:]
    var problems: [String] = []
    var folders: Set<String> = []
    var givenFolders: [String: String] = [:]
    for path in paths {
      let normalised = FilePath(path).lexicallyNormalized().string
      let path = normalised.isEmpty ? "." : normalised
      switch FileLibrary.kind(path) {
      case nil: problems.append("\(path): there is no such file or folder")
      case .file: requests[path] = [path]
      case .folder:
        folders.insert(path)
        requests[path] = FileLibrary.pages(under: path)
        for page in requests[path] ?? [] { givenFolders[page] = givenFolders[page] ?? path }
      }
    }
    readingRoots = Set(requests.keys.compactMap(FileLibrary.readingRoot)).sorted()
    asked = Set(requests.values.joined()).sorted()
    self.requests = requests
    self.problems = problems
    self.folders = folders
    self.givenFolders = givenFolders
  }

  func isFolder(_ path: String) -> Bool { folders.contains(path) }

  /// The config that holds for a page.
  func configuration(for page: String) throws -> Configuration? {
    try readers.configuration(for: FilePath(page).removingLastComponent().string)
  }

  func read(_ path: String) throws -> ReadPage {
    let configuration = try configuration(for: path)
    let reader = try readers.reader(
      configuration, givenFolder: givenFolders[path], readingRoot: readingRoot(for: path))
    var read = ReadPage(path: path)
    guard let bytes = FileLibrary.contents(of: path) else {
      read.problem = "\(path): the file can't be read"
      return read
    }
    guard bytes.count <= FileLibrary.sizeLimit else {
      read.problem = "\(path): larger than \(FileLibrary.sizeLimit / 1_000_000) MB, not read"
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

  private func readingRoot(for page: String) -> String? {
    readingRoots.first { FileLibrary.isInside(page, of: $0) }
  }

  /// Reads the pages side by side and makes something of each; the results are used in path
  /// order, and few are held at a time.
  func forEachPage<Output: Sendable>(
    _ work: @escaping @Sendable (ReadPage) -> Output, use: (Output) throws -> Void
  ) async throws {
    try await OrderedConcurrency.forEach(asked, { work(try read($0)) }, use: use)
  }

  /// Configs and readers by what they depend on.
  private final class Readers: Sendable {
    private struct State {
      /// By the folder of a page.
      var configurations: [String: Configuration?] = [:]
      /// By the folder of the config, as a page's folder leads to it.
      var read: [String: Configuration] = [:]
      var readers: [Key: PageReader] = [:]
    }

    private struct Key: Hashable {
      let siteRoot: String?
      let givenFolder: String?
      let readingRoot: String?
      let checksImages: Bool
    }

    private let explains: Bool
    private let state = Mutex(State())

    init(explains: Bool) {
      self.explains = explains
    }

    func configuration(for folder: String) throws -> Configuration? {
      try state.withLock { state in
        if let known = state.configurations[folder] { return known }
        let library = FileLibrary(siteRoot: nil, givenFolder: nil)
        let place =
          Configuration.place(nearestTo: folder, library: library)
          ?? Configuration.place(nearestTo: "", library: library)
        let found = try place.map { try state.read[$0] ?? Configuration(at: $0) }
        if let place { state.read[place] = found }
        state.configurations[folder] = .some(found)
        return found
      }
    }

    func reader(
      _ configuration: Configuration?, givenFolder: String?, readingRoot: String?
    ) throws -> PageReader {
      let rules = try Rules(configuration)
      let key = Key(
        siteRoot: configuration?.siteRoot, givenFolder: givenFolder, readingRoot: readingRoot,
        checksImages: rules.asks(for: .missingImage))
      return state.withLock { state in
        if let known = state.readers[key] { return known }
        let reader = PageReader(
          library: FileLibrary(
            siteRoot: key.siteRoot, givenFolder: givenFolder, readingRoot: readingRoot),
          checksImages: key.checksImages, explains: explains)
        state.readers[key] = reader
        return reader
      }
    }
  }
}
