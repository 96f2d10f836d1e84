extension PageDialect {
  /// MkDocs, with or without its collapsible form (`???`): the text is indented by four.
  ///
  ///     !!! note "Title"
  ///         Users can have more than one role.
  ///
  ///     === "Cloud"
  ///         1. Click **Add**.
  static let mkDocs = PageDialect(
    line: { line in
      if line.bytes.starts(with: "=== ".utf8) {
        let name = line.dropping(3).trimming { "\"' ".contains($0) }
        return .opensIndentedPart(PartTag(element: "===", role: .branch(name)))
      }
      guard line.bytes.starts(with: "!!! ".utf8) || line.bytes.starts(with: "???".utf8) else {
        return nil
      }
      let rest = line.dropping(3).drop { $0 == "+" || $0 == " " }
      let kind = rest.prefix { $0.isLetter || $0 == "-" }
      guard !kind.isEmpty else { return nil }
      let title = rest.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first
      return .opensIndented(AdmonitionHead(kind: kind, title: title.map { String($0) }))
    }, firstBytes: [UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "=")])
}
