import Diagnostics
import ProcedureExecutor
import TestSupport
import Testing

/// What titles promise, and what pages say of records: which ones, and how many.
struct PromiseTests {
  private static let users = "1. Go to the **Admin** area and click **Users & Roles**.\n"
  private static let newRole =
    users + """
      1. Click the **Roles** tab and then **New Role**.
      1. In **Role Name**, enter `Auditors`.
      1. Click **Create**.

      """
  private static let newUser =
    users + """
      1. Click **Invite New User**.
      1. Enter an Email, First Name, and Last Name. Click **Next**.
      1. Check **Marketing User** and click **Next**.
      1. Click **Send**.

      """
  private static let oneGone =
    users + """
      1. Click the **Roles** tab, select the **Web Designer** role, and click **Delete Role**.
      1. Click **Delete**.

      """
  private static let twoGone =
    oneGone + "1. Select the **RTP Editor** role, click **Delete Role**, and click **Delete**.\n"
  private static let editedUser =
    users + """
      1. Select a user and click **Edit User**.
      1. Check **Web Designer**.
      1. Click **Save**.

      """
  private static let language = """
    1. Go to **Admin** > **My Account**. Click **Edit Location Settings**.
    1. In **Language**, select **German**. Click **Save**.

    """

  private func errors(_ title: String, _ steps: String, _ claim: String = "") async throws
    -> [String]
  {
    try await check(text: "# \(title)\n\n\(steps)\n\(claim)\n").findings
      .filter { $0.severity == .error }.map(\.rule.rawValue)
  }

  // MARK: Records

  @Test(arguments: [
    (newRole, "A role called \"Auditors\" is created."),
    (newRole, "The role `Auditors` is created."),
    (newRole, "A role with the name **Auditors** has been added."),
    (newRole, "You now see **Auditors** in the list."),
    (newRole, "This creates a role called **Auditors**."),
    (newRole + newUser, "A role and a user are created."),
    (twoGone, "Both roles are deleted."), (twoGone, "The two roles have been removed."),
    (twoGone, "The roles **Web Designer** and **RTP Editor** are deleted."),
  ])
  func `records that are as the page says`(steps: String, claim: String) async throws {
    #expect(try await errors("Go On", steps, claim) == [])
  }

  @Test(arguments: [
    (newRole, "A role named **Reviewers** is created."),
    (newRole, "The role `Reviewers` is created."),
    (newRole, "The roles **Auditors** and **Reviewers** are created."),
    (newRole, "Two roles are created."), (newRole, "A role and a user are created."),
    (newRole, "You now see **Reviewers** in the list."),
    (newRole, "This creates a role called **Reviewers**."),
    (newRole, "The **Auditors** and **Reviewers** roles are now listed."),
    (oneGone, "Both roles are deleted."), (twoGone, "Three roles are gone."),
    (oneGone, "The roles **Web Designer** and **RTP Editor** are deleted."),
  ])
  func `records that are not`(steps: String, claim: String) async throws {
    #expect(try await errors("Go On", steps, claim) == ["expectation-not-met"])
  }

