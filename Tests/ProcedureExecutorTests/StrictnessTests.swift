import Diagnostics
import ProcedureExecutor
import TestSupport
import Testing

/// What a page says and what is not so: it fails, or is counted as not judged, and never passes.
struct StrictnessTests {
  private static let users = "Go to the **Admin** area and click **Users & Roles**."
  private static let language =
    "Go to **Admin** > **My Account**. Click **Edit Location Settings**."
  private static let policy =
    "Go to **Admin** > **Login Settings**. Under **Security Settings**, click **Edit**."
  private static let days =
    "Go to **Admin** > **Login Settings**. Click **Edit URL Expiration**. In **Number of days**, "
    + "select **7 days**. Click **Save**."

  private func check(
    _ steps: [String], title: String = "How to Go On", given: [String: String] = [:]
  ) async throws -> PageResult {
    let list = steps.map { "1. \($0)" }.joined(separator: "\n\n")
    return try await ProcedureExecutorTests.check(text: "# \(title)\n\n\(list)\n", given: given)
  }

  @Test(arguments: [
    // A value without marks.
    ("\(language) Set the **Language** to Klingon. Click **Save**.", ["control-not-found 3"]),
    ("\(language) Set the **Language** to German. Click **Save**.", []),
    // Who says it, and when.
    ("\(days) **Security Settings** now says \"7 days\".", ["expectation-not-met 3"]),
    ("\(days) **URL Expiration** now says \"3 days\".", ["expectation-not-met 3"]),
    ("\(days) **URL Expiration** now says \"7 days\".", []),
    // A tab that can be seen and is not in front.
    ("\(users) The **Roles** tab opens.", ["expectation-not-met 3"]),
    ("\(users) The **Users** tab opens.", []),
    ("\(users) The **Roles** tab is visible.", []),
    // Text in whole words.
    (
      "\(days.replacing("7 days", with: "14 days")) **URL Expiration** now says \"4 days\".",
      ["expectation-not-met 3"]
    ),
    // A record's noun.
    ("Go to **Admin**. Click the **LaunchPoint** role.", ["wrong-control-kind 3"]),
    // Entered elsewhere, and so already.
    (
      "\(users) Click **Login History**. Click **Filter**. Check **Only Failed Logins**. Click "
        + "**Apply**. Click **Users**. Select **ana.analyst@example.com**. Click **Edit User**. "
        + "Click **Cancel**.", []
    ),
    ("\(policy) In **Template**, select **Standard**. Click **Save**.", []),
    // Thrown away.
    ("\(policy) Select **High Security**. Click **Cancel**.", ["nothing-saved 3"]),
    // A button of that name, in another part of the screen.
    (
      "Go to **Admin** > **Integration** > **Single Sign-On**.", ["control-not-found 3"]
    ),
  ])
  func `one step`(step: String, errors: [String]) async throws {
    #expect(try await check([step]).errors == errors)
  }

  private static let roleOfMia = [
    "\(users) Select **mia.marketer@example.com** and click **Edit User**.",
    "Under **Roles**, check **Web Designer**. Click **Save**.",
  ]

  @Test(arguments: [
    ("The user now has the role **Web Designer**.", true),
    ("The user now has the role **Admin**.", false),
    ("**mia.marketer@example.com** has the role **Marketing User**.", true),
    ("The user no longer has the role **Marketing User**.", false),
    ("The user does not have the role **Admin**.", true),
    ("The user doesn't have the role **Web Designer**.", false),
    ("The user doesn't have the role **Admin**.", true),
    ("**nobody@example.com** no longer has the role **Admin**.", false),
    ("The role **mia.marketer@example.com** has the role **Marketing User**.", false),
  ])
  func `what a record has`(sentence: String, isTrue: Bool) async throws {
    var steps = Self.roleOfMia
    steps[1] += " \(sentence)"
    #expect(try await check(steps).errors == (isTrue ? [] : ["expectation-not-met 5"]))
  }

  @Test(arguments: [
    ("The user now has the role **Web Designer** in the **Europe** workspace.", true),
    ("The user now has the role **Web Designer** in the **Default** workspace.", false),
    ("The user now has the role **Marketing User** in the **Default** workspace.", true),
    ("The user now has the role **Marketing User** in the **Atlantis** workspace.", false),
  ])
  func `what a record has in a workspace`(sentence: String, isTrue: Bool) async throws {
    let result = try await check(
      [
        Self.roleOfMia[0],
        "Under **Roles and Workspaces**, expand **Web Designer** and check **Europe**. "
          + "Click **Save**. \(sentence)",
      ], given: ["workspaces": "on"])
    #expect(result.errors == (isTrue ? [] : ["expectation-not-met 5"]))
  }

  @Test(arguments: [
    "The user now has the roles **Web Designer** and **Admin**.",
    "The user now has the role **Web Designer** for all workspaces.",
    "All users are deleted.",
    "The mails now go to somebody else.",
    "The user's role is now **Admin**.",
  ])
  func `what can't be judged is counted`(sentence: String) async throws {
    var steps = Self.roleOfMia
    steps[1] += " \(sentence)"
    let result = try await check(steps)
    #expect(result.errors == [])
    #expect(result.procedures[0].expectations.map(\.verdict) == [.notJudged])
  }

