import Diagnostics
import ProcedureModel
import ProcedureParser
import TestSupport
import Testing

/// Pages as people write them: what is a procedure, and what belongs to which step.
struct StructureTests {
  private func read(_ text: String) -> Page {
    readPage(text, path: "page.md", library: MemoryLibrary())
  }

  // MARK: Comments

  @Test(arguments: [
    "1. Click **A**.\n<!--1. Click **X**.-->\n1. Click **B**.\n",
    "1. Click **A**.\n<!--\n1. Click **X**.\n\n1. Click **Y**.\n-->\n1. Click **B**.\n",
    "1. Click **A**.<!-- Click **X**. -->\n1. <!-- Click **Y**. -->\n1. Click **B**.\n",
  ])
  func `what is commented out is not there, and splits no list`(list: String) {
    let page = read("# T\n\n" + list)
    #expect(page.outline == ["# T", "1 Click A.", "2 Click B."])
    #expect(page.findings == [])
  }

  @Test(arguments: [
    ("<!-- never closed\n", 3), ("<!-- a <!-- b --> c -->\n", 3), ("text\n-->\n", 4),
  ])
  func `an unbalanced comment is told and hides nothing`(comment: String, line: Int) {
    let page = read("# T\n\n\(comment)\n1. Click **A**.\n")
    #expect(!page.findings.isEmpty)
    #expect(page.findings.allSatisfy { $0.rule == .unbalancedComment })
    #expect(page.findings[0].range.line == line)
    #expect(page.outline == ["# T", "1 Click A."])
  }

  @Test(arguments: ["```\n<!-- x\n```", "`<!-- x`", "Go to A --> B."])
  func `what is code or an arrow is no comment`(text: String) {
    #expect(read("# T\n\n\(text)\n\n1. Click **A**.\n").findings == [])
  }

  // MARK: Containers

  @Test(arguments: [
    "+++ Expand this\n\n1. Click **A**.\n\n+++\n",
    "+++Expand this\n\n1. Click **A**.\n+++\n",
  ])
  func `a collapsible part with a procedure is its title`(text: String) {
    let page = read("# T\n\n" + text + "\nText.\n\n1. Click **B**.\n")
    #expect(page.outline == ["# Expand this", "1 Click A.", "# T", "1 Click B."])
    #expect(page.findings == [])
  }

  @Test func `a collapsible part of a step is no step`() {
    let page = read(
      "# T\n\n1. Click **A**.\n   +++ More\n   Click **X** there.\n   +++\n1. Click **B**.\n")
    #expect(page.outline == ["# T", "1 Click A.", "2 Click B."])
    #expect(page.procedures[0].steps[0].actions.count == 1)
  }

  @Test(arguments: ["+++ Open\n", "+++\n", ":::note\nText\n", ">[!ENDTABS]\n", ">[!BEGINTABS]\n"])
  func `what is not closed, or not opened, is told`(text: String) {
    let page = read("# T\n\n\(text)\n1. Click **A**.\n")
    #expect(page.findings.map(\.rule) == [.unclosedPart])
  }

  @Test func `tabs, boxes, badges, videos and spans are no words of the page`() {
    let page = read(
      """
      # T [!BADGE Beta]{type=Informative}

      >[!BEGINSHADEBOX "Box"]

      >[!VIDEO](https://example.com/x)

      <span class="preview">

      1. Click **A** [!BADGE Beta]{type=Informative} now.

      </span>

      >[!ENDSHADEBOX]

      >[!BEGINTABS]

      >[!TAB One]

      Some text.

      1. Click **B**.

      >[!TAB Two]

      Some text.

      >[!ENDTABS]
      """)
    #expect(page.outline == ["# T", "1 Click A now.", "# T", "1 Click B."])
    #expect(page.admonitions.isEmpty)
    #expect(page.findings == [])
  }

  // MARK: Admonitions of all houses

