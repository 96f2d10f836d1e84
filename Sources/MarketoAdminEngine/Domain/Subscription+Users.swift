extension Subscription {
  /// Why no user can have this name and address.
  ///
  /// Rule 9: the address of an API only user need not work, but a login has the shape of one.
  package func refusals(ofPerson draft: UserDraft) -> [Refusal] {
    // Rule 18: these three are required; the reason and the expiry are not.
    var refusals: [Refusal] = []
    if draft.email.isBlank { refusals.append(.isEmpty("Email")) }
    if draft.firstName.isBlank { refusals.append(.isEmpty("First Name")) }
    if draft.lastName.isBlank { refusals.append(.isEmpty("Last Name")) }
    if !draft.email.isBlank, !EmailShape.matches(draft.email) { refusals.append(.notAnEmail) }
    // Rule 19: a login is there once in a subscription.
    if let other = user(email: draft.email) { refusals.append(.emailInUse(other.email)) }
    return refusals
  }

  /// Why no user can have these roles.
  ///
  /// [I] One at least; which one is free (rule 12).
  package func refusals(ofRolesIn draft: UserDraft) -> [Refusal] {
    roles.contains { draft.roles.contains($0.id) } ? [] : [.noRoleTicked]
  }

  /// Invites a user, or makes an API only user at once.
  package mutating func invite(_ draft: UserDraft, by actor: Actor) throws(Refusal) {
    guard identity.invitesUsers else { throw .invitationsNotOffered }
    try add(draft, isAPIOnly: draft.isAPIOnly, by: actor)
    // Rule 8: an API only user needs no invitation. Rule 12: what counts is the checkbox, not the
    // role.
    if !draft.isAPIOnly {
      mails.append(
        Mail(to: draft.email, subject: DocumentedTexts.invitationSubject, body: draft.message)
      )
    }
  }

  /// Rule 14: the way to an API only user with Adobe identity.
  package mutating func createAPIOnlyUser(_ draft: UserDraft, by actor: Actor) throws(Refusal) {
    guard !identity.invitesUsers else { throw .onlyWithAdobeIdentity }
    try add(draft, isAPIOnly: true, by: actor)
  }

  private mutating func add(
    _ draft: UserDraft,
    isAPIOnly: Bool,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessUsers)
    if let refusal = (refusals(ofPerson: draft) + refusals(ofRolesIn: draft)).first {
      throw refusal
    }
    users.append(
      User(
        id: nextID(),
        email: draft.email,
        firstName: draft.firstName,
        lastName: draft.lastName,
        reason: draft.reason,
        accessExpires: draft.accessExpires,
        isAPIOnly: isAPIOnly,
        roles: roles.map(\.id).filter(draft.roles.contains),
        state: isAPIOnly ? .active : .pending
      )
    )
  }

  /// Why this user can't be edited.
  package func refusals(ofEditing user: User) -> [Refusal] {
    user.state == .pending ? [.pendingUser] : []  // Rule 22.
  }

  /// Why this user can't be sent a new password.
  package func refusals(ofResettingPasswordOf user: User) -> [Refusal] {
    user.isAPIOnly ? [.noPassword] : []  // Rule 7.
  }

  /// Why this user can't be deleted.
  package func refusals(ofDeleting user: User, by actor: Actor) -> [Refusal] {
    // Rule 27: somebody has to remain who administers the subscription.
    let isLastAdmin = isAdmin(user) && !users.contains { $0.id != user.id && isAdmin($0) }
    // [I] Who deletes themselves would go on in a subscription that is closed to them.
    return (isLastAdmin ? [.lastAdmin] : []) + (user.id == actor.user ? [.ownUser] : [])
  }

  package mutating func deleteUser(_ id: User.ID, by actor: Actor) throws(Refusal) {
    try actor.require(.accessUsers)
    guard let user = user(id) else { throw .noUserSelected }
    if let refusal = refusals(ofDeleting: user, by: actor).first { throw refusal }
    users.removeAll { $0.id == id }
  }

  private func isAdmin(_ user: User) -> Bool {
    !user.isAPIOnly && user.state == .active
      && user.roles.contains { role($0)?.isAdmin ?? false }
  }
}
