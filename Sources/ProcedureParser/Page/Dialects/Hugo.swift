extension PageDialect {
  /// Hugo's shortcodes, whose names are each theme's own: tabs and notes have the usual ones.
  ///
  ///     {{< tab "Cloud" >}}           {{% note %}}
  ///     {{< /tab >}}                  {{% /note %}}
  static let hugo = PageDialect(
    line: { line in
      guard
        let tag = TagText(line, opening: "{{<", closing: ">}}")
          ?? TagText(line, opening: "{{%", closing: "%}}")
      else { return nil }
      let name = tag.name.lowercased()
      if isNote(name) || boxes.contains(name) {
        if tag.isClosing { return .closesPart(name) }
        let kind = isNote(name) ? name : tag.value(of: "type") ?? tag.argument ?? "note"
        let head = AdmonitionHead(kind: isNote(kind) ? kind : "note", title: tag.value(of: "title"))
        return .opensPart(PartTag(element: name, role: .admonition(head)))
      }
      if tabs.contains(name) {
        if tag.isClosing { return .closesPart(name) }
        let title = tag.value(of: "name", "title", "header", "text") ?? tag.argument ?? ""
        return .opensPart(PartTag(element: name, role: .branch(title)))
      }
      if name.hasPrefix("tab") || name.hasSuffix("tabs") || name.hasPrefix("tabs") {
        return .wrapper
      }
      return .unknown(tag.name)
    }, firstBytes: [UInt8(ascii: "{")])

  private static let boxes: Set<String> = [
    "callout", "alert", "admonition", "notice", "warn", "box", "aside",
  ]

  private static let tabs: Set<String> = ["tab", "tab-content", "tab-pane", "tabpane-item"]
}
