/// What is done in the Adobe Admin Console, outside the product, and shows in it (rule 33).
extension Subscription {
  /// What a person is to the product: of a profile, or an administrator of it.
  package enum ConsoleGroup: String, CaseIterable, Sendable {
    case users = "Users"
    case admins = "Admins"
  }

  /// Why nobody can be added so.
  package func refusals(ofAddingFromConsole draft: ConsoleDraft) -> [Refusal] {
    var refusals: [Refusal] = []
    if identity != .adobe { refusals.append(.notInConsole) }
    if draft.email.isBlank { refusals.append(.isEmpty("Email")) }
    if !draft.email.isBlank, !EmailShape.matches(draft.email) { refusals.append(.notAnEmail) }
    if let other = user(email: draft.email) { refusals.append(.emailInUse(other.email)) }
    if draft.profile == nil { refusals.append(.isEmpty("Product Profile")) }
    return refusals
  }

  /// A user gets the role Standard User in the workspace Default, an admin Adobe Product Admin.
  package mutating func addFromConsole(
    _ draft: ConsoleDraft,
    to group: ConsoleGroup
  ) throws(Refusal) {
    if let refusal = refusals(ofAddingFromConsole: draft).first { throw refusal }
    var grants: RoleGrants = []
    switch group {
    case .users:
      grants.set(
        AccessRole.standardUser.id, in: Workspace.standard.id, to: true, of: workspaces)
    case .admins: grants.set(AccessRole.adobeProductAdmin.id, to: true)
    }
    let name = draft.email.prefix { $0 != "@" }
    let user = newUser(
      draft.email,
      draft.firstName.isBlank ? String(name) : draft.firstName,
      draft.lastName.isBlank ? String(name) : draft.lastName,
      grants
    )
    users.append(user)
  }

  /// Those who are listed in one of the console's tabs.
  package func consoleUsers(in group: ConsoleGroup) -> [User] {
    users.filter { user in
      guard !user.isAPIOnly else { return false }
      let isProductAdmin = user.grants.contains(AccessRole.adobeProductAdmin.id)
      return group == .admins ? isProductAdmin : !isProductAdmin
    }
  }

  package mutating func removeFromConsole(_ id: User.ID, by actor: Actor) throws(Refusal) {
    guard let user = user(id) else { throw .noUserSelected }
    if let refusal = refusals(ofRemoving: user, by: actor).first { throw refusal }
    users.removeAll { $0.id == id }
  }
}

/// What is said of a person in the Adobe Admin Console.
package struct ConsoleDraft: Hashable, Sendable {
  package enum Profile: String, CaseIterable, Sendable {
    case standard = "Default Product Profile"  // [I] its name.
  }

  package var email = ""
  package var firstName = ""
  package var lastName = ""
  package var profile: Profile?

  package init() {}
}
