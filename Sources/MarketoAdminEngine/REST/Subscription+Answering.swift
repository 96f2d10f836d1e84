import EngineInterface

extension MarketoAdmin {
  /// Calls the API, as an integration does, in process.
  package mutating func call(_ request: Request) -> Response {
    var product = subscription
    let response = product.answer(request)
    if product != subscription {
      let facts = observation.facts
      subscription = product
      audit(since: facts, by: product.calls.last?.user)
    }
    return response
  }

  /// Lets time pass; the engine's clock does not run by itself.
  package mutating func advance(by seconds: Int) { subscription.advance(by: seconds) }
}

extension Subscription {
  /// Checks a call and answers it.
  ///
  /// [I] The order: what the server sees without looking who calls, then the token, then the
  /// address, the limits, the permissions, and at last what was sent.
  mutating func answer(_ request: Request) -> Response {
    // A body of 1 MB and an address of 8 KB at most.
    if request.body.utf8.count > 1 << 20 { return Response(status: 413, body: .null) }
    if request.targetLength > 8 << 10 { return Response(status: 414, body: .null) }
    let parts = request.path.split(separator: "/").map(String.init)
    if parts == ["identity", "oauth", "token"] { return identity(request) }

    let known = Endpoint.all.compactMap { endpoint in
      endpoint.parameters(of: parts).map { (endpoint: endpoint, parameters: $0) }
    }
    let style = known.first?.endpoint.style ?? .asset
    var caller: User?
    var isBulk = false
    do throws(APIError) {
      guard !known.isEmpty else { throw .notFound }
      guard let match = known.first(where: { $0.endpoint.method == request.method }) else {
        throw .methodNotSupported
      }
      isBulk = match.endpoint.isBulk
      let user = try self.caller(of: request, style)
      caller = user
      try checkLimits(request)
      let permissions = apiPermissions(of: user)
      guard match.endpoint.isPermitted(permissions) else { throw .accessDenied }
      var call = APICall(
        product: self,
        user: user,
        permissions: permissions,
        request: request,
        parameters: match.parameters,
        body: try body(of: request)
      )
      let result = try match.endpoint.handler(&call)
      self = call.product
      record(user, errorCode: nil, isBulk: isBulk)
      return response(result, style)
    } catch {
      if let caller { record(caller, errorCode: error.code, isBulk: isBulk) }
      return response(error, style)
    }
  }

  /// Rules 37 and 43: a token is a service's, and the service's user calls.
  private func caller(
    of request: Request,
    _ style: Endpoint.Style
  ) throws(APIError) -> User {
    // Rule 44: the User Management API takes no token from the query.
    let inQuery = style == .asset && settings.acceptsTokenInQuery
    guard let value = request.token ?? (inQuery ? request.query["access_token"] : nil) else {
      throw .noToken
    }
    guard let token = tokens.first(where: { $0.value == value }),
      let user = service(token.service)?.apiUser.flatMap(user)
    else { throw .tokenInvalid }  // Rule 41: a deleted service's too.
    guard now < token.expiresAt else { throw .tokenExpired }
    return user
  }

  private func checkLimits(_ request: Request) throws(APIError) {
    guard settings.apiAllowlist.admits(request.address) else { throw .accessDenied }  // Rule 45.
    let quotas = settings.quotas
    let recent = calls.reversed().prefix { now - $0.time < quotas.windowSeconds }
    guard recent.count(where: \.isCounted) < quotas.callsPerWindow else {
      throw .rateLimit(quotas)
    }
    let today = calls.reversed().prefix { $0.time.quotaDay == now.quotaDay }
    guard today.count(where: \.isCounted) < quotas.callsPerDay else { throw .dailyQuota(quotas) }
  }

  private func body(of request: Request) throws(APIError) -> JSON {
    if request.body.isEmpty { return .null }
    guard let body = JSON(parsing: request.body) else { throw .invalidJSON }
    return body
  }

  private mutating func record(_ user: User, errorCode: String?, isBulk: Bool) {
    calls.append(CallRecord(time: now, user: user.id, errorCode: errorCode, isBulk: isBulk))
  }

  // MARK: Envelopes

  /// Looks random, and is the same in every run.
  private var requestID: JSON {
    .string("\(String(calls.count, radix: 16))#\(String(now.seconds, radix: 16))")
  }

  private func response(_ result: JSON, _ style: Endpoint.Style) -> Response {
    switch style {
    case .asset:
      Response(
        status: 200,
        body: ["requestId": requestID, "result": result, "success": true]
      )
    case .userManagement: Response(status: 200, body: result)
    }
  }

  private func response(_ error: APIError, _ style: Endpoint.Style) -> Response {
    let errors: JSON = [["code": .string(error.code), "message": .string(error.message)]]
    return switch style {
    case .asset:
      Response(
        status: 200,
        body: ["requestId": requestID, "success": false, "errors": errors]
      )
    case .userManagement: Response(status: error.status, body: ["errors": errors])
    }
  }

  // MARK: Identity

  /// Hands out a service's token; not counted against any limit.
  private mutating func identity(_ request: Request) -> Response {
    guard request.method == .get || request.method == .post,
      request.query["grant_type"] == "client_credentials",
      let id = request.query["client_id"],
      let service = services.first(where: { $0.clientID == id && $0.kind == .custom }),
      service.clientSecret == request.query["client_secret"]
    else {
      return Response(
        status: 401,
        body: ["error": "invalid_client", "error_description": "Bad client credentials"]
      )
    }
    let token = token(for: service.id)
    let scope = service.apiUser.flatMap(user)?.email ?? ""
    return Response(
      status: 200,
      body: [
        "access_token": .string(token.value), "token_type": "bearer",
        // The sample of a fresh one has 3599: what is left, rounded down.
        "expires_in": .int(token.expiresAt - now - 1), "scope": .string(scope),
      ]
    )
  }
}
