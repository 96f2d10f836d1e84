import MarkdownTree

extension PageDialect {
  /// Microsoft Learn: zones, versions and tabs.
  ///
  ///     ::: zone pivot="cli"
  ///     ::: zone-end
  ///
  ///     # [Portal](#tab/portal)
  ///     ---
  static let microsoftLearn = PageDialect(
    line: { line in
      if let tab = tab(line) { return .opensPart(tab) }
      guard line.bytes.starts(with: ":::") else { return nil }
      let words = line.dropping(line.count(of: UInt8(ascii: ":")))
      guard let element = ["zone", "moniker"].first(where: { words.hasPrefix($0) }) else {
        return nil
      }
      if words.hasPrefix(element + "-end") { return .closesPart(element) }
      let quoted = words.split(separator: "\"", omittingEmptySubsequences: false)
      let name = quoted.count > 2 ? String(quoted[1]) : words
      return .opensPart(PartTag(element: element, role: .branch(name)))
    }, firstBytes: [UInt8(ascii: ":"), UInt8(ascii: "#")])

  private static func tab(_ line: LineText) -> PartTag? {
    guard line.first == UInt8(ascii: "#"), line.bytes.last == UInt8(ascii: ")") else { return nil }
    let text = line.dropping(line.count(of: UInt8(ascii: "#")))
    guard text.hasPrefix("["), let close = text.firstIndex(of: "]"),
      text[close...].hasPrefix("](#tab/")
    else { return nil }
    let name = text[..<close].dropFirst().trimming { "*_` ".contains($0) }
    return PartTag(element: "#tab", role: .branch(name), endsAtBreak: true)
  }
}
