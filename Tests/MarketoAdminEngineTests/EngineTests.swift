import EngineInterface
import MarketoAdminEngine
import MarketoWalk
import Testing

/// What every engine promises, and what holds on every screen.
struct EngineTests {
  @Test func `a copy is independent`() throws {
    var engine = MarketoAdmin()
    let copy = engine
    try engine.createRole("API Only")
    #expect(engine != copy)
    #expect(copy == MarketoAdmin())
    #expect(copy.observation == MarketoAdmin().observation)
  }

  @Test func `observing changes nothing`() throws {
    var engine = MarketoAdmin()
    try engine.openUsersAndRoles()
    let before = engine
    #expect(engine.observation == engine.observation)
    #expect(engine == before)
  }

  @Test func `a disabled control, a hidden one and one that is not there change nothing`() throws {
    var engine = MarketoAdmin()
    try engine.openUsersAndRoles()
    let hidden = try engine.control("Roles", .tab).id
    try engine.click("Invite New User")
    let before = engine
    engine.apply(.activate(try engine.control("Next").id))
    engine.apply(.activate(hidden))
    engine.apply(.activate(Control.ID("nowhere")))
    engine.apply(.fill(try engine.control("Cancel").id, "text"))
    #expect(engine == before)
  }

  @Test func `beginning again keeps the data and discards dialogs`() throws {
    var engine = MarketoAdmin()
    try engine.createRole("API Only")
    try engine.click("New Role")
    engine.begin(under: .marketoAdmin(["identity": "adobe"]))
    #expect(engine.screen.name == "My Marketo")
    #expect(engine.screen.modal == nil)
    #expect(engine.subscription.role(named: "API Only") != nil)
  }

  @Test(arguments: ["Cancel", "Close"])
  func `every dialog can be left`(button: String) throws {
    var engine = MarketoAdmin()
    try engine.openUsersAndRoles()
    try engine.click("Invite New User")
    try engine.fillPerson("a@example.com")
    try engine.click(button)
    #expect(engine.screen.modal == nil)
    try engine.click("Invite New User")
    #expect(try engine.control("Email").value == "")
  }

  @Test func `Admin leads nowhere on its own screen`() throws {
    var engine = MarketoAdmin()
    try engine.click("Admin")
    #expect(try engine.control("Admin", .link).isSelected == true)
    let before = engine
    try engine.click("Admin")
    #expect(engine == before)
    try engine.click("Users & Roles")
    #expect(try engine.control("Admin", .link).isSelected == false)
  }

  @Test func `the tree leads to the same screens as the links`() throws {
    var engine = MarketoAdmin()
    try engine.click("Admin")
    try engine.click("Users & Roles")
    #expect(try engine.control("Users & Roles").isSelected == true)
    #expect(engine.controls("LaunchPoint").isEmpty)
    try engine.expand("Integration")
    try engine.click("CRM")
    #expect(engine.screen.name == "CRM")
    #expect(!engine.screen.isModelled)
    try engine.click("Users & Roles")
    #expect(engine.screen.isModelled)
    try engine.expand("Security", false)
    #expect(engine.controls("Users & Roles").isEmpty)
  }

  @Test func `permission names are told apart, and the tree is whole`() {
    #expect(Set(Permission.all.map(\.name)).count == Permission.all.count)
    #expect(Permission.roots.reduce(0) { $0 + $1.branch.count } == Permission.all.count)
    #expect(Permission.accessAdmin.descendants.count == 36)
    #expect(PermissionSet.all.count == Permission.all.count)
  }

  @Test func `every standard value of a circumstance can be given`() {
    for circumstance in MarketoAdmin.product.circumstances {
      let values = circumstance.values
      if case .date = circumstance.domain {
        #expect(circumstance.standard.flatMap { CivilDate($0) } != nil)
      } else {
        #expect(circumstance.standard.map(values.contains) ?? true)
      }
      #expect(circumstance.phrases.allSatisfy { values.contains($0.value) })
    }
  }
}
