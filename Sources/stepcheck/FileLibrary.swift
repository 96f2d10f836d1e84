import FoundationEssentials
import ProcedureParser
import Synchronization
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The pages on disk.
final class FileLibrary: PageLibrary {
  let siteRoot: String?
  let givenFolder: String?
  /// The folder outside of which nothing is read; nil where each page has its own.
  private let readingRoot: String?
  private let listings = Mutex<[String: [String]]>([:])

  init(siteRoot: String?, givenFolder: String?, readingRoot: String? = nil) {
    self.siteRoot = siteRoot
    self.givenFolder = givenFolder
    self.readingRoot = readingRoot
  }

  func isFile(_ path: String) -> Bool { Self.kind(path) == .file }

  func isFolder(_ path: String) -> Bool { Self.kind(path) == .folder }

  func holds(_ path: String, besides folder: String) -> Bool {
    Self.isInside(path, of: readingRoot ?? siteRoot ?? folder)
  }

  static func isInside(_ path: String, of folder: String) -> Bool {
    absolute(path).starts(with: absolute(folder))
  }

  private static func absolute(_ path: String) -> FilePath {
    FilePath(FileManager.default.currentDirectoryPath).pushing(FilePath(path))
      .lexicallyNormalized()
  }

  /// The folder outside of which nothing is read for a path that was given: the nearest one
  /// that holds a repository, else the folder itself; nil for a page outside of a repository.
  static func readingRoot(of path: String) -> String? {
    let library = FileLibrary(siteRoot: nil, givenFolder: nil)
    let isFolder = kind(path) == .folder
    let folder = isFolder ? path : FilePath(path).removingLastComponent().string
    let repository = library.ancestors(of: folder).first { ancestor in
      kind(FilePath(ancestor).appending(".git").string) != nil
    }
    return repository ?? (isFolder ? path : nil)
  }

  func ancestors(of folder: String) -> [String] {
    var path = FilePath(folder)
    var absolute = Self.absolute(folder)
    var found: [String] = []
    while true {
      found.append(path.isEmpty ? "." : path.string)
      guard absolute.components.count > 0 else { return found }
      absolute.removeLastComponent()
      path = path.appending("..").lexicallyNormalized()
    }
  }

  func pages(under folder: String) -> [String] {
    let folder = folder.isEmpty ? "." : folder
    return listings.withLock { listings in
      if let known = listings[folder] { return known }
      let found = Self.pages(under: folder)
      listings[folder] = found
      return found
    }
  }

  enum Kind {
    case file, folder
  }

  /// Nil where there is nothing, or something that is not for reading: a pipe, a device.
  static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard stat(path.isEmpty ? "." : path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: nil
    }
  }

  /// The Markdown files under a folder in path order; what is included in others is no page, and
  /// a link to a folder above is not followed again.
  static func pages(under folder: String) -> [String] {
    var found: [String] = []
    var open = [folder]
    while let folder = open.popLast() {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names where !name.hasPrefix(".") && !name.hasPrefix("_") {
        let path = FilePath(folder).appending(name).lexicallyNormalized().string
        switch kind(path) {
        case .folder where !isSymbolicLink(path): open.append(path)
        case .file where name.hasSuffix(".md"): found.append(path)
        case .file, .folder, nil: break
        }
      }
    }
    return found.sorted()
  }

  private static func isSymbolicLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  /// The largest file that is read, in bytes.
  static let sizeLimit = 10_000_000

  /// Nil where it can't be read.
  static func contents(of path: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: path))).map { Array($0) }
  }

  func bytes(of path: String) -> [UInt8]? { Self.contents(of: path) }
}
