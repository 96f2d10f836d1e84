/// The User Management API: the operations of the Users and Roles tabs, without the screen.
enum UserManagement {
  // MARK: Reading

  static let all: Endpoint.Handler = { call throws(APIError) in
    let size = try number("pageSize", of: call, in: 1...200) ?? 20
    let offset = try number("pageOffset", of: call, in: 0...Int.max) ?? 0
    return .array(call.product.users.dropFirst(offset).prefix(size).map { summary($0) })
  }

  static let user: Endpoint.Handler = { call throws(APIError) in
    let user = try find(call)
    guard user.state != .pending else { throw .notFound }
    return record(user, in: call.product)
  }

  static let invitation: Endpoint.Handler = { call throws(APIError) in
    let user = try find(call)
    guard user.state == .pending else { throw .notFound }
    return [
      "id": .int(user.id), "firstName": .string(user.firstName),
      "lastName": .string(user.lastName), "emailAddress": .string(user.email),
      "userId": .string(user.login), "subscriptionId": 1, "status": "pending",
      "expiresAt": .string(call.product.invitationExpires(user).userServiceText),
      "createdAt": .string(user.createdAt.userServiceText),
      "updatedAt": .string(user.createdAt.userServiceText),
    ]
  }

  static let rolesOfUser: Endpoint.Handler = { call throws(APIError) in
    .array(pairs(of: try find(call), in: call.product))
  }

  static let roles: Endpoint.Handler = { call in
    .array(
      call.product.roles.map { role in
        [
          "id": .int(role.id), "name": .string(role.name),
          "description": .string(role.description),
          "type": role.isSystem ? "system" : "custom", "hidden": false,
          "onlyAllZones": .bool(role.isForAllWorkspaces),
        ]
      }
    )
  }

  static let workspaces: Endpoint.Handler = { call in
    .array(
      call.product.workspaces.map {
        ["id": .int($0.id), "name": .string($0.name), "status": "active"]
      }
    )
  }

  // MARK: Writing

  static let invite: Endpoint.Handler = { call throws(APIError) in
    var draft = UserDraft()
    draft.email = try text("emailAddress", of: call)
    draft.firstName = try text("firstName", of: call)
    draft.lastName = try text("lastName", of: call)
    draft.login = call.body["userid"]?.string
    draft.reason = call.body["reason"]?.string ?? ""
    draft.isAPIOnly = call.body["apiOnly"]?.bool ?? false
    draft.accessExpires = try expiry(of: call)
    guard let pairs = call.body["userRoleWorkspaces"] else { throw .isBlank("userRoleWorkspaces") }
    try set(&draft.grants, pairs, to: true, in: call.product)
    let actor = call.actor
    try call.perform { product throws(Refusal) in
      // Rule 14: with Adobe identity for API only users alone.
      if product.identity == .adobe {
        guard draft.isAPIOnly else { throw .invitationsNotOffered }
        try product.createAPIOnlyUser(draft, by: actor)
      } else {
        try product.invite(draft, by: actor)
      }
    }
    return true
  }

  static let update: Endpoint.Handler = { call throws(APIError) in
    let user = try find(call)
    try requireManagedHere(user, call)
    var draft = UserDraft(user)
    draft.email = call.body["emailAddress"]?.string ?? draft.email
    draft.firstName = call.body["firstName"]?.string ?? draft.firstName
    draft.lastName = call.body["lastName"]?.string ?? draft.lastName
    draft.accessExpires = try expiry(of: call) ?? draft.accessExpires
    try save(user, draft, &call)
    return try record(find(call), in: call.product)
  }

  /// Rule 30: this can't be undone.
  static let delete: Endpoint.Handler = { call throws(APIError) in
    let user = try find(call)
    try requireManagedHere(user, call)
    guard user.state != .pending else { throw .notFound }
    return try remove(user, &call)
  }

  static let deleteInvitation: Endpoint.Handler = { call throws(APIError) in
    let user = try find(call)
    guard user.state == .pending else { throw .notFound }
    return try remove(user, &call)
  }

  static let addRoles: Endpoint.Handler = { call throws(APIError) in
    try changeRoles(to: true, &call)
  }

  static let removeRoles: Endpoint.Handler = { call throws(APIError) in
    try changeRoles(to: false, &call)
  }

  // MARK: Parts

  private static func remove(_ user: User, _ call: inout APICall) throws(APIError) -> JSON {
    let actor = call.actor
    try call.perform { product throws(Refusal) in try product.deleteUser(user.id, by: actor) }
    return true
  }

  private static func save(
    _ user: User,
    _ draft: UserDraft,
    _ call: inout APICall
  ) throws(APIError) {
    let actor = call.actor
    try call.perform { product throws(Refusal) in
      try product.updateUser(user.id, to: draft, by: actor)
    }
  }

