import Diagnostics
import ProcedureModel
import ProcedureParser
import TestSupport
import Testing

/// Pages cut, joined and scrambled: any of them is a page, and its places lie in it.
struct MutationTests {
  /// A generator whose numbers are the same each time.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64 = 0x5DEE_CE66

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let pieces = [
    "1. ", "   ", "\n", "\n\n", "**", "[!UICONTROL ", "]", "> ", ">[!NOTE]\n>\n>", "(", ")", "\t",
    "click ", "enter ", " or ", ", and ", "if ", "do not ", "`", "\"", "\u{201C}", "&amp;", "\\*",
    "![x](y.png)", "[a](b.md)", "{#a}", "<!-- ", "\u{00A0}", "\u{1F600}", "\r\n", "\0", "---\n",
    " in the ", "**A** > **B**", ":", "##### 2. Click A.\n", "\u{FEFF}", " to ", "then ",
  ]

  @Test func `any scramble of real pages is read, and its places hold what they say`() throws {
    var numbers = Numbers()
    let pages = try Repository.pages(in: "help").sorted { $0.key < $1.key }.map {
      Array($0.value.utf8)
    }
    for _ in 0..<600 {
      var bytes = pages.randomElement(using: &numbers) ?? []
      let start = Int.random(in: 0..<bytes.count, using: &numbers)
      bytes = Array(bytes[start...].prefix(900))
      for _ in 0..<Int.random(in: 1...12, using: &numbers) {
        let place = Int.random(in: 0...bytes.count, using: &numbers)
        let piece = Self.pieces.randomElement(using: &numbers) ?? ""
        let end = min(place + Int.random(in: 0...6, using: &numbers), bytes.count)
        bytes.replaceSubrange(place..<end, with: piece.utf8)
      }
      check(bytes)
    }
  }

  private func check(_ bytes: [UInt8]) {
    let (page, source) = PageReader(library: MemoryLibrary()).read(bytes, path: "page.md")
    let again = PageReader(library: MemoryLibrary()).read(bytes, path: "page.md").page
    for (first, second) in zip(page.procedures, again.procedures) {
      #expect(first.allSteps.map(\.text) == second.allSteps.map(\.text))
    }
    for step in page.procedures.flatMap(\.allSteps) {
      #expect(step.range.start <= step.range.end)
      #expect(step.range.end.line <= source.lineStarts.count)
      for action in step.actions + step.alternatives.joined() {
        let written = source.text(at: action.rawVerb.range)
        #expect(
          written.lowercased().first == action.rawVerb.text.lowercased().first,
          "\(action.rawVerb) in \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
}
