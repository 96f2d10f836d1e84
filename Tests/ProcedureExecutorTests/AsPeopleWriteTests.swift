import Diagnostics
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing

/// Steps as writers of the product's pages word them, which a careful person can do.
struct AsPeopleWriteTests {
  private func errors(_ steps: String) async throws -> [String] {
    try await check(text: "# How to Do It\n\nOnly administrators can do this.\n\n\(steps)\n").errors
  }

  @Test(arguments: [
    // The verb before "then" does not fit a button.
    "1. Go to **Admin** > **Login Settings** and click **Edit IP Restrictions**.\n1. Check **Disable IP Restrictions**, then **Save**.",
    // A path as the place of what is clicked, and the other number of a caption.
    "1. Under **Admin** > **Integration**, click **Webhooks**.",
    "1. Go to **Admin** > **Integrations** > **LaunchPoint**.",
    // What is looked for is opened where what comes next is only there.
    "1. Go to **Admin** and find **Treasure Chest**.\n1. Click **Edit** next to the feature of your choice.",
    // A field holds no buttons.
    "1. Go to **Admin** > **Single Sign-On** and click **Edit** next to **SAML Settings**.\n1. For the **Identity Provider Certificate**, click **Browse**.",
    // A column is looked at.
    "1. Go to **Admin** > **Users & Roles** and click the **Roles** tab.\n1. Check the **# of Users** column.",
  ])
  func `it is done, and no error`(steps: String) async throws {
    #expect(try await errors(steps).filter { !$0.hasPrefix("unfinished-procedure") } == [])
  }

  @Test func `a procedure of which nothing is understood is not at fault beside others`()
    async throws
  {
    let result = try await check(
      text:
        "# Go On\n\n1. Go to **Admin**.\n\n## And Then\n\n1. Frobnicate the knob.\n1. Tweak the knob.\n"
    )
    #expect(result.errors == [])
    #expect(result.findings.contains { $0.rule == .stepNotUnderstood })
  }

  @Test func `a procedure of which nothing is understood is no pass alone`() async throws {
    let result = try await check(text: "# Go On\n\n1. Frobnicate the knob.\n1. Tweak the knob.\n")
    #expect(result.errors == ["nothing-checked 1"])
  }

  @Test func `a label that is not there is wrong, also where a text goes into it`() async throws {
    let errors = try await errors(
      "1. Go to **Admin** > **My Account** and click **Change Password**.\n1. Type the password that you use into **Current Password**."
    )
    #expect(errors.contains { $0.hasPrefix("control-not-found") })
  }

  @Test func `roles that are no longer needed say nothing of who may do it`() async throws {
    let result = try await check(
      text:
        "# Delete a Role\n\nDelete roles that are no longer needed.\n\n1. Go to **Admin** > **Users & Roles** and click the **Roles** tab.\n"
    )
    #expect(!result.findings.contains { $0.rule == .accessRefused })
  }
}
