/// Cuts HTML into tags and texts.
///
/// Markdown cuts HTML at blank lines, so what is to be read are pieces of documents, whose places
/// must be kept: that rules out a parser that mends a whole document and moves what it finds.
struct HTMLScanner {
  enum Token {
    case open(Tag)
    case close(String)
    case text(Range<Int>)
  }

  struct Tag {
    let name: String
    /// From "<" to behind ">".
    let range: Range<Int>
  }

  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> Token? {
    guard offset < end else { return nil }
    let start = offset
    if bytes[offset] == UInt8(ascii: "<"), let token = tag() { return token }
    offset = start + 1
    while offset < end, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
    return .text(start..<offset)
  }

  private mutating func tag() -> Token? {
    let start = offset
    offset += 1
    let isClosing = offset < end && bytes[offset] == UInt8(ascii: "/")
    if isClosing { offset += 1 }
    let nameStart = offset
    while offset < end, Self.isNameByte(bytes[offset]) { offset += 1 }
    guard offset > nameStart else { return nil }
    let name = String(decoding: bytes[nameStart..<offset], as: UTF8.self).lowercased()
    var quote: UInt8?
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return isClosing ? .close(name) : .open(Tag(name: name, range: start..<offset))
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  /// The value of an attribute.
  func attribute(_ wanted: String, of tag: Tag) -> String? {
    var offset = tag.range.lowerBound + 1 + tag.name.utf8.count
    let end = tag.range.upperBound - 1
    while offset < end {
      while offset < end, !Self.isNameByte(bytes[offset]) { offset += 1 }
      let start = offset
      while offset < end, Self.isNameByte(bytes[offset]) || bytes[offset] == UInt8(ascii: "-") {
        offset += 1
      }
      let name = String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
      guard offset < end, bytes[offset] == UInt8(ascii: "=") else { continue }
      offset += 1
      let quote = offset < end && "\"'".utf8.contains(bytes[offset]) ? bytes[offset] : nil
      if quote != nil { offset += 1 }
      let valueStart = offset
      while offset < end, bytes[offset] != quote ?? UInt8(ascii: " ") { offset += 1 }
      if name == wanted { return String(decoding: bytes[valueStart..<offset], as: UTF8.self) }
    }
    return nil
  }
}
