import EngineInterface
import MarketoAdminEngine
import MarketoWalk
import Testing

/// The business rules, by their numbers.
struct RuleTests {
  @Test func `rule 1: without Access Admin there is no Admin`() {
    let roles = ["Admin": 1, "Adobe Product Admin": 1, "Standard User": 0, "Analytics User": 0]
    for (role, count) in roles {
      let engine = MarketoAdmin.under(["signed-in-as": role])
      #expect(engine.controls("Admin", .link).count == count, "\(role)")
    }
  }

  @Test func `rule 1: a link without its permission tells so and opens nothing`() throws {
    var engine = MarketoAdmin.under(["permissions": "Access Admin"])
    try engine.click("Admin")
    try engine.click("Users & Roles")
    #expect(engine.screen.name == "Admin")
    #expect(engine.observation.messages == [OwnTexts.limitedAccess])
    #expect(engine.controls(OwnTexts.limitedAccess, .alert).count == 1)
    try engine.click("CRM")
    #expect(engine.observation.messages == [])
    #expect(!engine.screen.isModelled)
  }

  @Test func `rule 2: users and roles have a permission each`() throws {
    var engine = MarketoAdmin.under(["permissions": "Access Admin, Access Users"])
    try engine.openUsersAndRoles()
    #expect(engine.controls("Invite New User").count == 1)
    try engine.click("Roles", .tab)
    #expect(engine.controls("New Role").isEmpty)
    #expect(engine.controls(OwnTexts.limitedAccess, .alert).count == 1)

    engine.begin(under: .marketoAdmin(["permissions": "Access Admin, Access Roles"]))
    try engine.openUsersAndRoles()
    #expect(engine.controls("Invite New User").isEmpty)
    try engine.click("Roles", .tab)
    #expect(engine.controls("New Role").count == 1)
  }

  @Test func `rule 3: a permission has no effect without its parent`() {
    let engine = MarketoAdmin.under(["permissions": "Access Users, Access Roles"])
    #expect(engine.controls("Admin").isEmpty)
    let actor = engine.subscription.signIn(holding: [.accessUsers])
    #expect(!actor.may(.accessUsers))
    #expect(engine.subscription.signIn(holding: [.accessAdmin, .accessUsers]).may(.accessUsers))
  }

  @Test func `rule 6: a role that is edited takes effect at the next sign-in`() throws {
    var engine = MarketoAdmin()
    try engine.createRole("Clerk", permissions: ["Access Admin"])
    let actor = engine.subscription.signIn(asRole: "Clerk")
    let clerk = try #require(engine.subscription.role(named: "Clerk"))
    engine.subscription.allRoles[engine.subscription.allRoles.count - 1].permissions = []
    #expect(actor.may(.accessUsers))
    #expect(engine.subscription.effectivePermissions(of: [clerk.id]).isEmpty)
  }

  @Test func `rule 7: an API only user does not sign in`() throws {
    var engine = MarketoAdmin()
    try engine.createRole("Robot")
    try engine.invite("api@example.com", role: "Robot", isAPIOnly: true)
    #expect(engine.subscription.signIn(asRole: "Robot").user == nil)
    try engine.click("api@example.com", .row)
    #expect(try engine.reasons("Reset Password") == ["an API only user has no password"])
  }

  @Test func `rules 8 and 12: the checkbox decides on the mail, not the role`() throws {
    var engine = MarketoAdmin()
    try engine.createRole("API Only")
    try engine.invite("a@example.com", role: "Analytics User", isAPIOnly: true)
    #expect(engine.subscription.mails.isEmpty)
    try engine.invite("b@example.com", role: "API Only", isAPIOnly: false)
    #expect(engine.subscription.mails.map(\.recipient) == ["b@example.com"])
    let robot = try #require(engine.subscription.user(email: "a@example.com"))
    #expect(engine.subscription.apiPermissions(of: robot).isEmpty)
  }

  @Test(arguments: [
    ("api", false), ("a@b", false), ("a b@c.d", false), ("@c.d", false), ("a@c.", false),
    ("a@nowhere.invalid", true),
  ])
  func `rule 9: an address needs the form of one, not to work`(
    email: String,
    isFine: Bool
  ) throws {
    var engine = MarketoAdmin()
    try engine.openUsersAndRoles()
    try engine.click("Invite New User")
    try engine.fillPerson(email)
    #expect(try engine.reasons("Next") == (isFine ? [] : ["Email is not an e-mail address"]))
  }

  @Test func `rules 10 and 11: only what is below Access API counts for calls`() throws {
    var engine = MarketoAdmin()
    try engine.createRole("Mixed", permissions: ["Access API", "Access Admin"])
    try engine.invite("api@example.com", role: "Mixed", isAPIOnly: true)
    let user = try #require(engine.subscription.user(email: "api@example.com"))
    let expected = Permission.accessAPI.branch.union([.accessUsers])
    #expect(engine.subscription.apiPermissions(of: user) == expected)
  }

