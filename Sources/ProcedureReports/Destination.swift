/// Where a link of a page may lead from a report that people click in.
enum Destination {
  private static let schemes: Set = ["http", "https", "mailto"]

  /// The destination, where it leads to the same place from anywhere.
  static func absolute(_ destination: String) -> String? {
    let head = destination.utf8.prefix { !":/?#".utf8.contains($0) }
    guard destination.utf8.dropFirst(head.count).first == UInt8(ascii: ":") else { return nil }
    return encoded(destination)
  }

  /// Whether a destination is an address of the web.
  static func isWeb(_ destination: String) -> Bool {
    let scheme = destination.prefix { $0 != ":" }.lowercased()
    return scheme == "http" || scheme == "https"
  }

  /// The destination with all escaped that could end it or be more than an address; nil for a
  /// scheme that can run something.
  static func encoded(_ destination: String) -> String? {
    // By bytes: a colon with a combining mark behind it is another character, and still a colon.
    let head = destination.utf8.prefix { !":/?#".utf8.contains($0) }
    let hasScheme = destination.utf8.dropFirst(head.count).first == UInt8(ascii: ":")
    if hasScheme, !schemes.contains(String(Substring(head)).lowercased()) { return nil }
    return destination.utf8.reduce(into: "") { encoded, byte in
      if isPlain(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (hex.count == 1 ? "0" : "") + hex
      }
    }
  }

  /// The characters of an address (RFC 3986) without those that Markdown reads itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/?#@!$&'+,;=%".utf8.contains(byte)
    }
  }
}
