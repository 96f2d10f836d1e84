import EngineInterface

/// Records that are there before a page begins: "role API Only", "user ann@example.com".
struct GivenRecords: Hashable, Sendable {
  private struct Record: Hashable {
    let kind: String
    let name: String
  }

  /// Their kinds, and what makes one of a name.
  private typealias Maker = @Sendable (inout Subscription, String) -> Void
  private static let makers: [(kind: FactKind, make: Maker)] = [
    (.role, { $0.haveRole($1) }),
    (.user, { $0.haveUser($1, isAPIOnly: false) }),
    (.apiOnlyUser, { $0.haveUser($1, isAPIOnly: true) }),
    (.customService, { $0.haveCustomService($1) }),
    (.workspace, { $0.haveWorkspace($1) }),
    (.personPartition, { $0.havePartition($1) }),
    (.webhook, { $0.haveWebhook($1) }),
  ]

  static let kinds = makers.map(\.kind.name)

  private let records: [Record]

  /// Reads records that are separated by commas; what is none of the kinds is passed over.
  init(_ list: String) {
    records = list.split(separator: ",").compactMap {
      Circumstance.record($0.trimmed, of: Self.kinds).map(Record.init)
    }
  }

  func contains(_ kind: FactKind) -> Bool { records.contains { $0.kind == kind.name } }

  /// Makes those that are not there yet.
  func establish(in subscription: inout Subscription) {
    for record in records {
      Self.makers.first { $0.kind.name == record.kind }?.make(&subscription, record.name)
    }
  }
}

// [I] What of such a record is not told by its name.
extension Subscription {
  fileprivate mutating func haveRole(_ name: String) {
    guard role(named: name) == nil else { return }
    allRoles.append(
      AccessRole(id: nextID(), name: name, description: "", permissions: []))
  }

  fileprivate mutating func haveUser(_ email: String, isAPIOnly: Bool) {
    guard user(email: email) == nil else { return }
    let name = String(email.prefix { $0 != "@" })
    var user = newUser(email, name, name, [AccessRole.standardUser.id])
    user.isAPIOnly = isAPIOnly
    if isAPIOnly { user.emailStatus = .notApplicable }
    users.append(user)
  }

  fileprivate mutating func haveCustomService(_ name: String) {
    guard !services.contains(where: { $0.displayName == name }) else { return }
    if apiOnlyUsers.isEmpty { haveUser("integration@example.com", isAPIOnly: true) }
    var draft = ServiceDraft()
    draft.displayName = name
    draft.kind = .custom
    draft.description = name
    draft.apiUser = apiOnlyUsers.first?.email
    // A custom service that is refused is not there: the Spark edition of old.
    try? createService(draft, by: signIn(holding: .all))
  }

  fileprivate mutating func haveWorkspace(_ name: String) {
    guard !workspaces.contains(where: { $0.name.lowercased() == name.lowercased() }) else { return }
    workspaces.append(Workspace(id: nextID(), name: name))
  }

  fileprivate mutating func havePartition(_ name: String) {
    guard !partitions.contains(where: { $0.name.lowercased() == name.lowercased() }) else { return }
    partitions.append(PersonPartition(id: nextID(), name: name))
  }

  fileprivate mutating func haveWebhook(_ url: String) {
    guard !webhooks.contains(where: { $0.url == url }) else { return }
    var webhook = Webhook()
    webhook.url = url
    webhooks.append(webhook)
  }
}
