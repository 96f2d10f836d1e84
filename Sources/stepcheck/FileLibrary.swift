import Diagnostics
import FoundationEssentials
import ProcedureParser
import Synchronization
import SystemPackage

/// The pages on disk.
final class FileLibrary: PageLibrary {
  let siteRoot: String?
  let givenFolder: String?
  private let roots: ReadingRoots
  private let given: GivenPage?
  private let listings = Mutex<[PathKey: [String]]>([:])

  /// - Parameters:
  ///   - siteRoot: The folder against which "/help/x.md" resolves, where the config names it.
  ///   - givenFolder: The folder that the command was given.
  ///   - roots: Where files may be read.
  ///   - given: A page that stands for its file.
  init(siteRoot: String?, givenFolder: String?, roots: ReadingRoots, given: GivenPage?) {
    self.given = given
    self.siteRoot = siteRoot
    self.givenFolder = givenFolder
    self.roots = roots
  }

  func isFile(_ path: String) -> Bool {
    given.map { PathKey($0.path) } == PathKey(path)
      || FileReading.kind(path) == .file && roots.hold(path)
  }

  func isFolder(_ path: String) -> Bool { FileReading.kind(path) == .folder && roots.hold(path) }

  func holds(_ path: String, besides folder: String) -> Bool {
    roots.contain(Self.absolute(path))
  }

  private static func absolute(_ path: String) -> FilePath {
    FilePath(FileManager.default.currentDirectoryPath).pushing(FilePath(path))
      .lexicallyNormalized()
  }

  /// How a place is reached from a folder, both without links.
  static func relative(_ place: FilePath, to folder: FilePath) -> String {
    let shared = zip(place.components, folder.components).prefix { $0 == $1 }.count
    let up = Array(repeating: FilePath.Component(".."), count: folder.components.count - shared)
    let relative = FilePath(root: nil, up + Array(place.components.dropFirst(shared)))
    return relative.isEmpty ? "." : relative.string
  }

  /// The folder that a path is in.
  static func folder(of path: String) -> String {
    let folder = FilePath(path).removingLastComponent()
    return folder.isEmpty ? "." : folder.string
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

  /// What a walk through a folder found.
  struct Listing {
    /// In path order.
    var pages: [String] = []
    /// What could not be looked at.
    var problems: [String] = []
    /// Markdown files that are not taken for pages, because of their names.
    var passedOver: [String] = []
  }

  /// The Markdown files under a folder.
  ///
  /// Files that others include are not pages; a link to a folder is not followed; hidden folders,
  /// installed packages and what `.gitignore` files leave out are not looked into.
  static func pages(under folder: String) -> Listing {
    var listing = Listing()
    let top = FileReading.resolved(folder) ?? FilePath(folder)
    let root = ReadingRoots.repository(of: top) ?? top
    var open = [(folder: folder, ignored: GitIgnore(from: root, downTo: top), place: top)]
    while let (folder, ignored, place) = open.popLast() {
      guard let names = FolderListing.names(of: folder) else {
        listing.problems.append("\(folder): the folder can't be read")
        continue
      }
      if names.hasOthers {
        listing.problems.append(
          "\(folder): a file name in this folder is not UTF-8, so the file was"
            + " skipped")
      }
      for name in names.names where !name.hasPrefix(".") && name != "node_modules" {
        let path = FilePath(folder).appending(name).lexicallyNormalized().string
        let inside = place.appending(name)
        switch FileReading.kind(path) {
        case .folder where !FileReading.isSymbolicLink(path) && !name.hasPrefix("_"):
          if !ignored.leavesOut(inside, isFolder: true) {
            open.append((path, ignored.adding(inside), inside))
          }
        case .file where isPage(name) && !ignored.leavesOut(inside, isFolder: false):
          if name.hasPrefix("_"), FilePath(name).stem?.lowercased() != "_index" {
            listing.passedOver.append(path)
          } else {
            listing.pages.append(path)
          }
        case .file, .folder, nil: break
        }
      }
    }
    listing.passedOver = listing.passedOver.inPathOrder()
    listing.pages = listing.pages.inPathOrder()
    return listing
  }

  /// Whether a name is that of a Markdown file.
  static func isPage(_ name: String) -> Bool {
    ["md", "markdown", "mdx"].contains(FilePath(name).extension?.lowercased() ?? "")
  }

  func isTooLarge(_ path: String) -> Bool { FileReading.isTooLarge(path) }

  func bytes(of path: String) -> [UInt8]? {
    if let given, PathKey(path) == PathKey(given.path) { return given.bytes }
    return roots.hold(path) ? try? FileReading.bytes(of: path) : nil
  }
}
