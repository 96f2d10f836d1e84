import Algorithms
import FoundationEssentials
import ProcedureParser
import Synchronization
import SystemPackage

/// The pages on disk.
final class FileLibrary: PageLibrary {
  let siteRoot: String?
  let givenFolder: String?
  private let roots: ReadingRoots
  private let listings = Mutex<[String: [String]]>([:])

  init(siteRoot: String?, givenFolder: String?, roots: ReadingRoots) {
    self.siteRoot = siteRoot
    self.givenFolder = givenFolder
    self.roots = roots
  }

  func isFile(_ path: String) -> Bool { FileReading.kind(path) == .file && roots.hold(path) }

  func isFolder(_ path: String) -> Bool { FileReading.kind(path) == .folder && roots.hold(path) }

  func holds(_ path: String, besides folder: String) -> Bool {
    roots.contain(Self.absolute(path))
  }

  private static func absolute(_ path: String) -> FilePath {
    FilePath(FileManager.default.currentDirectoryPath).pushing(FilePath(path))
      .lexicallyNormalized()
  }

  func ancestors(of folder: String) -> [String] { Self.ancestors(of: folder) }

  /// The folder itself and those that hold it, nearest first.
  static func ancestors(of folder: String) -> [String] {
    var path = FilePath(folder)
    var absolute = absolute(folder)
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
      let found = roots.hold(folder) ? Self.pages(under: folder).pages.filter(isFile) : []
      listings[folder] = found
      return found
    }
  }

  /// The Markdown files under a folder in path order, and what could not be looked at; files
  /// that others include are not pages, and a link to a folder is not followed.
  static func pages(under folder: String) -> (pages: [String], problems: [String]) {
    var found: [String] = []
    var problems: [String] = []
    var open = [folder]
    while let folder = open.popLast() {
      guard let listing = FolderListing.names(of: folder) else {
        problems.append("\(folder): the folder can't be read")
        continue
      }
      if listing.hasOthers {
        problems.append(
          "\(folder): a file name in this folder is not UTF-8, so the file was"
            + " skipped")
      }
      for name in listing.names where !name.hasPrefix(".") && !name.hasPrefix("_") {
        let path = FilePath(folder).appending(name).lexicallyNormalized().string
        switch FileReading.kind(path) {
        case .folder where !FileReading.isSymbolicLink(path): open.append(path)
        case .file where name.hasSuffix(".md"): found.append(path)
        case .file, .folder, nil: break
        }
      }
    }
    let sorted = found.sorted()
    // Names are compared as a person reads them.
    problems += sorted.adjacentPairs().filter { $0 == $1 }.map { _, path in
      "\(path): another file has the same name in a different Unicode form; "
        + "one of them was skipped"
    }
    return (sorted, problems)
  }

  func isTooLarge(_ path: String) -> Bool { FileReading.isTooLarge(path) }

  func bytes(of path: String) -> [UInt8]? {
    roots.hold(path) ? try? FileReading.bytes(of: path) : nil
  }
}
