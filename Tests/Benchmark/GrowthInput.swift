/// Files that grow with a number, and a call that reads them.
struct GrowthInput: Sendable {
  let name: String
  let sizes: (small: Int, large: Int)
  var arguments = ["check", "."]
  /// Texts by path.
  let files: @Sendable (Int) -> [String: String]

  private static let look = "1. Click **Admin**.\n"

  static let all = folders + snippets + texts

  // MARK: Folders

  private static let folders = [
    folder("pages that require nothing", 2_000, 8_000) { _, _ in [] },
    folder("a chain of pages", 1_000, 4_000) { page, count in page + 1 < count ? [page + 1] : [] },
    folder("pages that require the next two", 500, 2_000) { page, count in
      [page + 1, page + 2].filter { $0 < count }
    },
    folder("a circle of pages", 500, 2_000) { page, count in [(page + 1) % count] },
    // The links themselves grow with the square of the pages.
    folder("pages that all require each other", 50, 100) { page, count in
      (0..<count).filter { $0 != page }
    },
    GrowthInput(name: "stars of a glob", sizes: (1_000, 4_000)) { count in
      [
        // A key of YAML that is longer than 1,024 characters needs a question mark.
        ".stepcheck.yml": "pages:\n  ? \"\(repeated("*a", count))b\"\n  : skip: never met\n",
        String(repeating: "a", count: 60) + ".md": "# Look\n\n" + look,
      ]
    },
  ]

  private static func folder(
    _ name: String, _ small: Int, _ large: Int,
    requires: @escaping @Sendable (Int, Int) -> [Int]
  ) -> GrowthInput {
    GrowthInput(name: name, sizes: (small, large)) { count in
      var files: [String: String] = [:]
      for page in 0..<count {
        let links = requires(page, count).map { ">* [page \($0)](p\($0).md)\n" }.joined()
        let box = links.isEmpty ? "" : ">[!PREREQUISITES]\n>\n\(links)\n"
        files["p\(page).md"] = "# Look\n\n\(box)\(look)"
      }
      return files
    }
  }

  // MARK: Snippets

  private static let snippets = [
    GrowthInput(
      name: "snippets that include the next", sizes: (200, 800), arguments: ["model", "a.md"]
    ) { count in
      let all = (0..<count).map { "## A {#s\($0)}\n\n{{s\($0 + 1)}}\n\n" }.joined()
      return [
        "_includes/snippets.md": "# S\n\n\(all)## Z {#s\(count)}\n\nThe end.\n",
        "a.md": "# Look\n\n{{s0}}\n\n\(look)",
      ]
    },
    GrowthInput(
      name: "includes of a long snippet", sizes: (250, 1_000), arguments: ["model", "a.md"]
    ) { count in
      [
        "_includes/snippets.md": "# S\n\n## A {#s}\n\n" + repeated(look, 3_000),
        "a.md": "# Look\n\n" + repeated("{{s}}\n\n", count),
      ]
    },
  ]

  // MARK: Texts

  private static let texts = [
    text("open quotation marks", 25_000) { "1. Click **a** \(repeated("“x ", $0)).\n" },
    text("open parentheses", 25_000) { "1. Click **a** \(repeated("(x ", $0)).\n" },
    text("other ways in parentheses", 25_000) {
      "1. Click **a** \(repeated("(or click **x**) ", $0)).\n"
    },
    text("open HTML lists", 25_000) { repeated("<ol><li>", $0) + "\n" },
    text("open HTML links", 25_000) { "1. \(repeated("<a ", $0))\n" },
    text("steps with an image between them", 5_000) {
      repeated("1. Click **a**.\n\n![](x.png)\n\n", $0)
    },
    text("variables", 25_000) { "1. Click \(repeated("{{x}}", $0)).\n" },
    text("steps of a list", 5_000) { repeated("1. Click **a**.\n", $0) },
    text("sentences of a step", 5_000) { "1. \(repeated("Click **a**. ", $0))\n" },
    text("what is joined by \"and\"", 5_000, arguments: ["model", "--explain", "a.md"]) {
      "1. Click **a**\(repeated(" and **b**", $0)).\n"
    },
    text("broken links in a box", 2_500, arguments: ["check", "a.md"]) {
      ">[!PREREQUISITES]\n>\n" + (0..<$0).map { ">* [x](x\($0).md)\n" }.joined() + "\n" + look
    },
    text("links that lead nowhere", 10_000, arguments: ["check", "a.md"]) {
      (0..<$0).map { "[x](x\($0).md) " }.joined() + "\n\n" + look
    },
    text("paragraphs", 25_000) { repeated("Nothing is to be done here.\n\n", $0) },
  ]

  /// A page; the larger one is four times the smaller one.
  private static func text(
    _ name: String, _ small: Int, arguments: [String] = ["model", "a.md"],
    _ body: @escaping @Sendable (Int) -> String
  ) -> GrowthInput {
    GrowthInput(name: name, sizes: (small, 4 * small), arguments: arguments) { count in
      ["a.md": "# Look\n\n" + body(count)]
    }
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }
}
