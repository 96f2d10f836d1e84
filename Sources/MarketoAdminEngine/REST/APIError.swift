/// Why a call is not answered: a code of the documentation, and a message.
package struct APIError: Error, Hashable, Sendable {
  package let code: String
  package let message: String
  /// The HTTP status with which the User Management API tells it; the other calls answer 200.
  package let status: Int

  init(_ code: String, _ message: String, status: Int) {
    self.code = code
    self.message = message
    self.status = status
  }

  /// What the client tried does not count against the limits.
  ///
  /// Stated for these codes; see the table of error codes.
  static let uncounted: Set<String> = ["601", "602", "604", "605", "608", "611"]

  static let tokenInvalid = APIError("601", "Access token invalid", status: 401)
  static let tokenExpired = APIError("602", "Access token expired", status: 401)
  static let accessDenied = APIError("603", "Access denied", status: 403)
  static let methodNotSupported = APIError("605", "HTTP method not supported", status: 405)
  static let invalidJSON = APIError("609", "Invalid JSON", status: 400)
  static let notFound = APIError("610", "Requested resource not found", status: 404)

  static func rateLimit(_ quotas: Settings.Quotas) -> APIError {
    let calls = quotas.callsPerWindow
    return APIError(
      "606",
      "Max rate limit '\(calls)' exceeded with in '\(quotas.windowSeconds)' secs",
      status: 429
    )
  }

  static func dailyQuota(_ quotas: Settings.Quotas) -> APIError {
    APIError("607", "Daily API quota of \(quotas.callsPerDay) reached", status: 429)
  }

  // The messages from here on are the engine's own.

  /// [I] The code that a call without a token is believed to get; no list has it.
  static let noToken = APIError("600", "Access token missing", status: 401)
  static let notModelled = APIError("703", "This engine does not model the feature", status: 403)

  static func isBlank(_ field: String) -> APIError {
    APIError("701", "\(field) cannot be blank", status: 400)
  }
  static func badValue(_ field: String) -> APIError {
    APIError("1003", "\(field) has a value of the wrong type", status: 400)
  }
  /// What a rule of the domain refuses.
  static func refused(_ refusal: Refusal) -> APIError {
    APIError(
      refusal == .limitedAccess ? "603" : "709",
      refusal.reason,
      status: refusal == .noUserSelected ? 404 : 403
    )
  }
}
