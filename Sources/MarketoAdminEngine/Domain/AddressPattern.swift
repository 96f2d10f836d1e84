/// One IPv4 address, a range of them ("192.0.2.1-192.0.2.9") or a wildcard ("192.0.2.*").
package struct AddressPattern: Hashable, Sendable {
  /// As it was typed.
  package let text: String
  private let first: [UInt8]
  private let last: [UInt8]

  /// Nil where the text is none of these.
  package init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
      $0.filter { !$0.isWhitespace }
    }
    guard ends.count <= 2,
      let first = Self.octets(ends[0], wildcard: 0),
      let last = Self.octets(ends[ends.count - 1], wildcard: 255),
      first.lexicographicallyPrecedes(last) || first == last
    else { return nil }
    self.text = text
    self.first = first
    self.last = last
  }

  package func matches(_ address: String) -> Bool {
    guard let octets = Self.octets(address, wildcard: nil) else { return false }
    return !octets.lexicographicallyPrecedes(first) && !last.lexicographicallyPrecedes(octets)
  }

  private static func octets(_ text: String, wildcard: UInt8?) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let octets = parts.compactMap { $0 == "*" ? wildcard : UInt8($0) }
    // A wildcard stands at the end: what follows it would not be one range.
    let tail = parts.drop { $0 != "*" }
    guard octets.count == 4, parts.count == 4, tail.allSatisfy({ $0 == "*" }) else { return nil }
    return octets
  }
}
