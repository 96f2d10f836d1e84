import FoundationEssentials
import TestSupport
import Testing

/// A real page with one change, checked by the built command: exit code, rule and line.
struct Drift: Sendable, CustomStringConvertible {
  let description: String
  let page: String
  let edits: [(String, String)]
  /// "rule line", errors only; none where the change makes no difference.
  let errors: [String]
  var options: [String] = []
  /// A change to the page that this one requires.
  var prerequisiteEdit: (String, String)?

  init(
    _ description: String, of page: String, _ edits: [(String, String)], errors: [String],
    options: [String] = [], prerequisiteEdit: (String, String)? = nil
  ) {
    self.description = description
    self.page = page
    self.edits = edits
    self.errors = errors
    self.options = options
    self.prerequisiteEdit = prerequisiteEdit
  }

  static let user = "create-an-api-only-user.md"
  static let role = "create-an-api-only-user-role.md"
  static let adobe = "create-api-only-user.md"
  static let adobeIdentity = ["--given", "identity=adobe"]

  static let all: [Drift] = [
    // Nothing drifted.
    Drift("the page itself", of: user, [], errors: []),
    Drift("the role page itself", of: role, [], errors: []),
    Drift("the Adobe page itself", of: adobe, [], errors: [], options: adobeIdentity),
    // Other circumstances.
    Drift(
      "under Adobe identity", of: user, [], errors: ["control-not-found 32"],
      options: adobeIdentity),
    Drift("under Marketo identity", of: adobe, [], errors: ["control-not-found 21"]),
    Drift(
      "as Standard User", of: user, [], errors: ["control-not-found 24"],
      options: ["--given", "signed-in-as=Standard User"]),
    Drift(
      "with permissions for roles only", of: user, [], errors: ["control-not-found 32"],
      options: ["--given", "permissions=Access Admin, Access Roles"]),
    // The seed page.
    Drift(
      "Click Next taken out of step 4", of: user,
      [
        (
          " Click **[!UICONTROL Next]**.\n\n   ![](assets/create-an-api-only-user-4",
          "\n\n   ![](x-4"
        )
      ],
      errors: ["control-not-found 44"]),
    Drift(
      "a label misspelt", of: user, [("Invite New User", "Invite User")],
      errors: ["control-not-found 32"]),
    Drift(
      "an unrelated label", of: user, [("Invite New User", "Paint the Fence")],
      errors: ["control-not-found 32"]),
    Drift(
      "steps 2 and 3 swapped", of: user,
      [
        ("Click **[!UICONTROL Users & Roles]**", "Click **X**"),
        ("Click **[!UICONTROL Invite New User]**", "Click **[!UICONTROL Users & Roles]**"),
        ("Click **X**", "Click **[!UICONTROL Invite New User]**"),
      ], errors: ["control-not-found 28"]),
    Drift(
      "checkbox replaced by tab", of: user, [("checkbox", "tab")],
      errors: ["wrong-control-kind 44"]),
    Drift(
      "the quotation changed", of: user,
      [("An invitation is not required", "No invitation is required")],
      errors: ["expectation-not-met 54"]),
    Drift(
      "step 6 removed", of: user,
      [("1. Click **[!UICONTROL Send]**.\n\n   ![](assets/create-an-api-only-user-6.png)\n", "")],
      errors: ["unfinished-procedure 44"]),
    Drift(
      "First Name left out", of: user, [("an Email, First Name, and", "an Email and")],
      errors: ["control-disabled 36"]),
    Drift(
      "the checkbox left out", of: user,
      [(" and check the **[!UICONTROL API Only]** checkbox", "")],
      errors: ["promise-not-kept 8", "expectation-not-met 54", "expectation-not-met 54"]),
    Drift(
      "Cancel instead of Send", of: user, [("UICONTROL Send]", "UICONTROL Cancel]")],
      errors: ["nothing-saved 48"]),
    Drift(
      "a prohibition added", of: user,
      [("checkbox. Click", "checkbox. Do not click **[!UICONTROL Send]** yet. Click")], errors: []),
    Drift(
      "an instruction in a note", of: user,
      [(">The pop-up", ">Click **[!UICONTROL Delete User]**. The pop-up")], errors: []),
    Drift(
      "the prerequisite's link broken", of: user,
      [
        (
          "/help/marketo/product-docs/administration/users-and-roles/create-an-api-only-user-role.md",
          "create-an-api-only-user-roll.md"
        )
      ],
      errors: ["prerequisite-not-found 18"]),
    Drift(
      "a prerequisite in documentation that is not here", of: user,
      [("create-an-api-only-user-role.md", "create-an-api-only-user-roll.md")], errors: []),
    Drift(
      "pages that require each other", of: user, [], errors: ["prerequisite-cycle 18"],
      prerequisiteEdit: (
        "**Admin Permissions Required**", "You must have [a user](create-an-api-only-user.md)."
      )),
    Drift(
      "a prerequisite that can't be done", of: user, [], errors: ["prerequisite-failed 18"],
      prerequisiteEdit: ("**New Role**", "**Add Role**")),
    // The role page.
    Drift(
      "the tab left out", of: role,
      [("Click the **Roles** tab and then **New Role**", "Click **New Role**")],
      errors: ["control-not-found 23"]),
    Drift(
      "another label for New Role", of: role, [("New Role", "Add Role")],
      errors: ["control-not-found 23"]),
    Drift(
      "the name left out", of: role, [("Enter a Role Name, select", "Select")],
      errors: ["control-disabled 27"]),
    Drift(
      "Create left out", of: role, [(", and click **Create.**", ".")],
      errors: ["unfinished-procedure 27"]),
    Drift(
      "Cancel instead of Create", of: role, [("**Create.**", "**Cancel.**")],
      errors: ["nothing-saved 27"]),
    Drift(
      "permissions that nobody has heard of", of: role,
      [("API access Permissions", "Calendar printing permissions")],
      errors: ["control-not-found 27"]),
    Drift(
      "a tab called a button", of: role, [("**Roles** tab", "**Roles** button")],
      errors: ["wrong-control-kind 23"]),
    // The Adobe page.
    Drift(
      "the last click left out", of: adobe,
      [(" Click **[!UICONTROL Create API Only User]** when done.", "")],
      errors: ["unfinished-procedure 25"], options: adobeIdentity),
    Drift(
      "a label shortened", of: adobe,
      [("Click **[!UICONTROL Create API Only User]**.", "Click **Create API User**.")],
      errors: ["control-not-found 21"], options: adobeIdentity),
    Drift(
      "the role left out", of: adobe,
      [(" Select the [!UICONTROL API Only] Role you want to assign to the user.", "")],
      errors: ["control-disabled 25"], options: adobeIdentity),
    Drift(
      "another role", of: adobe, [("[!UICONTROL API Only] Role", "[!UICONTROL Integration] Role")],
      errors: ["control-not-found 25"], options: adobeIdentity),
    Drift(
      "the e-mail left out", of: adobe,
      [("an [!UICONTROL Email], [!UICONTROL First Name], and", "a [!UICONTROL First Name] and")],
      errors: ["control-disabled 25"], options: adobeIdentity),
    Drift(
      "half of step 1 left out", of: adobe, [(" and select **[!UICONTROL Users & Roles]**", "")],
      errors: ["control-not-found 21"], options: adobeIdentity),
    Drift(
      "the prerequisite no longer required", of: adobe, [("Before doing so, you must", "Some")],
      errors: ["control-not-found 25"], options: adobeIdentity),
  ]
}

