import EngineInterface

extension FactKind {
  static let all = [user, apiOnlyUser, role, mail]

  static let user = FactKind("user", nouns: ["marketo user", "marketo engage user"])
  static let apiOnlyUser = FactKind(
    "API only user",
    nouns: ["api user", "api-only user", "api only marketo user"]
  )
  static let role = FactKind("role", nouns: ["user role", "custom role", "marketo role"])
  static let mail = FactKind(
    "mail",
    nouns: ["email", "e-mail", "invite email", "invitation", "message"],
    absence: "no mail sent"
  )
}

extension Subscription {
  /// The records, in the order of the kinds.
  var facts: [Fact] {
    users.map(fact(of:)) + roles.map(\.fact) + mails.map(\.fact)
  }

  private func fact(of user: User) -> Fact {
    let names = roleNames(of: user)
    var attributes = [
      Fact.Attribute("name", user.fullName),
      Fact.Attribute("role", names.isEmpty ? "none" : names.joined(separator: ", ")),
    ]
    if user.state != .active { attributes.append(.init("state", user.state.rawValue)) }
    if let date = user.accessExpires { attributes.append(.init("access expires", date.description)) }
    let kind = user.isAPIOnly ? FactKind.apiOnlyUser : .user
    return Fact(kind: kind.name, name: user.email, attributes: attributes)
  }
}

extension AccessRole {
  fileprivate var fact: Fact {
    var attributes: [Fact.Attribute] = []
    if !description.isEmpty { attributes.append(.init("description", description)) }
    attributes.append(
      .init("permissions", permissions.summary, items: permissions.members.map(\.name)))
    return Fact(kind: FactKind.role.name, name: name, attributes: attributes)
  }
}

extension Mail {
  fileprivate var fact: Fact {
    Fact(kind: FactKind.mail.name, name: "\(subject) to \(recipient)")
  }
}

extension PermissionSet {
  /// Its permissions as a reader wants them: a branch that is granted as a whole is named once.
  var summary: String {
    if isEmpty { return "none" }
    if self == .all { return "all" }
    return Permission.roots.flatMap(summary(of:)).joined(separator: ", ")
  }

  private func summary(of permission: Permission) -> [String] {
    if !permission.children.isEmpty, isSuperset(of: permission.branch) {
      return ["\(permission.name) (all \(permission.descendants.count))"]
    }
    return (contains(permission) ? [permission.name] : [])
      + permission.children.flatMap(summary(of:))
  }
}
