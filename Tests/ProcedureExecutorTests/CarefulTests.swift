import Diagnostics
import ProcedureExecutor
import TestSupport
import Testing

/// What a careless reader would do, and a careful one does not.
struct CarefulTests {
  private static let newRole = """
    # Create a Role

    1. Go to **Admin** and click **Users & Roles**.
    1. Click the **Roles** tab and then **New Role**.
    1. In the **Role Name** field, enter `Guest`.

    """
  private static let create = "1. Click **Create**.\n"

  private func role(_ step: String) async throws -> PageResult {
    try await check(text: Self.newRole + "1. \(step)\n" + Self.create)
  }

  private func granted(_ result: PageResult) -> String? {
    result.changes.first.flatMap { $0.split(separator: "permissions ").last }.map(String.init)
  }

  @Test(arguments: [
    (
      "Under **Permissions**, check **Access API** > **Read-Only Person**.",
      "Access API, Read-Only Person"
    ),
    (
      "Under **Access Analytics**, select all permissions.",
      "Access Analytics (all 4)"
    ),
    ("Under **Access API**, check **Read-Only Person**.", "Access API, Read-Only Person"),
  ])
  func `a container is opened and not checked`(step: String, permissions: String) async throws {
    let result = try await role(step)
    #expect(result.errors == [])
    #expect(granted(result) == permissions)
  }

  @Test func `what a container does not hold is not found elsewhere`() async throws {
    let result = try await role("Under **Access Admin**, check **Read-Only Person**.")
    #expect(result.errors == ["control-not-found 6"])
  }

  @Test(arguments: [
    "Leave the **Description** blank.", "Make sure that **Access API** is not checked.",
    "Refresh the page.", "Give the role a name.", "Set the permissions.",
    "Wait for the list to load.",
  ])
  func `what is not an instruction to act on one control changes nothing`(step: String) async throws
  {
    let result = try await role(step)
    #expect(result.errors == [])
    #expect(granted(result) == "none")
    #expect(result.changes.first?.contains("description") == false)
  }

  @Test(arguments: [
    ("Make sure that **Access Analytics** is checked.", "Access Analytics (all 4)"),
    (
      "Check **Access Analytics**. Ensure **Access Analytics** is checked.",
      "Access Analytics (all 4)"
    ),
    ("Check **Access Analytics**. Make sure that **Access Analytics** is not checked.", "none"),
  ])
  func `what has to be so is made so`(step: String, permissions: String) async throws {
    let result = try await role(step)
    #expect(result.errors == [])
    #expect(granted(result) == permissions)
  }

  @Test func `a title that promises what the engine does not know is not judged`() async throws {
    let result = try await check(
      text: Self.newRole.replacing("Create a Role", with: "Create a Zeppelin") + Self.create)
    #expect(result.procedures[0].expectations.map(\.verdict) == [.notJudged])
  }

  @Test func `a field is not a tree item of the same name`() async throws {
    let result = try await check(
      text: "# Look\n\n1. Go to **Admin** and click **Users & Roles**.\n1. Enter an Email.\n")
    #expect(result.errors == ["control-not-found 4"])
    #expect(
      result.findings.first { $0.severity == .error }?.because == [
        "the control with this name is a tree item, which \"enter\" doesn't apply to"
      ])
  }

  @Test func `of two ways the run goes on with the first, and the other works too`() async throws {
    let result = try await check(text: Self.newRole + "1. Click **Create** or **Cancel**.\n")
    #expect(result.errors == [])
    #expect(result.changes.count == 1)
    #expect(result.steps.last?.ways.first?.actions.map(\.outcome) == [.passed])
  }

  @Test func `the record that the page made is the one that it goes on with`() async throws {
    let result = try await check(
      text: Self.newRole + Self.create + "\n## Delete a Role\n\n"
        + "1. Select the role that you created and click **Delete Role**.\n1. Click **Delete**.\n")
    #expect(result.errors == [])
    #expect(result.procedures.last?.changes.map(\.text) == ["- role Guest"])
  }

  @Test(arguments: [
    ("The **Delete Role** dialog closes.", "expectation-not-met 8"),
    ("The **Banana** dialog opens.", "expectation-not-met 8"),
    ("An e-mail is sent.", "expectation-not-met 8"),
    ("The role is deleted.", "expectation-not-met 8"),
  ])
  func `a result that is not so is told`(sentence: String, error: String) async throws {
    let result = try await check(text: Self.newRole + Self.create + "\n   \(sentence)\n")
    #expect(result.errors == [error])
  }

  @Test(arguments: [
    "The **Create New Role** dialog closes.", "The role is created.", "No e-mail is sent.",
  ])
  func `a result that is so is seen`(sentence: String) async throws {
    let result = try await check(text: Self.newRole + Self.create + "\n   \(sentence)\n")
    #expect(result.errors == [])
    #expect(result.procedures[0].expectations.allSatisfy { $0.verdict != .notJudged })
  }

  @Test func `what is wrong in an included step is told with both places`() async throws {
    let site = readSite([
      "page.md": "# Make a Role\n\n{{to-roles}}\n\n1. Click the **Roles** tab.\n",
      "_includes/snippets.md": "## Step {#to-roles}\n\n1. Go to **Admin** and click **Rolls**.\n",
    ])
    let result = try await check("page.md", of: site)
    let error = try #require(result.findings.first { $0.severity == .error })
    #expect(error.rule == .controlNotFound)
    #expect(error.range.file == "_includes/snippets.md")
    #expect(error.range.start == SourcePosition(line: 3, column: 32))
    #expect(error.because.last == "included at page.md:3")
  }

  @Test func `of a snippet that is included twice the include that failed is named`() async throws {
    let site = readSite([
      "page.md": "# Make a Role\n\n{{to-roles}}\n\n1. Click **Admin**.\n\n{{to-roles}}\n",
      "_includes/snippets.md": "## Step {#to-roles}\n\n1. Go to **Admin** and click **Rolls**.\n",
    ])
    let result = try await check("page.md", of: site)
    let errors = result.findings.filter { $0.severity == .error }
    #expect(errors.map(\.because.last) == ["included at page.md:3"])
  }

  @Test func `bullets that instruct are steps of the step`() async throws {
    let result = try await role("Click **Access API**.\n\n   * Click the **Foo** tab.")
    #expect(result.errors == ["control-not-found 8"])
  }

  @Test func `when you are done says when, not whether`() async throws {
    let result = try await check(
      text: Self.newRole.replacing("1. In the **Role Name** field, enter `Guest`.\n", with: "")
        + "1. Click **Create** when you are done.\n")
    #expect(result.errors == ["control-disabled 5"])
  }
}
