import EngineInterface
import MarketoAdminEngine
import Testing

/// The business rules of workspaces and of the audit trail.
struct WorkspaceRuleTests {
  private static let workspaces = ["workspaces": "on"]

  @Test func `rule 47: Default stays, and so does a workspace with assets`() throws {
    var engine = MarketoAdmin.under(Self.workspaces)
    try engine.openWorkspaces()
    try engine.click("Default", .row)
    #expect(
      try engine.reasons("Delete Workspace") == ["the workspace Default can't be deleted"])
    try engine.createWorkspace("Asia")
    try engine.click("Asia", .row)
    let reason = "the workspace Asia has assets, which have to be deleted first"
    #expect(try engine.reasons("Delete Workspace") == [reason])
    try engine.click("Europe", .row)
    try engine.click("Delete Workspace")
    try engine.click("Delete")
    #expect(engine.subscription.workspaces.map(\.name) == ["Default", "Asia"])
  }

  @Test func `rule 48: the language of a workspace is settled when it is made`() throws {
    var engine = MarketoAdmin.under(Self.workspaces)
    try engine.openWorkspaces()
    try engine.click("New Workspace")
    #expect(engine.controls("Language", .combobox).count == 1)
    try engine.click("Cancel")
    try engine.click("Europe", .row)
    try engine.click("Edit Workspace")
    #expect(engine.controls("Language", .combobox) == [])
  }

  @Test func `rule 49: the audit trail needs its role in all workspaces`() throws {
    var engine = MarketoAdmin.under(Self.workspaces)
    try engine.createRole("Auditor", permissions: ["Access Admin", "Access Audit Trail"])
    let mia = "mia.marketer@example.com"
    func reads() throws -> Bool {
      engine.subscription.readsAuditTrail(try #require(engine.subscription.user(email: mia)))
    }
    #expect(try !reads())
    try engine.openUsersAndRoles()
    try engine.click(mia, .row)
    try engine.click("Edit User")
    try engine.check("Auditor", .treeitem)
    try engine.click("Save")
    #expect(try reads())

    try engine.click("Edit User")
    try engine.expand("Auditor")
    try engine.check("Europe", .treeitem, false)
    try engine.click("Save")
    #expect(try !reads())
  }

  @Test func `rule 50: users, roles, workspaces, services and logins are audited`() throws {
    var engine = MarketoAdmin.under(Self.workspaces)
    try engine.createRole("Auditor", permissions: ["Access Audit Trail"])
    try engine.invite("api@example.com", role: "Auditor", isAPIOnly: true)
    try engine.createService("Calls", user: "api@example.com")
    try engine.openWorkspaces()
    try engine.createWorkspace("Asia")
    try engine.openUsersAndRoles()
    try engine.click("mia.marketer@example.com", .row)
    try engine.click("Delete User")
    try engine.click("OK")
    try engine.subscription.logIn(4, from: "192.0.2.1")
    #expect(
      engine.subscription.auditTrail.map(\.text) == [
        "created role Auditor", "created API only user api@example.com",
        "created custom service Calls", "created workspace Asia",
        "deleted user mia.marketer@example.com", "signed in from 192.0.2.1",
      ])
    #expect(engine.subscription.auditTrail.map(\.user) == [1, 1, 1, 1, 1, 4])
  }

  @Test func `the list of workspaces shows their numbers on demand`() throws {
    var engine = MarketoAdmin.under(Self.workspaces)
    try engine.openWorkspaces()
    #expect(engine.controls("ID", .columnheader) == [])
    try engine.click("Columns")
    try engine.click("ID", .menuitemcheckbox)
    #expect(engine.controls("ID", .columnheader).count == 1)
    #expect(try engine.control("Europe", .row).description?.contains("ID: 2") == true)
  }
}

extension MarketoAdmin {
  fileprivate mutating func openWorkspaces() throws {
    try click("Admin", .link)
    try click("Workspaces & Partitions", .link)
  }

  fileprivate mutating func createWorkspace(_ name: String) throws {
    try click("New Workspace")
    try fill("Name", name)
    try check("All Person Partitions", .checkbox)
    apply(.choose(try control("Primary Person Partition", .combobox).id, option: "Default"))
    try click("Create")
  }
}
