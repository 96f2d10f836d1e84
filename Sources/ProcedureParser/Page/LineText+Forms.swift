extension LineText {
  /// `:::image source="list.png":::`, and the end of one with a description.
  var isImage: Bool {
    bytes.starts(with: ":::image ".utf8) && bytes.suffix(3).elementsEqual(":::".utf8)
      || bytes.starts(with: ":::image-end".utf8)
  }

  /// The name in `{{name}}`.
  var snippet: String? {
    guard bytes.starts(with: "{{".utf8), bytes.suffix(2).elementsEqual("}}".utf8) else {
      return nil
    }
    let id = bytes.dropFirst(2).dropLast(2)
    let isName = id.allSatisfy { byte in
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard isName, !id.isEmpty else { return nil }
    return String(decoding: id, as: UTF8.self)
  }
}
