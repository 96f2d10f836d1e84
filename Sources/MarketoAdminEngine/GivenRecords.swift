import EngineInterface

/// Records that are there before a page begins: "role API Only", "user ann@example.com".
struct GivenRecords: Hashable, Sendable {
  /// What else such a record has, besides its name.
  fileprivate enum Content {
    /// Nothing.
    case empty
    /// What it needs to be of use.
    case usual
  }

  /// Their kinds, and what makes one of a name.
  private typealias Maker = @Sendable (inout Subscription, String, Content) -> Void
  private static let makers: [(kind: FactKind, make: Maker)] = [
    (.role, { $0.haveRole($1, $2) }),
    (.user, { product, name, _ in product.haveUser(name) }),
    (.apiOnlyUser, { $0.haveAPIOnlyUser($1, $2) }),
    (.customService, { $0.haveCustomService($1, $2) }),
    (.workspace, { product, name, _ in product.haveWorkspace(name) }),
    (.personPartition, { product, name, _ in product.havePartition(name) }),
    (.webhook, { product, name, _ in product.haveWebhook(name) }),
    (.channel, { product, name, _ in product.haveChannel(name) }),
    (.tagType, { product, name, _ in product.haveTagType(name) }),
    (.customField, { product, name, _ in product.haveField(name) }),
  ]

  static let kinds = makers.map(\.kind.name)

  private let given: [NamedRecord]
  /// Those that pages take for granted.
  private let assumed: [NamedRecord]

  /// Of what is assumed, what is none of the kinds is passed over.
  init(_ circumstances: Circumstances) {
    given = circumstances.records(Circumstance.records.key)
    // Where it is given that there are no workspaces, none is taken for granted.
    let hasNone = circumstances[Circumstance.workspaces.key].map { $0 != Circumstance.on } ?? false
    assumed = circumstances.assumed.filter {
      Self.kinds.contains($0.kind) && !(hasNone && $0.kind == FactKind.workspace.name)
    }
  }

  func contains(_ kind: FactKind) -> Bool { (given + assumed).contains { $0.kind == kind.name } }

  /// Makes those that are not there yet; what became of earlier ones stays.
  func establish(in subscription: inout Subscription, after earlier: GivenRecords?) {
    func make(_ records: [NamedRecord], _ done: [NamedRecord]?, _ content: Content) {
      for record in records where done?.contains(record) != true {
        Self.makers.first { $0.kind.name == record.kind }?
          .make(&subscription, record.name, content)
      }
    }
    make(given, earlier?.given, .empty)
    make(assumed, earlier?.assumed, .usual)
  }
}

// [I] What of such a record is not told by its name.
extension Subscription {
  fileprivate mutating func haveRole(_ name: String, _ content: GivenRecords.Content) {
    guard role(named: name) == nil else { return }
    let permissions: PermissionSet = content == .usual ? Permission.accessAPI.branch : []
    allRoles.append(
      AccessRole(id: nextID(), name: name, description: "", permissions: permissions))
  }

  fileprivate mutating func haveUser(_ name: String) {
    _ = addUser(name, [AccessRole.standardUser.id])
  }

  fileprivate mutating func haveAPIOnlyUser(_ name: String, _ content: GivenRecords.Content) {
    let calling = roles.first { !$0.isAdmin && $0.permissions.contains(.accessAPI) }
    let role = content == .usual ? calling ?? AccessRole.admin : AccessRole.standardUser
    guard let index = addUser(name, [role.id]) else { return }
    users[index].isAPIOnly = true
    users[index].emailStatus = .notApplicable
  }

  /// Adds a user by address or by name, unless there is one.
  private mutating func addUser(_ text: String, _ grants: RoleGrants) -> Int? {
    let words = text.prefix { $0 != "@" }.split(separator: " ").map(String.init)
    let isAddress = text.contains("@")
    let email = isAddress ? text : words.joined(separator: ".").lowercased() + "@example.com"
    guard user(email: email) == nil, let first = words.first, let last = words.last else {
      return nil
    }
    users.append(newUser(email, first, last, grants))
    return users.count - 1
  }

  fileprivate mutating func haveCustomService(_ name: String, _ content: GivenRecords.Content) {
    guard !services.contains(where: { $0.displayName == name }) else { return }
    if apiOnlyUsers.isEmpty { haveAPIOnlyUser("integration@example.com", content) }
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

  fileprivate mutating func haveChannel(_ name: String) {
    guard !channels.contains(where: { $0.name.lowercased() == name.lowercased() }) else { return }
    // The statuses that the documentation has for who is in doubt.
    let statuses = [Channel.Status(name: "Member", step: 10), .init(name: "Engaged", step: 20)]
    channels.append(
      Channel(
        id: nextID(), name: name, programType: .standard, statuses: statuses, success: "Engaged"))
  }

  fileprivate mutating func haveTagType(_ name: String) {
    guard !tagTypes.contains(where: { $0.name.lowercased() == name.lowercased() }) else { return }
    let values = [TagType.Value(name: "First"), .init(name: "Second")]
    tagTypes.append(
      TagType(id: nextID(), name: name, values: values, programTypes: [.standard]))
  }

  fileprivate mutating func haveField(_ name: String) {
    guard !fields.contains(where: { $0.name.lowercased() == name.lowercased() }) else { return }
    fields.append(
      PersonField(
        id: nextID(), name: name, apiName: PersonField.apiName(for: name), isCustom: true))
  }
}
