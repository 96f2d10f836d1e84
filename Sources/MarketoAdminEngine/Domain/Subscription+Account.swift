/// What people change of their own account, and of the subscription's.
extension Subscription {
  /// Why the person who is signed in can't change an account of theirs.
  package func refusals(ofAccountOf actor: Actor) -> [Refusal] {
    actor.user == nil ? [.noAccount] : []
  }

  /// Why an account can't be as its dialog says.
  package func refusals(of draft: AccountDraft, by actor: Actor) -> [Refusal] {
    var refusals = refusals(ofAccountOf: actor)
    if draft.email.isBlank { refusals.append(.isEmpty("Email")) }
    if !draft.email.isBlank, !EmailShape.matches(draft.email) { refusals.append(.notAnEmail) }
    if let other = user(email: draft.email), other.id != actor.user {
      refusals.append(.emailInUse(other.email))
    }
    if draft.firstName.isBlank { refusals.append(.isEmpty("First Name")) }
    if draft.lastName.isBlank { refusals.append(.isEmpty("Last Name")) }
    return refusals
  }

  package mutating func updateAccount(_ draft: AccountDraft, by actor: Actor) throws(Refusal) {
    if let refusal = refusals(of: draft, by: actor).first { throw refusal }
    guard let index = users.firstIndex(where: { $0.id == actor.user }) else { throw .noAccount }
    users[index].firstName = draft.firstName
    users[index].lastName = draft.lastName
    users[index].phone = draft.phone
    if users[index].email != draft.email {
      // Rule 29.
      users[index].email = draft.email
      users[index].emailStatus = .unverified
      users[index].hasChangedEmail = true
      send(OwnTexts.verificationSubject, to: draft.email)
    }
  }

  /// Why a password can't be changed so.
  ///
  /// [I] Passwords themselves are not modelled: any old one is right.
  package func refusals(ofPassword old: String, _ new: String, by actor: Actor) -> [Refusal] {
    refusals(ofAccountOf: actor) + (old.isBlank ? [.isEmpty("Old Password")] : [])
      + (new.isBlank ? [.isEmpty("New Password")] : [])
  }

  package mutating func changePassword(
    from old: String,
    to new: String,
    by actor: Actor
  ) throws(Refusal) {
    if let refusal = refusals(ofPassword: old, new, by: actor).first { throw refusal }
    guard let index = users.firstIndex(where: { $0.id == actor.user }) else { throw .noAccount }
    users[index].passwordSetAt = now
    users[index].passwordChanges += 1
  }

  package mutating func setOwnLocation(
    _ location: Settings.Location,
    by actor: Actor
  ) throws(Refusal) {
    guard let index = users.firstIndex(where: { $0.id == actor.user }) else { throw .noAccount }
    users[index].location = location
  }

  package mutating func rename(to name: String, by actor: Actor) throws(Refusal) {
    try actor.require(.accessAdmin)
    if name.isBlank { throw .isEmpty("Subscription Name") }
    self.name = name
  }
}

/// What a person says of themselves.
package struct AccountDraft: Hashable, Sendable {
  package var email: String
  package var firstName: String
  package var lastName: String
  package var phone: String

  package init(_ user: User?) {
    email = user?.email ?? ""
    firstName = user?.firstName ?? ""
    lastName = user?.lastName ?? ""
    phone = user?.phone ?? ""
  }
}
