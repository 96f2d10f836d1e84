import Diagnostics
import ProcedureExecutor
import TestSupport
import Testing

/// What drifted between the ages of the product: a page is right for its own, and no other.
struct ReleaseTests {
  struct Drift: Sendable, CustomStringConvertible {
    let description: String
    let steps: [String]
    /// The releases that the steps are right for.
    let holds: Set<String>
    var given: [String: String] = [:]
    /// What the newest product alone can have.
    var newest: [String: String] = [:]

    init(
      _ description: String, holds: Set<String>, given: [String: String] = [:],
      newest: [String: String] = [:], _ steps: String...
    ) {
      self.newest = newest
      self.description = description
      self.steps = steps
      self.holds = holds
      self.given = given
    }
  }

  private static let releases = ["oldest", "older", "newest"]
  private static let users = "Go to the **Admin** area and click **Users & Roles**."
  private static let roles = users + " Click the **Roles** tab."
  private static let newRole = roles + " Click **New Role** and enter `Mine` as the **Role Name**."
  private static let workspaces = ["workspaces": "on"]

  static let drifts: [Drift] = [
    // Wordings of the same way: no release belies either.
    Drift(
      "row 1, before: one step to the users", holds: ["oldest", "older", "newest"],
      "Under **Admin**, click **Users & Roles.**", "Select **ana.analyst@example.com**.",
      "Click **Delete User** and **OK**."),
    Drift(
      "row 11, before: a menu under its button", holds: ["oldest", "older", "newest"],
      given: ["records": "API only user a@example.com"],
      "Go to **Admin** and click **LaunchPoint**.", "Under **New**, click **New Service**.",
      "Enter a **Display Name**.", "In **Service**, select **Custom**.",
      "Enter a **Description**.", "Select the **API Only User**.", "Click **Create**."),
    Drift(
      "row 22, before: name and language in one step", holds: ["oldest", "older", "newest"],
      given: workspaces,
      "Go to the **Admin** area and click **Workspaces & Partitions**.",
      "Click **New Workspace**.",
      "Enter `Asia` in the **Name** field, check **All Person Partitions**, select **Default** "
        + "as the **Primary Person Partition** and select **Japanese** as the **Language**.",
      "Click **Create**."),
    Drift(
      "row 23: the label spelled the other way", holds: ["oldest", "older", "newest"],
      "In your **My Marketo**, click **Admin**, then click **Users and Roles**.",
      "Click the **Roles** tab.", "Click **Export**."),
    // The product.
    Drift(
      "row 5, after: the label that the page invented", holds: [],
      users, "Select **ana.analyst@example.com** and click **Edit User**.",
      "Enter `2030-12-31` in the **Access Expiration** field.", "Click **Save**."),
    Drift(
      "row 6, before: the wizard, where people of today have Adobe identity", holds: ["older"],
      given: ["records": "role API Only"], newest: ["identity": "adobe"],
      users, "Click **Invite New User**.",
      "Enter an **Email**, a **First Name** and a **Last Name** and click **Next**.",
      "Select the **API Only** role. Check the **API Only** checkbox. Click **Next**.",
      "Click **Send**."),
    Drift(
      "row 6, after: the one dialog", holds: ["newest"],
      given: ["records": "role API Only"], newest: ["identity": "adobe"],
      users, "Click **Create API Only User**.",
      "Enter an **Email**, a **First Name** and a **Last Name**.",
      "Check **API Only**. Click **Create API Only User**."),
    Drift(
      "row 8, before: deleting, where people of today have Adobe identity",
      holds: ["oldest", "older"],
      newest: ["identity": "adobe"],
      users, "Select **ana.analyst@example.com** and click **Delete User**.", "Click **OK**."),
    Drift(
      "row 9, before: one dialog with Invite", holds: ["oldest"],
      users, "Click **Invite New User**.",
      "Enter an **Email (Login)**, a **First Name** and a **Last Name**.",
      "Under **Roles**, check **Marketing User**.", "Click **Invite**."),
    Drift(
      "row 9, after: the wizard with Send", holds: ["older", "newest"],
      users, "Click **Invite New User**.",
      "Enter an **Email**, a **First Name** and a **Last Name** and click **Next**.",
      "Under **Roles**, check **Marketing User** and click **Next**.", "Click **Send**."),
    Drift(
      "row 10, before: OK after the date", holds: ["oldest"],
      users, "Click **Invite New User**.",
      "Enter an **Email (Login)**, a **First Name** and a **Last Name**.",
      "Enter `2030-12-31` in the **Access Expires** field.", "Click **OK**.",
      "Under **Roles**, check **Marketing User**.", "Click **Invite**."),
    Drift(
      "row 10, after: no OK", holds: ["older", "newest"],
      users, "Click **Invite New User**.",
      "Enter an **Email**, a **First Name** and a **Last Name**.",
      "Enter `2030-12-31` in the **Access Expires** field. Click **Next**.",
      "Under **Roles**, check **Marketing User** and click **Next**.", "Click **Send**."),
    Drift(
      "row 12, after: a custom service on Spark", holds: ["newest"],
      given: ["edition": "Spark", "records": "API only user a@example.com"],
      "Go to **Admin** and click **LaunchPoint**.", "Select **New** and then **New Service**.",
      "Enter a **Display Name**.", "In **Service**, select **Custom**.",
      "Enter a **Description**.", "Select the **API Only User**.", "Click **Create**."),
    Drift(
      "row 15, after: a system role is edited", holds: ["oldest", "newest"],
      roles, "Select **RTP Editor** and click **Edit Role**.",
      "Check **Access Calendar "
        + "Presentations**.", "Click **Save**."),
    Drift(
      "row 15, after: a system role is deleted", holds: ["newest"],
      roles, "Select **RTP Editor** and click **Delete Role**.", "Click **Delete**."),
    Drift(
      "row 16, after: Standard User is edited", holds: ["newest"],
      roles, "Select **Standard User** and click **Edit Role**.",
      "Uncheck **Access Calendar "
        + "Presentations**.", "Click **Save**."),
    Drift(
      "row 19, before: a permission's old name", holds: ["oldest", "older"],
      newRole, "Check **Make Email Operational**.", "Click **Create**."),
    Drift(
      "row 19, after: its new name", holds: ["newest"],
      newRole, "Check **Make and Edit Operational Emails**.", "Click **Create**."),
    Drift(
      "row 19, after: a permission that came later", holds: ["newest"],
      newRole, "Check **Export Campaign Activity**.", "Click **Create**."),
    Drift(
      "row 20, before: leads", holds: ["oldest", "older"],
      newRole, "Check **Read-Only Lead**.", "Click **Create**."),
    Drift(
      "row 20, after: persons", holds: ["newest"],
      newRole, "Check **Read-Only Person**.", "Click **Create**."),
    Drift(
      "row 21, before: Role and Workspace", holds: ["oldest", "older"], given: workspaces,
      users, "Select **ana.analyst@example.com** and click **Edit User**.",
      "Under **Role and Workspace**, check **Marketing User**.", "Click **Save**."),
    Drift(
      "row 21, after: Roles and Workspaces", holds: ["newest"], given: workspaces,
      users, "Select **ana.analyst@example.com** and click **Edit User**.",
      "Under **Roles and Workspaces**, check **Marketing User**.", "Click **Save**."),
  ]

  @Test(arguments: drifts)
  func `a page is right for the releases it was written for`(drift: Drift) async throws {
    let list = drift.steps.map { "1. \($0)" }.joined(separator: "\n\n")
    for release in Self.releases {
      var given = drift.given.merging(["product": release]) { $1 }
      if release == "newest" { given.merge(drift.newest) { $1 } }
      let result = try await check(text: "# How to Go On\n\n\(list)\n", given: given)
      #expect(
        result.errors.isEmpty == drift.holds.contains(release), "\(release): \(result.errors)")
    }
  }

  @Test func `a page of old is told for which product it was right`() async throws {
    let result = try await check(
      text:
        "# Roles\n\n1. \(Self.newRole)\n\n1. Check **Read-Only Lead**.\n\n1. Click **Create**.\n")
    let finding = try #require(result.findings.first { $0.severity == .error })
    #expect(
      finding.because == [
        "\"Read-Only Lead\" is shown with product=older; here \"Read-Only Person\" is shown instead"
      ])
  }
}
