extension Subscription {
  /// Signs in the first user who has just this role; where there is none, a person who has it and
  /// is not among the users.
  package func signIn(asRole name: String) -> Actor {
    guard let role = role(named: name) else { return signIn(holding: []) }
    let user = users.first { user in
      user.roles == [role.id]
        && user.state == .active
        && !user.isAPIOnly  // Rule 7: an API only user can't sign in.
    }
    return Actor(
      user: user?.id,
      roles: [role.id],
      permissions: effectivePermissions(of: [role.id])
    )
  }

  /// Signs in a person who is not among the users and holds just these permissions.
  package func signIn(holding permissions: PermissionSet) -> Actor {
    Actor(user: nil, roles: [], permissions: permissions.effective)
  }

  /// Rule 4: of several roles the most restrictive wins.
  package func effectivePermissions(of roles: [AccessRole.ID]) -> PermissionSet {
    let sets = roles.compactMap { role($0)?.permissions.effective }
    guard let first = sets.first else { return [] }
    return sets.dropFirst().reduce(first) { $0.intersection($1) }
  }

  /// What calls of an API only user may do.
  ///
  /// Rule 10: only what is below Access API counts. With Access User Management Api, Access Users
  /// counts too. Rule 11: what else its roles grant does no harm. Rule 12: nor does a role that
  /// grants nothing here; its calls are all refused.
  package func apiPermissions(of user: User) -> PermissionSet {
    let granted = effectivePermissions(of: user.roles)
    var counting = Permission.accessAPI.branch
    if granted.contains(.accessUserManagementAPI) { counting.insert(.accessUsers) }
    return user.isAPIOnly ? granted.intersection(counting) : []
  }
}
