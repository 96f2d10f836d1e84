import Diagnostics
import ProcedureModel
import ProcedureParser
import TestSupport
import Testing

/// What a page is made of.
struct PageTests {
  @Test
  func `a page may hold several procedures, each with its heading and what is said around it`() {
    let page = readPage(
      """
      # Roles {#roles}

      >[!NOTE]
      >
      >**Admin permissions required**

      ## Create a Role {#create}

      >[!PREREQUISITES]
      >
      >[Sign in](sign-in.md){target="_blank"}

      1. Click **New Role**.

         >[!TIP]
         >
         >Choose a name. Do not click **Cancel**.

      1. Click **Create**.

         ![](a.png)

      >[!NOTE]
      >
      >The role is listed.

      ## Delete a Role

      1. Click **Delete Role**.
      """)
    #expect(page.title.text == "Roles")
    #expect(page.procedures.map(\.title.text) == ["Create a Role", "Delete a Role"])
    #expect(page.procedures.map(\.anchor) == ["create", "delete-a-role"])
    #expect(page.procedures.map { $0.promise?.effect } == [.creation, .deletion])
    #expect(page.admonitions.map(\.text) == ["Admin permissions required"])
    let first = page.procedures[0]
    #expect(first.admonitions.map(\.kind) == ["PREREQUISITES", "NOTE"])
    #expect(first.prerequisites.map(\.destination) == ["sign-in.md"])
    #expect(first.steps.map(\.admonitions.count) == [1, 0])
    #expect(first.steps[1].images.map(\.path) == ["a.png"])
    #expect(first.steps.flatMap(\.actions).count == 2)
  }

  @Test func `a list that instructs nothing is no procedure`() {
    let page = readPage("# Title\n\n1. The first kind.\n1. The second kind.\n1. Others.\n")
    #expect(page.procedures.isEmpty)
  }

  @Test func `a list that goes on counting is one procedure, whatever stands between`() {
    let page = readPage(
      """
      # Roles

      ##### 1. Go to Admin and click Users & Roles. {#go}

      ![](a.png)

      2. Click the Roles tab.

      ![](b.png)

      3. Click New Role.

      ## Others

      1. Click **A**.

      Another procedure:

      1. Click **B**.
      """)
    #expect(page.procedures.map(\.title.text) == ["Roles", "Others", "Others"])
    #expect(page.procedures[0].steps.map(\.ordinal) == ["1", "2", "3"])
    #expect(page.procedures[0].steps.map(\.range.line) == [3, 7, 11])
    #expect(
      page.procedures[0].steps[0].actions.map(\.summary) == [
        "navigate [Admin]", "click [Users & Roles]",
      ])
  }

  @Test func `places are those of the words`() {
    let text = "# T\n\n1. Go to the **[!UICONTROL Admin]** area and enter a *Name*.\n"
    let page = readPage(text)
    let source = SourceText(path: "page.md", bytes: Array(text.utf8))
    let actions = page.procedures[0].steps[0].actions
    #expect(actions.compactMap(\.target).map { source.text(at: $0.range) } == ["Admin", "Name"])
    #expect(actions.map { source.text(at: $0.rawVerb.range) } == ["Go to", "enter"])
    #expect(actions[0].target?.range.start == SourcePosition(line: 3, column: 28))
  }

  @Test(arguments: ["\r\n", "\r"])
  func `line ends make no difference`(lineEnd: String) {
    let text =
      "---\ntitle: T\n---\n# A\n\n1. Click **B**.\n\n   >[!NOTE]\n   >\n   >C\n\n1. Click **D**.\n"
    let page = readPage(text.replacing("\n", with: lineEnd))
    #expect(page.procedures[0].steps.map(\.text) == ["Click B.", "Click D."])
    #expect(page.procedures[0].steps.map(\.range.line) == [6, 12])
    #expect(page.procedures[0].steps[0].admonitions.map(\.text) == ["C"])
  }

  // MARK: Front matter

  @Test(arguments: [
    ("title: From Above", "From Above", []),
    ("title: \"Quoted: yes\"", "Quoted: yes", []),
    ("- a\n- b", "page", [Rule.badFrontMatter]),
    ("a: &x [1]\nb: *x\ntitle: T", "page", [.badFrontMatter]),
    ("title: [unclosed", "page", [.badFrontMatter]),
    ("", "page", []),
  ])
  func `the front matter gives the title where no heading does`(
    yaml: String, title: String, rules: [Rule]
  ) {
    let page = readPage("---\n\(yaml)\n---\n\n1. Click **A**.\n")
    #expect(page.title.text == title)
    #expect(page.findings.map(\.rule) == rules)
    #expect(page.procedures.count == 1)
  }

  @Test func `what is not UTF-8 is read all the same`() {
    let page = PageReader(library: MemoryLibrary()).read(
      Array("# A\n\n1. Click **B".utf8) + [0xFF] + Array("**.\n".utf8), path: "page.md"
    ).page
    #expect(page.findings.map(\.rule) == [.notUTF8])
    #expect(page.procedures[0].steps[0].actions.map(\.summary) == ["click [B\u{FFFD}]"])
  }

  @Test(arguments: [
    [0xFF], [0xFF, 0xFE], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3, 0xA9], [0xFF, 0xE2, 0x82, 0x20],
    [0xED, 0xA0, 0x80],
  ]) func `columns count the bytes of the file, whatever they are`(wrong: [UInt8]) throws {
    let bytes = wrong + Array("\n\n# A\n\n1. In **".utf8) + wrong + Array("**, click **B**.".utf8)
    let page = PageReader(library: MemoryLibrary()).read(bytes + [0x0A], path: "page.md").page
    let target = try #require(page.procedures.first?.allSteps.first?.performed.first?.target)
    #expect(target.text == "B")
    let line = target.range.start
    #expect(line.line == 5 && line.column == 21 + wrong.count)
    #expect(target.range.end.column == line.column + 1)
  }

  // MARK: Links

  @Test(arguments: [
    ("role.md", "docs/help/role.md", []),
    ("./role.md#x", "docs/help/role.md", [Rule.brokenAnchor]),
    ("./role.md#role", "docs/help/role.md", []),
    ("/help/role.md", "docs/help/role.md", []),
    ("/help/old/role.md", "docs/help/role.md", [.linkByBaseName]),
    ("nothing.md", nil, [.brokenLink]),
    ("https://example.com/role.md", nil, []),
    ("mailto:a@example.com", nil, []),
  ])
  func `a link leads to a page of the site`(
    destination: String, resolved: String?, rules: [Rule]
  ) {
    let library = MemoryLibrary(["docs/help/page.md": "", "docs/help/role.md": "# Role"])
    let page = readPage(
      "See [a](\(destination)).", path: "docs/help/page.md", library: library)
    #expect(page.links.map(\.resolved) == [resolved])
    #expect(page.findings.map(\.rule) == rules)
  }

  @Test(arguments: [
    ("Before you begin, you must have [made a role](role.md).", true),
    ("First, [make a role](role.md).", true),
    ("Make sure that you have [made a role](role.md).", true),
    ("The best practice is to [make a role](role.md) first.", false),
    ("Learn more about [roles](role.md).", false),
    ("When you do this for the first time, [roles](role.md) help.", false),
    ("If you use SSO, your steps are different and [can be found here](role.md).", false),
  ])
  func `an obligation requires what it links to`(sentence: String, isRequired: Bool) {
    let page = readPage("# T\n\n\(sentence)\n\n1. Click **A**.\n")
    #expect(page.procedures[0].prerequisites.isEmpty == !isRequired)
  }
}
