/// A call to the product's API, as its server meets it.
package struct Request: Hashable, Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
  }

  package let method: Method
  /// Without the query.
  package let path: String
  /// The length of path and query, in bytes.
  package let targetLength: Int
  /// Decoded.
  package let query: [String: String]
  /// The bearer token of the Authorization header.
  package var token: String?
  package var body: String
  /// The caller's IP address.
  package var address: String

  /// `target` is the path with its query, percent-encoded.
  package init(
    _ method: Method,
    _ target: String,
    token: String? = nil,
    body: String = "",
    from address: String = "198.51.100.7"
  ) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts.first ?? "").percentDecoded
    targetLength = target.utf8.count
    let pairs = (parts.count > 1 ? parts[1] : "").split(separator: "&").map { pair in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (
        String(sides[0]).percentDecoded, (sides.count > 1 ? String(sides[1]) : "").percentDecoded
      )
    }
    query = Dictionary(pairs) { first, _ in first }
    self.token = token
    self.body = body
    self.address = address
  }
}

/// What the API answers.
package struct Response: Hashable, Sendable {
  /// The HTTP status.
  package let status: Int
  package let body: JSON
}

extension String {
  /// "%40" as "@", "+" as a blank; what is no code stays.
  fileprivate var percentDecoded: String {
    var bytes: [UInt8] = []
    var rest = Substring(self).utf8
    while let byte = rest.popFirst() {
      let digits = String(rest.prefix(2)) ?? ""
      if byte == UInt8(ascii: "%"), digits.count == 2, let code = UInt8(digits, radix: 16) {
        bytes.append(code)
        rest.removeFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
