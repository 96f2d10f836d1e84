/// Texts that are the engine's own: no documentation that we know has the product's words.
///
/// What pages quote must not be checked against these.
package enum OwnTexts {
  package static let limitedAccess =
    "Your access is limited: your role does not have the permission for this."
  package static let loginHistoryNotModelled = "What the Login History lists is not shown here."

  package static func deleteUser(_ email: String) -> String { "Delete the user \(email)?" }
  package static func deleteRole(_ name: String) -> String { "Delete the role \(name)?" }
}

extension Refusal {
  static let limitedAccess = Refusal("the permission for this is missing")
  static let invitationsNotOffered = Refusal("with Adobe identity users are not invited here")
  static let onlyWithAdobeIdentity = Refusal("API only users are invited with Marketo identity")

  static func isEmpty(_ field: String) -> Refusal { Refusal("\(field) is empty") }
  static let notAnEmail = Refusal("Email is not an e-mail address")
  static func emailInUse(_ email: String) -> Refusal {
    Refusal("a user with the e-mail \(email) exists already")
  }
  static let noRoleTicked = Refusal("no role is ticked")
  static func roleNameInUse(_ name: String) -> Refusal {
    Refusal("a role with the name \(name) exists already")
  }

  static let noUserSelected = Refusal("no user is selected")
  static let noRoleSelected = Refusal("no role is selected")
  static let pendingUser = Refusal("the user has not accepted the invitation yet")
  static let noPassword = Refusal("an API only user has no password")
  static let ownUser = Refusal("nobody can delete the user they are signed in as")
  static let lastAdmin = Refusal("the last Admin can't be deleted")
  static func protected(_ role: String) -> Refusal { Refusal("the role \(role) is protected") }
  static func roleInUse(_ role: String) -> Refusal { Refusal("users have the role \(role)") }
  static func ownRole(_ role: String) -> Refusal {
    Refusal("the role \(role) is your own: another Admin has to edit it")
  }
}
