extension Subscription {
  package var apiOnlyUsers: [User] { users.filter(\.isAPIOnly) }

  /// Why no service can be installed at all.
  package var refusalsOfServices: [Refusal] {
    // Rule 39: said by older pages alone.
    edition == .spark && !release.hasCustomServicesOnSpark ? [.notOnSpark] : []
  }

  /// Why no service, or not this one, can be as the draft says.
  ///
  /// Rule 38: a custom service needs all four.
  package func refusals(
    of draft: ServiceDraft,
    for id: LaunchPointService.ID? = nil
  ) -> [Refusal] {
    var refusals = refusalsOfServices
    if draft.displayName.isBlank { refusals.append(.isEmpty("Display Name")) }
    // [I] A name is there once.
    let name = draft.displayName.lowercased()
    if let other = services.first(where: { $0.displayName.lowercased() == name }), other.id != id {
      refusals.append(.serviceNameInUse(other.displayName))
    }
    switch draft.kind {
    case nil: refusals.append(.isEmpty("Service"))
    case .custom:
      if draft.description.isBlank { refusals.append(.isEmpty("Description")) }
      if apiOnlyUser(draft.apiUser) == nil { refusals.append(.isEmpty("API Only User")) }
    case .zoom, .goToWebinar:
      if let kind = draft.kind, !signedInServices.contains(kind) { refusals.append(.notSignedIn) }
    }
    return refusals
  }

  private func apiOnlyUser(_ email: String?) -> User? {
    email.flatMap(user(email:)).flatMap { $0.isAPIOnly ? $0 : nil }
  }

  package mutating func createService(_ draft: ServiceDraft, by actor: Actor) throws(Refusal) {
    try actor.require(.accessEventPartners)
    if let refusal = refusals(of: draft).first { throw refusal }
    guard let kind = draft.kind else { throw .isEmpty("Service") }
    let id = nextID()
    var credentials = Credentials(number: id, purpose: 1)
    services.append(
      LaunchPointService(
        id: id,
        displayName: draft.displayName,
        kind: kind,
        description: draft.description,
        // Rule 37: one; rule 17: which other services may have too.
        apiUser: kind == .custom ? apiOnlyUser(draft.apiUser)?.id : nil,
        clientID: credentials.uuid(),
        clientSecret: credentials.secret()
      )
    )
  }

  package mutating func updateService(
    _ id: LaunchPointService.ID,
    to draft: ServiceDraft,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessEventPartners)
    guard let index = services.firstIndex(where: { $0.id == id }) else { throw .noServiceSelected }
    if let refusal = refusals(of: draft, for: id).first { throw refusal }
    services[index].displayName = draft.displayName
    services[index].description = draft.description
    if services[index].kind == .custom {
      services[index].apiUser = apiOnlyUser(draft.apiUser)?.id
    }
  }

  /// Rule 41: this integration stops, and no other.
  package mutating func deleteService(
    _ id: LaunchPointService.ID,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessEventPartners)
    guard service(id) != nil else { throw .noServiceSelected }
    services.removeAll { $0.id == id }
    tokens.removeAll { $0.service == id }
  }

  /// A service as the draft that its dialog shows.
  package func draft(of service: LaunchPointService) -> ServiceDraft {
    var draft = ServiceDraft()
    draft.displayName = service.displayName
    draft.kind = service.kind
    draft.description = service.description
    draft.apiUser = service.apiUser.flatMap { user($0)?.email }
    return draft
  }

  // MARK: Tokens

  /// Rule 43: the live token of a service, or a new one.
  package mutating func token(for service: LaunchPointService.ID) -> AccessToken {
    if let token = liveToken(of: service) { return token }
    var credentials = Credentials(number: tokens.count, purpose: 2 &+ UInt64(service))
    let token = AccessToken(value: credentials.uuid() + ":int", service: service, issuedAt: now)
    tokens.append(token)
    return token
  }

  package func liveToken(of service: LaunchPointService.ID) -> AccessToken? {
    tokens.last { $0.service == service && now < $0.expiresAt }
  }
}
