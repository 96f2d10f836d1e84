import Diagnostics
import ProcedureModel
import ProcedureParser
import Synchronization
import TestSupport
import Testing

/// What reading asks of the file system, counted: how it grows with what is read.
struct ReadingWorkTests {
  /// A library that counts what it is asked for.
  private final class CountingLibrary: PageLibrary {
    private let files: MemoryLibrary
    private let questions = Mutex<[String: Int]>([:])
    let siteRoot: String? = nil
    let givenFolder: String? = ""

    init(_ files: [String: String]) { self.files = MemoryLibrary(files) }

    func count(_ question: String) -> Int { questions.withLock { $0[question] ?? 0 } }

    private func counting<Answer>(_ question: String, _ answer: () -> Answer) -> Answer {
      questions.withLock { $0[question, default: 0] += 1 }
      return answer()
    }

    func isFile(_ path: String) -> Bool { counting("isFile") { files.isFile(path) } }
    func isFolder(_ path: String) -> Bool { counting("isFolder") { files.isFolder(path) } }
    func bytes(of path: String) -> [UInt8]? { counting("bytes") { files.bytes(of: path) } }
    func isTooLarge(_ path: String) -> Bool { false }
    func ancestors(of folder: String) -> [String] { files.ancestors(of: folder) }
    func holds(_ path: String, besides folder: String) -> Bool { true }
    func pages(under folder: String) -> [String] {
      counting("pages") { files.pages(under: folder) }
    }
  }

  /// Reads the pages of a folder, as a check does.
  private func reading(_ files: [String: String]) -> CountingLibrary {
    let library = CountingLibrary(files)
    let reader = PageReader(library: library)
    for (path, text) in files where !path.hasPrefix("_includes/") {
      _ = reader.read(Array(text.utf8), path: path)
    }
    return library
  }

  @Test(arguments: [10, 40]) func `links to a page look for it once, also where it is not there`(
    count: Int
  ) {
    let text = "# Look\n\n" + String(repeating: "[b](b.md#x) and [c](c.md).\n\n", count: count)
    let library = reading(["a.md": text, "b.md": "# B\n\n1. Click **Admin**.\n"])
    #expect(library.count("isFile") <= 3)
    // The anchors of "b" are read once.
    #expect(library.count("bytes") == 1)
    #expect(library.count("pages") == 1)
  }

  @Test(arguments: [10, 40]) func `links that lead nowhere list the folder once`(count: Int) {
    let links = (0..<count).map { "[x](lost\($0).md)\n" }.joined()
    let library = reading(["a.md": "# Look\n\n\(links)\n1. Click **Admin**.\n"])
    #expect(library.count("pages") == 1)
    #expect(library.count("isFile") <= count + 1)
  }

  @Test(arguments: [10, 40]) func `what many pages include is read once`(count: Int) {
    var files = ["_includes/snippets.md": "## S {#s}\n\n1. Click **Admin**.\n"]
    for page in 0..<count { files["p\(page).md"] = "# Look\n\n{{s}}\n\n{{s}}\n" }
    let library = reading(files)
    #expect(library.count("bytes") == 1)
    #expect(library.count("isFile") == 1)
  }
}
