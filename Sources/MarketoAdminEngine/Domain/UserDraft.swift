/// What is said of a user who does not exist yet.
package struct UserDraft: Hashable, Sendable {
  package var email = ""
  package var firstName = ""
  package var lastName = ""
  package var reason = ""
  package var accessExpires: String?
  package var roles: Set<AccessRole.ID> = []
  package var isAPIOnly = false
  /// The text of the invitation.
  package var message = DocumentedTexts.invitation

  package init() {}
}
