import Diagnostics
import Yams

/// The YAML between "---" lines at the head of a page.
struct FrontMatter {
  /// The offsets of the whole block, "---" lines included.
  let range: Range<Int>
  private let yaml: Range<Int>
  private let source: SourceText

  /// Nil where the page has none.
  init?(_ source: SourceText) {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func isFence(_ line: Int) -> Bool {
      var bytes = source.bytes[source.lineOffsets(line)]
      if line == 1 { bytes = bytes.dropFirst(start) }
      return bytes.starts(with: "---".utf8) && bytes.dropFirst(3).allSatisfy { $0 <= 0x20 }
    }
    guard isFence(1), source.lineStarts.count > 1,
      let last = (2...source.lineStarts.count).first(where: isFence)
    else { return nil }
    self.source = source
    range = start..<source.lineOffsets(last).upperBound
    yaml = source.lineOffsets(2).lowerBound..<source.lineOffsets(last).lowerBound
  }

  /// The page's title, and what is wrong with the block.
  ///
  /// Nearly all blocks are plain `key: value` lines; a YAML parser is only started where one is
  /// not, or where the title is wanted.
  func title(isNeeded: Bool) -> (title: String?, finding: Finding?) {
    let text = String(decoding: source.bytes[yaml], as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    if !isNeeded, lines.allSatisfy(Self.isPlain) { return (nil, nil) }
    // An alias may stand for another one, many times: such a block is not read at all.
    if lines.contains(where: Self.usesAlias) {
      return (nil, finding("the front matter uses aliases; it is ignored"))
    }
    do {
      guard let node = try compose(yaml: text) else { return (nil, nil) }
      guard let mapping = node.mapping else {
        return (nil, finding("the front matter is not a mapping; it is ignored"))
      }
      return (mapping["title"]?.string, nil)
    } catch {
      return (nil, finding("the front matter is not YAML; it is ignored"))
    }
  }

  private func finding(_ message: String) -> Finding {
    Finding(.badFrontMatter, at: source.range(source.lineOffsets(1)), message)
  }

  /// `key: words`, where no sign of the words means something to YAML.
  private static func isPlain(_ line: Substring) -> Bool {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
      return false
    }
    let key = line.utf8[..<colon]
    guard key.allSatisfy({ ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == UInt8(ascii: "-") })
    else { return false }
    let value = line.utf8[colon...].dropFirst()
    guard let first = value.first else { return true }
    guard first == UInt8(ascii: " ") else { return false }
    guard let sign = value.first(where: { $0 != UInt8(ascii: " ") }) else { return true }
    if "&*!|>%@`[]{}\"'#,?-:".utf8.contains(sign) { return false }
    return !value.contains(UInt8(ascii: ":")) && !value.contains(UInt8(ascii: "#"))
  }

  /// An anchor or an alias where a value begins: "key: &a ..." or "- *a".
  private static func usesAlias(_ line: Substring) -> Bool {
    let begins = line.split(separator: " ").contains { word in
      guard let first = word.first, first == "&" || first == "*" else { return false }
      return word.dropFirst().first.map { $0.isLetter || $0.isNumber } ?? false
    }
    return begins
      && [": &", ": *", "- *", "- &", "[*", ", *"].contains { line.contains($0) }
  }
}
