/// What people change of their own account, and of the subscription's.
extension Subscription {
  /// Why the person who is signed in can't change an account of theirs.
  package func refusals(ofAccountOf actor: Actor) -> [Refusal] {
    actor.user == nil ? [.noAccount] : []
  }

  /// Why an account can't be as its dialog says.
  package func refusals(of draft: AccountDraft, by actor: Actor) -> [Refusal] {
    guard let user = actor.user.flatMap(user) else { return refusals(ofAccountOf: actor) }
    return refusals(of: draft.person(user), of: user)
  }

  package mutating func updateAccount(_ draft: AccountDraft, by actor: Actor) throws(Refusal) {
    if let refusal = refusals(of: draft, by: actor).first { throw refusal }
    guard let index = users.firstIndex(where: { $0.id == actor.user }) else { throw .noAccount }
    users[index].firstName = draft.firstName
    users[index].lastName = draft.lastName
    users[index].phone = draft.phone
    setEmail(draft.email, ofUserAt: index)
  }

  /// Why a password can't be changed so.
  ///
  /// [I] Passwords themselves are not modelled: any old one is right.
  package func refusals(ofPassword old: String, _ new: String, by actor: Actor) -> [Refusal] {
    refusals(ofAccountOf: actor)
      + (actor.user.flatMap(user).map(refusals(ofResettingPasswordOf:)) ?? [])
      + (old.isBlank ? [.isEmpty("Old Password")] : [])
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

  /// The user as the account would make them.
  func person(_ user: User) -> UserDraft {
    var person = UserDraft(user)
    (person.email, person.firstName, person.lastName) = (email, firstName, lastName)
    return person
  }
}
