import Diagnostics
import ProcedureExecutor
import TestSupport
import Testing

/// What a page denies, excepts, makes depend on something, or forbids.
struct PolarityTests {
  private static let beginning = """
    # Create an API Only User

    1. Go to the **Admin** area and click **Users & Roles**.
    1. Click **Invite New User**.
    1. Enter an **Email**, a **First Name**, and a **Last Name**. Click **Next**.

    """

  /// The page with some last steps.
  private func check(_ steps: String..., given: [String: String] = [:]) async throws -> PageResult {
    try await ProcedureExecutorTests.check(
      text: Self.beginning + steps.map { "1. \($0)\n" }.joined(), given: given)
  }

  private func names(_ result: PageResult) -> Set<String> {
    Set(
      result.steps.dropFirst(3).flatMap(\.actions).filter { $0.outcome == .passed }
        .flatMap(\.deeds).map(\.name))
  }

  private static let roles =
    "Check **Marketing User** and the **API Only** checkbox. Click **Next**."

  // MARK: What is left out

  @Test(arguments: [
    "Select all roles except **Admin**.", "Select all roles but **Admin**.",
    "Select every role except for **Admin**.", "Select all roles other than **Admin**.",
    "Except for **Admin**, select all roles.", "Select all of the roles (except **Admin**).",
    "Select all roles apart from the **Admin** role.",
    "Select all roles with the exception of **Admin**.",
    "Select each role save **Admin**.", "Select all the roles minus **Admin**.",
    "Select every role bar **Admin**.", "Select all roles, not including **Admin**.",
    "Leaving **Admin** aside, select all roles.", "Ignoring **Admin**, select all roles.",
  ])
  func `all others are chosen`(sentence: String) async throws {
    let chosen = names(try await check(sentence))
    #expect(!chosen.contains("Admin"))
    #expect(chosen.isSuperset(of: ["Marketing User", "Analytics User", "Web Designer"]))
  }

  @Test(arguments: [
    "Select any role except **Admin**.", "Select a role that is not **Admin**.",
    "Select a role other than **Admin**.", "Select a role that isn't **Admin**.",
    "Select another role than **Admin**.", "Select a role different from **Admin**.",
    "Select a role (not **Admin**).", "Select a role, excluding **Admin**.",
  ])
  func `another one is chosen`(sentence: String) async throws {
    let chosen = names(try await check(sentence))
    #expect(chosen.count == 1 && !chosen.contains("Admin"), "\(chosen)")
  }

  @Test(arguments: [
    "Select all roles except the last one.", "Select no roles.", "Select nothing but roles.",
    "Select the roles that nobody needs.",
  ])
  func `what is not understood is not done`(sentence: String) async throws {
    let result = try await check(sentence)
    #expect(names(result).isEmpty)
    #expect(result.steps.last?.outcome == .notUnderstood)
  }

  @Test(arguments: ["Select only the **Marketing User** role.", "Check just **Marketing User**."])
  func `only one is left chosen`(sentence: String) async throws {
    let result = try await check(
      "Select the **Admin** role. " + sentence + " Click **Next**.", "Click **Send**.")
    let created = result.procedures.flatMap(\.changes).map { "\($0)" }.joined()
    #expect(created.contains("Marketing User") && !created.contains("Admin"), "\(created)")
  }

  @Test(arguments: [
    ("Do not click **Send**.", true), ("Never click **Send**.", true),
    ("**Send** must not be clicked.", true), ("The **Send** button mustn't be pressed.", true),
    ("You do not need to click **Send** at once.", false),
    ("You don't have to click **Send**.", false), ("Do not click **Send** yet.", false),
    ("**Send** must not be clicked before all roles are selected.", false),
    ("Users who do not click **Send** create nobody.", false),
  ])
  func `an introduction may forbid`(sentence: String, isBroken: Bool) async throws {
    let beginning = Self.beginning.replacing(
      "User\n\n1.", with: "User\n\n\(sentence)\n\n1.", maxReplacements: 1)
    let result = try await ProcedureExecutorTests.check(
      text: beginning + "1. \(Self.roles)\n1. Click **Send**.\n")
    #expect(result.findings.contains { $0.rule == .contradictsStep } == isBroken)
  }

  @Test(arguments: [
    "To confirm, click **Send**; to go back, click **Back**.",
    "Click **Send**. To cancel, click **Cancel**.",
    "Click **Send**; to discard it, click **Back**.",
    "When the **Frob** dialog is not shown, click **Send**.",
  ])
  func `who confirms does not go back`(sentence: String) async throws {
    let result = try await check(Self.roles, sentence)
    #expect(result.findings.filter { $0.severity == .error }.isEmpty)
    #expect(!names(result).contains("Back"))
  }

  @Test func `what is left out has to be there`() async throws {
    let result = try await check("Select all roles except **Admn**.")
    #expect(result.errors == ["control-not-found 6"])
    #expect(result.findings.first { $0.severity == .error }?.perhaps == ["\"Admin\""])
  }

  // MARK: Conditions

