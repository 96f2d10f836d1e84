/// A page that is built to hurt: what costs more than its length does, where something is wrong.
package struct HurtfulPage: Sendable, CustomStringConvertible {
  package let name: String
  package let text: String

  /// What a test is called that takes it; the text may be long.
  package var description: String { name }

  package init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  /// Pages of about a size in bytes.
  package static func all(ofSize size: Int) -> [HurtfulPage] {
    func filled(_ piece: String, after start: String = "") -> String {
      start + String(repeating: piece, count: size / piece.utf8.count)
    }
    // Each line is longer than the one before it.
    let lines = Int(Double(size).squareRoot())
    let headings = (1...max(size / 21, 1)).map { "## \($0). Click **A**.\n\n" }.joined()
    return [
      HurtfulPage("nested quotes", filled("> ") + "a"),
      HurtfulPage("nested lists", filled("1. ") + "a"),
      HurtfulPage(
        "nested bullets over lines",
        (0..<lines).map { String(repeating: " ", count: $0 * 2) + "- a\n" }.joined()),
      HurtfulPage("words on a line", filled("word ", after: "1. Click ")),
      HurtfulPage("lines of text", filled("A line of text that goes on.\n")),
      HurtfulPage("labels on a line", filled("**A** > ", after: "1. Click ")),
      HurtfulPage("open brackets", filled("[")),
      HurtfulPage("open images", filled("![[]()")),
      HurtfulPage("open marks", filled("[!UICONTROL ", after: "1. Click ")),
      HurtfulPage("open bold", filled("**a ", after: "1. Click ")),
      HurtfulPage("open comments", filled("<!-- ")),
      HurtfulPage("closed comments", filled("<!-- --> ")),
      HurtfulPage("open parts", filled("+++ a\n\n")),
      HurtfulPage("open fences", filled(":::note\n")),
      HurtfulPage("open HTML", filled("<ol><li>")),
      HurtfulPage("open quotations", filled("\"a ", after: "1. Click ")),
      HurtfulPage("curly quotations", filled("\u{201C}x ", after: "1. Click ")),
      HurtfulPage("words in parentheses", filled("(x ", after: "1. Click ")),
      HurtfulPage("ways in parentheses", filled("(or click **x**) ", after: "1. Click **a** ")),
      HurtfulPage("bare commas", filled(", ", after: "1. Click **a** ")),
      HurtfulPage("conjunctions", filled("and ", after: "1. Click **a** ")),
      HurtfulPage("conditions", filled("If you want, ", after: "1. ")),
      HurtfulPage("open tags", filled("<a ", after: "1. Click ")),
      HurtfulPage("includes", filled("{{x}}\n\n")),
      HurtfulPage("parts with steps", filled("+++ x\n\n1. a\n\n")),
      HurtfulPage(
        "admonitions of a step", filled("   >[!NOTE]\n   >\n   >x\n\n", after: "1. a\n\n")),
      HurtfulPage("images behind steps", filled("1. Click **a**\n\n![](x.png)\n\n")),
      HurtfulPage(
        "broken links in a box", filled("[x](y.md) ", after: ">[!NOTE]\n>\n>")),
      HurtfulPage("results", filled("The **b** dialog opens. ", after: "1. Click **a**.\n\n   ")),
      HurtfulPage("open parentheses", filled("(", after: "1. Click ")),
      HurtfulPage("commas", filled("a, ", after: "1. Click ")),
      HurtfulPage("verbs", filled("click ", after: "1. ")),
      HurtfulPage("split lists", filled("1. Click **A**.\n\ntext\n\n")),
      HurtfulPage("headings as steps", headings),
      HurtfulPage("many steps", filled("1. Click **A**.\n")),
      HurtfulPage("front matter without end", filled("a: b\n", after: "---\n")),
      HurtfulPage(
        "everything unclosed", "---\n<!--\n+++ a\n:::note\n```\n1. **[!UICONTROL [a](b \"c"),
    ]
  }
}
