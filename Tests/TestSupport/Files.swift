import FoundationEssentials

/// The package's own folder, and the files that it is tried on.
package enum Repository {
  package static let root: String = {
    // .../Tests/TestSupport/Files.swift
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// Real pages that stand beside the project; nil where they do not.
  package static let realPages: String? = {
    let path = root + "/../shared/pages"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  package static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Markdown pages of a folder by path relative to the root, those in folders below included.
  package static func pages(in folder: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
    where path.hasSuffix(".md") {
      found[folder + "/" + path] = try text(root + "/" + folder + "/" + path)
    }
    return found
  }
}
