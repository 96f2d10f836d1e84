/// Text in UTF-16, which editors on Windows write.
enum UTF16Text {
  /// The text in UTF-8; nil where no byte order mark says that it is UTF-16.
  ///
  /// Places in it are those of the UTF-8 text.
  static func asUTF8(_ bytes: [UInt8]) -> [UInt8]? {
    // Text in it has zeros, as no other text has.
    guard bytes.count > 1, bytes.prefix(1000).contains(0) else { return nil }
    let isLittle: Bool
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): isLittle = true
    case (0xFE, 0xFF): isLittle = false
    default: return nil
    }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      isLittle
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
        : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