  @Test func `a record that is renamed is neither made nor gone`() async throws {
    let steps = [
      "Go to **Admin** > **Workspaces & Partitions**. Select **Europe**.",
      "Click **Edit Workspace**. Enter `Asia` in the **Name** field. Click **Save**.",
    ]
    for title in ["Create a Workspace", "Delete a Workspace"] {
      let result = try await check(steps, title: title, given: ["workspaces": "on"])
      #expect(result.errors == ["promise-not-kept 1"])
      #expect(result.changes.first == "~ workspace Europe: renamed to Asia")
    }
  }

  @Test func `a record that is gone does not come back`() async throws {
    let steps = """
      1. \(Self.users) Click the **Roles** tab. Select the **Old** role. Click **Delete Role**.
      1. Click **Delete**.
      """
    let result = try await ProcedureExecutorTests.check(
      text: "# Delete a Role\n\n\(steps)\n\n# Delete it Again\n\n\(steps)\n",
      given: ["records": "role Old"])
    #expect(result.errors == ["control-not-found 8"])
  }

  @Test func `a choice that was in vain is forgotten by the next procedure`() async throws {
    let roles = "\(Self.users) Click the **Roles** tab."
    let result = try await ProcedureExecutorTests.check(
      text: """
        # Let Them Change Snippets

        1. \(roles) Select a role and click **Edit Role**. Check **No-Draft**. Click **Save**.

        # Delete a Role

        1. \(roles) Select a role and click **Delete Role**. Click **Delete**.
        """)
    #expect(result.errors == [])
    #expect(result.changes.last == "- role Standard User")
  }

  @Test func `a title that names a record is about no other`() async throws {
    let steps = ["\(Self.users) Click the **Roles** tab. Select **Web Designer**."]
    let result = try await check(
      steps + ["Click **Delete Role**.", "Click **Delete**."], title: "Delete the API Only Role",
      given: ["records": "role API Only"])
    #expect(result.errors == ["promise-not-kept 1"])
  }
}

/// What a careful person understands, and what is understood.
struct LenienceTests {
  private static let users = "Go to the **Admin** area and click **Users & Roles**."
  private static let newRole = users + " Click the **Roles** tab. Click **New Role**."
  private static let records =
    "workspace Asia, person partition East, API only user a@example.com, custom service Calls"

  @Test(arguments: [
    // A tick in a tree is a box; a role may be named in words.
    "\(newRole) Name the role `Mine`. Check the **Create List** checkbox. Click **Create**.",
    // Records of two words, and with a capital.
    "Go to **Admin** > **Workspaces & Partitions**. Select the Workspace **Asia** and click "
      + "**Delete Workspace**. Click **Delete**.",
    "Go to **Admin** > **Workspaces & Partitions**. Click **Person Partitions**. Select the person "
      + "partition **East** and click **Edit Person Partition**. Enter `West` in the **Name** field. "
      + "Click **Save**.",
    "Go to **Admin** > **Workspaces & Partitions**. Select a Workspace and click "
      + "**Edit Workspace**. Enter `Home` in the **Name** field. Click **Save**.",
    "Go to **Admin** > **LaunchPoint**. Select the service **Calls** and click **Edit Service**. "
      + "Enter `Reads` in the **Description** field. Click **Save**.",
    // Of roles, one that does not have it yet; of buttons, the one beside.
    "\(users) Click the **Roles** tab. Select a role and click **Edit Role**. Check **No-Draft**. "
      + "Click **Save**.",
    "Go to **Admin** > **Treasure Chest**. Next to **Munchkin Beta**, click **Edit**. Check "
      + "**Enabled**. Click **Save**.",
    // What is copied need not be changed; an address is made up as one.
    "Go to **Admin** > **LaunchPoint**. Click **View Details**. Copy the **Client Id**.",
    "Go to **Admin** > **Web Services**. Click **Edit IP Restrictions**. Check **Enable IP "
      + "Restrictions**. Enter an **IP Address**. Click **Save**.",
  ])
  func `words for the same thing`(step: String) async throws {
    let result = try await check(
      text: "# How to Go On\n\n1. \(step)\n", given: ["records": Self.records])
    #expect(result.errors == [])
    #expect(result.steps.map(\.outcome) == [.passed])
  }

  @Test(arguments: [
    "Verify the warning and click **Invite New User**.", "Check that the user is highlighted.",
    "Click **Invite New User** and enter the phone number.",
  ])
  func `what was not looked at is not ticked`(step: String) async throws {
    let text = "# Go On\n\n1. Go to the **Admin** area and click **Users & Roles**.\n1. \(step)\n"
    let result = try await ProcedureExecutorTests.check(text: text)
    #expect(result.steps.last?.outcome == .notUnderstood)
  }

  @Test func `waiting alone is nothing to tick, and what follows it is done`() async throws {
    let result = try await ProcedureExecutorTests.check(
      text: """
        # Go On

        1. Go to the **Admin** area and click **Users & Roles**.
        1. Wait for a moment.
        1. Wait for the list to load and click the **Roles** tab.
        """)
    #expect(result.steps.map(\.outcome) == [.passed, .nothingToDo, .passed])
    #expect(result.steps[2].actions.flatMap(\.deeds).map(\.name) == ["Roles"])
  }
}