  @Test(arguments: [
    ("If the **Frob** dialog opens, click **Cancel**.", false),
    ("If there is no **Next** button, click **Cancel**.", false),
    ("Click **Cancel** if the **API Only** box is checked.", false),
    ("Unless the **Invite New User** dialog is open, click **Cancel**.", false),
    ("If you have no webhook, click **Cancel**.", true),
    ("If you have no user, click **Cancel**.", false),
    ("If the role **Web Designer** exists already, click **Cancel**.", true),
    ("If the role **Web Designer** does not exist, click **Cancel**.", false),
    ("If the **API Only** box is not checked, click **Cancel**.", true),
    ("If your subscription doesn't use Adobe IMS, click **Cancel**.", true),
    ("If your subscription uses Adobe IMS, click **Cancel**.", false),
    ("If your colleague agrees, click **Cancel**.", false),
    ("If the **Frob** dialog opens, click **Frob**. Otherwise, click **Cancel**.", true),
    ("If the **Frob** dialog opens, click **Frob**; if not, click **Cancel**.", true),
    ("If there is a **Next** button, wait. Otherwise, click **Cancel**.", false),
    ("If your colleague agrees, wait. Otherwise, click **Cancel**.", false),
    ("In that case, click **Cancel**.", false),
  ])
  func `a condition is decided`(sentence: String, isDone: Bool) async throws {
    let result = try await check(sentence)
    #expect(names(result).contains("Cancel") == isDone)
    if !isDone { #expect(result.findings.contains { $0.rule == .conditionNotChecked }) }
  }

  @Test func `otherwise may stand in the next step`() async throws {
    let result = try await check(
      Self.roles, "If your subscription uses Adobe IMS, click **Create**.",
      "Otherwise, click **Send**.")
    #expect(result.errors == [])
    #expect(names(result).contains("Send"))
  }

  @Test func `what is left open is not blamed for what fails later`() async throws {
    let result = try await check(
      "If your colleague agrees, check **Marketing User**.", "Click **Next**.", "Click **Send**.")
    #expect(result.errors == [])
    let areBlocked = result.steps.suffix(2).allSatisfy(\.outcome.isBlocked)
    #expect(areBlocked)
  }

  @Test func `a pronoun stands for what the condition is about`() async throws {
    let result = try await check(
      "Check **Marketing User**. If the **API Only** checkbox is not checked, check it."
        + " Click **Next**.", "Click **Send**.")
    #expect(result.errors == [])
    #expect(result.changes.contains { $0.hasPrefix("+ API only user") })
  }

  // MARK: Before and after

  @Test(arguments: [
    ("Click **Send**. The **Roles** tab appears.", ["claim-not-judged"]),
    ("Click **Send**. The **Roles** tab is still shown.", []),
    ("Click **Send**. The **Invite New User** dialog stays open.", ["expectation-not-met"]),
    ("Click **Send**. No user is created.", ["expectation-not-met"]),
    ("Click **Send**. Hardly a user is created.", ["claim-not-judged"]),
    ("The **Send** button is not disabled. Click **Send**.", []),
    ("The **Send** button is disabled. Click **Send**.", ["expectation-not-met"]),
  ])
  func `a state is judged where it is stated`(step: String, rules: [String]) async throws {
    let result = try await check(Self.roles, step)
    let told = result.findings.filter {
      $0.rule == .claimNotJudged || $0.severity == .error
    }
    #expect(told.map(\.rule.rawValue) == rules)
  }

  // MARK: Prohibitions

  @Test(arguments: [
    ("   >[!WARNING]\n   >\n   >Do not click **Send**.", true),
    ("   >[!WARNING]\n   >\n   >You must never click **Send**.", true),
    ("   >[!WARNING]\n   >\n   >Avoid clicking **Send**.", true),
    ("   >[!WARNING]\n   >\n   >Be careful not to click **Send**.", true),
    ("   >[!WARNING]\n   >\n   >Make sure that you don't click **Send**.", true),
    ("   >[!WARNING]\n   >\n   >Under no circumstances click **Send**.", true),
    ("   >[!WARNING]\n   >\n   >Do not click **Send** yet.", false),
    ("   >[!WARNING]\n   >\n   >Do not click **Send** before the dialog is complete.", false),
    ("   >[!WARNING]\n   >\n   >Do not click **Send** twice.", false),
    ("   >[!WARNING]\n   >\n   >Do not forget to click **Send**.", false),
    ("   >[!WARNING]\n   >\n   >Do not click **Cancel**.", false),
  ])
  func `a prohibition is compared with the steps`(note: String, isBroken: Bool) async throws {
    let result = try await check("\(Self.roles)\n\n\(note)\n", "Click **Send**.")
    #expect(result.errors == [])
    let told = result.findings.filter { $0.rule == .contradictsStep }
    #expect(told.map(\.message) == (isBroken ? ["the page forbids this, but step 5 does it"] : []))
  }

  @Test func `what is forbidden is not chosen`() async throws {
    let first = try #require(names(try await check("Select a role.")).first)
    let result = try await check("Select a role. Do not select **\(first)**.")
    #expect(!names(result).contains(first))
    #expect(!result.findings.contains { $0.rule == .contradictsStep })
  }

  // MARK: References

  @Test func `steps are performed once more`() async throws {
    let result = try await check(
      Self.roles, "Click **Send**.", "Repeat steps 2 to 5 for another user.")
    #expect(result.errors == [])
    #expect(result.changes.count { $0.hasPrefix("+ API only user") } == 2)
  }

  @Test(arguments: ["Repeat steps 3 to 4.", "Go back to step 3."])
  func `what can't be repeated is told, and not blamed`(step: String) async throws {
    let result = try await check(Self.roles, "Click **Send**.", step, "Click **Frob**.")
    #expect(result.errors == [])
    #expect(result.findings.contains { $0.rule == .notPerformable })
    #expect(result.steps.last?.outcome.isBlocked == true)
  }
}
