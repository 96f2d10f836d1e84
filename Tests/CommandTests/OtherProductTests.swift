import TestSupport
import Testing

/// Pages about another product than the engine models, as a newcomer meets them.
struct OtherProductTests {
  private static let invoices = """
    # Send an Invoice

    1. Open the **Invoices** workspace.
    1. Select an invoice and click **Send to Customer**.
    1. Enter the **Due Date** and click **Save**.
    """
  private static let customers = """
    # Add a Customer

    1. Click **Customers** and then **Add**.
    1. Enter a **Company**, and click **Save**.

    ## Delete a Customer

    1. Click **Customers**. Select one, and click **Delete**.
    """
  /// Of these, no label tells which product it is.
  private static let common = """
    # Change Your Settings

    1. Click **Settings**.
    1. Click **Save**.
    """
  private static let role = """
    # Make a Role

    1. Go to the **Admin** area and click **Users & Roles**.
    1. Click the **Roles** tab and then **New Role**.
    1. Enter a Role Name and click **Create**.
    """

  private func errors(
    of files: [String: String], _ arguments: String..., status: Int
  ) async throws -> [String] {
    var errors: [String] = []
    try await CommandTests.inFolder(files) { folder in
      let paths = arguments.first?.hasSuffix(".md") == true ? [] : ["."]
      let run = try await CommandTests.run(
        ["check", "--format", "json"] + paths + arguments, in: folder)
      #expect(run.status == status)
      errors = try run.errorFindings()
    }
    return errors
  }

  @Test func `a page alone`() async throws {
    #expect(
      try await errors(of: ["a.md": Self.invoices], "a.md", status: 2) == ["other-product 1"])
  }

  @Test func `a folder, once for all pages`() async throws {
    let files = ["a.md": Self.invoices, "b.md": Self.customers, "c.md": Self.common]
    try await CommandTests.inFolder(files) { folder in
      let run = try await CommandTests.run("check", ".", in: folder)
      #expect(run.status == 2)
      #expect(run.output.contains("a.md:1:"))
      #expect(run.output.contains("3 pages, starting with this one, are about a product other"))
      #expect(run.output.contains("a model of the Admin"))
      #expect(run.output.contains("engine: in .stepcheck.yml"))
      #expect(run.output.hasSuffix("3 pages about another product, 1 error\n"))
      #expect(run.output.split(separator: "\n").count < 20)
    }
  }

  @Test func `in a folder with pages of each, only the others are told so`() async throws {
    let files = ["a.md": Self.role, "b.md": Self.invoices, "c.md": Self.customers]
    try await CommandTests.inFolder(files) { folder in
      let run = try await CommandTests.run("check", ".", in: folder)
      #expect(run.status == 2)
      #expect(run.output.ranges(of: "error[").count == 1)
      #expect(run.output.contains("✓ a.md: 3 of 3 steps"))
      #expect(run.output.contains("1 page passed, 3 of 3 steps checked, 2 pages about another"))
    }
  }

  @Test(arguments: ["the **Admn** area", "**Administration**", "the **Admin** dialog"])
  func `a page of ours with a wrong first step keeps its error`(place: String) async throws {
    let text = Self.role.replacing("the **Admin** area", with: place)
    let errors = try await errors(of: ["a.md": text, "b.md": Self.invoices], status: 2)
    #expect(errors.count == 2)
    #expect(errors.contains("other-product 1"))
    #expect(errors.contains { $0.hasSuffix(" 3") })
  }

  @Test func `a single label that is misspelt is no other product`() async throws {
    let text = "# Go There\n\n1. Click **Admn**.\n"
    #expect(try await errors(of: ["a.md": text], status: 1) == ["control-not-found 3"])
  }

  @Test func `with an engine named, never`() async throws {
    #expect(
      try await errors(of: ["a.md": Self.invoices], "--engine", "marketo-admin", status: 1)
        == ["control-not-found 3"])
    let files = ["a.md": Self.invoices, ".stepcheck.yml": "engine: marketo-admin\n"]
    #expect(try await errors(of: files, status: 1) == ["control-not-found 3"])
    let off = ["a.md": Self.invoices, ".stepcheck.yml": "rules:\n  other-product: off\n"]
    #expect(try await errors(of: off, status: 1) == ["control-not-found 3"])
  }

  @Test func `an engine that is not there is named wrongly`() async throws {
    let run = try await CommandTests.run("check", "help", "--engine", "marketing")
    #expect(run.status == 64)
    #expect(run.errors.contains("unknown engine \"marketing\"; known: marketo-admin"))
  }

  @Test(arguments: [true, false])
  func `the manual's example shows its rule`(isWrong: Bool) async throws {
    let manual = try Repository.text(Repository.root + "/help/stepcheck/rules/not-judged.md")
    let example = try #require(
      RuleExample.examples(of: manual).examples.first {
        $0.rule == "other-product" && $0.isWrong == isWrong
      })
    #expect(
      try await errors(of: example.files, status: isWrong ? 2 : 0)
        == (isWrong ? ["other-product 1"] : []))
  }

  // MARK: The command left out

  @Test(arguments: ["a.md", "missing.md"])
  func `a page without a command`(path: String) async throws {
    try await CommandTests.inFolder(["a.md": Self.role]) { folder in
      let run = try await CommandTests.run(path, in: folder)
      #expect(run.status == 64)
      #expect(run.errors.contains("to check it, run: stepcheck check \(path)"))
    }
  }

  @Test func `the last line and the report tell what is assumed`() async throws {
    let text = """
      # Delete a Role

      >[!PREREQUISITES]
      >
      >[Create a Role](/docs/role.md)

      1. Go to the **Admin** area and click **Users & Roles**.
      1. Click the **Roles** tab.
      1. Select the **Reports** role and click **Delete Role**. Click **Delete**.
      """
    try await CommandTests.inFolder(["a.md": text]) { folder in
      let run = try await CommandTests.run("check", "a.md", in: folder)
      #expect(run.status == 0, "\(run.output)")
      #expect(run.output.contains("? Create a Role: not available; assumed: role Reports (line 5)"))
      #expect(run.output.contains("3 of 3 steps checked, 1 prerequisite assumed, 0 errors"))
      let strict = try await CommandTests.run(
        "check", "a.md", "--strict-prerequisites", in: folder)
      #expect(strict.status == 1)
      #expect(strict.output.contains("0 of 3 steps checked, 3 blocked, 1 error"))
      let checklist = try await CommandTests.run("checklist", "a.md", in: folder)
      #expect(!checklist.output.contains("assumed"))
    }
  }
}
