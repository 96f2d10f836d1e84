import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import ProcedureReports
import TestSupport
import Testing

/// Pages as lists that people work from.
struct ChecklistTests {
  private func list(
    _ text: String, given: [String: String] = [:], values: [String: String] = [:]
  ) throws -> Checklist {
    let circumstances = try MarketoAdmin.product.circumstances(reading: given)
    return ChecklistBuilder(
      product: MarketoAdmin.product, circumstances: circumstances, values: values
    )
    .checklist(readPage(text, keepsContent: true))
  }

  private func markdown(_ text: String, given: [String: String] = [:]) throws -> String {
    MarkdownChecklist.text([try list(text, given: given)])
  }

  @Test func `a checklist in each format`() throws {
    let files = try Repository.pages(in: "help")
    let page = try #require(
      readSite(files, keepsContent: true)["help/users-and-roles/create-an-api-only-user.md"])
    let list = ChecklistBuilder(product: MarketoAdmin.product).checklist(page)
    try expectSnapshot(MarkdownChecklist.text([list]), named: "checklist.md")
    try expectSnapshot(JSONChecklist.text([list]), named: "checklist.json")
    try expectSnapshot(GherkinChecklist.text(list), named: "checklist.feature")
    try expectSnapshot(
      (CSVChecklist.head + CSVChecklist.rows(list)).replacing("\r\n", with: "\n"),
      named: "checklist.csv")
  }

  @Test func `every word of the steps of the help pages is on their lists`() throws {
    let builder = ChecklistBuilder(product: MarketoAdmin.product)
    let files = try Repository.pages(in: "help")
    var count = 0
    for (path, page) in readSite(files, keepsContent: true) {
      let text = try #require(files[path])
      let list = builder.checklist(page)
      for shown in [
        MarkdownChecklist.text([list]), CSVChecklist.rows(list), JSONChecklist.text([list]),
        GherkinChecklist.text(list),
      ] {
        let words = StepWords(of: page, in: text, on: shown)
        #expect(words.missing == [], "\(path)")
        count += words.count
      }
    }
    #expect(count > 10_000)
  }

  @Test(arguments: [
    "   - Bullet **one**", "   > A quotation", "   ```sh\n   run --it\n   ```",
    "   | Field | Value |\n   | --- | --- |\n   | **Name** | `Ada` |",
    "   >[!NOTE]\n   >\n   >A *note* with `code`", "   ![A picture](p.png)",
    "   You should see the **Admin** screen.", "   Frobnicate the gizmo, gently.",
    "   <table><tr><td>Cell one</td><td>Cell two</td></tr></table>",
    "   <p>HTML text</p>", "   1. A sub-step: click **Users & Roles**.",
  ])
  func `what stands in a step is on the list`(_ block: String) throws {
    let text = "# Look\n\nIntroduction here.\n\n1. Click **Admin**.\n\n\(block)\n\nBehind it.\n"
    let shown = try markdown(text)
    let page = readPage(text, keepsContent: true)
    #expect(StepWords(of: page, in: text, on: shown).missing == [], "\(shown)")
    #expect(shown.contains("Introduction here.") && shown.contains("Behind it."))
  }

  @Test func `formatting stays as it was`() throws {
    let shown = try markdown(
      """
      # Look

      1. Click **Admin**, *then* look at `a|b`.

         | Field | Value |
         | --- | --- |
         | **Name** | `Ada` |

         >[!NOTE]
         >
         >See [the list](https://a.example/x).
         >
         >- One
         >- Two

         ```sh
         run --it
           twice
         ```
      """)
    #expect(
      shown.contains(
        """
        1. [ ] Click **Admin**, *then* look at `a|b`.

           | Field | Value |
           | --- | --- |
           | **Name** | `Ada` |

           > **Note:** See [the list](https://a.example/x).
           >
           > - One
           > - Two

           ```sh
           run --it
             twice
           ```
        """), "\(shown)")
  }

  @Test func `what is required stands before the steps, what comes next at the end`() throws {
    let shown = try markdown(
      """
      # Look

      >[!PREREQUISITES]
      >
      >- You have a **cup**.
      >- [Make a Role](role.md)

      >[!MORELIKETHIS]
      >
      >[Require a Password](password.md)

      1. Click **Admin**.
      """)
    let parts = shown.split(separator: "Steps:")
    #expect(parts[0].contains("- [ ] You have a **cup**.\n- [ ] [Make a Role](role.md)"))
    #expect(!parts[0].contains("Require a Password"))
    #expect(parts[1].contains("> **More like this:** [Require a Password](password.md)"))
  }

  @Test func `a section that says what is needed is told before the steps`() throws {
    let shown = try markdown(
      """
      # Look

      ## Overview

      Words about it.

      ## Before you begin

      - Get a **cup**.

      ## Look at it

      1. Click **Admin**.
      """)
    #expect(shown.contains("Before you start:\n\n- [ ] Get a **cup**."))
    #expect(shown.contains("Not on this list, because they have no steps: Overview."))
    #expect(!shown.contains("Words about it."))
  }

  @Test func `a circumstance that is given leaves steps out, and says so`() throws {
    let text = """
      # Look

      1. Click **Admin**.
      1. If your subscription has been onboarded to Adobe Identity, click **Users & Roles**.
      """
    let adobe = try markdown(text, given: ["identity": "adobe"])
    #expect(adobe.contains("2. [ ] If your subscription"))
    let marketo = try markdown(text, given: ["identity": "marketo"])
    #expect(marketo.contains("2. *Skipped with identity=marketo:* If your subscription"))
    #expect(!(try markdown(text)).contains("Skipped"))
  }

  @Test func `a value that is given is what to enter`() throws {
    let list = try list(
      "# Add\n\n1. In the **Name** field, enter a name.\n", values: ["name": "=Ja\"pan"])
    #expect(MarkdownChecklist.text([list]).contains("- Name: `=Ja\"pan`"))
    #expect(CSVChecklist.rows(list).contains("\"Name: =Ja\"\"pan\""))
  }

  @Test func `a cell that a spreadsheet would compute is text`() throws {
    let rows = CSVChecklist.rows(try list("# =1+1\n\n1. Click **Admin**.\n"))
    #expect(rows.contains("\"'=1+1\""))
  }

  @Test func `no line of a page is a keyword of a feature`() throws {
    let text = "# A\n\nScenario: not one\n\n1. Click **Admin**.\n\n   \"\"\"\n\n   @tag\n"
    let feature = GherkinChecklist.text(try list(text))
    #expect(
      feature.contains("    # Scenario: not one") || feature.contains("  # Scenario: not one"))
    #expect(feature.contains("      \\\"\\\"\\\"\n      @tag"))
  }

  @Test func `a run's failure is told at the head and in its step`() async throws {
    let page = readPage(
      "# Look\n\n1. Click **Admin**.\n1. Click **Usrs & Roles**.\n", keepsContent: true)
    let runner = PageRunner(
      engine: MarketoAdmin(), pages: PageGraph([page]), circumstances: .init(),
      values: [:])
    let proof = ChecklistBuilder.Proof(
      results: [PathKey(page.path): await runner.run(page)], words: "on a day")
    let shown = MarkdownChecklist.text([
      ChecklistBuilder(product: MarketoAdmin.product, proof: proof).checklist(page)
    ])
    #expect(shown.contains("> **Warning:** The page has 1 error; it does not work as written"))
    #expect(shown.contains("2. [ ] **Failed:** Click **Usrs & Roles**."))
    #expect(shown.contains("   - ✗ there is no \"Usrs & Roles\" on Admin"))
    #expect(shown.contains("   - Seen: screen \"Admin\""))
  }
}
