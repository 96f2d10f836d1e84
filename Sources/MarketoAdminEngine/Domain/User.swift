/// A user of the subscription.
package struct User: Hashable, Sendable {
  package typealias ID = Int

  package enum State: String, Sendable {
    /// Invited, and not yet in.
    case pending
    case active
    /// Rule 23: the access has expired.
    case locked
  }

  package enum EmailStatus: String, Sendable {
    case verified = "Verified"
    case unverified = "Unverified"
    /// Rule 9: the address of an API only user is not verified.
    case notApplicable = ""
  }

  package let id: ID
  /// What they sign in with; e-mail shaped, and the address at first.
  package var login: String
  package var email: String
  package var firstName: String
  package var lastName: String
  package var reason = ""
  /// The day from which the user is locked; nil is never.
  package var accessExpires: CivilDate?
  package var isAPIOnly = false
  package var grants: RoleGrants
  package var state = State.active
  package var emailStatus = EmailStatus.verified
  /// Whether the address was changed, so that a verification has to be sent again.
  package var hasChangedEmail = false
  package var createdAt = Instant.standard
  package var passwordSetAt = Instant.standard
  package var lastLoginAt: Instant?
  package var failedLogins = 0
  package var location = Settings.Location()
  package var phone = ""
  /// How often the user set a new password.
  package var passwordChanges = 0

  package init(id: ID, email: String, firstName: String, lastName: String, grants: RoleGrants) {
    self.id = id
    login = email
    self.email = email
    self.firstName = firstName
    self.lastName = lastName
    self.grants = grants
  }

  package var fullName: String { "\(firstName) \(lastName)" }
}
