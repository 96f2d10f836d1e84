import Diagnostics
import MarkdownTree
import Testing

/// Each text of a page stands where its range says.
struct PlaceTests {
  private func document(_ text: String) -> (MarkdownDocument, SourceText) {
    let source = SourceText(path: "page.md", bytes: Array(text.utf8))
    return (MarkdownDocument(parsing: source), source)
  }

  /// Every text run with its slice of the source.
  private func slices(_ text: String) -> [(text: String, slice: String)] {
    let (document, source) = document(text)
    var open = document.blocks
    var found: [(String, String)] = []
    while !open.isEmpty {
      let block = open.removeFirst()
      switch block.kind {
      case .paragraph(let inlines), .heading(_, let inlines):
        for run in inlines.runs {
          guard case .text(let range) = run.content else { continue }
          let text = String(decoding: inlines.bytes[range], as: UTF8.self)
          found.append((text, String(decoding: source.bytes[run.range], as: UTF8.self)))
        }
      case .list(let list): open = list.items.flatMap(\.blocks) + open
      case .blockQuote(let blocks): open = blocks + open
      case .codeBlock, .htmlBlock, .thematicBreak: break
      }
    }
    #expect(document.misaligned == 0)
    return found
  }

  static let pages = [
    "Click **Next**.",
    "1. a\nlazy *em* text",
    "1. Click **Next**\n   and `then` [Send](x.md \"title\") now.",
    "> quoted **bold**\n> more\nlazy **end**",
    "> > deep **bold**\n> lazy *em*\n",
    "- \ttab **bold**\n\n\t  next **par**\n",
    "\u{1F600} **Emoji** before\u{00A0}**NBSP**",
    "# Heading with **bold** {#anchor}\n\nSetext *one*\n===\n",
    "[text][ref] and [ref] and <https://example.com>\n\n[ref]: x.md",
    "![alt **bold**](a.png) after **it**",
    "***both*** and __under__ and _em_",
    "a <b>html</b> **bold** <!-- c --> *em*",
    "line  \nbreak\\\nagain **x**",
    "[a](<b c.md> 'ti\\'tle') **x** [d](e(f).md) *y*",
    "``code ` tick`` **x** ` pad ` *y*",
    "1) **one**\n2) **two**\n\n       code\n",
    "**Roles **tab and **a** b", "#no [link](a.md)\n===\n", "[a](b.md\u{0B}\"t\") **b**",
  ]

  @Test(arguments: pages, ["\n", "\r\n", "\r"])
  func `verbatim texts are what the source says`(page: String, lineEnd: String) {
    let found = slices(page.replacing("\n", with: lineEnd))
    #expect(!found.isEmpty)
    for (text, slice) in found { #expect(text == slice) }
  }

  @Test func `an entity and an escape have the place of what was written`() {
    let found = slices("Users &amp; Roles \\* &copy; &#65; &notin; end")
    #expect(
      found.map(\.text) == ["Users ", "&", " Roles ", "*", " ", "©", " ", "A", " ", "∉", " end"])
    #expect(found.map(\.slice)[1] == "&amp;")
    #expect(found.map(\.slice)[3] == "\\*")
    #expect(found.map(\.slice)[9] == "&notin;")
  }

  @Test func `an ampersand alone is itself`() {
    #expect(slices("Users & Roles &nosuch; &").map(\.text).joined() == "Users & Roles &nosuch; &")
  }

  @Test func `a byte order mark is not counted as text`() {
    let (document, source) = document("\u{FEFF}Click **Next**.")
    guard case .paragraph(let inlines)? = document.blocks.first?.kind else {
      Issue.record("no paragraph")
      return
    }
    #expect(source.position(at: inlines.runs[1].range.lowerBound).column == 12)
  }

  @Test func `NUL is shown as U+FFFD`() {
    #expect(slices("a\0b").map(\.text).joined() == "a\u{FFFD}b")
  }

  @Test func `masked text is read as blank, and lines stay`() {
    let source = SourceText(path: "page.md", bytes: Array("---\nx: 1\n---\n# Title\n".utf8))
    let document = MarkdownDocument(parsing: source, masks: [Mask(0..<12, as: .blank)])
    #expect(document.blocks.count == 1)
    #expect(document.blocks.first?.lines == 4...4)
  }
}

/// Pages that are built to hurt.
struct LimitTests {
  private func parse(_ text: String) -> MarkdownDocument {
    MarkdownDocument(parsing: SourceText(path: "page.md", bytes: Array(text.utf8)))
  }

  @Test(arguments: ["> ", "- ", "1. ", "![[]()", "["])
  func `over a limit is a finding, and the text is kept`(opener: String) {
    let document = parse(String(repeating: opener, count: 10_000) + "a")
    #expect(document.findings.map(\.rule) == [.nestingLimit])
    #expect(!document.blocks.isEmpty)
  }

  @Test(arguments: ["*a ", "a", "`", "<!-- ", "&#65;", "", "\u{FEFF}", "\0"])
  func `any text is a document`(piece: String) {
    #expect(parse(piece).blocks.count <= 1)
    #expect(parse(String(repeating: piece, count: 10_000)).blocks.count <= 1)
  }
}
