/// What is said of a user who is to be made or changed.
package struct UserDraft: Hashable, Sendable {
  package var email = ""
  package var firstName = ""
  package var lastName = ""
  package var reason = ""
  /// A day as it was typed; nil is never.
  package var accessExpires: String?
  package var grants: RoleGrants = []
  package var isAPIOnly = false
  /// The login, where it differs from the address.
  package var login: String?
  /// The text of the invitation.
  package var message = DocumentedTexts.invitation

  package init() {}

  package init(_ user: User) {
    email = user.email
    firstName = user.firstName
    lastName = user.lastName
    reason = user.reason
    accessExpires = user.accessExpires?.description
    grants = user.grants
    isAPIOnly = user.isAPIOnly
    login = user.login
  }
}
