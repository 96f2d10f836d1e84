extension PageDialect {
  /// Docusaurus, and MyST's colon fences.
  ///
  ///     :::note Title
  ///     Users can have more than one role.
  ///     :::
  static let docusaurus = PageDialect(
    line: { line in
      let fence = Fence(byte: UInt8(ascii: ":"), count: line.count(of: UInt8(ascii: ":")))
      guard fence.count >= 3 else { return nil }
      var rest = line.dropping(fence.count)[...]
      if rest.isEmpty { return .closesFence(fence) }
      if rest.first == "{", let close = rest.firstIndex(of: "}") {
        let kind = rest[..<close].dropFirst()
        return .opensFence(
          AdmonitionHead(kind: kind, title: String(rest[close...].dropFirst())), fence)
      }
      let kind = rest.prefix { $0.isLetter || $0 == "-" }
      guard kind.first?.isLetter == true else { return nil }
      rest = rest.dropFirst(kind.count)
      // `:::note Title`, `:::note[Title]`, `:::note{title="Title"}`
      let title: Substring =
        switch rest.first {
        case "[": rest.dropFirst().prefix { $0 != "]" }
        case "{": rest.split(separator: "\"").dropFirst().first ?? ""
        default: rest
        }
      return .opensFence(AdmonitionHead(kind: kind, title: String(title)), fence)
    }, firstBytes: [UInt8(ascii: ":")])
}
