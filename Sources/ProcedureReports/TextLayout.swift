import Diagnostics

/// Lines for a terminal: wrapped, indented, coloured where that is wanted.
struct TextLayout {
  static let width = 80

  let usesColor: Bool

  enum Color: String {
    case green = "32"
    case red = "31"
    case yellow = "33"
    case cyan = "36"
    case bold = "1"
    case dim = "2"
  }

  func paint(_ text: String, _ color: Color) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Words on lines of at most 80 columns; all but the first begin with `hanging` spaces.
  ///
  /// A word that is longer stands alone.
  static func wrap(_ text: String, first: Int, hanging: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var column = first
    for whole in OutputGate.visible(text).split(separator: " ", omittingEmptySubsequences: true) {
      // A path may be long; what goes on for pages is no word.
      let word = whole.count > 4 * width ? whole.prefix(4 * width) + "..." : whole
      if !line.isEmpty, column + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging) + word
        column = hanging + word.count
      } else {
        column += word.count + (line.isEmpty ? 0 : 1)
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}

/// A number with its noun: "1 page", "2 pages".
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
