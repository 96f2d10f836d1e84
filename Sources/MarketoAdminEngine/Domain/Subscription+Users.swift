extension Subscription {
  /// Why no user, or not this one, can have this name and address.
  ///
  /// Rule 9: the address of an API only user need not work, but a login has the shape of one.
  package func refusals(ofPerson draft: UserDraft, for id: User.ID? = nil) -> [Refusal] {
    // Rule 18: these three are required; the reason and the expiry are not.
    var refusals: [Refusal] = []
    if draft.email.isBlank { refusals.append(.isEmpty("Email")) }
    if draft.firstName.isBlank { refusals.append(.isEmpty("First Name")) }
    if draft.lastName.isBlank { refusals.append(.isEmpty("Last Name")) }
    if !draft.email.isBlank, !EmailShape.matches(draft.email) { refusals.append(.notAnEmail) }
    // Rule 20: an address has one account.
    if let other = user(email: draft.email), other.id != id {
      refusals.append(.emailInUse(other.email))
    }
    if id == nil { refusals += self.refusals(ofLogin: draft.login ?? draft.email) }
    if let date = draft.accessExpires, CivilDate(date) == nil { refusals.append(.notADate) }
    return refusals
  }

  /// Rule 19: a login is there once in a subscription, and in one subscription, unless they share
  /// a Universal ID.
  private func refusals(ofLogin login: String) -> [Refusal] {
    if let other = user(login: login), other.email.lowercased() != login.lowercased() {
      return [.loginInUse(other.login)]
    }
    let isElsewhere = loginsElsewhere.contains(login.lowercased())
    return isElsewhere && !settings.usesUniversalID ? [.loginElsewhere(login)] : []
  }

  /// Why no user can have these roles.
  ///
  /// [I] One at least; which one is free (rule 12).
  package func refusals(ofRolesIn draft: UserDraft) -> [Refusal] {
    roles.contains { draft.grants.contains($0.id) } ? [] : [.noRoleTicked]
  }

  /// Invites a user, or makes an API only user at once.
  package mutating func invite(_ draft: UserDraft, by actor: Actor) throws(Refusal) {
    guard identity.invitesUsers else { throw .invitationsNotOffered }
    try add(draft, isAPIOnly: draft.isAPIOnly, by: actor)
    let invited = users[users.count - 1]
    // Rule 8: an API only user needs no invitation. Rule 12: what counts is the checkbox, not the
    // role. Rule 32: nor is who has to sign in by SSO invited.
    if !draft.isAPIOnly, !settings.sso.isRequired || bypassesSSO(invited) {
      send(DocumentedTexts.invitationSubject, to: draft.email, body: draft.message)
    }
    if invited.grants.roles.contains(where: { role($0)?.isAdmin ?? false }), !draft.isAPIOnly {
      sendToAdmins(OwnTexts.adminInvited(draft.email))
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
    var user = newUser(draft.email, draft.firstName, draft.lastName, draft.grants)
    user.login = draft.login ?? draft.email
    user.reason = draft.reason
    user.accessExpires = draft.accessExpires.flatMap(CivilDate.init)
    user.isAPIOnly = isAPIOnly
    user.state = isAPIOnly ? .active : .pending
    user.emailStatus = isAPIOnly ? .notApplicable : .unverified
    users.append(user)
  }

  /// Rule 36: a new user has the subscription's location settings.
  mutating func newUser(
    _ email: String,
    _ firstName: String,
    _ lastName: String,
    _ grants: RoleGrants
  ) -> User {
    var user = User(
      id: nextID(), email: email, firstName: firstName, lastName: lastName, grants: grants)
    user.createdAt = now
    user.passwordSetAt = now
    user.location = settings.location
    return user
  }

  /// When the invitation of a pending user ends (rule 21).
  package func invitationExpires(_ user: User) -> Instant {
    user.createdAt + release.invitationDays * 86_400
  }

  /// What the person does who clicks the link in an invitation.
  package mutating func acceptInvitation(_ id: User.ID) throws(Refusal) {
    guard let index = users.firstIndex(where: { $0.id == id }), users[index].state == .pending
    else { throw .noInvitation }
    guard now < invitationExpires(users[index]) else { throw .invitationExpired }
    users[index].state = .active
    users[index].emailStatus = .verified  // Rule 22.
    users[index].passwordSetAt = now
  }

  /// Why this user can't be edited.
  package func refusals(ofEditing user: User) -> [Refusal] {
    // Rule 22, and rule 31 [I: a community answer].
    (user.state == .pending ? [.pendingUser] : []) + refusals(ofTouching: user)
  }

  /// Rule 31: a user in whose name a service calls is left as it is.
  private func refusals(ofTouching user: User) -> [Refusal] {
    services(of: user.id).map { .userInUse(by: $0.displayName) }
  }

  /// Why this user can't be as the draft says.
  package func refusals(of draft: UserDraft, for user: User) -> [Refusal] {
    refusals(of: draft, of: user) + refusals(ofRolesIn: draft)
      + (isLastAdmin(user) && !hasAdminRole(draft.grants) ? [.lastAdminRole] : [])
  }

  /// Why the name and the address of a user can't be as the draft says.
  func refusals(of draft: UserDraft, of user: User) -> [Refusal] {
    // With Adobe identity, name and address of a person are changed in Adobe's own tools.
    let hasOtherPerson =
      (draft.email, draft.firstName, draft.lastName)
      != (user.email, user.firstName, user.lastName)
    return refusals(ofPerson: draft, for: user.id)
      + (isManagedByAdobe(user) && hasOtherPerson ? [.changedInAdobeTools] : [])
  }

  package mutating func updateUser(
    _ id: User.ID,
    to draft: UserDraft,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessUsers)
    guard let index = users.firstIndex(where: { $0.id == id }) else { throw .noUserSelected }
    let user = users[index]
    if let refusal = (refusals(ofEditing: user) + refusals(of: draft, for: user)).first {
      throw refusal
    }
    users[index].firstName = draft.firstName
    users[index].lastName = draft.lastName
    users[index].grants = draft.grants
    users[index].accessExpires = draft.accessExpires.flatMap(CivilDate.init)
    if let day = users[index].accessExpires, day > now.date, user.state == .locked {
      users[index].state = .active  // Rule 23: a locked user is not deleted.
    }
    setEmail(draft.email, ofUserAt: index)
  }

  /// Rule 29; rule 9: not for an API only user.
  mutating func setEmail(_ email: String, ofUserAt index: Int) {
    guard users[index].email != email else { return }
    users[index].email = email
    guard !users[index].isAPIOnly else { return }
    users[index].emailStatus = .unverified
    users[index].hasChangedEmail = true
    send(OwnTexts.verificationSubject, to: email)
  }

  /// Why this user can't be sent a new password.
  package func refusals(ofResettingPasswordOf user: User) -> [Refusal] {
    if user.isAPIOnly { return [.noPassword] }  // Rule 7.
    return isManagedByAdobe(user) ? [.passwordOfAdobe] : []
  }

  package mutating func resetPassword(_ id: User.ID, by actor: Actor) throws(Refusal) {
    try actor.require(.accessUsers)
    guard let user = user(id) else { throw .noUserSelected }
    if let refusal = refusals(ofResettingPasswordOf: user).first { throw refusal }
    send(OwnTexts.resetSubject, to: user.email)
  }

  /// Why there is nothing to verify.
  package func refusals(ofVerifying user: User) -> [Refusal] {
    user.emailStatus == .unverified ? [] : [.nothingToVerify]
  }

  package mutating func sendVerification(to id: User.ID, by actor: Actor) throws(Refusal) {
    try actor.require(.accessUsers)
    guard let user = user(id) else { throw .noUserSelected }
    if let refusal = refusals(ofVerifying: user).first { throw refusal }
    send(OwnTexts.verificationSubject, to: user.email)
  }

  /// With Adobe identity, people are Adobe's; API only users are not people (rule 14).
  private func isManagedByAdobe(_ user: User) -> Bool {
    identity == .adobe && !user.isAPIOnly
  }

  /// Why this user can't be deleted.
  package func refusals(ofDeleting user: User, by actor: Actor) -> [Refusal] {
    refusals(ofRemoving: user, by: actor) + (isManagedByAdobe(user) ? [.removedInConsole] : [])
  }

  /// Why this user has to stay, wherever users are removed.
  func refusals(ofRemoving user: User, by actor: Actor) -> [Refusal] {
    // Rule 27: somebody has to remain who administers the subscription.
    (isLastAdmin(user) ? [.lastAdmin] : [])
      // [I] Who deletes themselves would go on in a subscription that is closed to them.
      + (user.id == actor.user ? [.ownUser] : [])
      + refusals(ofTouching: user)
  }

  /// Rule 30: this is final.
  package mutating func deleteUser(_ id: User.ID, by actor: Actor) throws(Refusal) {
    try actor.require(.accessUsers)
    guard let user = user(id) else { throw .noUserSelected }
    if let refusal = refusals(ofDeleting: user, by: actor).first { throw refusal }
    let wasAdmin = isAdmin(user)
    users.removeAll { $0.id == id }
    if wasAdmin { sendToAdmins(OwnTexts.adminDeleted(user.email)) }
  }

  private func isLastAdmin(_ user: User) -> Bool {
    isAdmin(user) && !users.contains { $0.id != user.id && isAdmin($0) }
  }

  private func hasAdminRole(_ grants: RoleGrants) -> Bool {
    grants.roles.contains { role($0)?.isAdmin ?? false }
  }
}
