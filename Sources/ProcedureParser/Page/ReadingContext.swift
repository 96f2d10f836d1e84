import Diagnostics
import Synchronization
import SystemPackage

/// What several pages share while they are read: the listing of the library, and what they include.
final class ReadingContext: Sendable {
  let library: any PageLibrary
  private let state = Mutex(State())

  private struct State {
    /// Pages by name, by folder.
    var listings: [PathKey: [PathKey: [String]]] = [:]
    var resolutions: [PathKey: LinkResolver.Resolution] = [:]
    /// The nearest folder that has another one in it, by folder and name.
    var nearestFolders: [PathKey: String?] = [:]
    /// The file of includes that holds for a folder.
    var snippetFiles: [PathKey: String?] = [:]
    var snippets: [PathKey: SnippetFile?] = [:]
    /// What a link to a part of a page can name, by page.
    var anchors: [PathKey: Set<String>?] = [:]
  }

  init(_ library: any PageLibrary) {
    self.library = library
  }

  /// Where a path leads from a folder; what is found is kept.
  func resolution(
    of path: String, from folder: String, find: () -> LinkResolver.Resolution
  ) -> LinkResolver.Resolution {
    let key = folder + "\n" + path
    if let known = state.withLock({ $0.resolutions[key] }) { return known }
    let found = find()
    state.withLock { $0.resolutions[key] = found }
    return found
  }

  /// The nearest folder, from one upwards, that has a folder of a name in it.
  func nearestFolder(above folder: String, with name: String) -> String? {
    let key = folder + "\n" + name
    if let known = state.withLock({ $0.nearestFolders[key] }) { return known }
    let nearest = library.ancestors(of: folder).first {
      library.isFolder(FilePath($0).appending(name).lexicallyNormalized().string)
    }
    state.withLock { $0.nearestFolders[PathKey(key)] = .some(nearest) }
    return nearest
  }

  /// The pages of a name anywhere under a folder.
  func pages(named name: String, under folder: String) -> [String] {
    let known = state.withLock { $0.listings[folder] }
    if let known { return known[name] ?? [] }
    let listing = Dictionary(grouping: library.pages(under: folder)) {
      PathKey(FilePath($0).lastComponent?.string ?? "")
    }
    state.withLock { $0.listings[folder] = listing }
    return listing[name] ?? []
  }

  /// The anchors of another page; nil where it can't be read.
  func anchors(of path: String) -> Set<String>? {
    if let known = state.withLock({ $0.anchors[path] }) { return known }
    let anchors = library.bytes(of: path).map(AnchorScan.anchors)
    state.withLock { $0.anchors[PathKey(path)] = .some(anchors) }
    return anchors
  }

  /// The file of the includes of a page: `_includes/snippets.md` in its folder or in the nearest
  /// one above.
  func snippetsPath(for page: String) -> String? {
    let folder = FilePath(page).removingLastComponent()
    if let known = state.withLock({ $0.snippetFiles[folder.string] }) { return known }
    let path = library.ancestors(of: folder.string).lazy
      .map { FilePath($0).appending(PageReader.snippetFile).lexicallyNormalized().string }
      .first(where: library.isFile)
    state.withLock { $0.snippetFiles[PathKey(folder.string)] = .some(path) }
    return path
  }

  /// The includes of a page; nil where there are none, or the file can't be read.
  func snippets(for page: String) -> SnippetFile? {
    guard let path = snippetsPath(for: page) else { return nil }
    if let known = state.withLock({ $0.snippets[path] }) { return known }
    let file = library.bytes(of: path).map { SnippetFile(path: path, bytes: $0, context: self) }
    state.withLock { $0.snippets[PathKey(path)] = .some(file) }
    return file
  }
}
