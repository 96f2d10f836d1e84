import Diagnostics
package import ProcedureModel

/// Finds words of a page's steps that a checklist of it does not have.
package struct StepWords {
  /// How many words the steps have.
  package private(set) var count = 0
  /// The words that are missing, with their lines.
  package private(set) var missing: [String] = []

  /// Compares a page's bytes, without their markup, with a list.
  ///
  /// - Parameters:
  ///   - page: The page, of which the list was made.
  ///   - text: The page's source.
  ///   - list: The text of the list.
  package init(of page: Page, in text: String, on list: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    let shown = Set(Self.words(list.replacing("\\", with: "")))
    for procedure in page.procedures {
      let own = procedure.steps.filter { $0.includedAt == nil }
      for (index, step) in own.enumerated() {
        let first = step.range.start.line - 1
        let next = index + 1 < own.count ? own[index + 1].range.start.line - 1 : nil
        let end = next ?? Self.endOfItem(from: first, lines)
        guard first < end, end <= lines.count else { continue }
        for word in Self.words(Self.visible(lines[first..<end].joined(separator: "\n"))) {
          count += 1
          if !shown.contains(word) { missing.append("\(first + 1): \(word)") }
        }
      }
    }
  }

  /// The first line behind an item that is neither blank nor indented.
  private static func endOfItem(from first: Int, _ lines: [String]) -> Int {
    let rest = lines.indices.dropFirst(first + 1)
    return rest.first { index in
      let line = lines[index]
      return !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("   ") && !line.hasPrefix("\t")
    } ?? lines.count
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// The text without markup that nobody sees.
  private static func visible(_ text: String) -> String {
    text
      .replacing(/<!--(?s:.*?)-->/, with: "")
      .replacing(/\[!BADGE [^\]]*\](\{[^}]*\})?/, with: "")
      .replacing(/\[!VIDEO\]\([^)]*\)/, with: "")
      .replacing(/\]\([^)]*\)/, with: "]")
      .replacing(/\{[a-z#.:][^}]*\}/, with: "")
      .replacing(/(?m)^[ \t]*\d+[.)]/, with: "")
      .replacing(/<[^>]*>/, with: " ")
      .replacing(/\[!(UICONTROL|DNL)/, with: "[")
      .replacing(/&#?[A-Za-z0-9]+;/, with: " ")
  }
}
