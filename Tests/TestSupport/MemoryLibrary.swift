import ProcedureParser

/// Pages in memory, by path.
package struct MemoryLibrary: PageLibrary {
  private let files: [String: String]
  package let siteRoot: String?
  package let givenFolder: String?

  package init(
    _ files: [String: String] = [:], siteRoot: String? = nil, givenFolder: String? = nil
  ) {
    self.files = files
    self.siteRoot = siteRoot
    self.givenFolder = givenFolder
  }

  package func bytes(of path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }

  package func isTooLarge(_ path: String) -> Bool { false }

  package func isFile(_ path: String) -> Bool { files[path] != nil }

  package func isFolder(_ path: String) -> Bool {
    files.keys.contains { $0.hasPrefix(path + "/") }
  }

  package func ancestors(of folder: String) -> [String] {
    var parts = folder.split(separator: "/").map(String.init)
    var found: [String] = []
    while !parts.isEmpty {
      found.append(parts.joined(separator: "/"))
      parts.removeLast()
    }
    return found + [""]
  }

  package func holds(_ path: String, besides folder: String) -> Bool { !path.hasPrefix("..") }

  package func pages(under folder: String) -> [String] {
    let prefix = folder.isEmpty || folder == "." ? "" : folder + "/"
    return files.keys.filter { $0.hasPrefix(prefix) }.sorted()
  }
}
