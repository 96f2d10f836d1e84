extension Subscription {
  /// Why no role, or not this one, can be as the draft says.
  ///
  /// [I] A name is there once.
  package func refusals(of draft: RoleDraft, for id: AccessRole.ID? = nil) -> [Refusal] {
    if draft.name.isBlank { return [.isEmpty("Role Name")] }
    if let other = role(named: draft.name), other.id != id { return [.roleNameInUse(other.name)] }
    return []
  }

  package mutating func createRole(_ draft: RoleDraft, by actor: Actor) throws(Refusal) {
    try actor.require(.accessRoles)
    if let refusal = refusals(of: draft).first { throw refusal }
    allRoles.append(
      AccessRole(
        id: nextID(),
        name: draft.name,
        description: draft.description,
        permissions: draft.permissions
      )
    )
  }

  /// Why this role can't be edited (rule 24: pages of different age protect different roles).
  package func refusals(ofEditing role: AccessRole, by actor: Actor) -> [Refusal] {
    (release.allowsEditing(role) ? [] : [.protected(role.name)])
      // Rule 26: another Admin has to edit one's own role.
      + (actor.roles.contains(role.id) ? [.ownRole(role.name)] : [])
  }

  package mutating func updateRole(
    _ id: AccessRole.ID,
    to draft: RoleDraft,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessRoles)
    guard let index = allRoles.firstIndex(where: { $0.id == id }) else { throw .noRoleSelected }
    let refusals =
      refusals(ofEditing: allRoles[index], by: actor) + refusals(of: draft, for: id)
    if let refusal = refusals.first { throw refusal }
    allRoles[index].name = draft.name
    allRoles[index].description = draft.description
    allRoles[index].permissions = draft.permissions
  }

  /// Why this role can't be deleted (rule 24).
  package func refusals(ofDeleting role: AccessRole) -> [Refusal] {
    (release.allowsDeleting(role) ? [] : [.protected(role.name)])
      // Rule 25: a role that users have stays.
      + (users(with: role.id).isEmpty ? [] : [.roleInUse(role.name)])
  }

  package mutating func deleteRole(_ id: AccessRole.ID, by actor: Actor) throws(Refusal) {
    try actor.require(.accessRoles)
    guard let role = role(id) else { throw .noRoleSelected }
    if let refusal = refusals(ofDeleting: role).first { throw refusal }
    allRoles.removeAll { $0.id == id }
  }
}