  private static func changeRoles(
    to isGranted: Bool,
    _ call: inout APICall
  ) throws(APIError) -> JSON {
    let user = try find(call)
    var draft = UserDraft(user)
    try set(&draft.grants, call.body["input"] ?? call.body, to: isGranted, in: call.product)
    try save(user, draft, &call)
    return try .array(pairs(of: find(call), in: call.product))
  }

  /// With Adobe identity people are managed in Adobe's tools.
  private static func requireManagedHere(_ user: User, _ call: APICall) throws(APIError) {
    if call.product.identity == .adobe, !user.isAPIOnly { throw .refused(.changedInAdobeTools) }
  }

  private static func find(_ call: APICall) throws(APIError) -> User {
    guard let user = call.product.user(login: try call.parameter("userid")) else {
      throw .notFound
    }
    return user
  }

  private static func text(_ name: String, of call: APICall) throws(APIError) -> String {
    guard let text = call.body[name]?.string, !text.isBlank else { throw .isBlank(name) }
    return text
  }

  private static func number(
    _ name: String,
    of call: APICall,
    in range: ClosedRange<Int>
  ) throws(APIError) -> Int? {
    guard let text = call.request.query[name] else { return nil }
    guard let number = Int(text), range.contains(number) else { throw .badValue(name) }
    return number
  }

  /// A moment in ISO 8601 without milliseconds; the access ends with its day.
  private static func expiry(of call: APICall) throws(APIError) -> String? {
    guard let text = call.body["expiresAt"]?.string else { return nil }
    guard CivilDate(String(text.prefix(10))) != nil else { throw .badValue("expiresAt") }
    return String(text.prefix(10))
  }

  /// Workspace 0 stands for all.
  private static func set(
    _ grants: inout RoleGrants,
    _ pairs: JSON,
    to isGranted: Bool,
    in product: Subscription
  ) throws(APIError) {
    guard let pairs = pairs.array, !pairs.isEmpty else { throw .isBlank("userRoleWorkspaces") }
    for pair in pairs {
      guard let role = pair["accessRoleId"]?.int, product.roles.contains(where: { $0.id == role })
      else { throw .badValue("accessRoleId") }
      let workspace = pair["workspaceId"]?.int ?? 0
      if workspace == 0 {
        grants.set(role, to: isGranted)
      } else if product.workspaces.contains(where: { $0.id == workspace }) {
        grants.set(role, in: workspace, to: isGranted, of: product.workspaces)
      } else {
        throw .badValue("workspaceId")
      }
    }
  }

  private static func pairs(of user: User, in product: Subscription) -> [JSON] {
    product.roles.filter { user.grants.contains($0.id) }.flatMap { role in
      let isEverywhere = user.grants.extent(of: role.id) == .everywhere
      let places =
        isEverywhere
        ? [Workspace(id: 0, name: "AllZones")]
        : product.workspaces.filter { user.grants.contains(role.id, in: $0.id) }
      return places.map { place -> JSON in
        [
          "accessRoleId": .int(role.id), "accessRoleName": .string(role.name),
          "workspaceId": .int(place.id), "workspaceName": .string(place.name),
        ]
      }
    }
  }

  private static func summary(_ user: User) -> JSON {
    [
      "userid": .string(user.login), "firstName": .string(user.firstName),
      "lastName": .string(user.lastName), "emailAddress": .string(user.email),
      "id": .int(user.id), "apiOnly": .bool(user.isAPIOnly),
    ]
  }

  private static func record(_ user: User, in product: Subscription) -> JSON {
    let expires = user.accessExpires.map { JSON.string(Instant($0).userServiceText) }
    return [
      "userid": .string(user.login), "firstName": .string(user.firstName),
      "lastName": .string(user.lastName), "emailAddress": .string(user.email),
      "id": .int(user.id), "apiOnly": .bool(user.isAPIOnly),
      "userRoleWorkspaces": .array(pairs(of: user, in: product)),
      "isLocked": .bool(user.state == .locked),
      "lockedReason": user.state == .locked ? "expired" : .null,
      "failedLogins": .int(user.failedLogins), "expiresAt": expires ?? .null,
      "lastLoginAt": user.lastLoginAt.map { .string($0.userServiceText) } ?? .null,
    ]
  }
}

extension Instant {
  /// "20260115T09:00:00.000t+0000": as the User Management API writes a moment.
  fileprivate var userServiceText: String {
    let text = iso8601
    let day = text.prefix(10).filter { $0 != "-" }
    return "\(day)\(text.dropFirst(10).dropLast()).000t+0000"
  }
}
