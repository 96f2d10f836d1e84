import EngineInterface

extension ProductDescription {
  static let marketo = ProductDescription(
    modelled: "the Admin area of Adobe Marketo Engage",
    names: ["Marketo", "Marketo Engage", "My Marketo", "Adobe Marketo Engage"],
    circumstances: [
      .identity, .edition, .workspaces, .sso, .brandedDomains, .signedInAs, .permissions, .product,
      .records, .today,
    ],
    actorKeys: [Circumstance.signedInAs.key, Circumstance.permissions.key],
    factKinds: FactKind.all,
    abilities: [.press, .openContextMenu],
    refusals: [OwnTexts.limitedAccess],
    assumptions: Assumptions.all
  )
}

extension Circumstance {
  static let product = Circumstance(
    "product",
    summary: "how old the product is; all but the newest have only Marketo identity",
    domain: .choice(Release.allCases.map(\.rawValue)),
    standard: Release.newest.rawValue
  )

  static let identity = Circumstance(
    "identity",
    summary: "where the users of the subscription have their accounts",
    domain: .choice(Identity.allCases.map(\.rawValue)),
    standard: Identity.marketo.rawValue,
    phrases: ["onboarded to", "migrated to", "moved to", "use", "using", "on"].flatMap { verb in
      ["Adobe Identity", "Adobe IMS"].map { Phrase("\(verb) \($0)", means: "adobe") }
    } + [
      Phrase("Adobe IMS enabled", means: "adobe"),
      Phrase("use Marketo Identity", means: "marketo"),
    ],
    nouns: ["Adobe Identity", "Adobe IMS", "Adobe Identity Management System"].map {
      Phrase($0, means: Identity.adobe.rawValue)
    } + [Phrase("Marketo Identity", means: Identity.marketo.rawValue)],
    needs: [Identity.adobe.rawValue: .init("product", Release.newest.rawValue)]
  )

  static let edition = Circumstance(
    "edition",
    summary: "which edition of the product was bought",
    domain: .choice(Subscription.Edition.allCases.map(\.rawValue)),
    standard: Subscription.Edition.standard.rawValue,
    phrases: [
      Phrase("not available on Spark", means: Subscription.Edition.standard.rawValue),
      Phrase("not available in Spark", means: Subscription.Edition.standard.rawValue),
    ],
    nouns: [Phrase("Spark", means: Subscription.Edition.spark.rawValue)]
  )

  static let on = "on"

  static let workspaces = Circumstance(
    "workspaces",
    summary: "whether the subscription has workspaces other than the one that all have",
    domain: .choice(["off", on]),
    standard: "off",
    phrases: [
      "workspaces enabled", "subscription workspaces", "workspaces turned on",
      "workspaces and person partitions enabled", "subscription with workspaces",
      "subscription has workspaces", "use workspaces", "uses workspaces", "have workspaces",
    ].map { Phrase($0, means: on) },
    nouns: [Phrase("workspaces", means: on)]
  )

  static let sso = Circumstance(
    "sso",
    summary: "whether users can sign in by single sign-on",
    domain: .choice(["off", on]),
    standard: "off",
    phrases: ["single sign-on", "SSO"].flatMap { name in
      ["enabled", "turned on", "set up", "configured", "active"].map {
        Phrase("\(name) \($0)", means: on)
      }
    },
    nouns: ["single sign-on", "SSO"].map { Phrase($0, means: on) }
  )

  static let several = "several"

  static let brandedDomains = Circumstance(
    "branded-domains",
    summary: "from how many domains landing pages and e-mails come",
    domain: .choice(["one", several]),
    standard: "one",
    phrases: [
      Phrase("enabled multiple branded domains", means: several),
      Phrase("have multiple branded domains", means: several),
    ],
    nouns: [Phrase("multiple branded domains", means: several)]
  )

  static let signedInAs = Circumstance(
    "signed-in-as",
    summary: "the role of the person who is signed in",
    domain: .choice(AccessRole.standard.map(\.name)),
    standard: AccessRole.admin.name,
    phrases: ["Admin permissions required", "admin rights", "must be an administrator"].map {
      Phrase($0, means: AccessRole.admin.name)
    },
    isWho: true,
    people: [
      AccessRole.admin.name: [
        "administrator", "admin user", "marketo admin", "system admin", "system administrator",
        "marketo administrator", "marketo engage admin", "administrative",
      ]
    ],
    plainest: AccessRole.standardUser.name
  )

  static let permissions = Circumstance(
    "permissions",
    summary: "all permissions of the person who is signed in, instead of those of a role",
    domain: .subset(Permission.all.map(\.name)),
    standard: nil,
    ancestors: Dictionary(
      uniqueKeysWithValues: Permission.all.map { permission in
        let above = Permission.all.filter { $0.descendants.contains(permission) }
        return (permission.name, above.map(\.name))
      })
  )

  static let records = Circumstance(
    "records",
    summary: "the records that already exist, besides the standard users and roles",
    domain: .records(GivenRecords.kinds),
    standard: nil
  )

  static let today = Circumstance(
    "today",
    summary: "the date in the product",
    domain: .date,
    standard: Instant.standard.date.description
  )
}
