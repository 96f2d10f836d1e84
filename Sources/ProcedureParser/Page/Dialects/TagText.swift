import MarkdownTree

/// The name and the attributes of a tag, in whichever signs it stands: `{% tab title="X" %}`,
/// `{{< tab "X" >}}`, `<Tab title="X">`.
struct TagText {
  /// Without the slash of one that closes.
  let name: String
  let isClosing: Bool
  /// It closes itself: `<Image />`.
  let isEmpty: Bool
  private let attributes: [(name: String?, value: Range<Int>)]
  private let bytes: ArraySlice<UInt8>

  /// A tag that fills a line; nil where the line is anything else.
  init?(_ line: LineText, opening: StaticString, closing: StaticString) {
    self.init(line.bytes, opening: opening, closing: closing)
    guard end == line.bytes.endIndex else { return nil }
  }

  /// Where it ends.
  let end: Int

  /// The tag with which bytes begin.
  init?(_ bytes: ArraySlice<UInt8>, opening: StaticString, closing: StaticString) {
    guard bytes.starts(with: opening), let end = bytes.index(behind: closing) else { return nil }
    self.end = end
    var inside = bytes.dropFirst(opening.utf8CodeUnitCount)
    inside = inside[..<(end - closing.utf8CodeUnitCount)]
    let isClosing = inside.drop(while: Self.isBlank).first == UInt8(ascii: "/")
    if isClosing { inside = inside.drop(while: Self.isBlank).dropFirst() }
    while let last = inside.last, Self.isBlank(last) { inside = inside.dropLast() }
    isEmpty = inside.last == UInt8(ascii: "/")
    if isEmpty { inside = inside.dropLast() }
    var words = Self.words(inside)
    guard let first = words.first, first.name == nil else { return nil }
    let name = String(decoding: bytes[first.value], as: UTF8.self)
    guard let letter = name.unicodeScalars.first, letter.properties.isAlphabetic else { return nil }
    words.removeFirst()
    self.name = name
    self.isClosing = isClosing
    self.bytes = bytes
    attributes = words
  }

  /// The place of an attribute's value.
  func place(of name: String) -> Range<Int>? { attributes.first { $0.name == name }?.value }

  func value(of names: String...) -> String? {
    names.lazy.compactMap { self.place(of: $0) }.first.map(text)
  }

  /// The first value that has no name: `{{< tab "X" >}}`.
  var argument: String? { attributes.first { $0.name == nil }.map { text($0.value) } }

  /// All values that have no name: `ifversion ghes and not fpt`.
  var arguments: String {
    attributes.filter { $0.name == nil }.map { text($0.value) }.joined(separator: " ")
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  // MARK: Words

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }

  /// The words of a tag, and the texts in quotation marks or braces: `a`, `b="c d"`, `"e"`.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [(name: String?, value: Range<Int>)] {
    var words: [(name: String?, value: Range<Int>)] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if isBlank(bytes[index]) {
        index += 1
        continue
      }
      let start = index
      while index < bytes.endIndex, !isBlank(bytes[index]), !"=\"'".utf8.contains(bytes[index]) {
        index += 1
      }
      guard index < bytes.endIndex, !isBlank(bytes[index]) else {
        words.append((nil, start..<index))
        continue
      }
      let name =
        bytes[index] == UInt8(ascii: "=")
        ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
      if name != nil { index += 1 }
      let value = self.value(bytes, &index)
      words.append((name, value))
    }
    return words
  }

  private static func value(_ bytes: ArraySlice<UInt8>, _ index: inout Int) -> Range<Int> {
    let pairs: [UInt8: UInt8] = [
      UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
      UInt8(ascii: "{"): UInt8(ascii: "}"),
    ]
    if index < bytes.endIndex, let close = pairs[bytes[index]] {
      let start = index + 1
      let end = bytes[start...].firstIndex(of: close) ?? bytes.endIndex
      index = min(end + 1, bytes.endIndex)
      return start..<end
    }
    let start = index
    while index < bytes.endIndex, !isBlank(bytes[index]) { index += 1 }
    // One byte at least, so that each round takes something.
    if index == start, index < bytes.endIndex { index += 1 }
    return start..<index
  }
}

extension ArraySlice<UInt8> {
  func starts(with text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && text.withUTF8Buffer { self.starts(with: $0) }
  }

  /// Where what follows the first occurrence of a text begins.
  func index(behind text: StaticString) -> Int? {
    let count = text.utf8CodeUnitCount
    return text.withUTF8Buffer { wanted in
      var index = startIndex
      while index + count <= endIndex {
        if self[index] == wanted[0], self[index..<index + count].elementsEqual(wanted) {
          return index + count
        }
        index += 1
      }
      return nil
    }
  }
}
