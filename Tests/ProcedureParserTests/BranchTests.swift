import Diagnostics
import ProcedureModel
import ProcedureParser
import TestSupport
import Testing

/// Tags of houses: tabs, zones and versions are ways, steps with a tag are steps, unknown tags hide
/// nothing.
struct BranchTests {
  private func read(_ text: String) -> Page {
    readPage("# T\n\n" + text, path: "page.md", library: MemoryLibrary())
  }

  private func ways(_ page: Page) -> [String] {
    page.procedures.map { procedure in
      (procedure.branch?.name ?? "-") + ": "
        + procedure.allSteps.map(\.text).joined(separator: " ")
    }
  }

  @Test(arguments: [
    "<Tabs>\n<TabItem value=\"n\" label=\"New\">\n\n%1\n\n</TabItem>\n<TabItem label=\"Old\">\n\n%2\n\n</TabItem>\n</Tabs>\n",
    "<Tabs>\n  <Tab title=\"New\">\n    %1\n  </Tab>\n  <Tab\n    title=\"Old\"\n  >\n    %2\n  </Tab>\n</Tabs>\n",
    "::: zone pivot=\"New\"\n\n%1\n\n::: zone-end\n\n::: zone pivot=\"Old\"\n\n%2\n\n::: zone-end\n",
    "::: moniker range=\"New\"\n%1\n::: moniker-end\n::: moniker range=\"Old\"\n%2\n::: moniker-end\n",
    "# [New](#tab/new)\n\n%1\n\n# [Old](#tab/old)\n\n%2\n\n---\n\nMore.\n",
    "{% tabs %}\n{% tab title=\"New\" %}\n%1\n{% endtab %}\n\n{% tab title=\"Old\" %}\n%2\n{% endtab %}\n{% endtabs %}\n",
    "{% ifversion New %}\n\n%1\n\n{% elsif Old %}\n\n%2\n\n{% endif %}\n",
    "{{< tabs >}}\n{{< tab \"New\" >}}\n%1\n{{< /tab >}}\n{{< tab name=\"Old\" >}}\n%2\n{{< /tab >}}\n{{< /tabs >}}\n",
    "=== \"New\"\n\n    %1\n\n=== \"Old\"\n\n    %2\n",
    "::::{tab-set}\n:::{tab-item} New\n%1\n:::\n:::{tab-item} Old\n%2\n:::\n::::\n",
    ">[!BEGINTABS]\n\n>[!TAB New]\n\n%1\n\n>[!TAB Old]\n\n%2\n\n>[!ENDTABS]\n",
  ])
  func `ways beside each other are a procedure each`(text: String) {
    let page = read(
      text.replacing("%1", with: "1. Click **A**.").replacing("%2", with: "1. Click **B**."))
    #expect(ways(page) == ["New: Click A.", "Old: Click B."])
    #expect(Set(page.procedures.map(\.branch?.group)).count == 1)
    #expect(page.findings.map(\.rule) == [])
  }

