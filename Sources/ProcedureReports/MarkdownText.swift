import Diagnostics

/// Text in which Markdown's signs are text.
enum MarkdownText {
  private static let signs = Set("\\`*_[]<>".unicodeScalars)
  /// What GitHub and GitLab read besides: tables, strikethrough, formulas, references to issues
  /// and people, and headings.
  private static let serviceSigns = signs.union("|~$#@".unicodeScalars)

  static func escaped(_ text: String) -> String { escaped(text, signs, escapesAddresses: false) }

  /// Text for a page of a service, where bare addresses are links too.
  static func escapedForService(_ text: String) -> String {
    escaped(text, serviceSigns, escapesAddresses: true)
  }

  private static func escaped(
    _ text: String, _ signs: Set<Unicode.Scalar>, escapesAddresses: Bool
  ) -> String {
    var escaped = ""
    // By scalar: a sign with a combining mark behind it is another character, and still a sign.
    var rest = OutputGate.visible(text).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      // "&lt;" would be read as a sign of its own; "Users & Roles" is none.
      let beginsEntity =
        scalar == "&" && rest.first.map { $0 == "#" || $0.properties.isAlphabetic } == true
      let isInAddress =
        escapesAddresses
        && (scalar == ":" && rest.first == "/" || scalar == "." && endsInWWW(escaped))
      if beginsEntity || isInAddress || signs.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  private static func endsInWWW(_ text: String) -> Bool {
    text.utf8.suffix(3).allSatisfy { $0 | 0x20 == UInt8(ascii: "w") } && text.utf8.count >= 3
  }
}
