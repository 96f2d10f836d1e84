import EngineInterface
import MarketoAdminEngine
import Testing

/// The business rules of people, roles and signing in that are not about API only users.
struct AdministrationRuleTests {
  @Test func `rule 4: of several roles the most restrictive wins`() throws {
    var engine = MarketoAdmin()
    try engine.createRole("Wide", permissions: ["Access Analytics", "Access Database"])
    try engine.createRole("Narrow", permissions: ["Access Database"])
    let wide = try #require(engine.subscription.role(named: "Wide")).id
    let narrow = try #require(engine.subscription.role(named: "Narrow")).id
    let product = engine.subscription
    let both = product.effectivePermissions(of: [wide, narrow])
    #expect(both == product.effectivePermissions(of: [narrow]))
    #expect(both != product.effectivePermissions(of: [wide]))
  }

  @Test func `rule 5: a permission counts in the workspaces where the role was granted`() throws {
    let product = MarketoAdmin.under(["workspaces": "on"]).subscription
    let role = try #require(product.role(named: "Analytics User")).id
    var grants: RoleGrants = []
    grants.set(role, in: 1, to: true, of: product.workspaces)
    #expect(!product.effectivePermissions(of: grants, in: 1).isEmpty)
    #expect(product.effectivePermissions(of: grants, in: 2).isEmpty)
  }

  @Test func `rule 9: the address of an API only user is not verified`() throws {
    var engine = MarketoAdmin()
    try engine.invite("api@example.com", role: "Analytics User", isAPIOnly: true)
    try engine.click("api@example.com", .row)
    #expect(try engine.reasons("Verify Email") == ["the user's e-mail needs no verification"])
  }

  @Test func `rule 19: a login of a sandbox is taken, but for a Universal ID`() throws {
    var engine = MarketoAdmin()
    try engine.openUsersAndRoles()
    try engine.click("Invite New User")
    try engine.fillPerson("sandbox.admin@example.com")
    let reason =
      "sandbox.admin@example.com is already a login of another subscription, such as a sandbox"
    #expect(try engine.reasons("Next") == [reason])
    engine.subscription.settings.usesUniversalID = true
    #expect(try engine.reasons("Next") == [])
  }

  @Test func `rule 20: an address has one account`() throws {
    var engine = MarketoAdmin()
    try engine.edit("mia.marketer@example.com")
    try engine.fill("Email", "ada.admin@example.com")
    let reason = "a user with the e-mail ada.admin@example.com already exists"
    #expect(try engine.reasons("Save") == [reason])
  }

  @Test(arguments: [(Release.newest, 7), (.older, 3)])
  func `rules 21 and 22: an invitation holds its days, and accepting it verifies the address`(
    release: Release, days: Int
  ) throws {
    var engine = MarketoAdmin.under(["product": release.rawValue])
    try engine.invite("bob@example.com", role: "Analytics User", isAPIOnly: false)
    let bob = try #require(engine.subscription.user(email: "bob@example.com"))
    #expect(bob.state == .pending)
    #expect(bob.emailStatus == .unverified)

    engine.advance(by: days * 86_400 - 1)
    var late = engine.subscription
    try engine.subscription.acceptInvitation(bob.id)
    #expect(engine.subscription.user(bob.id)?.state == .active)
    #expect(engine.subscription.user(bob.id)?.emailStatus == .verified)
    late.advance(by: 1)
    #expect(throws: Refusal.self) { try late.acceptInvitation(bob.id) }
  }

  @Test func `rule 23: on the day the access expires the user is told and locked`() throws {
    var engine = MarketoAdmin()
    let mia = "mia.marketer@example.com"
    try engine.edit(mia)
    try engine.fill("Access Expires", "2026-02-01")
    try engine.click("Save")
    engine.advance(by: 16 * 86_400)
    #expect(engine.subscription.user(email: mia)?.state == .active)
    engine.advance(by: 86_400)
    #expect(engine.subscription.user(email: mia)?.state == .locked)
    #expect(engine.subscription.mails.map(\.recipient) == [mia])
    // Not deleted: an Admin lets the user in again.
    try engine.edit(mia)
    try engine.fill("Access Expires", "2027-02-01")
    try engine.click("Save")
    #expect(engine.subscription.user(email: mia)?.state == .active)
  }

