import EngineInterface
import MarketoAdminEngine
import MarketoWalk
import Testing

// The engine, driven as a person does: by the role and the name of what can be reached.
extension MarketoAdmin {
  static func under(_ circumstances: [String: String]) -> Self {
    var engine = MarketoAdmin()
    engine.begin(under: .marketoAdmin(circumstances))
    return engine
  }

  var screen: Screen { observation.screen }

  func controls(_ name: String, _ role: Role? = nil) -> [Control] {
    screen.reachable.filter { control in
      control.name == name && (role.map { $0 == control.role } ?? control.role.isClickable)
    }
  }

  func control(
    _ name: String,
    _ role: Role? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> Control {
    let found = controls(name, role)
    try #require(found.count == 1, "\(found.count) controls \(name)", sourceLocation: location)
    return found[0]
  }

  mutating func click(
    _ name: String,
    _ role: Role? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let control = try control(name, role, location)
    try #require(control.disabledReasons == [], sourceLocation: location)
    apply(.activate(control.id))
  }

  mutating func fill(
    _ name: String,
    _ text: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    apply(.fill(try control(name, .textbox, location).id, text))
  }

  mutating func check(
    _ name: String,
    _ role: Role,
    _ isChecked: Bool = true,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    apply(.setChecked(try control(name, role, location).id, isChecked))
  }

  mutating func expand(_ name: String, _ isExpanded: Bool = true) throws {
    apply(.setExpanded(try control(name, .treeitem).id, isExpanded))
  }

  func reasons(_ name: String) throws -> [String] {
    try control(name, .button).disabledReasons
  }

  /// What became of the facts since an earlier state.
  func changes(since earlier: Self) -> [FactChange] {
    FactChange.difference(from: earlier.observation.facts, to: observation.facts)
  }
}

extension MarketoAdmin {
  mutating func openUsersAndRoles(tab: String? = nil) throws {
    try click("Admin", .link)
    try click("Users & Roles", .link)
    if let tab { try click(tab, .tab) }
  }

  mutating func fillPerson(_ email: String) throws {
    try fill("Email", email)
    try fill("First Name", "Api")
    try fill("Last Name", "User")
  }

  mutating func createRole(_ name: String, permissions: [String] = ["Access API"]) throws {
    try openUsersAndRoles(tab: "Roles")
    try click("New Role")
    try fill("Role Name", name)
    for permission in permissions {
      expandUntil(permission)
      try check(permission, .treeitem)
    }
    try click("Create")
  }

  /// Opens branches from the top until there is an item of this name.
  mutating func expandUntil(_ name: String) {
    while controls(name, .treeitem).isEmpty,
      let branch = screen.reachable.first(where: { $0.isExpanded == false })
    {
      apply(.setExpanded(branch.id, true))
    }
  }

  mutating func invite(_ email: String, role: String, isAPIOnly: Bool) throws {
    try openUsersAndRoles()
    try click("Invite New User")
    try fillPerson(email)
    try click("Next")
    try check(role, .treeitem)
    if isAPIOnly { try check("API Only", .checkbox) }
    try click("Next")
    try click("Send")
  }
}
