extension PageDialect {
  /// MyST: a directive in a fence of backticks; its colon fences are read with Docusaurus'.
  ///
  ///     ```{note} Title
  ///     Users can have more than one role.
  ///     ```
  static let myST = PageDialect(
    line: { line in
      let fence = Fence(byte: UInt8(ascii: "`"), count: line.count(of: UInt8(ascii: "`")))
      guard fence.count >= 3 else { return nil }
      let rest = line.dropping(fence.count)
      guard rest.first == "{", let close = rest.firstIndex(of: "}") else { return nil }
      let name = rest[..<close].dropFirst()
      guard directives.contains(name.lowercased()) else { return nil }
      return .opensFence(
        AdmonitionHead(kind: name, title: String(rest[close...].dropFirst())), fence)
    }, firstBytes: [UInt8(ascii: "`")])

  /// The directives that are admonitions; others in such a fence are code.
  private static let directives: Set<String> = [
    "admonition", "attention", "caution", "danger", "error", "hint", "important", "note",
    "seealso", "tip", "warning",
  ]
}
