import Diagnostics
import ProcedureModel
import ProcedureParser
import TestSupport
import Testing

/// Whole pages: their places hold what they say, and nothing hurts.
struct WholePageTests {
  /// The project's own pages, the fuzzer's seeds, and real pages where they are at hand.
  private static let pages: [String: String] = {
    var pages = (try? Repository.pages(in: "help")) ?? [:]
    pages.merge((try? Repository.pages(in: "Tests/Fuzz/Seeds")) ?? [:]) { $1 }
    if Repository.realPages != nil {
      pages.merge((try? Repository.pages(in: "../shared/pages")) ?? [:]) { $1 }
    }
    return pages
  }()

  private func check(_ text: String, path: String = "page.md") -> [String] {
    let reader = PageReader(library: MemoryLibrary())
    let (page, source) = reader.read(Array(text.utf8), path: path)
    var told: [String] = []
    PlaceCheck(page: page, sources: [source]).run { told.append($0) }
    return told
  }

  @Test func `places of another text are found wrong`() {
    let text = "# Make a Role\n\n1. Click the **Roles** tab.\n1. Click **Save**.\n"
    let page = PageReader(library: MemoryLibrary()).read(Array(text.utf8), path: "page.md").page
    for wrong in [
      text.replacing("Roles", with: "Role"), text.replacing("Click the", with: "Now click the"), "",
    ] {
      var told: [String] = []
      let source = SourceText(path: "page.md", bytes: Array(wrong.utf8))
      PlaceCheck(page: page, sources: [source]).run { told.append($0) }
      #expect(told != [], "\(wrong)")
    }
  }

  @Test func `the slice at each place reads as the text says`() {
    #expect(Self.pages.count > 10)
    for (path, text) in Self.pages { #expect(check(text, path: path) == [], "\(path)") }
  }

  /// The same pages with what moves columns: the places move with it.
  @Test(arguments: [
    ("\n", "\r\n"), (" ", "\u{00A0}"), ("1. ", "1.\t"), ("Click", "\u{1F600} Click"),
    ("\n   ", "\n"), ("&", "&amp;"), ("**", "__"),
  ])
  func `places are right whatever stands before the words`(old: String, new: String) {
    for (path, text) in Self.pages {
      #expect(check(text.replacing(old, with: new), path: path) == [], "\(path)")
    }
  }

  @Test func `no text of these pages is without its exact place`() {
    let reader = PageReader(library: MemoryLibrary())
    for (path, text) in Self.pages where !path.hasPrefix("Tests/") {
      #expect(reader.structure(Array(text.utf8), path: path).misaligned == 0, "\(path)")
    }
  }

  /// Many times as large they are read by the long run.
  @Test(arguments: HurtfulPage.all(ofSize: 8_000))
  func `a page that is built to hurt is read`(page: HurtfulPage) {
    #expect(check(page.text) == [])
  }
}
