import TestSupport
import Testing

/// The project's own pages, drifted one edit each: what real pages show where they stand beside the
/// project, a lone clone shows with these.
struct OwnPageDriftTests {
  private static let folder = "help/users-and-roles/"
  private static let user = "create-an-api-only-user.md"
  private static let role = "create-a-role-for-api-access.md"

  static let drifts: [Drift] = [
    Drift("the page itself", of: user, [], errors: []),
    Drift("the role page itself", of: role, [], errors: []),
    Drift(
      "under Adobe identity", of: user, [], errors: ["control-not-found 24"],
      options: Drift.adobeIdentity),
    Drift(
      "as Standard User", of: user, [], errors: ["control-not-found 22"],
      options: ["--given", "signed-in-as=Standard User"]),
    Drift(
      "a label misspelt", of: user, [("Invite New User", "Invite User")],
      errors: ["control-not-found 24"]),
    Drift(
      "a field left out", of: user, [(", and a **[!UICONTROL Last Name]**", "")],
      errors: ["control-disabled 26"]),
    Drift(
      "a box called a button", of: user,
      [("**[!UICONTROL API Only]** checkbox", "**[!UICONTROL API Only]** button")],
      errors: ["wrong-control-kind 34"]),
    Drift(
      "another role", of: user, [("[!UICONTROL API Only]** role", "[!UICONTROL Calls]** role")],
      errors: ["control-not-found 32"]),
    Drift(
      "another text", of: user, [("is not required", "is never required")],
      errors: ["expectation-not-met 38"]),
    Drift(
      "Send left out", of: user, [("1. Click **[!UICONTROL Send]**.", "1. This is all.")],
      errors: ["expectation-not-met 42"]),
    Drift(
      "the tab left out", of: role,
      [("the **[!UICONTROL Roles]** tab and then **", "**")], errors: ["control-not-found 16"]),
    Drift(
      "Cancel instead of Create", of: role,
      [("Click **[!UICONTROL Create]**.", "Click **[!UICONTROL Cancel]**.")],
      errors: ["nothing-saved 34", "expectation-not-met 36", "expectation-not-met 38"]),
    Drift(
      "a prerequisite that can't be done", of: user, [], errors: ["prerequisite-failed 16"],
      prerequisiteEdit: ("New Role", "Add Role")),
  ]

  @Test(arguments: drifts)
  func `a drifted page is told at the words meant`(drift: Drift) async throws {
    var files = try Repository.pages(in: "help")
    let page = Self.folder + drift.page
    for (old, new) in drift.edits {
      let text = try #require(files[page])
      try #require(text.contains(old))
      files[page] = text.replacing(old, with: new, maxReplacements: 1)
    }
    if let (old, new) = drift.prerequisiteEdit {
      files[Self.folder + Self.role] = files[Self.folder + Self.role]?.replacing(old, with: new)
    }
    try await CommandTests.inFolder(files) { folder in
      let run = try await CommandTests.run(
        ["check", page, "--format", "json"] + drift.options, in: folder)
      #expect(run.status == (drift.errors.isEmpty ? 0 : 1))
      #expect(try run.errorFindings() == drift.errors)
    }
  }
}
