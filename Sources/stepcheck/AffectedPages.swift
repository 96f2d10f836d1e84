import Diagnostics
import ProcedureExecutor
import ProcedureModel
import ProcedureParser
import SystemPackage

/// The pages whose check may come out otherwise than before some changes: pages that have changed,
/// those that include or link to what has, and those that require any of these, directly or by
/// way of others.
struct AffectedPages {
  /// Those that have changed themselves, or whose config has.
  private(set) var changed: Set<PathKey> = []
  /// The others.
  private(set) var touched: Set<PathKey> = []

  var all: Set<PathKey> { changed.union(touched) }

  private let changes: [Changes]
  /// By the path of a file of includes, the names of the snippets that have changed.
  private var snippets: [PathKey: Set<String>] = [:]
  /// The folders that had a config, or a file of includes, and have it no more.
  private let withoutConfiguration: [FilePath]
  private let withoutSnippets: [FilePath]

  init(of site: Site, after changes: [Changes]) async throws {
    self.changes = changes
    withoutConfiguration = [Configuration.fileName, Configuration.otherFileName]
      .flatMap { Self.folders(without: $0, after: changes) }
    withoutSnippets = Self.folders(without: PageReader.snippetFile, after: changes)
    for (key, page) in site.pages {
      let path = key.path
      let configuration = try site.sitemap.configuration(for: path).map(\.path)
      if hasChanged(path) || configuration.map(hasChanged) == true
        || Self.isBelow(path, withoutConfiguration)
      {
        changed.insert(key)
      } else if try await includesChange(page, of: site) || leadsElsewhere(page) {
        touched.insert(key)
      }
    }
    addDependents(in: site.pages)
  }

  /// A link has changed where it, or what it leads to, has.
  private func hasChanged(_ path: String) -> Bool {
    let places = [OutputFile.place(of: path), FileReading.resolved(path)].compactMap(\.self)
    return places.contains { place in changes.contains { $0.hold(place) } }
  }

  /// The folders in which a file of a name was, and is no more.
  private static func folders(without name: String, after changes: [Changes]) -> [FilePath] {
    let parts = FilePath(name).components
    return changes.flatMap(\.gone).filter { gone in
      gone.components.suffix(parts.count).elementsEqual(parts)
    }
    .map { gone in
      var folder = gone
      for _ in parts { folder.removeLastComponent() }
      return folder
    }
  }

  private static func isBelow(_ page: String, _ folders: [FilePath]) -> Bool {
    guard !folders.isEmpty else { return false }
    let place = OutputFile.place(of: page)
    return folders.contains { place.starts(with: $0) }
  }

  // MARK: Includes and links

  private mutating func includesChange(_ page: Page, of site: Site) async throws -> Bool {
    guard !page.snippets.isEmpty else { return false }
    if Self.isBelow(page.path, withoutSnippets) { return true }
    let reader = try site.sitemap.reader(for: page.path)
    guard let source = reader.includes(of: page.path) else { return false }
    if snippets[source.path] == nil {
      snippets[source.path] = try await changedSnippets(in: source, reader)
    }
    return snippets[source.path]?.isDisjoint(with: page.snippets) == false
  }

  /// The names of the snippets whose texts are not as they were.
  private func changedSnippets(
    in source: SourceText, _ reader: PageReader
  ) async throws -> Set<String> {
    guard hasChanged(source.path) else { return [] }
    let place = OutputFile.place(of: source.path)
    let now = reader.snippets(in: source.bytes, path: source.path)
    var before: [String: String] = [:]
    for changes in changes {
      guard let bytes = try await changes.formerBytes(of: place) else { continue }
      before = reader.snippets(in: bytes, path: source.path)
    }
    return Set(now.keys).union(before.keys).filter { now[$0] != before[$0] }
  }

  /// Whether a link of it may have led to another page before, or to none.
  private func leadsElsewhere(_ page: Page) -> Bool {
    let byBaseName = Set(page.findings.filter { $0.rule == .linkByBaseName }.map(\.range))
    return (page.links + page.requiredLinks).contains { link in
      guard link.lead == .missing || byBaseName.contains(link.range) else { return false }
      let path = link.destination.prefix { $0 != "#" && $0 != "?" }
      guard let name = FilePath(String(path)).lastComponent?.string else { return false }
      return changes.contains { $0.movedNames.contains(name) }
    }
  }

  // MARK: Requirements

  private mutating func addDependents(in pages: [PathKey: Page]) {
    var dependents: [PathKey: [PathKey]] = [:]
    for (path, page) in pages {
      for target in page.requiredLinks.compactMap(\.resolved) {
        dependents[PathKey(target), default: []].append(path)
      }
    }
    var known = all
    var open = Array(known)
    while let path = open.popLast() {
      for dependent in dependents[path] ?? [] where known.insert(dependent).inserted {
        touched.insert(dependent)
        open.append(dependent)
      }
    }
  }
}
