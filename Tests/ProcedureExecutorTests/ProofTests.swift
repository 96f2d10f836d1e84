import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing

/// The help pages hold on the product, and on a broken product they don't.
struct ProofTests {
  @Test(arguments: [
    (rolePage, "marketo"), (userPage, "marketo"), (adobePage, "adobe"),
  ])
  func `a help page passes`(path: String, identity: String) async throws {
    let result = try await check(path, given: ["identity": identity])
    #expect(result.errors == [])
    #expect(result.steps.allSatisfy { $0.outcome == .passed })
  }

  @Test func `the user that the page promises is in the facts, and no mail`() async throws {
    let result = try await check(userPage)
    #expect(
      result.changes == [
        "+ API only user api.user@example.com: name Api User; role API Only"
      ])
    #expect(result.procedures.first?.absences == ["no mail sent"])
    #expect(result.prerequisites.map(\.path) == [rolePage])
  }

  @Test func `a quoted text is found on the screen that shows it`() async throws {
    let result = try await check(userPage)
    let quoted = result.procedures[0].expectations.filter {
      if case .showsText = $0.expectation.claim { true } else { false }
    }
    #expect(quoted.map(\.verdict.evidence) == ["step 5, Invite New User, Step 3: Message"])
  }

  @Test func `stated conditions were tried the other way round`() async throws {
    let result = try await check(userPage)
    #expect(
      result.conditions.map(\.tried) == ["with identity=adobe", "when signed in as Standard User"])
    #expect(result.conditions.allSatisfy { $0.failure != nil })
  }

  // MARK: Broken products

  @Test func `Send does nothing: the dialog stays open`() async throws {
    let result = try await check(userPage, on: Broken(.sendDoesNothing))
    #expect(result.errors == ["expectation-not-met 42"])
  }

  @Test func `the API Only flag is forgotten: the title's promise is not kept`() async throws {
    let result = try await check(userPage, on: Broken(.flagIsForgotten))
    #expect(result.errors == ["promise-not-kept 6"])
  }

  @Test func `mail is sent anyway: the sentence that denies it is named`() async throws {
    let result = try await check(userPage, on: Broken(.mailIsSent))
    #expect(result.errors == ["expectation-not-met 38"])
  }

  @Test func `the permission is not checked: the stated condition makes no difference`()
    async throws
  {
    let result = try await check(userPage, on: Broken(.permissionIsNotChecked))
    #expect(result.errors == ["condition-without-effect 20"])
  }

  @Test func `the text before Send is missing: the quotation is named`() async throws {
    let result = try await check(userPage, on: Broken(.textIsMissing))
    #expect(result.errors == ["expectation-not-met 38"])
  }
}

/// The real page that it all began with, where it stands beside the project.
@Suite(.enabled(if: Repository.realPages != nil))
struct RealPageTests {
  private func site() throws -> [String: Page] {
    let folder = try #require(Repository.realPages)
    let names = [
      "create-an-api-only-user", "create-an-api-only-user-role", "create-api-only-user",
      "create-a-custom-service-for-use-with-rest-api", "managing-user-roles-and-permissions",
      "change-your-password-security-settings",
    ]
    return readSite(
      try Dictionary(
        uniqueKeysWithValues: names.map {
          ("\($0).md", try Repository.text("\(folder)/\($0).md"))
        }))
  }

  private func check(
    _ name: String, on engine: some SnapshotEngine = MarketoAdmin(), given: [String: String] = [:]
  ) async throws -> PageResult {
    try await ProcedureExecutorTests.check(
      name, of: try site(), on: engine, given: given, values: ["Role Name": "API Only"])
  }

  @Test func `it passes unchanged`() async throws {
    let result = try await check("create-an-api-only-user.md")
    #expect(result.errors == [])
    #expect(result.steps.map(\.outcome) == Array(repeating: .passed, count: 6))
  }

