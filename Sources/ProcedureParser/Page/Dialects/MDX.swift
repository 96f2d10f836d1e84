extension PageDialect {
  /// Components of MDX pages (Docusaurus, Starlight, Mintlify), on lines of their own.
  ///
  ///     <Tabs>                               <Steps>
  ///       <TabItem label="Cloud">              <Step title="Open the list">
  ///       </TabItem>                           </Step>
  ///     </Tabs>                              </Steps>
  static let mdx = PageDialect(
    line: { line in
      guard line.bytes.count > 2, let tag = TagText(line, opening: "<", closing: ">"),
        tag.name.first?.isUppercase == true
      else { return nil }
      if tag.isEmpty { return .unknown(tag.name) }
      switch tag.name {
      case "Tab", "TabItem", "TabsContent", "TabPanel":
        if tag.isClosing { return .closesPart(tag.name) }
        let title = tag.value(of: "label", "title", "name", "value") ?? ""
        return .opensPart(PartTag(element: tag.name, role: .branch(title)))
      case "Step":
        if tag.isClosing { return .closesPart(tag.name) }
        return .opensPart(
          PartTag(element: tag.name, role: .step(title: tag.place(of: "title"))))
      case "Tabs", "Steps", "CodeGroup", "TabsList", "Frame", "Card", "Cards", "CardGroup",
        "Columns", "Column", "Fragment":
        return .wrapper
      case let name where isNote(name) || boxes.contains(name):
        if tag.isClosing { return .closesPart(name) }
        let kind = isNote(name) ? name : tag.value(of: "type", "kind", "variant") ?? "note"
        let head = AdmonitionHead(kind: isNote(kind) ? kind : "note", title: tag.value(of: "title"))
        return .opensPart(PartTag(element: name, role: .admonition(head)))
      default: return .unknown(tag.name)
      }
    }, firstBytes: [UInt8(ascii: "<")])

  private static let boxes: Set<String> = ["Callout", "Alert", "Admonition", "Aside"]
}
