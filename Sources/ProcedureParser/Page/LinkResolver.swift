import Diagnostics
import ProcedureModel
import SystemPackage

/// Finds the page that a link leads to.
struct LinkResolver {
  let page: FilePath
  let library: any PageLibrary

  enum Resolution {
    /// Not a page of this library's kind: another site, a mail address, an asset.
    case foreign
    /// The page itself.
    case here
    case page(String)
    /// The only page of that name under the site's folder.
    case baseName(String)
    case nowhere
  }

  init(page: String, library: any PageLibrary) {
    self.page = FilePath(page)
    self.library = library
  }

  static func split(_ destination: String) -> (path: String, anchor: String?) {
    let parts = destination.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "?", omittingEmptySubsequences: false)[0]
    return (String(path), parts.count > 1 ? String(parts[1]) : nil)
  }

  func resolve(_ destination: String) -> Resolution {
    let path = Self.split(destination).path
    if path.isEmpty { return .here }
    if path.contains(":") || path.hasPrefix("//") { return .foreign }
    guard path.hasSuffix(".md") else { return .foreign }
    if path.hasPrefix("/") {
      let inside = FilePath(String(path.drop { $0 == "/" }))
      for root in roots(of: inside) {
        if let found = file(root, inside) { return .page(found) }
      }
    } else if let found = file(page.removingLastComponent(), FilePath(path)) {
      return .page(found)
    }
    return byBaseName(FilePath(path)).map(Resolution.baseName) ?? .nowhere
  }

  private func file(_ folder: FilePath, _ inside: FilePath) -> String? {
    let path = folder.pushing(inside).lexicallyNormalized().string
    return library.isFile(path) ? path : nil
  }

  /// Where an absolute link may begin, the likeliest first.
  private func roots(of inside: FilePath) -> [FilePath] {
    if let root = library.siteRoot { return [FilePath(root)] }
    var roots: [FilePath] = []
    if let first = inside.components.first?.string {
      let folder = page.removingLastComponent().string
      let nearest = library.ancestors(of: folder).first {
        library.isFolder(FilePath($0).appending(first).lexicallyNormalized().string)
      }
      if let nearest { roots.append(FilePath(nearest)) }
    }
    return roots + [siteFolder]
  }

  private var siteFolder: FilePath {
    (library.siteRoot ?? library.givenFolder).map { FilePath($0) } ?? page.removingLastComponent()
  }

  private func byBaseName(_ path: FilePath) -> String? {
    guard let name = path.lastComponent else { return nil }
    let found = library.pages(under: siteFolder.string).filter {
      FilePath($0).lastComponent == name
    }
    return found.count == 1 ? found[0] : nil
  }
}