  @Test func `the role page binds its open target and says to what`() async throws {
    let result = try await check("create-an-api-only-user-role.md")
    #expect(result.errors == [])
    #expect(result.changes == ["+ role API Only: permissions Access API (all 33)"])
    #expect(result.findings.contains { $0.rule == .chosenTarget && $0.range.line == 27 })
  }

  @Test func `the Adobe variant passes with its prerequisite in prose`() async throws {
    let result = try await check("create-api-only-user.md", given: ["identity": "adobe"])
    #expect(result.errors == [])
    #expect(result.prerequisites.map(\.path) == ["create-an-api-only-user-role.md"])
  }

  @Test(arguments: [
    (Broken.Defect.sendDoesNothing, "unfinished-procedure 48"),
    (.flagIsForgotten, "promise-not-kept 8"), (.mailIsSent, "expectation-not-met 54"),
    (.permissionIsNotChecked, "condition-without-effect 22"),
    (.textIsMissing, "expectation-not-met 54"),
  ])
  func `a broken product fails it at the sentence that it belies`(
    defect: Broken.Defect, error: String
  ) async throws {
    let result = try await check("create-an-api-only-user.md", on: Broken(defect))
    #expect(result.errors == [error])
  }

  // MARK: The custom service

  /// The page as it is, with words put before those in line 40 that choose the user.
  private func servicePage(adding words: String) async throws -> PageResult {
    let name = "create-a-custom-service-for-use-with-rest-api.md"
    let needle = "Select the **[!UICONTROL API Only User]**"
    var site = try site()
    let text = try Repository.text("\(#require(Repository.realPages))/\(name)")
    let changed = readSite([
      name: text.replacing(needle, with: words + needle),
      "create-an-api-only-user.md": "", "create-an-api-only-user-role.md": "",
    ])
    site[name] = changed[name]
    return try await ProcedureExecutorTests.check(
      name, of: site, values: ["Role Name": "API Only"])
  }

  private static let choosing =
    "In the **[!UICONTROL Service]** drop-down, select **[!UICONTROL Custom]**. "

  @Test func `the service page: a user is not chosen before the kind of service`() async throws {
    let result = try await servicePage(adding: "")
    #expect(result.errors.first == "control-not-found 40")
    let finding = try #require(result.findings.first { $0.severity == .error })
    #expect(
      finding.because == ["\"API Only User\" is shown once \"Service\" is set to \"Custom\""])
  }

  @Test func `the service page: with Custom chosen, Create waits for the Description`() async throws
  {
    let result = try await servicePage(adding: Self.choosing)
    #expect(result.errors.first == "control-disabled 48")
    let finding = try #require(result.findings.first { $0.severity == .error })
    #expect(finding.because == ["Description is empty"])
  }

  @Test func `the service page: with both it passes, but for what a person does`() async throws {
    let words = Self.choosing + "Enter a **[!UICONTROL Description]**. "
    let result = try await servicePage(adding: words)
    #expect(result.errors == [])
    #expect(result.steps.map(\.outcome) == Array(repeating: .passed, count: 9) + [.manual])
  }

  @Test func `the password page never saves: it is left unfinished, and Save is proposed`()
    async throws
  {
    let result = try await check("change-your-password-security-settings.md")
    #expect(result.errors == ["unfinished-procedure 47"])
    let finding = try #require(result.findings.first { $0.severity == .error })
    #expect(finding.perhaps.contains { $0.contains("Save") })
  }

  @Test func `the roles page: two procedures are left unfinished, two pass`() async throws {
    let result = try await check("managing-user-roles-and-permissions.md")
    #expect(result.procedures.map(\.procedure.title.text).count == 4)
    #expect(result.errors == ["unfinished-procedure 63", "unfinished-procedure 83"])
    #expect(
      result.changes == ["~ user ada.admin@example.com: + Standard User", "- role RTP Launcher"])
  }
}