  @Test(arguments: [
    ">[!NOTE]\n>\n>Click **X**.", "> [!NOTE]\n> Click **X**.", "> [!note] Click **X**.",
    ":::note\nClick **X**.\n:::", ":::note Title\n\nClick **X**.\n\n:::",
    ":::{note} Title\nClick **X**.\n:::", "::::note[Title]\nClick **X**.\n::::",
    "!!! note\n    Click **X**.", "!!! note \"Title\"\n\n    Click **X**.",
    "???+ note \"Title\"\n    Click **X**.", "```{note} Title\nClick **X**.\n```",
    "> **Note:** Click **X**.", "> **Note** Click **X**.", "> **NOTE**\n> Click **X**.",
  ])
  func `an admonition is one in every house's Markdown, and never a step`(text: String) {
    let inStep = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "   " + $0 }.joined(separator: "\n")
    let page = read("# T\n\n\(text)\n\n1. Click **A**.\n\n\(inStep)\n\n1. Click **B**.\n")
    #expect(page.outline == ["# T", "1 Click A. (NOTE)", "2 Click B."])
    #expect(page.procedures[0].steps.flatMap(\.actions).count == 2)
    let own = page.procedures[0].admonitions + page.procedures[0].steps[0].admonitions
    #expect(own.map(\.text) == ["Click X.", "Click X."])
    #expect(own.map(\.title) == (text.contains("Title") ? ["Title", "Title"] : [nil, nil]))
    #expect(own.map(\.kind) == ["NOTE", "NOTE"])
    #expect(page.findings == [])
  }

  @Test(arguments: [
    "> Click **X**.", "> **Roles** are listed.", "> [!UICONTROL Note] is a button.",
    "```{code-block}\nClick **X**.\n```",
  ])
  func `other quotes and fences are none`(text: String) {
    let page = read("# T\n\n\(text)\n\n1. Click **A**.\n")
    #expect(page.procedures[0].admonitions.isEmpty)
    #expect(page.outline == ["# T", "1 Click A."])
  }

  @Test func `an admonition right behind a list is the procedure's, and that is told`() {
    let page = read("# T\n\n1. Click **A**.\n\n>[!CAUTION]\n>\n>Careful.\n")
    #expect(page.procedures[0].admonitions.map(\.kind) == ["CAUTION"])
    #expect(page.findings.map(\.rule) == [.ambiguousAdmonition])
    #expect(page.findings[0].range.line == 5)
  }

  // MARK: Damage

  @Test(arguments: [
    "![](a.png)", "A window opens.", ">[!NOTE]\n>\n>Text.", "```\ncode\n```", "<div>x</div>",
  ])
  func `something unindented between two steps splits no procedure`(between: String) {
    let page = read("# T\n\n1. Click **A**.\n\n\(between)\n\n1. Click **B**.\n")
    #expect(page.procedures.count == 1)
    #expect(page.procedures[0].steps.map(\.ordinal) == ["1", "2"])
    #expect(page.procedures[0].repairs == [.splitList])
    #expect(page.findings.map(\.rule) == [.splitList])
    #expect(page.findings[0].range.line == 5)
  }

  @Test(arguments: [
    "To do the other thing:", "**The other thing**", "Follow these steps.", "## Other",
    "If you want the other thing, do this.", "Or",
  ])
  func `an introduction between two lists makes two procedures`(between: String) {
    let page = read("# T\n\n1. Click **A**.\n\n\(between)\n\n1. Click **B**.\n")
    #expect(page.procedures.count == 2)
    #expect(page.findings == [])
  }

  @Test func `a bold line before a list is its title`() {
    let page = read(
      "# T\n\n**To make one:**\n\n1. Click **A**.\n\n**To delete one**\n\n1. Click **B**.\n")
    #expect(page.procedures.map(\.title.text) == ["To make one", "To delete one"])
  }

  @Test(arguments: [
    (
      "##### 1. Click **A**. {#a}\n\n![](a.png)\n\n2. Click **B**.\n",
      [Rule.splitList, .stepNotInList]
    ),
    ("### Step 1: Click **A**.\n\n### Step 2: Click **B**.\n", [.stepNotInList]),
    ("Step 1: Click **A**.\n\nStep 2: Click **B**.\n", [.stepNotInList]),
    ("1\\. Click **A**.\n\n2\\. Click **B**.\n", [.stepNotInList]),
    ("1) Click **A**.\n2) Click **B**.\n", []),
    ("1. Click **A**.\n2) Click **B**.\n", [.splitList]),
  ])
  func `steps that are written otherwise are steps`(text: String, repairs: [Rule]) {
    let page = read("# T\n\n" + text)
    #expect(page.procedures.map { $0.steps.map(\.ordinal) } == [["1", "2"]])
    #expect(
      page.procedures.flatMap(\.steps).flatMap(\.actions).map(\.summary) == [
        "click [A]", "click [B]",
      ])
    #expect(Set(page.findings.map(\.rule)).isSubset(of: Set(repairs)))
    #expect(page.findings.isEmpty == repairs.isEmpty)
  }

  @Test func `a heading "Step 1" above a list is a title`() {
    let page = read(
      "# T\n\n## Step 1: Create a role\n\n1. Click **A**.\n\n## Step 2: Create a user\n\n1. Click **B**.\n"
    )
    #expect(
      page.procedures.map(\.title.text) == ["Step 1: Create a role", "Step 2: Create a user"])
    #expect(page.findings == [])
  }

  @Test func `headings with numbers that instruct nothing stay headings`() {
    let page = read("# T\n\n## 1. Overview\n\nText.\n\n## 2. Background\n\nText.\n")
    #expect(page.procedures.isEmpty)
    #expect(page.findings == [])
  }

  @Test(arguments: [
    ("Click the **Roles **tab.", "click [Roles] tab", Rule.brokenMarkup),
    ("click**Next**.", "click [Next]", .brokenMarkup),
    ("Click **[!UICONTROL** Create].", "click [Create]", .brokenMarkup),
    ("Click Se[!UICONTROL ]nd.", "click [Send]", .brokenMarkup),
    ("Click **Done.**", "click [Done]", .brokenMarkup),
  ])
  func `broken markup is read as it is meant, and told`(step: String, action: String, rule: Rule?) {
    let page = read("# T\n\n1. \(step)\n")
    #expect(page.procedures[0].steps[0].actions.map(\.summary) == [action])
    #expect(page.findings.map(\.rule) == (rule.map { [$0] } ?? []))
  }

  // MARK: HTML and tables

  @Test func `an HTML list is a procedure, also when blank lines cut it`() {
    let page = read(
      """
      # T

      <ol>
      <li>Click <b>A</b> &amp; go to <strong>B</strong>.</li>

      <li><p>Click <b>C</b>.</p><ol><li>Click <b>D</b>.</li></ol></li>
      </ol>

      Text.
      """)
    #expect(page.outline == ["# T", "1 Click A & go to B.", "2 Click C.", "2.a Click D."])
    #expect(page.findings.map(\.rule) == [.htmlList])
    let target = page.procedures[0].steps[0].actions[0].target
    #expect(target?.range.start == SourcePosition(line: 4, column: 14))
  }

  @Test func `a table is no text of the page, even when a blank line cuts it`() {
    let page = read(
      """
      # T

      1. Set these:

         <table><tr><td>Click <b>X</b>.</td>

         <td>Click Y.</td></tr></table>

         | A | B |
         |---|---|
         | Click **Z** | [a](https://example.com) |

      1. Click **B**.
      """)
    #expect(page.procedures[0].steps.count == 2)
    #expect(page.procedures[0].steps.flatMap(\.actions).count { $0.target?.text != "B" } <= 1)
    #expect(page.procedures[0].steps[0].steps.isEmpty)
  }

  // MARK: Bullets and other ways

  @Test(arguments: [
    (
      "Do one of the following:\n\n   * Click **A**.\n   * Click **B**, then **C**.",
      [], ["click [A]", "click [B], click [C]"]
    ),
    (
      "Click one of the following:\n\n   * **A**: This does a.\n   * **B**: This does b.",
      [], ["click [A]", "click [B]"]
    ),
    ("Click **A**.\n\n   Or\n\n   Click **B**.", ["click [A]"], ["click [B]"]),
    (
      "Choose:\n\n   * **To make one**: click **A**.\n   * **To delete one**: click **B**.",
      [], ["click [A]", "click [B]"]
    ),
  ])
  func `ways to choose from are alternatives`(step: String, actions: [String], ways: [String]) {
    let read = readStep(step)
    #expect(read.kind == .choice)
    #expect(read.actions.map(\.summary) == actions)
    #expect(
      (read.ways.map(\.actions) + read.alternatives).map {
        $0.map(\.summary).joined(separator: ", ")
      } == ways)
  }

  @Test func `bullets that are all done are steps of the step`() {
    let page = read("# T\n\n1. Fill in the form:\n\n   * Enter a **Name**.\n   * Click **B**.\n")
    #expect(page.outline == ["# T", "1 Fill in the form:", "1.a Enter a Name.", "1.b Click B."])
  }

  @Test func `bullets that explain are no steps`() {
    let page = read("# T\n\n1. Click **A**.\n\n   * **B**: the second letter.\n   * Others.\n")
    #expect(page.outline == ["# T", "1 Click A."])
  }

  @Test func `a numbered list in a bullet of a step is nested, in another bullet a procedure`() {
    let page = read(
      "# T\n\n* First\n\n  1. Click **A**.\n\nText.\n\n1. Click **B**.\n\n   * So:\n\n     1. Click **C**.\n"
    )
    #expect(page.outline == ["# T", "1 Click A.", "# T", "1 Click B.", "1.a Click C."])
  }
}
