import Diagnostics
import YAMLTree

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
    if !isNeeded, isPlain { return (nil, nil) }
    do throws(YAMLError) {
      guard let node = try YAMLNode.parsing(text) else { return (nil, nil) }
      guard let mapping = node.mapping else {
        return (nil, finding("the front matter is not a YAML mapping; it is ignored"))
      }
      return (mapping.first { $0.key.string == "title" }?.value.string, nil)
    } catch {
      return switch error.problem {
      case .alias: (nil, finding("the front matter uses aliases; it is ignored"))
      case .invalid: (nil, finding("the front matter is not valid YAML; it is ignored"))
      }
    }
  }

  private func finding(_ message: String) -> Finding {
    Finding(.badFrontMatter, at: source.range(source.lineOffsets(1)), message)
  }

  /// Whether the lines are a mapping, with lists and mappings of plain words indented in it.
  private var isPlain: Bool {
    var isFirst = true
    return source.bytes[yaml].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).allSatisfy {
      line in
      defer { isFirst = false }
      var rest = line.drop { $0 == UInt8(ascii: " ") }
      let isIndented = rest.startIndex > line.startIndex
      if isFirst, isIndented { return false }
      if isIndented, rest.starts(with: "- ".utf8) { rest = rest.dropFirst(2) }
      return Self.isPlain(rest)
    }
  }

  /// Whether a line is `key: words` or `key: [words, words]`, where no sign of the words means
  /// something to YAML.
  private static func isPlain(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy({ isLetter($0) || "-_0123456789".utf8.contains($0) })
    else { return false }
    var value = line[(colon + 1)...]
    guard let first = value.first else { return true }
    guard first == UInt8(ascii: " ") else { return false }
    value = value.drop { $0 == UInt8(ascii: " ") }
    guard let sign = value.first else { return true }
    if sign == UInt8(ascii: "\""), value.count > 1, value.last == sign {
      let inside = value.dropFirst().dropLast()
      return !inside.contains(sign) && !inside.contains(UInt8(ascii: "\\"))
    }
    if sign == UInt8(ascii: "["), value.last == UInt8(ascii: "]") {
      return value.dropFirst().dropLast().allSatisfy { byte in
        isLetter(byte) || byte >= 0x80 || " ,.-_0123456789".utf8.contains(byte)
      }
    }
    if "&*!|>%@`[]{}\"'#,?-:".utf8.contains(sign) { return false }
    var previous = sign
    for byte in value {
      if byte == UInt8(ascii: " "), previous == UInt8(ascii: ":") { return false }
      if byte == UInt8(ascii: "#"), previous == UInt8(ascii: " ") { return false }
      previous = byte
    }
    return previous != UInt8(ascii: ":")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
