import Diagnostics
import ProcedureExecutor
import TestSupport
import Testing

/// For whom a page is, and for whom it is not: tried with the others.
struct LimitTests {
  private static let look = """
    1. Go to the **Admin** area and click **Users & Roles**.
    1. Click the **Roles** tab.

    """
  /// Works with Marketo identity alone.
  private static let invite = """
    1. Go to the **Admin** area and click **Users & Roles**.
    1. Click **Invite New User**.
    1. Enter an Email, First Name, and Last Name. Click **Next**.
    1. Check **Marketing User** and click **Next**.
    1. Click **Send**.

    """
  /// Works with Adobe identity alone.
  private static let create = """
    1. Go to the **Admin** area and click **Users & Roles**.
    1. Click **Create API Only User**.
    1. Enter an Email, First Name, and Last Name. Select the **Marketing User** role. Click **Create API Only User**.

    """

  private func errors(_ sentence: String, _ steps: String) async throws -> [String] {
    let head = "# Go On\n\nAdmin permissions required.\n\n"
    let plain = try await check(text: "\(head)\(sentence)\n\n\(steps)").errors
    let boxed = try await check(text: "\(head)>[!NOTE]\n>\n>\(sentence)\n\n\(steps)").errors
    #expect(plain.count == boxed.count, "in a box it means the same")
    return plain.map { String($0.prefix { $0 != " " }) }
  }

  @Test(arguments: [
    (invite, "This page does not apply to subscriptions onboarded to Adobe Identity."),
    (invite, "These steps don't apply to subscriptions with Adobe Identity."),
    (invite, "This procedure is not available for subscriptions with Adobe Identity."),
    (invite, "This page is only for subscriptions without Adobe Identity."),
    (create, "Only for subscriptions with Adobe Identity."),
    (create, "This page applies only to subscriptions onboarded to Adobe Identity."),
    (create, "For subscriptions with Adobe Identity only."),
    // Of something else than the page.
    (look, "The rule does not apply to single sign-on."),
    (look, "It does not apply to single sign-on."),
    (look, "Some buttons are only available with workspaces."),
  ])
  func `a limit that is true`(steps: String, sentence: String) async throws {
    #expect(try await errors(sentence, steps) == [])
  }

  @Test(arguments: [
    (look, "This page does not apply to subscriptions onboarded to Adobe Identity."),
    (look, "This procedure isn't available for subscriptions with Adobe Identity."),
    (look, "Only for subscriptions with Adobe Identity."),
    (look, "This feature is only available with workspaces."),
    (look, "This page is not for subscriptions with workspaces."),
    (look, "Not for subscriptions with Adobe Identity."),
  ])
  func `a limit that is none`(steps: String, sentence: String) async throws {
    #expect(try await errors(sentence, steps) == ["condition-without-effect"])
  }

  @Test func `a page for others fails where it says so`() async throws {
    let sentence = "This page is only for subscriptions without Adobe Identity."
    #expect(try await errors(sentence, Self.create) == ["control-not-found"])
  }
}
