extension Subscription {
  /// Signs in the first user who has just this role; where there is none, a person who has it and
  /// is not among the users.
  package func signIn(asRole name: String) -> Actor {
    guard let role = role(named: name) else { return signIn(holding: []) }
    let user = users.first { user in
      user.grants.roles == [role.id]
        && user.state == .active
        && !user.isAPIOnly  // Rule 7: an API only user can't sign in.
    }
    return Actor(
      user: user?.id,
      roles: [role.id],
      permissions: effectivePermissions(of: user?.grants ?? [role.id])
    )
  }

  /// Signs in a person who is not among the users and holds just these permissions.
  package func signIn(holding permissions: PermissionSet) -> Actor {
    Actor(user: nil, roles: [], permissions: permissions.effective)
  }

  /// What may be done in one workspace at least.
  package func effectivePermissions(of grants: RoleGrants) -> PermissionSet {
    workspaces.reduce(into: PermissionSet()) {
      $0.formUnion(effectivePermissions(of: grants, in: $1.id))
    }
  }

  /// What may be done in a workspace.
  ///
  /// Rule 5: those roles count that were granted in it. Rule 4: of several the most restrictive
  /// wins.
  package func effectivePermissions(
    of grants: RoleGrants,
    in workspace: Workspace.ID
  ) -> PermissionSet {
    let sets = grants.roles.filter { grants.contains($0, in: workspace) }
      .compactMap { role($0)?.permissions.effective }
    guard let first = sets.first else { return [] }
    return sets.dropFirst().reduce(first) { $0.intersection($1) }
  }

  /// What calls of an API only user may do, in one workspace at least.
  package func apiPermissions(of user: User) -> PermissionSet {
    apiPermissions(of: user, granted: effectivePermissions(of: user.grants))
  }

  /// What calls of an API only user may do in a workspace (rule 5).
  package func apiPermissions(of user: User, in workspace: Workspace.ID) -> PermissionSet {
    apiPermissions(of: user, granted: effectivePermissions(of: user.grants, in: workspace))
  }

  /// What of the permissions that roles grant counts for calls.
  ///
  /// Rule 10: only what is below Access API. With Access User Management Api, Access Users
  /// counts too. Rule 11: what else its roles grant does no harm. Rule 12: nor does a role that
  /// grants nothing here; its calls are all refused.
  private func apiPermissions(of user: User, granted: PermissionSet) -> PermissionSet {
    var counting = Permission.accessAPI.branch
    if granted.contains(.accessUserManagementAPI) { counting.insert(.accessUsers) }
    // Rule 23 [I: for an API only user]: nothing after the access has expired.
    guard user.isAPIOnly, user.state == .active else { return [] }
    return granted.intersection(counting)
  }

  // MARK: Logging in

  package func bypassesSSO(_ user: User) -> Bool {
    effectivePermissions(of: user.grants).contains(.bypassSingleSignOn)
  }

  /// Rule 34: Admins included.
  package func mustResetPassword(_ user: User) -> Bool {
    guard let days = settings.passwords.expiration.days else { return false }
    return now - user.passwordSetAt >= days * 86_400
  }

  /// Why a user can't log in from this address.
  package func refusals(
    ofLoginBy user: User,
    from address: String,
    way: LoginRecord.Way
  ) -> [Refusal] {
    if user.isAPIOnly { return [.apiOnlyLogin] }  // Rule 7.
    switch user.state {
    case .pending: return [.pendingUser]
    case .locked: return [.lockedUser]  // Rule 23.
    case .active: break
    }
    switch way {
    case .sso:
      // Rule 35: the login rule is not for those who come by SSO.
      return settings.sso.isEnabled ? [] : [.ssoIsOff]
    case .password:
      return (settings.loginRule.admits(address) ? [] : [.addressNotAllowed(address)])
        // Rule 32.
        + (settings.sso.isRequired && !bypassesSSO(user) ? [.ssoIsRequired] : [])
        + (mustResetPassword(user) ? [.passwordExpired] : [])
    }
  }

  /// Logs in; the attempt is in the login history, whatever comes of it.
  package mutating func logIn(
    _ id: User.ID,
    from address: String,
    way: LoginRecord.Way = .password
  ) throws(Refusal) {
    guard let index = users.firstIndex(where: { $0.id == id }) else { throw .noUserSelected }
    let refusals = refusals(ofLoginBy: users[index], from: address, way: way)
    logins.append(
      LoginRecord(time: now, user: id, address: address, hasFailed: !refusals.isEmpty))
    audit("\(refusals.isEmpty ? "signed in" : "failed to sign in") from \(address)", by: id)
    if let refusal = refusals.first {
      users[index].failedLogins += 1
      throw refusal
    }
    users[index].failedLogins = 0
    users[index].lastLoginAt = now
  }
}

/// A login, or the attempt at one.
package struct LoginRecord: Hashable, Sendable {
  package enum Way: Sendable {
    case password
    case sso
  }

  package let time: Instant
  package let user: User.ID
  package let address: String
  package let hasFailed: Bool
}
