import EngineInterface

extension ProductDescription {
  static let marketo = ProductDescription(
    names: ["Marketo", "Marketo Engage", "My Marketo", "Adobe Marketo Engage"],
    circumstances: [.identity, .signedInAs, .permissions],
    actorKeys: [Circumstance.signedInAs.key, Circumstance.permissions.key],
    factKinds: FactKind.all
  )
}

extension Circumstance {
  static let identity = Circumstance(
    "identity",
    summary: "where the users of the subscription have their accounts",
    domain: .choice(Identity.allCases.map(\.rawValue)),
    standard: Identity.marketo.rawValue,
    phrases: ["onboarded to", "migrated to"].map { Phrase("\($0) Adobe Identity", means: "adobe") }
      + ["Adobe IMS enabled", "uses Adobe IMS", "migrated to Adobe IMS"].map {
        Phrase($0, means: "adobe")
      }
  )

  static let signedInAs = Circumstance(
    "signed-in-as",
    summary: "the role of the person who is signed in",
    domain: .choice(AccessRole.standard.map(\.name)),
    standard: AccessRole.admin.name,
    phrases: ["Admin permissions required", "admin rights", "must be an administrator"].map {
      Phrase($0, means: AccessRole.admin.name)
    }
  )

  static let permissions = Circumstance(
    "permissions",
    summary: "all permissions of the person who is signed in, in place of those of a role",
    domain: .subset(Permission.all.map(\.name)),
    standard: nil
  )
}

/// Circumstances in the words of the domain; what is not given, or unknown, is as usual.
struct GivenCircumstances {
  let identity: Identity
  private let role: String
  private let permissions: PermissionSet?

  init(_ given: Circumstances) {
    identity = given[Circumstance.identity.key].flatMap(Identity.init(rawValue:)) ?? .marketo
    role = given[Circumstance.signedInAs.key] ?? AccessRole.admin.name
    permissions = given[Circumstance.permissions.key].map { list in
      PermissionSet(
        list.split(separator: ",").compactMap { Permission.named(String($0.trimmed)) }
      )
    }
  }

  func signIn(to subscription: Subscription) -> Actor {
    if let permissions { return subscription.signIn(holding: permissions) }
    return subscription.signIn(asRole: role)
  }
}

extension Substring {
  /// Without the blanks at both ends.
  fileprivate var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...end]
  }
}
