import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import TestSupport
import Testing

/// A prerequisite that can't be performed is taken as done.
struct AssumedTests {
  private static let invite = """
    1. Go to the **Admin** area and click **Users & Roles**.
    1. Click **Invite New User**.
    1. Enter an Email, a First Name, and a Last Name. Click **Next**.
    1. Select the **Integration** role and check the **API Only** checkbox. Click **Next**.
    1. Click **Send**.
    """

  private static func page(requiring prerequisites: String, steps: String = invite) -> String {
    """
    # Create an API Only User

    >[!PREREQUISITES]
    >
    >\(prerequisites)

    \(steps)
    """
  }

  // MARK: What is assumed

  @Test(arguments: [
    "[Create a Role for Integrations](/docs/roles.md)",
    "[Creating Roles: Create a Role](/docs/roles.md) and [Create a Role](/docs/role.md)",
    "* [How to Create a Role](/docs/roles.md)",
    "Before you begin, you must have [established an API Only role](/docs/roles.md).",
    "You must have an [API Only role](https://example.com/roles.html).",
    "[Set up a user role](../../roles.md)",
    "**[Add a Role](/docs/roles.md)**",
  ])
  func `a role is there, called as the steps call it`(prerequisite: String) async throws {
    let result = try await check(text: Self.page(requiring: prerequisite))
    #expect(result.errors == [])
    #expect(
      result.prerequisites.compactMap(\.assumed) == [
        NamedRecord(kind: "role", name: "Integration")
      ])
    #expect(result.changes.contains { $0.contains("role Integration") })
  }

  @Test(arguments: [
    "[Understand Workspaces](/docs/workspaces.md)", "[Delete a Role](/docs/roles.md)",
    "[Roles and permissions](/docs/roles.md)", "[Create a Landing Page](/docs/pages.md)",
    "[Understanding a role](/docs/roles.md)", "[Understand a role](/docs/roles.md)",
    "[here](/docs/roles.md)", "[Assign a role](/docs/roles.md)",
    "[Create and Edit Roles](/docs/roles.md)",
  ])
  func `a title that promises no record of the engine leaves nothing`(
    prerequisite: String
  ) async throws {
    let steps = Self.invite.replacing("Integration", with: "Marketing User")
    let result = try await check(text: Self.page(requiring: prerequisite, steps: steps))
    #expect(result.errors == [])
    #expect(result.prerequisites.map(\.assumed) == [nil])
  }

  @Test func `two prerequisites leave two records, and the second has what it needs`() async throws
  {
    let result = try await check(
      text: """
        # Create a Custom Service

        >[!PREREQUISITES]
        >
        >* [Create an API Only User Role](/docs/role.md)
        >* [Create an API Only User](/docs/user.md)

        1. Go to the **Admin** area and click **LaunchPoint**.
        1. Click **New**, then **New Service**.
        1. Enter a **Display Name**. Select **Custom** as the **Service**.
        1. Enter a **Description**, select the **API Only User** [previously created](/docs/user.md), \
        and click **Create**.
        1. Click **View Details** for the service. Click **Get Token**.
        """)
    #expect(result.errors == [])
    #expect(
      result.prerequisites.compactMap(\.assumed?.text)
        == ["role Example Role", "API only user api.user@example.com"])
    #expect(result.changes.contains { $0.contains("api.user@example.com") })
  }

  @Test(arguments: [
    "the **API Only User** that you created", "the **API Only User** you created",
    "the **API Only User** created above", "the user that you created",
  ])
  func `a step that names the kind means the record that was assumed`(
    words: String
  ) async throws {
    let result = try await check(
      text: """
        # Rename the API Only User

        You must have [created an API Only User](/docs/user.md).

        1. Go to the **Admin** area and click **Users & Roles**.
        1. Select \(words) and click **Edit User**.
        1. Enter `Ann` in **First Name** and click **Save**.
        """)
    #expect(result.errors == [])
    #expect(result.changes.contains { $0.contains("API only user api.user@example.com") })
  }

  @Test func `of a chain, what can be performed is, and the missing link is assumed`() async throws
  {
    let site = readSite([
      "role.md": """
      # Create a Role

      1. Go to the **Admin** area and click **Users & Roles**.
      1. Click the **Roles** tab and then **New Role**.
      1. In the **Role Name** field, enter `Integration` and click **Create**.
      """,
      "service.md": """
      # Create a Custom Service

      >[!PREREQUISITES]
      >
      >* [Create a Role](role.md)
      >* [Create an API Only User](user.md)

      1. Go to the **Admin** area and click **LaunchPoint**.
      1. Click **New**, then **New Service**.
      1. Enter a **Display Name**. Select **Custom** as the **Service**.
      1. Enter a **Description**, select the **API Only User**, and click **Create**.
      """,
    ])
    let result = try await check("service.md", of: site)
    #expect(result.errors == ["prerequisite-not-found 6"])
    #expect(result.prerequisites.map(\.assumed?.kind) == [nil, "API only user"])
    #expect(result.prerequisites[0].gap == nil)
    #expect(result.changes.count == 1)
  }

  @Test func `one that fails leaves what it promises, and nothing half done`() async throws {
    let site = readSite([
      "role.md": """
      # Create a Role

      1. Go to the **Admin** area and click **Users & Roles**.
      1. Click the **Roles** tab and then **New Role**.
      1. In the **Role Name** field, enter `Half` and click **Create**.
      1. Click **Frobnicate**.
      """,
      "page.md": Self.page(requiring: "[Create a Role](role.md)"),
    ])
    let result = try await check("page.md", of: site)
    #expect(result.errors == ["prerequisite-failed 5"])
    #expect(result.prerequisites.map(\.assumed?.name) == ["Integration"])
    #expect(result.procedures.allSatisfy { $0.hasPassed })
  }

  @Test func `pages that require each other are performed`() async throws {
    let site = readSite([
      "role.md": """
      # Create a Role

      Before you begin, you must have [a user](page.md).

      1. Go to the **Admin** area and click **Users & Roles**.
      1. Click the **Roles** tab and then **New Role**.
      1. In the **Role Name** field, enter `Integration` and click **Create**.
      """,
      "page.md": Self.page(requiring: "[Create a Role](role.md)"),
    ])
    let result = try await check("page.md", of: site)
    #expect(result.errors == ["prerequisite-cycle 5"])
    #expect(result.prerequisites.map(\.assumed?.kind) == ["role"])
    #expect(result.changes.count == 1)
  }

  @Test func `a page that holds no procedure leaves what it promises`() async throws {
    let site = readSite([
      "role.md": "# Create a Role\n\nAsk your administrator.\n",
      "page.md": Self.page(requiring: "[Create a Role](role.md)"),
    ])
    let result = try await check("page.md", of: site)
    #expect(result.errors == [])
    #expect(result.prerequisites.map(\.assumed?.name) == ["Integration"])
  }

  @Test func `conditions are tried although a prerequisite is missing`() async throws {
    let text = Self.page(
      requiring: "[Create a Role](role.md)\n\n>[!NOTE]\n>\n>**Admin Permissions Required**")
    let result = try await check(text: text)
    #expect(result.errors == ["prerequisite-not-found 5"])
    #expect(result.conditions.map { $0.failure != nil } == [true])
  }

  // MARK: What is given

  @Test func `a record that is given comes first`() async throws {
    let text = Self.page(requiring: "[Create a Role](/docs/roles.md)")
    let result = try await check(text: text, given: ["records": "role Integration"])
    #expect(result.errors == [])
    #expect(
      result.prerequisites.map(\.substitute)
        == [.given(NamedRecord(kind: "role", name: "Integration"))])
  }

  @Test func `a record of another kind stands for nothing`() async throws {
    let text = Self.page(requiring: "[Create a Role](/docs/roles.md)")
    let result = try await check(text: text, given: ["records": "user ann@example.com"])
    #expect(result.prerequisites.map(\.assumed?.name) == ["Integration"])
  }

  @Test func `each given record stands for one prerequisite`() async throws {
    let text = Self.page(
      requiring: "* [Create a Role](/docs/one.md)\n>* [Create a Second Role](/docs/two.md)")
    let result = try await check(text: text, given: ["records": "role Reports"])
    #expect(result.prerequisites.map(\.given?.name) == ["Reports", nil])
    #expect(result.prerequisites.map(\.assumed?.name) == [nil, "Integration"])
  }

  // MARK: When it fails

  @Test(arguments: [
    (
      "Select the **Integration** user and click **Edit Role**.", [:],
      "role Integration is assumed in place of the prerequisite in line 5"
    ),
    (
      "Select the **Nowhere** role.", ["records": "role Integration"],
      "role Integration is given in place of the prerequisite in line 5"
    ),
  ])
  func `a failure at what stands for a prerequisite says so`(
    step: String, given: [String: String], reason: String
  ) async throws {
    let steps = """
      1. Go to the **Admin** area and click **Users & Roles**.
      1. Click the **Roles** tab.
      1. \(step)
      1. Select the **Integration** role and click **Edit Role**.
      """
    let text = Self.page(requiring: "[Create a Role](/docs/roles.md)", steps: steps)
    let result = try await check(text: text, given: given)
    let reasons = result.findings.filter { $0.severity == .error }.flatMap(\.because)
    #expect(reasons.contains(reason))
  }

  @Test func `nothing is assumed of a name that stands there already`() async throws {
    let steps = Self.invite.replacing("Integration", with: "Marketing User")
    let result = try await check(
      text: Self.page(requiring: "[Create a Role](/docs/roles.md)", steps: steps))
    #expect(result.prerequisites.map(\.assumed?.name) == ["Example Role"])
    #expect(result.errors == [])
  }

  // MARK: Nothing assumed

  @Test(arguments: ["/docs/roles.md", "roles.md"])
  func `strictly, the steps are blocked`(destination: String) async throws {
    let site = readSite(["page.md": Self.page(requiring: "[Create a Role](\(destination))")])
    let result = try await check("page.md", of: site, isStrict: true)
    #expect(result.errors == ["prerequisite-not-found 5"])
    #expect(result.steps.allSatisfy { $0.outcome == .blocked(by: .prerequisites) })
    #expect(result.prerequisites.map(\.substitute) == [nil])
    let given = try await check(
      "page.md", of: site, given: ["records": "role Integration"], isStrict: true)
    #expect(given.steps.allSatisfy { $0.outcome == .passed })
  }
}
