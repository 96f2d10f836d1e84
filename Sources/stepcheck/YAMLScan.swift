import Yams

/// Looks at YAML before it is parsed.
enum YAMLScan {
  /// The first line with an alias or an anchor; nil where there is none.
  ///
  /// Seen where a scalar can begin, outside of quotation marks and comments. In a block of text it
  /// is found too, although it isn't one there.
  static func lineOfAlias(in text: String) -> Int? {
    var line = 1
    var canBegin = true
    var quote: UInt8?
    var last: UInt8 = 0x0A
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      defer { last = byte }
      if byte == 0x0A || byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] != 0x0A {
        line += 1
        if quote == nil || quote == UInt8(ascii: "#") {
          quote = nil
          canBegin = true
        }
        continue
      }
      if let open = quote {
        let isEscaped = open == UInt8(ascii: "\"") && last == UInt8(ascii: "\\")
        if byte == open, open != UInt8(ascii: "#"), !isEscaped { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        if ":-?,".utf8.contains(last) { canBegin = true }
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): canBegin = true
      case UInt8(ascii: "#") where last == 0x20 || last == 0x09 || last == 0x0A: quote = byte
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if canBegin { quote = byte }
        canBegin = false
      case UInt8(ascii: "&"), UInt8(ascii: "*"):
        if canBegin { return line }
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): break
      default: canBegin = false
      }
    }
    return nil
  }
}

extension YamlError {
  /// ":3:5: did not find expected node content"; the text there is not quoted.
  var placed: String {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      ":\(mark.line):\(mark.column): invalid YAML: \(problem)"
    case .composer(_, _, let mark, _): ":\(mark.line):\(mark.column): invalid YAML"
    default: ": invalid YAML, or a duplicate key"
    }
  }
}