  @Test func `rule 13: a role that nobody made is not there`() throws {
    var engine = MarketoAdmin()
    try engine.openUsersAndRoles()
    try engine.click("Invite New User")
    try engine.fillPerson("api@example.com")
    try engine.click("Next")
    #expect(engine.controls("API Only", .treeitem).isEmpty)
    #expect(try engine.reasons("Next") == ["no role is checked"])
  }

  @Test func `rule 14: each identity has one way to an API only user`() throws {
    for (identity, there, missing) in [
      ("marketo", "Invite New User", "Create API Only User"),
      ("adobe", "Create API Only User", "Invite New User"),
    ] {
      var engine = MarketoAdmin.under(["identity": identity])
      try engine.openUsersAndRoles()
      #expect(engine.controls(there).count == 1)
      #expect(engine.controls(missing).isEmpty)
      try engine.click("Roles", .tab)
      #expect(engine.controls("Adobe Product Admin").isEmpty == (identity == "marketo"))
    }
  }

  @Test func `rule 18: Next stays disabled until e-mail and names are filled`() throws {
    var engine = MarketoAdmin()
    try engine.openUsersAndRoles()
    try engine.click("Invite New User")
    let all = ["Email is empty", "First Name is empty", "Last Name is empty"]
    #expect(try engine.reasons("Next") == all)
    try engine.fill("Email", "bob@example.com")
    try engine.fill("First Name", " ")
    try engine.fill("Reason", "temp")
    #expect(try engine.reasons("Next") == ["First Name is empty", "Last Name is empty"])
    try engine.fillPerson("bob@example.com")
    #expect(try engine.reasons("Next") == [])
    #expect(try engine.control("Access Expires", .textbox).value == "Never")
    try engine.fill("Access Expires", "2026-06-30")
    #expect(try engine.control("Access Expires", .textbox).value == "2026-06-30")
  }

  @Test func `rule 18: the domain requires just what the screen stars`() throws {
    var engine = MarketoAdmin()
    try engine.openUsersAndRoles()
    try engine.click("Invite New User")
    let starred = engine.screen.reachable.filter(\.isRequired).map { "\($0.name) is empty" }
    #expect(engine.subscription.refusals(ofPerson: UserDraft()).map(\.reason) == starred)
  }

  @Test func `rule 19: an e-mail is there once`() throws {
    var engine = MarketoAdmin()
    try engine.openUsersAndRoles()
    try engine.click("Invite New User")
    try engine.fillPerson("Mia.Marketer@example.com")
    let reason = "a user with the e-mail mia.marketer@example.com already exists"
    #expect(try engine.reasons("Next") == [reason])
  }

  @Test func `rule 22: a pending user is not edited`() throws {
    var engine = MarketoAdmin()
    try engine.invite("bob@example.com", role: "Marketing User", isAPIOnly: false)
    try engine.click("bob@example.com", .row)
    let reason = "the user has not accepted the invitation yet"
    #expect(try engine.reasons("Edit User") == [reason])
    try engine.click("mia.marketer@example.com", .row)
    try engine.click("Edit User")
    #expect(engine.screen.modal?.name == "Edit User")
  }

  @Test func `rules 24 and 25: protected roles and roles in use stay`() throws {
    var engine = MarketoAdmin.under(["identity": "adobe"])
    try engine.openUsersAndRoles(tab: "Roles")
    let reasons = [
      "Admin": ["the role Admin is protected", "users have the role Admin"],
      "Adobe Product Admin": ["the role Adobe Product Admin is protected"],
      "Marketing User": ["users have the role Marketing User"],
      "Standard User": [],
    ]
    for (role, expected) in reasons {
      try engine.click(role, .row)
      #expect(try engine.reasons("Delete Role") == expected)
    }
  }

  @Test func `rule 26: nobody edits their own role`() throws {
    var engine = MarketoAdmin()
    try engine.openUsersAndRoles(tab: "Roles")
    try engine.click("Admin", .row)
    let reason = "the role Admin is your own: another Admin has to edit it"
    #expect(try engine.reasons("Edit Role") == [reason])
    engine.begin(under: .marketoAdmin(["permissions": "Access Admin, Access Roles"]))
    try engine.openUsersAndRoles(tab: "Roles")
    try engine.click("Admin", .row)
    #expect(try engine.reasons("Edit Role") == [])
  }

  @Test func `rule 27: the last Admin stays`() throws {
    var engine = MarketoAdmin.under(["permissions": "Access Admin, Access Users"])
    try engine.openUsersAndRoles()
    try engine.click("ada.admin@example.com", .row)
    try engine.click("Delete User")
    try engine.click("OK")
    #expect(engine.controls("ada.admin@example.com").isEmpty)
    try engine.click("omar.owner@example.com", .row)
    #expect(try engine.reasons("Delete User") == ["the last Admin can't be deleted"])
  }
}
