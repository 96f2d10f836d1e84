import Diagnostics
import ProcedureModel
import ProcedureParser
import TestSupport
import Testing

/// Texts of a site that stand in many pages, and are read where they are included.
struct IncludeTests {
  private func read(_ text: String, snippets: String? = nil) -> Page {
    var files = ["docs/a/page.md": text]
    files["docs/_includes/snippets.md"] = snippets
    return readPage(text, path: "docs/a/page.md", library: MemoryLibrary(files))
  }

  private static let snippets = """
    # Snippets

    ## First step - {#first}

    1. Click the **Menu**.

    ## A note {#note}

    >[!NOTE]
    >
    >Read this.

    ## Both {#both}

    {{note}}

    {{first}}

    ## Circle {#circle}

    {{circle}}
    """

  @Test(arguments: [
    "{{first}}\n\n1. Click **B**.\n", "Click these:\n{{first}}\n1. Click **B**.\n",
    "{{both}}\n\n1. Click **B**.\n", "1. {{first}}\n1. Click **B**.\n",
    "{{first}}\n\n    The menu opens.\n\n1. Click **B**.\n",
  ])
  func `an include that ends with a step begins the list that follows`(text: String) {
    let page = read("# T\n\n" + text, snippets: Self.snippets)
    #expect(page.outline == ["# T", "1 Click the Menu.", "2 Click B."])
    #expect(page.findings == [])
    let first = page.procedures[0].steps[0]
    #expect(first.range.file == "docs/_includes/snippets.md")
    #expect(first.range.line == 5)
    #expect(first.actions[0].target?.range.start == SourcePosition(line: 5, column: 16))
    #expect(first.includedAt?.file == "docs/a/page.md")
    #expect((3...4).contains(first.includedAt?.start.line ?? 0))
    #expect(page.procedures[0].steps[1].includedAt == nil)
  }

  @Test func `an include in a list is a step of it, and in a step it is nested`() {
    let page = read(
      """
      # T

      1. Click **A**.
      {{first}}
      1. To get there:

         {{first}}

         1. Click **B**.
      """, snippets: Self.snippets)
    #expect(
      page.outline == [
        "# T", "1 Click A.", "2 Click the Menu.", "3 To get there:", "3.a Click the Menu.",
        "3.b Click B.",
      ])
  }

  @Test func `what is indented behind an include belongs to its step`() {
    let page = read("# T\n\n{{first}}\n\n   The **Menu** opens.\n", snippets: Self.snippets)
    #expect(page.procedures[0].steps[0].expects.map(\.claim.name) == ["appears"])
  }

  @Test(arguments: [
    ("{{frist}}", Rule.unknownSnippet), ("{{circle}}", .snippetCycle),
  ])
  func `an include that can't be followed is told`(include: String, rule: Rule) {
    let page = read("# T\n\n\(include)\n\n1. Click **B**.\n", snippets: Self.snippets)
    #expect(page.findings.map(\.rule) == [rule])
    #expect(page.outline == ["# T", "1 Click B."])
    #expect(page.findings[0].range.file == "docs/a/page.md")
    #expect(page.findings[0].range.line == 3)
  }

  @Test func `without a file of includes each include is told`() {
    let page = read("# T\n\n{{first}}\n")
    #expect(page.findings.map(\.rule) == [.unknownSnippet])
  }

  @Test func `includes that multiply have an end`() {
    var snippets = "## s0 {#s0}\n\n1. Click **A**.\n"
    for depth in 1...40 {
      snippets += "\n## s\(depth) {#s\(depth)}\n\n{{s\(depth - 1)}}\n\n{{s\(depth - 1)}}\n"
    }
    let page = read("# T\n\n{{s40}}\n", snippets: snippets)
    #expect(page.findings.map(\.rule) == [.tooLarge])
  }
}
