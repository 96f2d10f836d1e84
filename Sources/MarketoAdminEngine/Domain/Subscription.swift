/// The records of one customer's product, and the rules they keep.
package struct Subscription: Hashable, Sendable {
  package var identity: Identity
  package var users: [User]
  /// The roles that exist with either identity, in screen order.
  package var allRoles: [AccessRole]
  package var mails: [Mail] = []
  private var lastID: Int

  package init(identity: Identity = .marketo, users: [User], roles: [AccessRole]) {
    self.identity = identity
    self.users = users
    allRoles = roles
    lastID = max(users.map(\.id).max() ?? 0, roles.map(\.id).max() ?? 0)
  }

  /// The roles that exist with the present identity, in screen order.
  package var roles: [AccessRole] {
    allRoles.filter { $0.identity == nil || $0.identity == identity }
  }

  package func user(_ id: User.ID) -> User? { users.first { $0.id == id } }
  package func user(email: String) -> User? {
    users.first { $0.email.lowercased() == email.lowercased() }
  }
  package func role(_ id: AccessRole.ID) -> AccessRole? { allRoles.first { $0.id == id } }
  package func role(named name: String) -> AccessRole? {
    allRoles.first { $0.name.lowercased() == name.lowercased() }
  }

  package func users(with role: AccessRole.ID) -> [User] {
    users.filter { $0.roles.contains(role) }
  }

  package func roleNames(of user: User) -> [String] {
    user.roles.compactMap { role($0)?.name }
  }

  mutating func nextID() -> Int {
    lastID += 1
    return lastID
  }
}
