/// Finds what links to parts of a page can name, without reading the page.
///
/// Houses derive anchors from headings in ways that differ in signs and case, so only letters and
/// digits are compared; and what might be a heading counts as one: a link that works is not told
/// to be broken.
enum AnchorScan {
  static func anchors(_ bytes: [UInt8]) -> Set<String> {
    var anchors: Set<String> = []
    var line = 0
    var previous = 0..<0
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let range = line..<end
      read(bytes[range], after: bytes[previous], &anchors)
      previous = range
      line = end + 1
    }
    return anchors
  }

  static func normalised(_ anchor: some StringProtocol) -> String {
    if anchor.utf8.contains(UInt8(ascii: "%")) {
      return normalised(bytes: Array(anchor.removingPercentSigns.utf8)[...])
    }
    return normalised(bytes: Array(anchor.utf8)[...])
  }

  /// Letters and digits in lower case; letters beyond ASCII as they are.
  private static func normalised(bytes: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte >= 0x41 && byte <= 0x5A {
        plain.append(byte | 0x20)
      } else if byte >= 0x80 || byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func read(
    _ line: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>, _ anchors: inout Set<String>
  ) {
    var index = line.startIndex
    while index < line.endIndex,
      line[index] == UInt8(ascii: " ") || line[index] == UInt8(ascii: ">")
    {
      index += 1
    }
    guard index < line.endIndex else { return }
    let first = line[index]
    if first == UInt8(ascii: "#") {
      heading(line, &anchors)
    } else if first == UInt8(ascii: "=") || first == UInt8(ascii: "-"),
      line.allSatisfy({ $0 == first || $0 <= UInt8(ascii: " ") })
    {
      heading(previous, &anchors)
    }
    attributes(line, &anchors)
  }

  private static func heading(_ line: ArraySlice<UInt8>, _ anchors: inout Set<String>) {
    var words = line
    if let open = line.lastIndex(of: UInt8(ascii: "{")),
      let close = line.lastIndex(of: UInt8(ascii: "}")), open < close
    {
      anchors.insert(normalised(bytes: line[open..<close]))
      words = line[..<open]
    }
    guard words.contains(UInt8(ascii: "!")) else {
      anchors.insert(normalised(bytes: words))
      return
    }
    var text = String(decoding: words, as: UTF8.self)
    for mark in ["[!UICONTROL ", "[!DNL "] { text = text.replacing(mark, with: "") }
    anchors.insert(normalised(text))
  }

  /// `id="x"` and `name="x"` of HTML, `{#x}` anywhere.
  private static func attributes(_ line: ArraySlice<UInt8>, _ anchors: inout Set<String>) {
    var index = line.startIndex
    while index + 3 < line.endIndex {
      defer { index += 1 }
      let start: Int
      switch line[index] {
      case UInt8(ascii: "{") where line[index + 1] == UInt8(ascii: "#"): start = index + 2
      case UInt8(ascii: "=") where index > line.startIndex && line[index - 1] | 1 == 0x65:
        // "id" ends with 0x64, "name" with 0x65.
        let before = line[line.startIndex..<index]
        guard
          before.suffix(2).elementsEqual("id".utf8) || before.suffix(4).elementsEqual("name".utf8)
        else { continue }
        start = index + 1
      default: continue
      }
      let value = line[start...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        .prefix { !"\"'}> ".utf8.contains($0) }
      anchors.insert(normalised(bytes: value))
    }
  }
}

extension StringProtocol {
  /// `%20` and its kin as what they stand for.
  fileprivate var removingPercentSigns: String {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
