extension PageDialect {
  /// Liquid tags: GitHub Docs' versions and notes, GitBook's tabs, steps and hints.
  ///
  ///     {% ifversion ghes %}          {% tab title="Cloud" %}      {% hint style="warning" %}
  ///     {% else %}                    {% endtab %}                 {% endhint %}
  ///     {% endif %}
  static let liquid = PageDialect(
    line: { line in
      guard let tag = TagText(line, opening: "{%", closing: "%}") else { return nil }
      switch tag.name {
      case "ifversion", "if": return .opensPart(branch("if", tag))
      case "elsif", "else": return .nextBranch(branch("if", tag))
      case "tab": return .opensPart(branch("tab", tag))
      case "step":
        return .opensPart(PartTag(element: "step", role: .step(title: tag.place(of: "title"))))
      case "hint":
        let head = AdmonitionHead(kind: tag.value(of: "style") ?? "info")
        return .opensPart(PartTag(element: "hint", role: .admonition(head)))
      case "tabs", "endtabs", "stepper", "endstepper", "raw", "endraw": return .wrapper
      case let name where name.hasPrefix("end"):
        let element = String(name.dropFirst(3))
        let isKnown = ["if", "tab", "step", "hint"].contains(element) || isNote(element)
        return isKnown ? .closesPart(element) : .unknown(name)
      case let name where isNote(name):
        return .opensPart(
          PartTag(element: name, role: .admonition(AdmonitionHead(kind: name))))
      default: return .unknown(tag.name)
      }
    }, firstBytes: [UInt8(ascii: "{")])

  private static func branch(_ element: String, _ tag: TagText) -> PartTag {
    let words = tag.value(of: "title") ?? tag.arguments
    return PartTag(element: element, role: .branch(words.isEmpty ? "otherwise" : words))
  }

  /// Whether an element is a box with one of the usual names.
  static func isNote(_ name: String) -> Bool {
    admonitionWords.contains(name.lowercased())
  }
}