  @Test func `the record that is still there is named`() async throws {
    let result = try await check(
      text: "# Go On\n\n\(Self.oneGone)\nThe roles **Web Designer** and **RTP Editor** are deleted."
    )
    #expect(
      result.findings.first { $0.severity == .error }?.message
        == "the role \"RTP Editor\" still exists")
  }

  // MARK: Where, and to whom

  @Test(arguments: [
    (newUser, "The user appears in the list of users."),
    (newRole, "The role is listed under **Roles**."),
    (newRole, "You return to the **Users & Roles** screen."),
    (newRole, "You are back on the **Roles** tab."),
    (newRole, "**Auditors** is now in the list."), (newRole, "Your role is now shown."),
    (oneGone, "**Web Designer** disappears from the list."),
    (oneGone, "The role is no longer in the list."),
    (newUser, "An email is sent to the new user."),
    (newUser, "Marketo sends an email to the user."),
    (newUser, "The user gets an email."), (newUser, "A mail is sent to that address."),
    (newRole, "You have created a role."), (newRole, "You now have a role called **Auditors**."),
  ])
  func `where it is, and who gets it`(steps: String, claim: String) async throws {
    let result = try await check(text: "# Go On\n\n\(steps)\n\(claim)\n")
    #expect(result.errors == [])
    #expect(result.procedures[0].expectations.map(\.verdict.isMet) == [true])
  }

  @Test(arguments: [
    (newRole, "The role is listed under **Users**."),
    (newRole, "You return to the **Admin** screen."),
    (newRole, "You are taken to the **LaunchPoint** page."),
    (newRole, "The **Users** tab is shown."),
    (newRole, "**Reviewers** is now in the list."),
    (newRole, "**Web Designer** disappears from the list."),
    (newUser, "An email is sent to the administrator."), (newUser, "You receive an email."),
    (newRole, "The user gets an email."), (newRole, "You have created a user."),
    (newRole, "You have deleted a role."), (newRole, "You now have a role called **Reviewers**."),
    (newRole, "That creates two roles."),
  ])
  func `where it is not, and who gets none`(steps: String, claim: String) async throws {
    #expect(try await errors("Go On", steps, claim) == ["expectation-not-met"])
  }

  @Test(arguments: [
    (newRole, "The **Marketing User** role now appears in the list."),
    (newRole, "You now see **Marketing User** in the list."),
    (newRole, "The change takes effect immediately."),
    (editedUser, "The user is added to the role."),
  ])
  func `what was so before, or can't be told, is a note`(steps: String, claim: String) async throws
  {
    let result = try await check(text: "# Go On\n\n\(steps)\n\(claim)\n")
    #expect(result.errors == [])
    #expect(result.findings.contains { $0.rule == .claimNotJudged })
  }

  // MARK: Titles

  @Test(arguments: [
    ("Delete Two Roles", twoGone), ("Create a Role and a User", newRole + newUser),
    ("Delete the Web Designer and RTP Editor Roles", twoGone),
    ("Change the Language", language), ("Set the Language", language),
    ("Edit a User", editedUser), ("Assign a Role to a User", editedUser),
    ("Give a User the Web Designer Role", editedUser), ("Change a User's Role", editedUser),
    ("Change the Role of a User", editedUser), ("Add a Role to a User", editedUser),
    ("Add a User to a Role", editedUser), ("Edit User Roles", editedUser),
    ("Invite a User", newUser), ("Make a Role", newRole),
    // What the product keeps no data of, it can't have broken.
    ("Change the Page Layout", language), ("Change Your Settings", language),
    ("Assign a Color to a User", editedUser), ("Enable Dark Mode", language),
  ])
  func `a title that is kept, or promises nothing`(title: String, steps: String) async throws {
    #expect(try await errors(title, steps) == [])
  }

  @Test(arguments: [
    ("Delete Two Roles", oneGone), ("Create a Role and a User", newRole),
    ("Create Users and Roles", newRole), ("Delete the Web Designer and RTP Editor Roles", oneGone),
    ("Change the Time Zone", language), ("Changing the Currency", language),
    ("Edit a Role", editedUser),
    ("Give a User the RTP Editor Role", editedUser), ("Edit the Permissions of a Role", editedUser),
    ("Edit User Permissions", editedUser), ("Rename a Role", newRole),
    ("Rename a User", editedUser), ("Invite a User", newRole), ("Remove a User", editedUser),
    ("Export the Users", users), ("Enable Single Sign-On", language),
    ("Turn on Single Sign-On", language),
  ])
  func `a title that is not kept`(title: String, steps: String) async throws {
    #expect(try await errors(title, steps) == ["promise-not-kept"])
  }

  @Test func `what was so already had not to be changed`() async throws {
    let steps = Self.language.replacing("German", with: "English")
    #expect(try await !errors("Set the Language", steps).contains("promise-not-kept"))
  }

  @Test func `what is thrown away is told at the step, and not at the title`() async throws {
    let steps = Self.newRole.replacing("**Create**", with: "**Cancel**")
    #expect(try await errors("Create a Role", steps) == ["nothing-saved"])
  }
}