  @Test(arguments: [
    (Release.newest, "Standard User", true, true),
    (.newest, "RTP Editor", true, true),
    (.older, "Standard User", false, false),
    (.older, "RTP Editor", false, false),
    (.oldest, "Standard User", false, false),
    (.oldest, "RTP Editor", true, false),
  ])
  func `rule 24: pages of different age protect different roles`(
    release: Release,
    role: String,
    canEdit: Bool,
    canDelete: Bool
  ) throws {
    var engine = MarketoAdmin.under(["product": release.rawValue])
    try engine.openUsersAndRoles(tab: "Roles")
    try engine.click(role, .row)
    let reasons = ["the role \(role) is protected"]
    #expect(try engine.reasons("Edit Role") == (canEdit ? [] : reasons))
    #expect(try engine.reasons("Delete Role") == (canDelete ? [] : reasons))
  }

  @Test func `rule 27: the last Admin keeps the role`() throws {
    var engine = MarketoAdmin.under(["permissions": "Access Admin, Access Users"])
    try engine.openUsersAndRoles()
    try engine.click("ada.admin@example.com", .row)
    try engine.click("Delete User")
    try engine.click("OK")
    try engine.edit("omar.owner@example.com")
    try engine.check("Analytics User", .treeitem)
    try engine.check("Admin", .treeitem, false)
    #expect(try engine.reasons("Save") == ["the last Admin can't lose the role"])
    try engine.check("Admin", .treeitem)
    #expect(try engine.reasons("Save") == [])
  }

  @Test func `rule 28: all Admins are told of an Admin who comes or goes`() throws {
    var engine = MarketoAdmin()
    try engine.invite("new@example.com", role: "Admin", isAPIOnly: false)
    let admins = ["ada.admin@example.com", "omar.owner@example.com"]
    #expect(engine.subscription.mails.map(\.recipient) == ["new@example.com"] + admins)
    engine.subscription.mails = []
    try engine.invite("ann@example.com", role: "Analytics User", isAPIOnly: false)
    #expect(engine.subscription.mails.map(\.recipient) == ["ann@example.com"])
    engine.subscription.mails = []
    try engine.click(admins[1], .row)
    try engine.click("Delete User")
    try engine.click("OK")
    #expect(engine.subscription.mails.map(\.recipient) == [admins[0]])
    #expect(engine.subscription.mails.map(\.subject) == [OwnTexts.adminDeleted(admins[1])])
  }

  @Test func `rule 29: a changed address has to be verified`() throws {
    var engine = MarketoAdmin()
    try engine.edit("mia.marketer@example.com")
    try engine.fill("Email", "mia@example.com")
    try engine.click("Save")
    #expect(engine.subscription.user(email: "mia@example.com")?.emailStatus == .unverified)
    #expect(engine.subscription.mails.map(\.recipient) == ["mia@example.com"])
    #expect(engine.subscription.mails.map(\.subject) == [OwnTexts.verificationSubject])
    try engine.click("Resend Verification")
    #expect(engine.subscription.mails.count == 2)
  }

  @Test func `rule 30: a user is deleted after an OK, for good`() throws {
    var engine = MarketoAdmin()
    let mia = "mia.marketer@example.com"
    try engine.openUsersAndRoles()
    try engine.click(mia, .row)
    try engine.click("Delete User")
    #expect(engine.subscription.user(email: mia) != nil)
    try engine.click("OK")
    #expect(engine.subscription.user(email: mia) == nil)
  }