@Suite(.enabled(if: Repository.realPages != nil))
struct DriftTests {
  @Test(arguments: Drift.all)
  func `a drifted page is told at the words meant`(drift: Drift) async throws {
    let folder = try #require(Repository.realPages)
    var files: [String: String] = [:]
    for name in [Drift.user, Drift.role, Drift.adobe] {
      files[name] = try Repository.text("\(folder)/\(name)")
    }
    for (old, new) in drift.edits {
      let text = try #require(files[drift.page])
      try #require(text.contains(old))
      files[drift.page] = text.replacing(old, with: new, maxReplacements: 1)
    }
    if let (old, new) = drift.prerequisiteEdit {
      files[Drift.role] = files[Drift.role]?.replacing(old, with: new, maxReplacements: 1)
    }
    try await CommandTests.inFolder(files) { folder in
      let run = try await CommandTests.run(
        ["check", drift.page, "--value", "Role Name=API Only", "--format", "json"]
          + drift.options, in: folder)
      #expect(run.status == (drift.errors.isEmpty ? 0 : 1))
      #expect(try run.errorFindings() == drift.errors)
    }
  }

  @Test func `the screen under other circumstances is told`() async throws {
    let folder = try #require(Repository.realPages)
    func output(_ page: String, _ options: [String]) async throws -> String {
      try await CommandTests.run(
        ["check", page, "--value", "Role Name=API Only", "--format", "github"] + options,
        in: folder
      ).output
    }
    let adobe = try await output(Drift.user, Drift.adobeIdentity)
    #expect(
      adobe.contains(
        "\"Invite New User\" is shown with identity=marketo; "
          + "here \"Create API Only User\" is shown instead"))
    let marketo = try await output(Drift.adobe, [])
    #expect(
      marketo.contains(
        "\"Create API Only User\" is shown with identity=adobe; "
          + "here \"Invite New User\" is shown instead"))
    let standard = try await output(Drift.user, ["--given", "signed-in-as=Standard User"])
    #expect(standard.contains("\"Admin\" is shown when signed in as Admin"))
    let limited = try await output(
      Drift.user, ["--given", "permissions=Access Admin, Access Roles"])
    #expect(limited.contains("the product says: \"Your access is limited"))
  }
}
