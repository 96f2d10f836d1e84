import Diagnostics
import FoundationEssentials
import ProcedureExecutor
import ProcedureModel
import ProcedureParser
import SystemPackage

/// The pages of a call, with those that they require.
struct Site {
  /// The pages that were asked for, in path order.
  private(set) var asked: [String] = []
  private(set) var pages: [String: Page] = [:]
  private(set) var sources: [String: SourceText] = [:]
  /// What could not be read, or holds nothing to check.
  private(set) var problems: [String] = []
  private var configurations: [String: Configuration?] = [:]

  init(paths: [String], requiringProcedures: Bool) throws {
    for path in paths {
      let normalised = FilePath(path).lexicallyNormalized().string
      let path = normalised.isEmpty ? "." : normalised
      switch FileLibrary.kind(path) {
      case nil: problems.append("\(path): there is no such file or folder")
      case .file:
        try load(path, givenFolder: nil)
        asked.append(path)
        if requiringProcedures, pages[path]?.procedures.isEmpty == true {
          problems.append("\(path): this page holds no procedure")
        }
      case .folder:
        let found = FileLibrary.pages(under: path)
        for page in found {
          try load(page, givenFolder: path)
          asked.append(page)
        }
        if requiringProcedures, found.allSatisfy({ pages[$0]?.procedures.isEmpty ?? true }) {
          problems.append("\(path): no page in this folder holds a procedure")
        }
      }
    }
    // Once each, in path order: the order of the arguments makes no difference.
    asked = Set(asked).filter { pages[$0] != nil }.sorted()
  }

  /// The config that holds for a page.
  func configuration(for page: String) -> Configuration? {
    configurations[FilePath(page).removingLastComponent().string] ?? nil
  }

  private mutating func load(_ path: String, givenFolder: String?) throws {
    var open = [path]
    while let path = open.popLast() {
      guard pages[path] == nil else { continue }
      let folder = FilePath(path).removingLastComponent().string
      let plain = FileLibrary(siteRoot: nil, givenFolder: givenFolder)
      if configurations[folder] == nil {
        var found = try Configuration.nearest(to: folder, library: plain)
        if found == nil { found = try Configuration.nearest(to: "", library: plain) }
        configurations[folder] = .some(found)
      }
      let library = FileLibrary(
        siteRoot: (configurations[folder] ?? nil)?.siteRoot, givenFolder: givenFolder)
      let bytes: [UInt8]
      do {
        bytes = try FileLibrary.bytes(of: path)
      } catch {
        problems.append("\(path): the file can't be read")
        continue
      }
      guard bytes.count <= FileLibrary.sizeLimit else {
        problems.append("\(path): larger than \(FileLibrary.sizeLimit / 1_000_000) MB, not read")
        continue
      }
      let read = PageReader.read(bytes, path: path, library: library)
      pages[path] = read.page
      sources[path] = read.source
      open += read.page.requiredLinks.compactMap(\.resolved)
    }
  }
}
