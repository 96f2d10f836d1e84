import ArgumentParser
import SystemPackage

/// The folders outside of which nothing is read because a page or a config says so.
struct ReadingRoots: Sendable {
  /// Without links: a path is resolved before it is compared.
  private let folders: [FilePath]

  /// - Parameters:
  ///   - paths: The pages and folders that were asked for, as they were resolved.
  ///   - allowed: Further folders, or files, that may be read.
  init(of paths: [String], allowing allowed: [String] = []) {
    folders = paths.compactMap(Self.root) + allowed.compactMap(FileReading.resolved)
  }

  /// Whether a path leads to something inside of them; nothing that is there leads nowhere.
  func hold(_ path: String) -> Bool {
    FileReading.resolved(path).map(contain) ?? false
  }

  /// Whether a path would be inside of them, as far as its words tell.
  func contain(_ path: FilePath) -> Bool { folders.contains { path.starts(with: $0) } }

  /// The nearest folder at or above a resolved one that holds a repository.
  static func repository(of folder: FilePath) -> FilePath? {
    var folder = folder
    while FileReading.kind(folder.appending(".git").string) == nil {
      guard folder.removeLastComponent() else { return nil }
    }
    return folder
  }

  /// The nearest folder above a path that holds a repository.
  ///
  /// Else the nearest that holds its config too; else the folder itself, or that of the page.
  private static func root(of path: String) -> FilePath? {
    guard let resolved = FileReading.resolved(path) else { return nil }
    let isFolder = FileReading.kind(path) == .folder
    let folder = isFolder ? resolved : resolved.removingLastComponent()
    func nearest(with name: String) -> FilePath? {
      var folder = folder
      while true {
        var status = FileReading.kind(folder.appending(name).string)
        // In a worktree it is a file.
        if name != ".git", status != .file { status = nil }
        if status != nil { return folder }
        guard folder.removeLastComponent() else { return nil }
      }
    }
    return nearest(with: ".git") ?? nearest(with: Configuration.fileName)
      ?? nearest(with: Configuration.otherFileName) ?? folder
  }
}

struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file or folder outside the repository that pages may refer to.", valueName: "path"))
  var allowOutside: [String] = []
}
