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

  static let hurtful: [(name: String, text: String)] = [
    ("nested quotes", String(repeating: "> ", count: 100_000) + "a"),
    ("nested lists", String(repeating: "1. ", count: 100_000) + "a"),
    (
      "nested bullets over lines",
      (0..<2_000).map { String(repeating: " ", count: $0 * 2) + "- a\n" }.joined()
    ),
    ("a megabyte on a line", "1. Click " + String(repeating: "word ", count: 200_000)),
    ("a megabyte of labels", "1. Click " + String(repeating: "**A** > ", count: 125_000)),
    ("open brackets", String(repeating: "[", count: 100_000)),
    ("open images", String(repeating: "![[]()", count: 60_000)),
    ("open marks", "1. Click " + String(repeating: "[!UICONTROL ", count: 4_000)),
    ("open bold", "1. Click " + String(repeating: "**a ", count: 50_000)),
    ("open comments", String(repeating: "<!-- ", count: 100_000)),
    ("closed comments", String(repeating: "<!-- --> ", count: 100_000)),
    ("open parts", String(repeating: "+++ a\n\n", count: 20_000)),
    ("open fences", String(repeating: ":::note\n", count: 20_000)),
    ("open HTML", String(repeating: "<ol><li>", count: 50_000)),
    ("open quotations", "1. Click " + String(repeating: "\"a ", count: 50_000)),
    ("open parentheses", "1. Click " + String(repeating: "(", count: 50_000)),
    ("commas", "1. Click " + String(repeating: "a, ", count: 100_000)),
    ("verbs", "1. " + String(repeating: "click ", count: 50_000)),
    ("split lists", String(repeating: "1. Click **A**.\n\ntext\n\n", count: 5_000)),
    ("headings as steps", (1...5_000).map { "## \($0). Click **A**.\n\n" }.joined()),
    ("many steps", String(repeating: "1. Click **A**.\n", count: 20_000)),
    ("front matter without end", "---\n" + String(repeating: "a: b\n", count: 50_000)),
    ("everything unclosed", "---\n<!--\n+++ a\n:::note\n```\n1. **[!UICONTROL [a](b \"c"),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: hurtful.indices)
  func `a page that is built to hurt is read in time`(index: Int) {
    let clock = ContinuousClock()
    let (name, text) = Self.hurtful[index]
    let taken = clock.measure { #expect(check(text) == [], "\(name)") }
    // Debug builds are slow; quadratic work would take minutes.
    #expect(taken < .seconds(20), "\(name)")
  }
}