  @Test func `rule 31: a user in whose name a service calls is left as it is`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Access API"])
    try engine.openUsersAndRoles()
    try engine.click("api@example.com", .row)
    let reason =
      "the service Calls uses this user: delete the service, or give it another user"
    #expect(try engine.reasons("Edit User") == [reason])
    #expect(try engine.reasons("Delete User") == [reason])
  }

  @Test func `rule 32: with Require SSO, whom a role lets bypass it is invited, and no other`()
    throws
  {
    var engine = MarketoAdmin()
    try engine.createRole("Bypass", permissions: ["Bypass Single Sign-On"])
    engine.subscription.settings.sso.isEnabled = true
    engine.subscription.settings.sso.isRequired = true
    try engine.invite("in@example.com", role: "Bypass", isAPIOnly: false)
    try engine.invite("out@example.com", role: "Analytics User", isAPIOnly: false)
    #expect(engine.subscription.mails.map(\.recipient) == ["in@example.com"])
  }

  @Test func `rule 33: who is added in the Adobe Admin Console gets a role by the tab`() throws {
    var product = MarketoAdmin.under(["identity": "adobe"]).subscription
    var draft = ConsoleDraft()
    draft.email = "una.user@example.com"
    #expect(
      product.refusals(ofAddingFromConsole: draft).map(\.reason) == ["Product Profile is empty"])
    draft.profile = .standard
    try product.addFromConsole(draft, to: .users)
    draft.email = "pat.admin@example.com"
    try product.addFromConsole(draft, to: .admins)
    #expect(
      product.users.suffix(2).map(product.roleNames) == [
        ["Standard User"], ["Adobe Product Admin"],
      ])
  }

  @Test func `rule 34: an expired password has to be reset, by Admins too`() throws {
    var product = MarketoAdmin().subscription
    product.settings.passwords.expiration = .ninetyDays
    let ada = try #require(product.user(email: "ada.admin@example.com"))
    product.advance(by: 90 * 86_400 - 1)
    #expect(!product.mustResetPassword(ada))
    product.advance(by: 1)
    #expect(product.mustResetPassword(ada))
    #expect(!product.refusals(ofLoginBy: ada, from: "192.0.2.1", way: .password).isEmpty)
  }

  @Test(arguments: [(LoginRule.Mode.allow, true), (.block, false)])
  func `rule 35: the login rule allows or blocks all its addresses, but not for SSO`(
    mode: LoginRule.Mode,
    admitsListed: Bool
  ) throws {
    var product = MarketoAdmin().subscription
    let ada = try #require(product.user(email: "ada.admin@example.com"))
    product.settings.sso.isEnabled = true
    product.settings.loginRule.isEnabled = true
    product.settings.loginRule.mode = mode
    product.settings.loginRule.addresses = [try #require(AddressPattern("192.0.2.*"))]
    for (address, isListed) in [("192.0.2.9", true), ("198.51.100.9", false)] {
      let refusals = product.refusals(ofLoginBy: ada, from: address, way: .password)
      #expect(refusals.isEmpty == (isListed == admitsListed), "\(address)")
      #expect(product.refusals(ofLoginBy: ada, from: address, way: .sso).isEmpty)
    }
  }

  @Test func `rule 36: a new user has the location settings of the subscription`() throws {
    var engine = MarketoAdmin()
    engine.subscription.settings.location.language = .german
    try engine.invite("bob@example.com", role: "Analytics User", isAPIOnly: false)
    #expect(engine.subscription.users.last?.location.language == .german)
    #expect(engine.subscription.users.first?.location.language == .english)
  }

  @Test func `rule 38: a custom service needs all four`() throws {
    var engine = MarketoAdmin()
    try engine.invite("api@example.com", role: "Analytics User", isAPIOnly: true)
    try engine.click("Admin", .link)
    try engine.click("LaunchPoint", .link)
    try engine.click("New", .button)
    try engine.click("New Service", .menuitem)
    #expect(try engine.reasons("Create") == ["Display Name is empty", "Service is empty"])
    engine.apply(.choose(try engine.control("Service", .combobox).id, option: "Custom"))
    try engine.fill("Display Name", "Calls")
    #expect(try engine.reasons("Create") == ["Description is empty", "API Only User is empty"])
    try engine.fill("Description", "A test")
    let users = try engine.control("API Only User", .combobox).id
    engine.apply(.choose(users, option: "api@example.com"))
    #expect(try engine.reasons("Create") == [])
  }

  @Test func `rule 39: older pages deny custom services to the Spark edition`() {
    var product = MarketoAdmin.under(["edition": "Spark"]).subscription
    #expect(product.refusalsOfServices.isEmpty)
    product.release = .older
    #expect(product.refusalsOfServices.count == 1)
  }

  @Test func `rule 41: a deleted service stops, and no other`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Access API"])
    try engine.createService("Reports", user: "api@example.com")
    let deleted = try engine.service()
    let (gone, kept) = (try engine.token(), try engine.token(of: "Reports"))
    let actor = engine.subscription.signIn(asRole: "Admin")
    try engine.subscription.deleteService(deleted.id, by: actor)
    #expect(engine.codes(.leads(gone)) == ["601"])
    #expect(engine.identify(deleted).status == 401)
    #expect(engine.codes(.leads(kept)) == [])
  }
}

extension MarketoAdmin {
  fileprivate mutating func edit(_ email: String) throws {
    try openUsersAndRoles()
    try click(email, .row)
    try click("Edit User")
  }
}
