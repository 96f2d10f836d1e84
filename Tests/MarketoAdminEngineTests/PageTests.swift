import EngineInterface
import MarketoAdminEngine
import Testing

/// The procedures of the real pages, as written.
struct PageTests {
  @Test func `create an API only user: one more API only user, and no mail`() throws {
    var engine = MarketoAdmin()
    try engine.createRole("API Only")
    engine.begin(under: Circumstances())
    let before = engine

    try engine.click("Admin")
    #expect(engine.screen.name == "Admin")
    try engine.click("Users & Roles")
    #expect(engine.screen.name == "Users & Roles")
    try engine.click("Invite New User")
    #expect(engine.screen.modal?.name == "Invite New User")
    try engine.fillPerson("api@example.com")
    try engine.click("Next")
    // A role and a checkbox of the same name: only what they are tells them apart.
    try engine.check("API Only", .treeitem)
    try engine.check("API Only", .checkbox)
    #expect(try engine.control("API Only", .treeitem).description == "(all workspaces)")
    try engine.click("Next")
    let text = "An invitation is not required for API only"
    #expect(engine.controls(text, .paragraph).count == 1)
    #expect(engine.changes(since: before).isEmpty)
    try engine.click("Send")

    #expect(engine.screen.modal == nil)
    #expect(try engine.control("api@example.com", .row).description == "Api User; API Only")
    let user = Fact(
      kind: "API only user",
      name: "api@example.com",
      id: "105",
      attributes: [.init("name", "Api User"), .init("role", "API Only", items: ["API Only"])]
    )
    #expect(engine.changes(since: before) == [.added(user)])
  }

  @Test func `create a role with all of Access API`() throws {
    var engine = MarketoAdmin()
    let before = engine
    try engine.openUsersAndRoles(tab: "Roles")
    try engine.click("New Role")
    #expect(engine.screen.modal?.name == "Create New Role")
    #expect(try engine.reasons("Create") == ["Role Name is empty"])
    try engine.fill("Role Name", "API Only")
    #expect(try engine.control("Access API", .treeitem).description == "(0 of 33)")
    try engine.check("Access API", .treeitem)
    #expect(try engine.control("Access API", .treeitem).description == "(33 of 33)")
    try engine.click("Create")
    #expect(try engine.control("API Only", .row).description == "# of Users: 0")
    let role = Fact(
      kind: "role",
      name: "API Only",
      id: "104",
      attributes: [
        .init(
          "permissions",
          "Access API (all 33)",
          items: Permission.accessAPI.branch.members.map(\.name)
        )
      ]
    )
    #expect(engine.changes(since: before) == [.added(role)])
  }

  @Test func `create an API only user with Adobe identity`() throws {
    var engine = MarketoAdmin.under(["identity": "adobe"])
    try engine.createRole("API Only")
    try engine.openUsersAndRoles()
    let before = engine
    try engine.click("Create API Only User")
    try engine.fillPerson("api@example.com")
    #expect(try engine.reasons("Create API Only User") == ["no role is checked"])
    try engine.check("API Only", .checkbox)
    try engine.click("Create API Only User")
    #expect(engine.screen.modal == nil)
    #expect(engine.controls("api@example.com", .row).count == 1)
    #expect(engine.changes(since: before).map(\.kind) == ["API only user"])
  }

  @Test func `edit a role`() throws {
    var engine = MarketoAdmin()
    let before = engine
    try engine.openUsersAndRoles(tab: "Roles")
    #expect(try engine.reasons("Edit Role") == ["no role is selected"])
    try engine.click("Web Designer", .row)
    try engine.click("Edit Role")
    #expect(try engine.control("Role Name", .textbox).value == "Web Designer")
    try engine.check("Access Analytics", .treeitem)
    try engine.expand("Access Analytics")
    try engine.check("Delete Report", .treeitem, false)
    #expect(try engine.control("Access Analytics", .treeitem).isChecked == true)
    try engine.click("Save")
    guard case .changed(_, let role) = engine.changes(since: before).first else {
      Issue.record("no role was changed")
      return
    }
    #expect(role.name == "Web Designer")
    let permissions = try #require(role.attributes.last).value
    let analytics =
      "Access Analytics, Access Revenue Explorer, Create Report, Export Analytics Data, "
    #expect(permissions.hasPrefix(analytics + "Access Design Studio, "))
  }

  @Test func `delete a role`() throws {
    var engine = MarketoAdmin()
    try engine.openUsersAndRoles(tab: "Roles")
    try engine.click("Web Designer", .row)
    let before = engine
    try engine.click("Delete Role")
    #expect(engine.screen.modal?.role == .alertdialog)
    try engine.click("Delete")
    #expect(engine.controls("Web Designer", .row).isEmpty)
    #expect(try engine.reasons("Delete Role") == ["no role is selected"])
    #expect(engine.changes(since: before).count == 1)
  }

  @Test func `a normal invitation makes a pending user and sends a mail`() throws {
    var engine = MarketoAdmin()
    let before = engine
    try engine.invite("bob@example.com", role: "Marketing User", isAPIOnly: false)
    let changes = engine.changes(since: before)
    let user = Fact(
      kind: "user",
      name: "bob@example.com",
      id: "104",
      attributes: [
        .init("name", "Api User"),
        .init("role", "Marketing User", items: ["Marketing User"]),
        .init("state", "pending"),
        .init("email", "unverified"),
      ]
    )
    let mail = Fact(
      kind: "mail", name: "Marketo Login Information to bob@example.com",
      recipient: "bob@example.com")
    #expect(changes == [.added(user), .added(mail)])
  }
}
