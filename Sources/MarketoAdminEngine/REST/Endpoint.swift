/// A call that the API knows: what it is asked by, what that needs, and what answers it.
struct Endpoint: Sendable {
  /// Which envelope an answer comes in.
  enum Style: Sendable {
    /// HTTP 200 with `requestId`, `success`, and `result` or `errors`.
    case asset
    /// The User Management API: the HTTP status tells success.
    case userManagement
  }

  typealias Handler = @Sendable (inout APICall) throws(APIError) -> JSON

  let method: Request.Method
  let path: [String]
  /// [I] One of these is enough; none is needed where there are none.
  var anyOf: [Permission] = []
  /// All of these.
  var allOf: [Permission] = []
  var style = Style.asset
  /// Exports in bulk are told apart in the usage.
  var isBulk = false
  let handler: Handler

  init(
    _ method: Request.Method,
    _ path: String,
    anyOf: [Permission] = [],
    allOf: [Permission] = [],
    style: Style = .asset,
    isBulk: Bool = false,
    handler: @escaping Handler
  ) {
    self.method = method
    self.path = path.split(separator: "/").map(String.init)
    self.anyOf = anyOf
    self.allOf = allOf
    self.style = style
    self.isBulk = isBulk
    self.handler = handler
  }

  /// The values of the parts in braces, where the path is of this form.
  func parameters(of parts: [String]) -> [String: String]? {
    guard parts.count == path.count else { return nil }
    var parameters: [String: String] = [:]
    for (pattern, part) in zip(path, parts) {
      if pattern.hasPrefix("{") {
        parameters[String(pattern.dropFirst().dropLast())] = part
      } else if pattern != part {
        return nil
      }
    }
    return parameters
  }

  func isPermitted(_ permissions: PermissionSet) -> Bool {
    (anyOf.isEmpty || anyOf.contains(where: permissions.contains))
      && allOf.allSatisfy(permissions.contains)
  }
}

/// A call on its way: who calls, what for, and the product that answers.
struct APICall {
  var product: Subscription
  let user: User
  let permissions: PermissionSet
  let request: Request
  let parameters: [String: String]
  /// What was sent; `.null` where nothing was.
  let body: JSON

  /// The API user as one who acts on the product's records.
  var actor: Actor {
    Actor(
      user: user.id, roles: user.grants.roles, permissions: permissions.union([.accessAdmin]))
  }

  func parameter(_ name: String) throws(APIError) -> String {
    guard let text = parameters[name] ?? request.query[name], !text.isBlank else {
      throw .isBlank(name)
    }
    return text
  }

  /// Does something that the domain may refuse.
  mutating func perform(
    _ operation: (inout Subscription) throws(Refusal) -> Void
  ) throws(APIError) {
    do throws(Refusal) {
      try operation(&product)
    } catch {
      throw .refused(error)
    }
  }
}
