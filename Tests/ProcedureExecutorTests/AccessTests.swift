import Diagnostics
import ProcedureExecutor
import TestSupport
import Testing

/// Who may do it: each sentence is tried with people who may and who may not.
struct AccessTests {
  private static let steps = """
    1. Go to the **Admin** area and click **Users & Roles**.
    1. Click the **Roles** tab and then **New Role**.
    1. In **Role Name**, enter `Auditors`.
    1. Click **Create**.

    """

  private func errors(_ sentence: String, title: String = "Create a Role") async throws -> [String]
  {
    let page = try await check(text: "# \(title)\n\n\(sentence)\n\n\(Self.steps)")
    let boxed = try await check(
      text: "# \(title)\n\n>[!NOTE]\n>\n>\(sentence)\n\n\(Self.steps)")
    let rules: (PageResult) -> [String] = { result in
      result.findings.filter { $0.severity == .error }.map(\.rule.rawValue)
    }
    #expect(rules(page) == rules(boxed), "in a box it means the same")
    return rules(page)
  }

  @Test(arguments: [
    "Admin permissions required.", "**Admin Permissions Required**", "Admin rights are needed.",
    "You need the permission **Access Roles**.", "Required permission: **Access Roles**",
    "You must have a role with the Access Roles permission.", "Required role: Admin",
    "Only administrators can create roles.", "You must be a System Admin.",
    "Users with the **Access Roles** permission can create roles.",
    "The permission **Access Roles** is enough.", "You don't need the **Access Users** permission.",
    "This task requires the permissions **Access Admin** and **Access Roles**.",
    "Anyone with the **Access Roles** permission can do this.",
    "Marketing Users can't create roles.", "All admins can create roles.",
    "To create a role, you need the **Access Roles** permission.",
    "You need either the **Access Roles** permission or the **Admin** role.",
    "Before you begin, make sure that you have the **Access Roles** permission.",
    "Your role must include the **Access Roles** permission.",
    "Creating roles requires admin rights.",
    "You can't do this without admin rights.", "Permissions needed: **Access Roles**",
    "Without the **Access Roles** permission, you can't create roles.",
    "Only users who have the **Access Roles** permission can create roles.",
    // Of other tasks, other people, other products.
    "The users that you invite need the **Access API** permission.",
    "Users with the Admin role see all workspaces.", "An administrator can reset passwords.",
    "If you are an administrator, you can skip this page.",
    "Only administrators can delete users.", "Marketing Users can see reports.",
    "The role needs the **Access API** permission to call the API.",
    "You need the Admin role in Salesforce.",
    "Users need the **Access Webhooks** permission to create webhooks.",
    "To delete a user, you need the **Access Users** permission.",
  ])
  func `what is true of people passes`(sentence: String) async throws {
    #expect(try await errors(sentence) == [])
  }

  @Test(arguments: [
    "You need the permission **Access Users**.", "Required permission: **Access Webhooks**",
    "You must have a role with the Access Users permission.",
    "Only Marketing Users can create roles.",
    "This task requires the permissions **Access Users** and **Access Roles**.",
    "To create a role, you need the **Access Webhooks** permission.",
    "Make sure you have the **Access Webhooks** permission.",
    "Users with the Access Roles permission cannot create roles.",
    "Before you begin, make sure that you have the **Access Users** permission.",
    "Your role must include the **Access Webhooks** permission.",
    "Permissions needed: **Access Users**",
    "You can't do this without the **Access Users** permission.",
    // Names that the product does not have.
    "Required role: **Auditor General**", "You need the permission **Access Role**.",
    "You need the **Create Roles** permission.",
  ])
  func `what is said to be needed and is not`(sentence: String) async throws {
    #expect(try await errors(sentence) == ["condition-without-effect"])
  }

  @Test(arguments: [
    "Marketing Users can do this.", "Everyone can create roles.",
    "Users with the **Access Users** permission can create roles.",
    "The permission **Access Users** is enough.", "No admin rights are needed.",
    "You don't need to be an administrator.", "Admin permissions are not required.",
    "You don't need the **Access Roles** permission.", "You can do this without admin rights.",
    "Creating roles doesn't require admin rights.", "Analytics Users are allowed to create roles.",
  ])
  func `what is said to be enough and is not`(sentence: String) async throws {
    #expect(try await errors(sentence) == ["access-refused"])
  }

  @Test func `what a section of prerequisites lists is needed`() async throws {
    func errors(_ item: String, under heading: String) async throws -> [String] {
      try await check(
        text: "# Roles\n\n## \(heading)\n\n* \(item)\n\n## Create a Role\n\n\(Self.steps)"
      ).errors
    }
    for heading in ["Prerequisites", "Before you begin"] {
      #expect(try await errors("The **Access Roles** permission", under: heading) == [])
      #expect(
        try await errors("You have the **Access Users** permission.", under: heading)
          == ["condition-without-effect 5"])
    }
  }

  @Test func `a title in another form is the same task`() async throws {
    #expect(
      try await errors("Marketing Users can create roles.", title: "Creating New Roles")
        == ["access-refused"])
  }

  @Test func `a name that the product does not have is told with the nearest`() async throws {
    let result = try await check(
      text: "# Create a Role\n\nYou need the permission **Acess Roles**.\n\n\(Self.steps)")
    let finding = try #require(result.findings.first { $0.severity == .error })
    #expect(finding.perhaps == ["\"Access Roles\""])
  }

  @Test func `a permission whose place can be seen and not be used is needed`() async throws {
    let steps = """
      1. Go to the **Admin** area and click **Users & Roles**.
      1. Click the **Login History** tab.
      """
    func errors(_ permission: String) async throws -> [String] {
      try await check(
        text: "# See the Logins\n\nYou need the \(permission) permission.\n\n\(steps)\n"
      ).errors
    }
    #expect(try await errors("Access Login History") == [])
    #expect(try await errors("Access Treasure Chest") == ["condition-without-effect 3"])
  }

  // MARK: Said nowhere

  private func warnings(_ files: [String: String]) async throws -> [String] {
    try await check("a/page.md", of: readSite(files)).findings
      .filter { $0.severity == .warning }.map(\.rule.rawValue)
  }

  @Test func `what a page says nowhere is needed is a warning`() async throws {
    let page = "# Create a Role\n\n\(Self.steps)"
    #expect(try await warnings(["a/page.md": page]) == ["unstated-condition"])
    let index = "# Roles\n\nYou need admin rights.\n\n* [Create](page.md)\n"
    for name in ["a/index.md", "a/_index.md", "README.md"] {
      #expect(try await warnings(["a/page.md": page, name: index]) == [])
    }
  }

  @Test func `what is given is not varied`() async throws {
    let text = "# Create a Role\n\nEveryone can create roles.\n\n\(Self.steps)"
    #expect(try await check(text: text, given: ["signed-in-as": "Admin"]).errors == [])
  }
}
