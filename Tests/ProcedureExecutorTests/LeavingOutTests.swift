import Diagnostics
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing

/// What is optional, what makes no difference, and what has to be opened first.
struct LeavingOutTests {
  private static let users =
    "Admin permissions required.\n\n1. Go to the **Admin** area and click **Users & Roles**.\n"

  private static func invitation(_ step: String) -> String {
    """
    \(users)1. Click **Invite New User**.
    1. \(step)
    1. Click **Next**.
    1. Check **Marketing User** and click **Next**.
    1. Click **Send**.

    """
  }

  private static func role(_ step: String) -> String {
    "\(users)1. Click the **Roles** tab and then **New Role**.\n1. \(step)\n"
  }

  private func findings(_ steps: String) async throws -> [String] {
    try await check(text: "# Go On\n\n\(steps)").findings.map(\.rule.rawValue)
  }

  @Test(arguments: [
    invitation("Enter an Email and a First Name.\n1. (Optional) Enter a Last Name."),
    invitation("Enter an Email and a First Name.\n1. Optional. In **Last Name**, enter `Lee`."),
    invitation("Enter an Email, a First Name, and (optionally) a Last Name."),
    role("Optionally enter a Role Name.\n1. Click **Create**."),
    role("Enter a Role Name.\n1. (Optional) Click **Create**."),
  ])
  func `what is called optional and is not`(steps: String) async throws {
    #expect(try await findings(steps).contains("expectation-not-met"))
  }

  @Test(arguments: [
    invitation(
      "Enter an Email, a First Name, a Last Name.\n1. Optionally, enter a date in **Access Expires**."
    ),
    invitation(
      "Enter an Email, a First Name, a Last Name, and a Reason for Invitation (optional)."),
    role("Enter a Role Name and, optionally, a Description.\n1. Click **Create**."),
    role("Enter a Role Name. You can also enter a Description.\n1. Click **Create**."),
  ])
  func `what is optional`(steps: String) async throws {
    #expect(try await !findings(steps).contains("expectation-not-met"))
  }

  @Test func `of several things, the remark is about the last`() {
    let step = readStep("Enter an Email, a First Name, and a Last Name (optional).")
    #expect(step.actions.map(\.isOptional) == [false, false, true])
  }

  // MARK: No difference

  @Test func `what leaves no trace is redundant`() async throws {
    let steps = """
      \(Self.users)1. Click the **Login History** tab and then **Filter**.
      1. In **From**, enter `2026-01-02`.
      1. Click the **Roles** tab and then **New Role**.
      1. Enter a Role Name and click **Create**.

      """
    #expect(try await findings(steps) == ["redundant-step"])
    // It is seen where the filter is used.
    let used =
      "\(Self.users)1. Click the **Login History** tab and then **Filter**.\n"
      + "1. Check **Only Failed Logins**.\n1. Click **Apply**.\n"
    #expect(try await !findings(used).contains("redundant-step"))
  }

  // MARK: What is closed

  @Test func `what the page does not say to expand`() async throws {
    #expect(
      try await findings(
        Self.role("Enter a Role Name, check **Access Users**, and click **Create**."))
        == ["opened-on-the-way"])
    #expect(
      try await findings(
        Self.role(
          "Enter a Role Name, expand **Access Admin**, check **Access Users**, and click **Create**."
        ))
        == [])
  }

  @Test(arguments: [
    "expand **Access Database** and select **Access Audit Trail**",
    "expand **Access Database**, check **Access Audit Trail**",
  ])
  func `what stands under another branch than the page says`(words: String) async throws {
    let result = try await check(
      text: "# Go On\n\n" + Self.role("Enter a Role Name, \(words), and click **Create**."))
    let error = try #require(result.findings.first { $0.severity == .error })
    #expect(error.rule == .controlNotFound)
    #expect(!result.findings.contains { $0.rule == .openedOnTheWay })
    #expect(
      error.message
        == "\"Access Audit Trail\" is not under \"Access Database\", but under \"Access Admin\"")
  }

  @Test(arguments: ["Frobnicate the thing.", "The thing with the knob.", "Hide **Users**."])
  func `a step that was read in part has no tick`(way: String) async throws {
    let result = try await check(
      text: "# Go On\n\n\(Self.users)1. Click the **Roles** tab.\n\n   OR\n\n   \(way)\n")
    #expect(result.steps.last?.outcome == .notUnderstood)
    #expect(result.findings.allSatisfy { $0.severity != .error })
  }

  @Test(arguments: [
    "Hide the **New Role** button", "Skip **New Role**", "Smash **New Role**",
    "Remove **New Role**", "Rename **New Role**", "Then frobnicate **New Role**",
  ])
  func `a verb that does something else does not click`(words: String) async throws {
    let result = try await check(
      text: "# Go On\n\n\(Self.users)1. Click the **Roles** tab.\n1. \(words).\n")
    #expect(result.steps.last?.outcome == .notUnderstood)
    #expect(result.findings.allSatisfy { $0.severity != .error })
  }

  @Test func `what is removed is unchecked`() async throws {
    let result = try await check(
      text: "# Go On\n\n"
        + Self.role(
          "Enter a Role Name, expand **Access Admin**, check **Access Users** and **Access Roles**,"
            + " remove **Access Users**, and click **Create**."))
    let deeds = result.steps.flatMap(\.actions).flatMap(\.deeds)
    #expect(deeds.contains { $0.kind == .unchecked && $0.name == "Access Users" })
  }
}
