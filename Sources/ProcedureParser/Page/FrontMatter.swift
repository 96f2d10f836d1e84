import Diagnostics
import Yams

/// The YAML between "---" lines at the head of a page.
struct FrontMatter {
  /// The offsets of the whole block, "---" lines included.
  let range: Range<Int>
  private let yaml: String

  /// Nil where the page has none.
  init?(_ source: SourceText) {
    func isFence(_ line: Int) -> Bool {
      var text = source.line(line)
      if line == 1, text.hasPrefix("\u{FEFF}") { text.removeFirst() }
      return text.trimming(\.isWhitespace) == "---"
    }
    guard isFence(1) else { return nil }
    guard let last = (2...max(source.lineStarts.count, 2)).first(where: isFence) else { return nil }
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    range = start..<source.lineOffsets(last).upperBound
    let inside =
      source.lineOffsets(2)
      .lowerBound..<max(
        source.lineOffsets(2).lowerBound, source.lineOffsets(last).lowerBound)
    yaml = String(decoding: source.bytes[inside], as: UTF8.self)
  }

  /// The page's title, and what is wrong with the block.
  func title(_ source: SourceText) -> (title: String?, finding: Finding?) {
    func finding(_ message: String) -> Finding {
      Finding(.badFrontMatter, at: source.range(source.lineOffsets(1)), message)
    }
    // An alias may stand for another one, many times: such a block is not read at all.
    if usesAliases { return (nil, finding("the front matter uses aliases; it is ignored")) }
    do {
      guard let node = try compose(yaml: yaml) else { return (nil, nil) }
      guard let mapping = node.mapping else {
        return (nil, finding("the front matter is not a mapping; it is ignored"))
      }
      return (mapping["title"]?.string, nil)
    } catch {
      return (nil, finding("the front matter is not YAML; it is ignored"))
    }
  }

  /// An anchor or an alias where a value begins: "key: &a ..." or "- *a".
  private var usesAliases: Bool {
    yaml.split(separator: "\n").contains { line in
      line.split(separator: " ").contains { word in
        guard let first = word.first, first == "&" || first == "*" else { return false }
        return word.dropFirst().first.map { $0.isLetter || $0.isNumber } ?? false
      }
        && (line.contains(": &") || line.contains(": *") || line.contains("- *")
          || line.contains("- &") || line.contains("[*") || line.contains(", *"))
    }
  }
}
