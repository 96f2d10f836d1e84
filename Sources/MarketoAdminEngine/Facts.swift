import EngineInterface

extension FactKind {
  /// Rule 50: what is done to these is kept in the audit trail.
  static let audited: Set = [
    user.name, apiOnlyUser.name, role.name, workspace.name, customService.name,
    launchPointService.name,
  ]

  static let all = [
    user, apiOnlyUser, role, customService, launchPointService, accessToken, workspace,
    personPartition, webhook, channel, tagType, customField, standardField, setting, mail, file,
  ]

  static let user = FactKind(
    "user",
    nouns: [
      "marketo user", "marketo engage user", "product admin", "colleague", "coworker", "teammate",
      "employee", "person", "people", "member", "whoever", "account",
    ],
    nameField: "Email")
  static let apiOnlyUser = FactKind(
    "API only user",
    nouns: ["api user", "api-only user", "api only marketo user"],
    nameField: "Email"
  )
  static let role = FactKind("role", nouns: ["user role", "custom role", "marketo role"])
  static let customService = FactKind(
    "custom service",
    nouns: ["custom launchpoint service"],
    nameField: "Display Name"
  )
  static let launchPointService = FactKind(
    "service",
    nouns: ["launchpoint service", "installed service"],
    nameField: "Display Name"
  )
  static let accessToken = FactKind("access token", nouns: ["token"])
  static let workspace = FactKind("workspace", nouns: ["marketo workspace"])
  static let personPartition = FactKind(
    "person partition",
    nouns: ["partition", "lead partition"]
  )
  static let webhook = FactKind("webhook", nouns: ["web hook"], nameField: "URL")
  static let channel = FactKind("channel", nouns: ["program channel"], nameField: "Channel")
  static let tagType = FactKind(
    "tag type", nouns: ["tag", "program tag", "custom tag"], nameField: "Tag Type")
  static let customField = FactKind("custom field", nameField: "Name")
  static let standardField = FactKind("standard field", nouns: ["system field"])
  static let setting = FactKind("setting", nouns: ["settings"])
  static let mail = FactKind(
    "mail",
    nouns: ["email", "e-mail", "invite email", "invitation", "message"],
    absence: "no mail sent"
  )
  static let file = FactKind("file", nouns: ["spreadsheet", "csv file", "excel file"])
}

extension Subscription {
  /// Its facts, in the order of the kinds.
  var facts: [Fact] {
    var facts = users.map(fact)
    facts += roles.map { $0.fact(in: release) }
    facts += services.map(fact)
    facts += services.compactMap(tokenFact)
    facts += settingFacts
    facts += mailSettingFacts
    facts += workspaceFacts
    facts += webhookFacts
    facts += tagFacts
    facts += fieldFacts
    facts += mails.map(\.fact)
    facts += files.map(\.fact)
    return facts
  }
}

extension Subscription {
  fileprivate func fact(of user: User) -> Fact {
    var attributes = [
      Fact.Attribute("name", user.fullName),
      Fact.Attribute("role", list: heldRoles(of: user)),
    ]
    if hasWorkspaces {
      attributes.append(.init("workspaces", workspaceNames(of: user).joined(separator: ", ")))
    }
    if readsAuditTrail(user) { attributes.append(.init("audit trail", "readable")) }
    if user.login != user.email { attributes.append(.init("login", user.login)) }
    if user.state != .active { attributes.append(.init("state", user.state.rawValue)) }
    if user.emailStatus == .unverified { attributes.append(.init("email", "unverified")) }
    if let date = user.accessExpires {
      attributes.append(.init("access expires", date.description))
    }
    if let sender = senders[user.id] {
      attributes.append(.init("from email", sender.email))
      attributes.append(.init("from label", sender.label))
    }
    if !user.phone.isEmpty { attributes.append(.init("phone", user.phone)) }
    if user.passwordChanges > 0 {
      attributes.append(.init("password changes", "\(user.passwordChanges)"))
    }
    let usual = Settings.Location()
    if user.location.language != usual.language {
      attributes.append(.init("language", user.location.language.rawValue))
    }
    if user.location.locale != usual.locale {
      attributes.append(.init("locale", user.location.locale.rawValue))
    }
    if user.location.timeZone != usual.timeZone {
      attributes.append(.init("time zone", user.location.timeZone.rawValue))
    }
    let kind = user.isAPIOnly ? FactKind.apiOnlyUser : .user
    return Fact(kind: kind.name, name: user.email, id: "\(user.id)", attributes: attributes)
  }

  /// The roles of a user, with the workspaces of those that are not held in all.
  private func heldRoles(of user: User) -> [Fact.Attribute.Item] {
    roles.filter { user.grants.contains($0.id) }.flatMap { role -> [Fact.Attribute.Item] in
      guard case .workspaces(let held) = user.grants.extent(of: role.id), hasWorkspaces else {
        return [.init(role.name)]
      }
      return workspaces.filter { held.contains($0.id) }.map { .init(role.name, in: $0.name) }
    }
  }

  private func workspaceNames(of user: User) -> [String] {
    let isEverywhere = user.grants.roles.contains { user.grants.extent(of: $0) == .everywhere }
    if isEverywhere { return ["all"] }
    return workspaces.filter { workspace in
      user.grants.roles.contains { user.grants.contains($0, in: workspace.id) }
    }
    .map(\.name)
  }

  fileprivate func fact(of service: LaunchPointService) -> Fact {
    let isCustom = service.kind == .custom
    var attributes = isCustom ? [] : [Fact.Attribute("service", service.kind.name)]
    if !service.description.isEmpty {
      attributes.append(.init("description", service.description))
    }
    if let user = service.apiUser.flatMap(user) {
      attributes.append(.init("API only user", user.email))
    }
    let kind = isCustom ? FactKind.customService : .launchPointService
    return Fact(
      kind: kind.name, name: service.displayName, id: "\(service.id)", attributes: attributes)
  }

  fileprivate func tokenFact(of service: LaunchPointService) -> Fact? {
    liveToken(of: service.id).map { token in
      Fact(
        kind: FactKind.accessToken.name,
        name: "of \(service.displayName)",
        attributes: [.init("valid until", token.expiresAt.iso8601)]
      )
    }
  }
}

extension AccessRole {
  fileprivate func fact(in release: Release) -> Fact {
    var attributes: [Fact.Attribute] = []
    if !description.isEmpty { attributes.append(.init("description", description)) }
    let items = permissions.intersection(release.permissions).members.map(release.name)
    attributes.append(.init("permissions", permissions.summary(in: release), items: items))
    return Fact(kind: FactKind.role.name, name: name, id: "\(id)", attributes: attributes)
  }
}

extension Mail {
  fileprivate var fact: Fact {
    Fact(kind: FactKind.mail.name, name: "\(subject) to \(recipient)", recipient: recipient)
  }
}

extension ExportedFile {
  fileprivate var fact: Fact {
    Fact(
      kind: FactKind.file.name,
      name: name,
      attributes: [.init("rows", "\(rows.count - 1)")]
    )
  }
}