  @Test func `versions inside a list are a list each`() {
    let page = read(
      "1. Click **A**.\n{% ifversion cloud %}\n1. Click **B**.\n{% else %}\n1. Click **C**.\n{% endif %}\n1. Click **D**.\n"
    )
    #expect(
      ways(page) == [
        "cloud: Click A. Click B. Click D.", "otherwise: Click A. Click C. Click D.",
      ])
    #expect(page.findings == [])
  }

  @Test func `tabs inside a step make a list each`() {
    let page = read(
      "1. Click **A**.\n\n   <Tabs>\n   <TabItem label=\"New\">\n\n   1. Click **B**.\n\n   </TabItem>\n   <TabItem label=\"Old\">\n\n   1. Click **C**.\n\n   </TabItem>\n   </Tabs>\n\n1. Click **D**.\n"
    )
    #expect(
      ways(page) == ["New: Click A. Click B. Click D.", "Old: Click A. Click C. Click D."])
  }

  @Test(arguments: [
    "::: zone pivot=\"New\"\n\n1. Click **A**.\n\n::: zone-end\n",
    "1. Click **A**.\n{% ifversion cloud %}\n1. Click **B**.\n{% endif %}\n1. Click **C**.\n",
    "<TabItem label=\"New\">\n\n1. Click **A**.\n\n</TabItem>\n",
  ])
  func `one branch is no way`(text: String) {
    let page = read(text)
    #expect(page.procedures.map(\.branch) == [nil])
    #expect(page.findings.filter { $0.severity > .note } == [])
  }

  @Test(arguments: [
    "<Steps>\n  <Step title=\"First\">\n    Click **A**.\n  </Step>\n  <Step title=\"Then\">\n    Click **B**.\n  </Step>\n</Steps>\n",
    "<Steps>\n\n1. Click **A**.\n\n2. Click **B**.\n\n</Steps>\n",
    "{% stepper %}\n{% step %}\nClick **A**.\n{% endstep %}\n{% step %}\nClick **B**.\n{% endstep %}\n{% endstepper %}\n",
    "<Steps>\n<Step title=\"Click A.\">\n</Step>\n<Step title=\"Click B.\">\n</Step>\n</Steps>\n",
  ])
  func `steps with tags are steps`(text: String) {
    let page = read(text)
    #expect(page.procedures.map { $0.steps.map(\.text) } == [["Click A.", "Click B."]])
  }

  @Test(arguments: [
    "<Note>\nDo not click **X**.\n</Note>", "{% note %}\nDo not click **X**.\n{% endnote %}",
    "{% hint style=\"warning\" %}\nDo not click **X**.\n{% endhint %}",
    "{{% note %}}\nDo not click **X**.\n{{% /note %}}",
    "{{< callout type=\"tip\" >}}\nDo not click **X**.\n{{</callout>}}",
    "<Callout type=\"info\">\n  Do not click **X**.\n</Callout>",
  ])
  func `boxes with tags are admonitions`(text: String) {
    let page = read(text + "\n\n1. Click **A**.\n")
    #expect(page.procedures.map { $0.steps.map(\.text) } == [["Click A."]])
    let boxes = page.admonitions + page.procedures.flatMap(\.admonitions)
    #expect(boxes.map(\.text) == ["Do not click X."])
  }

  @Test(arguments: [
    "<ProductBanner />", "<Banner\n  name=\"x\"\n/>", "{% include x.html %}",
    "{{< figure src=\"a\" >}}",
    "{% data reusables.a.b %}",
  ])
  func `an unknown tag is told once and hides nothing`(tag: String) {
    let page = read("\(tag)\n1. Click **A**.\n\n\(tag)\n\nText.\n")
    #expect(page.procedures.map { $0.steps.map(\.text) } == [["Click A."]])
    #expect(page.findings.map(\.rule) == [.unknownTag])
  }

  @Test(arguments: [
    ("Click **{{< caps >}}Create it{{< /caps >}}**.", "Create it"),
    ("Click **{{<caps>}}Create it{{</caps>}}**.", "Create it"),
    ("Click **{{< icon \"delete\" >}}**.", "delete"),
    ("Click **Admin {{< icon \"crown\" >}}**.", "Admin"),
    ("Click {% octicon \"plus\" %} **New**.", "New"),
    ("Click **{% data variables.product.github %}**.", "github"),
  ])
  func `tags inside a label are no part of it`(step: String, label: String) {
    let page = read("1. \(step)\n")
    #expect(page.procedures.first?.steps.first?.actions.map(\.target?.text) == [label])
  }

  @Test(arguments: [
    "1. <!-- x -->Click **A**.", "- x\n\n1.  <!-- a long comment -->  Click **A**.",
  ])
  func `a comment before the words of a step leaves them`(text: String) {
    #expect(read(text + "\n").procedures.map { $0.steps.map(\.text) } == [["Click A."]])
  }

  @Test func `a list in a box is a procedure`() {
    let page = read("??? info \"In the new version\"\n\n    1. Click **A**.\n    1. Click **B**.\n")
    #expect(page.procedures.map { $0.steps.count } == [2])
  }
}
