package import EngineConformance
package import EngineInterface
package import MarketoAdminEngine

extension RandomWalk<MarketoAdmin>.Plan {
  /// How to walk through the built-in engine so that every screen is reached.
  package static let marketoAdmin = Self(
    circumstances: [
      [:], ["product": "oldest"], ["identity": "adobe"], [:],
      ["workspaces": "on", "branded-domains": "several"], [:],
      ["sso": "on"],
      ["identity": "adobe", "workspaces": "on"], [:], ["edition": "Spark", "product": "older"], [:],
      ["permissions": "Access Admin"], [:], [:], ["signed-in-as": "Standard User"],
      ["workspaces": "on"], ["workspaces": "on"], ["workspaces": "on"], ["workspaces": "on"],
    ].map { .marketoAdmin($0) },
    texts: [
      "": ["Ann", "Ann", "a/row b", ""],
      "Email": [
        "ann@example.com", "bob@example.com", "cy@example.com", "mia.marketer@example.com", "x",
      ],
      "Name": ["Asia", ""],
      "Access Expires": ["2030-12-31", "", "soon"],
      "From": ["2026-01-01", "", "x"],
      "To": ["2026-01-31", "", "x"],
      "Limit": ["20000", "", "x"],
      "Custom Per Day": ["12", "x"],
      "Custom Per 7 Days": ["50", "x"],
      "Parent Retrieval Limit": ["20", "x"],
      "Branding Domain": ["mail.example.com", "www.example.com", ""],
      "Step": ["10", "20", "x"],
      "IP Address": ["192.0.2.1", "192.0.2.*", "", "x"],
    ],
    exits: ["Cancel", "Close", "Back"]
  )
}

extension MarketoAdmin {
  /// A product in use: with an API only user, a custom service, and logins of some days.
  package static var inUse: MarketoAdmin {
    var product = Subscription.standard
    let admin = product.signIn(asRole: "Admin")
    do {
      var role = RoleDraft()
      role.name = "Caller"
      role.set(.accessAPI, to: true)
      try product.createRole(role, by: admin)
      var user = UserDraft()
      (user.email, user.firstName, user.lastName) = ("caller@example.com", "Cal", "Ler")
      user.grants = product.role(named: "Caller").map { [$0.id] } ?? []
      user.isAPIOnly = true
      try product.invite(user, by: admin)
      user.email = "other.caller@example.com"
      try product.invite(user, by: admin)
      var service = ServiceDraft()
      (service.displayName, service.kind) = ("Caller Service", .custom)
      (service.description, service.apiUser) = ("Calls", "caller@example.com")
      try product.createService(service, by: admin)
      try product.logIn(1, from: "192.0.2.1")
    } catch {
      preconditionFailure(error.reason)
    }
    var engine = MarketoAdmin()
    engine.subscription = product
    return engine
  }
}

extension EngineConformance<MarketoAdmin> {
  /// A walk through the built-in engine, and what it has to keep to besides.
  package static var marketoAdmin: EngineConformance {
    EngineConformance(of: MarketoAdmin.inUse, plan: .marketoAdmin, seed: 7) {
      // What is kept between two looks is what a fresh look gives.
      $0.drawnAnew == $0.observation ? nil : "what is kept is out of date"
    }
  }
}

extension Circumstances {
  /// Circumstances of the built-in engine as people write them; wrong ones are a mistake of the test.
  package static func marketoAdmin(_ texts: [String: String]) -> Circumstances {
    do {
      return try MarketoAdmin.product.circumstances(reading: texts)
    } catch {
      fatalError("\(error)")
    }
  }
}
