/// The records of one customer's product, and the rules they keep.
package struct Subscription: Hashable, Sendable {
  package enum Edition: String, CaseIterable, Sendable {
    case standard
    case spark = "Spark"
  }

  package var name = "Example Subscription"
  package var release = Release.newest
  package var identity = Identity.marketo
  package var edition = Edition.standard
  package var settings = Settings()
  /// The engine's own clock; see `advance(by:)`.
  package internal(set) var now = Instant.standard
  /// Whether workspaces were bought; without them there is Default alone.
  package var workspacesEnabled = false
  package var workspaces = [Workspace.standard]
  package var partitions = [PersonPartition.standard]
  /// The domains that landing pages and mails are sent from.
  package var brandedDomains = ["www.example.com"]
  /// From whom the mails of those users come who said so.
  package internal(set) var senders: [User.ID: MailSender] = [:]
  /// The branding domains for which a certificate was made.
  package internal(set) var certifiedDomains: Set<String> = []
  package var enabledFeatures: Set<Feature> = []
  package var webhooks: [Webhook] = []
  package var channels = Channel.standard
  package var tagTypes = TagType.standard
  package var fields = PersonField.standard
  package var users: [User]
  /// The roles that exist with either identity, in screen order.
  package var allRoles: [AccessRole]
  package var services: [LaunchPointService] = []
  /// [I] An account with another company stays signed in.
  package var signedInServices: Set<LaunchPointService.Kind> = []
  package internal(set) var tokens: [AccessToken] = []
  package var mails: [Mail] = []
  package internal(set) var logins: [LoginRecord] = []
  package internal(set) var auditTrail: [AuditRecord] = []
  package internal(set) var files: [ExportedFile] = []
  /// Logins that other subscriptions of the customer have, such as their sandbox.
  package var loginsElsewhere: Set<String> = ["sandbox.admin@example.com"]
  package var people: [Person] = Person.standard
  package internal(set) var calls: [CallRecord] = []
  private var lastID: Int

  package init(users: [User], roles: [AccessRole]) {
    self.users = users
    allRoles = roles
    lastID = max(users.map(\.id).max() ?? 0, roles.map(\.id).max() ?? 0)
  }

  /// "NNN-XXX-NNN": part of the addresses of its API.
  package var munchkinID: String { "123-ABC-456" }
  package var hasWorkspaces: Bool { workspacesEnabled || workspaces.count > 1 }

  /// The roles that exist with the present identity, in screen order.
  package var roles: [AccessRole] {
    allRoles.filter { $0.identity == nil || $0.identity == identity }
  }

  package func user(_ id: User.ID) -> User? { users.first { $0.id == id } }
  package func user(email: String) -> User? {
    users.first { $0.email.lowercased() == email.lowercased() }
  }
  package func user(login: String) -> User? {
    users.first { $0.login.lowercased() == login.lowercased() }
  }
  package func role(_ id: AccessRole.ID) -> AccessRole? { allRoles.first { $0.id == id } }
  package func role(named name: String) -> AccessRole? {
    allRoles.first { $0.name.lowercased() == name.lowercased() }
  }
  package func service(_ id: LaunchPointService.ID) -> LaunchPointService? {
    services.first { $0.id == id }
  }

  package func users(with role: AccessRole.ID) -> [User] {
    users.filter { $0.grants.contains(role) }
  }

  package func roleNames(of user: User) -> [String] {
    roles.filter { user.grants.contains($0.id) }.map(\.name)
  }

  /// The services that call in the name of a user.
  package func services(of user: User.ID) -> [LaunchPointService] {
    services.filter { $0.apiUser == user }
  }

  mutating func nextID() -> Int {
    lastID += 1
    return lastID
  }
}
