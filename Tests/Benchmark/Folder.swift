import FoundationEssentials
import ProcedureParser
import Synchronization

/// The pages of a folder on disk.
final class Folder: PageLibrary {
  let path: String
  let siteRoot: String? = nil
  var givenFolder: String? { path }
  private let kinds = Mutex<[String: Bool]>([:])

  init(_ path: String) {
    self.path = path
  }

  func isTooLarge(_ path: String) -> Bool { false }

  func isFile(_ path: String) -> Bool { kind(path) == false }
  func isFolder(_ path: String) -> Bool { kind(path) == true }

  /// True for a folder, false for a file.
  private func kind(_ path: String) -> Bool? {
    if let known = kinds.withLock({ $0[path] }) { return known }
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    kinds.withLock { $0[path] = isFolder }
    return isFolder
  }

  func bytes(of path: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: path))).map { Array($0) }
  }

  func ancestors(of folder: String) -> [String] {
    var found: [String] = []
    var parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    while !parts.isEmpty {
      found.append(parts.joined(separator: "/"))
      parts.removeLast()
    }
    return found
  }

  func holds(_ path: String, besides folder: String) -> Bool { true }

  func pages(under folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".md") && !$0.contains("_includes/") }.sorted()
      .map { folder + "/" + $0 }
  }
}
