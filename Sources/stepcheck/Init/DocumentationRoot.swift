import SystemPackage

/// The folder of the documentation in a folder that may hold other things too.
struct DocumentationRoot: Sendable {
  /// Relative to the working directory.
  let path: String
  /// Relative to the folder that was given; "." for that itself.
  let relative: String
  /// The tool whose usual place it is; nil where the pages alone say so.
  let tool: String?
  /// Whether links that begin with a slash lead to pages from here, and not from the given folder.
  let holdsLinks: Bool

  private struct Tool {
    let name: String
    /// Files of which one is in the folder where the tool is used.
    let files: [String]
    let folder: String
  }

  private static let tools = [
    Tool(
      name: "Docusaurus",
      files: ["docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"],
      folder: "docs"),
    Tool(name: "MkDocs", files: ["mkdocs.yml", "mkdocs.yaml"], folder: "docs"),
    Tool(
      name: "Hugo", files: ["hugo.toml", "hugo.yaml", "hugo.json", "config.toml"],
      folder: "content"),
    Tool(
      name: "Starlight", files: ["astro.config.mjs", "astro.config.ts"],
      folder: "src/content/docs"),
  ]

  /// - Parameters:
  ///   - folder: The folder that was given.
  ///   - pages: Paths of all pages in it.
  ///   - withProcedures: Paths of those with procedures.
  ///   - links: Destinations that begin with a slash.
  init(of folder: String, pages: [String], withProcedures: [String], links: [String]) {
    let base = FilePath(folder == "." ? "" : folder)
    func relative(_ path: String) -> FilePath {
      var path = FilePath(path)
      _ = path.removePrefix(base)
      return path
    }
    let pages = pages.map(relative)
    let tool = Self.tools.first { tool in
      tool.files.contains { FileReading.kind(base.appending($0).string) == .file }
        && pages.contains { $0.starts(with: FilePath(tool.folder)) }
    }
    let place =
      tool.map { FilePath($0.folder) }
      ?? Self.shared(withProcedures.isEmpty ? pages : withProcedures.map(relative))
    self.tool = tool?.name
    self.relative = place.isEmpty ? "." : place.string
    let whole = base.pushing(place)
    path = whole.isEmpty ? "." : whole.string
    // Where a page would be that a link names: nothing outside of the folder is looked at.
    let known = Set(pages)
    func count(from root: FilePath) -> Int {
      links.count { link in
        let name = link.prefix { $0 != "#" && $0 != "?" }.drop { $0 == "/" }
        return known.contains(root.appending(String(name)).lexicallyNormalized())
      }
    }
    holdsLinks = count(from: place) >= count(from: "")
  }

  /// The innermost folder that holds all of the pages.
  private static func shared(_ pages: [FilePath]) -> FilePath {
    let folders = pages.map { Array($0.removingLastComponent().components) }
    guard let first = folders.first else { return "" }
    let count = folders.reduce(first.count) { count, folder in
      zip(first.prefix(count), folder).prefix { $0 == $1 }.count
    }
    return FilePath(root: nil, first.prefix(count))
  }
}
