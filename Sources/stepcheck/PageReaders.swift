import Diagnostics
import ProcedureParser
import Synchronization
import SystemPackage

/// Configs and readers by what they depend on.
final class PageReaders: Sendable {
  private struct State {
    /// By the folder of a page.
    var configurations: [PathKey: Configuration?] = [:]
    /// By the folder of the config, as a page's folder leads to it.
    var read: [PathKey: Configuration] = [:]
    var readers: [Key: PageReader] = [:]
  }

  private struct Key: Hashable {
    let siteRoot: PathKey?
    let givenFolder: PathKey?
    let checksImages: Bool
  }

  private let roots: ReadingRoots
  private let given: GivenPage?
  private let explains: Bool
  private let keepsContent: Bool
  private let state = Mutex(State())

  init(roots: ReadingRoots, given: GivenPage?, explains: Bool, keepsContent: Bool) {
    self.roots = roots
    self.given = given
    self.explains = explains
    self.keepsContent = keepsContent
  }

  func configuration(for folder: String) throws -> Configuration? {
    try state.withLock { state in
      if let known = state.configurations[folder] { return known }
      let place =
        Configuration.place(nearestTo: folder) ?? Configuration.place(nearestTo: "")
      let found = try place.map { try state.read[$0] ?? Configuration(at: $0, roots: roots) }
      if let place { state.read[place] = found }
      state.configurations[PathKey(folder)] = .some(found)
      return found
    }
  }

  /// The configs of pages, in the order of their paths.
  func configurations(for pages: [String]) throws -> [Configuration] {
    let folders = Set(pages.map { PathKey(FilePath($0).removingLastComponent().string) })
    var found: [PathKey: Configuration] = [:]
    for folder in folders.sorted() {
      guard let configuration = try configuration(for: folder.path) else { continue }
      found[configuration.path] = configuration
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  var configurationFiles: [String] {
    state.withLock { $0.read.keys.map { Configuration.path(in: $0.path) } }
  }

  func reader(siteRoot: String?, givenFolder: String?, checksImages: Bool) -> PageReader {
    let key = Key(
      siteRoot: siteRoot.map(PathKey.init), givenFolder: givenFolder.map(PathKey.init),
      checksImages: checksImages)
    return state.withLock { state in
      if let known = state.readers[key] { return known }
      let reader = PageReader(
        library: FileLibrary(
          siteRoot: siteRoot, givenFolder: givenFolder, roots: roots, given: given),
        checksImages: key.checksImages, explains: explains, keepsContent: keepsContent)
      state.readers[key] = reader
      return reader
    }
  }
}
