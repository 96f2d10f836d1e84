import EngineInterface

/// Circumstances in the words of the domain; what is not given, or unknown, is as usual.
struct GivenCircumstances: Hashable, Sendable {
  private let release: Release
  private let identity: Identity
  private let edition: Subscription.Edition
  private let hasWorkspaces: Bool
  private let hasSSO: Bool
  private let hasManyDomains: Bool
  private let role: String
  private let permissions: PermissionSet?
  private let records: GivenRecords
  /// The clock is left alone where no day is given.
  private let today: CivilDate?

  init(_ given: Circumstances) {
    release = given[Circumstance.product.key].flatMap(Release.init(rawValue:)) ?? .newest
    let identity = given[Circumstance.identity.key].flatMap(Identity.init(rawValue:)) ?? .marketo
    self.identity = release.hasAdobeIdentity ? identity : .marketo
    records = GivenRecords(given)
    today = given[Circumstance.today.key].flatMap { CivilDate($0) }
    edition = given[Circumstance.edition.key].flatMap(Subscription.Edition.init) ?? .standard
    hasWorkspaces =
      given[Circumstance.workspaces.key] == Circumstance.on || records.contains(.workspace)
    hasSSO = given[Circumstance.sso.key] == Circumstance.on
    hasManyDomains = given[Circumstance.brandedDomains.key] == Circumstance.several
    role = given[Circumstance.signedInAs.key] ?? AccessRole.admin.name
    permissions = given.members(Circumstance.permissions.key).map {
      PermissionSet($0.compactMap(Permission.named))
    }
  }

  /// Makes the product as the circumstances say, where they are others than before; what became of
  /// its records since then stays.
  func establish(in subscription: inout Subscription, after earlier: GivenCircumstances?) {
    subscription.release = release
    subscription.identity = identity
    subscription.edition = edition
    if hasSSO, earlier?.hasSSO != true, !subscription.settings.sso.isEnabled {
      subscription.settings.sso = .inUse
    }
    // What pages add to the one that there is at first, stays.
    if earlier.map({ $0.hasManyDomains != hasManyDomains }) ?? hasManyDomains {
      subscription.brandedDomains =
        hasManyDomains ? ["www.example.com", "go.example.org"] : ["www.example.com"]
    }
    subscription.workspacesEnabled = hasWorkspaces
    if hasWorkspaces != earlier?.hasWorkspaces ?? (subscription.workspaces.count > 1) {
      subscription.workspaces = hasWorkspaces ? [.standard, .second] : [.standard]
    }
    records.establish(in: &subscription, after: earlier?.records)
    if hasManyDomains {
      for index in subscription.workspaces.indices
      where subscription.workspaces[index].brandedDomain.isEmpty {
        subscription.workspaces[index].brandedDomain = subscription.brandedDomains[0]
      }
    }
    if let today, today != earlier?.today { subscription.turn(to: today) }
  }

  func signIn(to subscription: Subscription) -> Actor {
    if let permissions { return subscription.signIn(holding: permissions) }
    return subscription.signIn(asRole: role)
  }
}
