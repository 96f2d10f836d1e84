import EngineInterface
import MarketoAdminEngine
import MarketoWalk
import Testing

// The API, called as an integration does.
extension MarketoAdmin {
  /// A product with an API only user of just these permissions, and a custom service of it.
  static func withService(permissions: [String], identity: String = "marketo") throws -> Self {
    var engine = MarketoAdmin.under(["identity": identity])
    try engine.createRole("Caller", permissions: permissions)
    engine.begin(under: .marketoAdmin(["identity": identity]))
    if identity == "marketo" {
      try engine.invite("api@example.com", role: "Caller", isAPIOnly: true)
    } else {
      try engine.openUsersAndRoles()
      try engine.click("Create API Only User")
      try engine.fillPerson("api@example.com")
      try engine.check("Caller", .checkbox)
      try engine.click("Create API Only User")
    }
    try engine.createService("Calls", user: "api@example.com")
    return engine
  }

  mutating func createService(_ name: String, user: String) throws {
    try click("Admin", .link)
    try click("LaunchPoint", .link)
    try click("New", .button)
    try click("New Service", .menuitem)
    try fill("Display Name", name)
    apply(.choose(try control("Service", .combobox).id, option: "Custom"))
    try fill("Description", "A test")
    apply(.choose(try control("API Only User", .combobox).id, option: user))
    try click("Create")
  }

  /// Puts the first person into a workspace that the caller's role is not granted in.
  mutating func restrictCaller() throws {
    subscription.workspaces.append(Workspace(id: 2, name: "Europe"))
    subscription.people[0].workspace = 2
    let caller = try #require(subscription.users.firstIndex { $0.isAPIOnly })
    let role = try #require(subscription.role(named: "Caller"))
    subscription.users[caller].grants = []
    subscription.users[caller].grants.set(role.id, in: 1, to: true, of: subscription.workspaces)
  }

  func service(_ name: String = "Calls") throws -> LaunchPointService {
    try #require(subscription.services.first { $0.displayName == name })
  }

  /// Asks the identity endpoint.
  mutating func identify(_ service: LaunchPointService) -> Response {
    call(
      Request(
        .get,
        "/identity/oauth/token?grant_type=client_credentials&client_id=\(service.clientID)"
          + "&client_secret=\(service.clientSecret)"
      )
    )
  }

  mutating func token(of name: String = "Calls") throws -> String {
    let reply = identify(try service(name))
    try #require(reply.status == 200)
    return try #require(reply.body["access_token"]?.string)
  }

  /// The codes of the errors that a call is answered with; empty where it succeeds.
  mutating func codes(_ request: Request) -> [String] {
    call(request).body["errors"]?.array?.compactMap { $0["code"]?.string } ?? []
  }
}

extension Request {
  static func leads(_ token: String?, from address: String = "198.51.100.7") -> Request {
    Request(
      .get,
      "/rest/v1/leads.json?filterType=email&filterValues=pat.person%40example.com",
      token: token,
      from: address
    )
  }

  static func sync(_ token: String?, _ body: String) -> Request {
    Request(.post, "/rest/v1/leads.json", token: token, body: body)
  }

  static func users(
    _ method: Method,
    _ path: String,
    _ token: String,
    _ body: String = ""
  ) -> Request {
    Request(method, "/userservice/management/v1/users" + path, token: token, body: body)
  }
}
