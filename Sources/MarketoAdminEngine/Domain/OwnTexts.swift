/// Texts that are the engine's own: no documentation that we know has the product's words.
///
/// What pages quote must not be checked against these.
package enum OwnTexts {
  package static let limitedAccess =
    "Your access is limited: your role does not have the permission for this."
  package static let passwordReset = "An email with a link to set a new password was sent."
  package static let resetSubject = "Reset your Marketo password"
  package static let verificationSubject = "Verify your email address"
  package static let verificationSent = "A verification email was sent."
  package static let accessExpired = "Your access to Marketo has expired"
  package static let saved = "Your changes were saved."

  package static func adminInvited(_ email: String) -> String { "\(email) was invited as Admin" }
  package static func adminDeleted(_ email: String) -> String { "The Admin \(email) was deleted" }
  package static func signedIn(_ service: String) -> String { "You are signed in to \(service)." }
  package static func exported(_ file: String) -> String { "\(file) was exported." }
  package static func deleteUser(_ email: String) -> String { "Delete the user \(email)?" }
  package static func deleteRole(_ name: String) -> String { "Delete the role \(name)?" }
  package static func deleteWorkspace(_ name: String) -> String {
    "Delete the workspace \(name)?"
  }
  package static func deleteService(_ name: String) -> String { "Delete the service \(name)?" }
  package static func hideField(_ name: String) -> String { "Hide the field \(name)?" }
  package static let typeWarning =
    "Values that the new type can't hold are lost, and assets that use the field may stop working."
  package static func removeUser(_ email: String) -> String { "Remove the user \(email)?" }
}

extension Refusal {
  static let limitedAccess = Refusal("the person who is signed in lacks the permission for this")
  static let invitationsNotOffered = Refusal("with Adobe identity, users are not invited here")
  static let onlyWithAdobeIdentity = Refusal("with Marketo identity, API only users are invited")
  static let notInConsole = Refusal("people are added here only with Adobe identity")
  static let changedInAdobeTools = Refusal(
    "with Adobe identity, a person's name and e-mail are changed in Adobe's tools"
  )
  static let removedInConsole = Refusal(
    "with Adobe identity, people are removed in the Adobe Admin Console"
  )
  static let passwordOfAdobe = Refusal("with Adobe identity, Adobe manages the passwords")

  static func isEmpty(_ field: String) -> Refusal { Refusal("\(field) is empty") }
  static let notAnEmail = Refusal("Email is not an e-mail address")
  static let noModeChosen = Refusal("neither allowing nor blocking the addresses is chosen")
  static let dateIsOpen = Refusal("the calendar of Access Expires is open")
  static let notADate = Refusal("a date isn't in the form 2026-12-31")
  static func notANumber(_ field: String) -> Refusal {
    Refusal("\(field) is not a whole number of 1 or more")
  }
  static func notAnAddress(_ text: String) -> Refusal { Refusal("\(text) isn't an IP address") }
  static func emailInUse(_ email: String) -> Refusal {
    Refusal("a user with the e-mail \(email) already exists")
  }
  static func loginInUse(_ login: String) -> Refusal {
    Refusal("a user with the login \(login) already exists")
  }
  static func loginElsewhere(_ login: String) -> Refusal {
    Refusal("\(login) is already a login of another subscription, such as a sandbox")
  }
  static let noRoleTicked = Refusal("no role is checked")
  static func roleNameInUse(_ name: String) -> Refusal {
    Refusal("a role with the name \(name) already exists")
  }
  static func serviceNameInUse(_ name: String) -> Refusal {
    Refusal("a service with the name \(name) already exists")
  }
  static let notSignedIn = Refusal("nobody is signed in to the account of the service")
  static let notOnSpark = Refusal("the Spark edition has no custom services")

  static let noUserSelected = Refusal("no user is selected")
  static let noRoleSelected = Refusal("no role is selected")
  static let noWorkspaceSelected = Refusal("no workspace is selected")
  static let noPartitionSelected = Refusal("no person partition is selected")
  static let workspacesAreOff = Refusal("the subscription has no workspaces other than Default")
  static let defaultWorkspace = Refusal("the workspace Default can't be deleted")
  static func workspaceHasAssets(_ name: String) -> Refusal {
    Refusal("the workspace \(name) has assets, which have to be deleted first")
  }
  static func workspaceNameInUse(_ name: String) -> Refusal {
    Refusal("a workspace with the name \(name) already exists")
  }
  static func isPrimary(of workspace: String) -> Refusal {
    Refusal("it is the primary person partition of the workspace \(workspace)")
  }
  static func hasAllPartitions(_ workspace: String) -> Refusal {
    Refusal("the workspace \(workspace) has all person partitions")
  }
  static func partitionNameInUse(_ name: String) -> Refusal {
    Refusal("a person partition with the name \(name) already exists")
  }
  static func webhookInUse(_ url: String) -> Refusal {
    Refusal("a webhook with the URL \(url) already exists")
  }
  static let noAccount = Refusal("the person who is signed in is not among the users")
  static let noServiceSelected = Refusal("no service is selected")
  static let noInvitation = Refusal("the user has no invitation")
  static let invitationExpired = Refusal("the invitation has expired")
  static let pendingUser = Refusal("the user has not accepted the invitation yet")
  static let lockedUser = Refusal("the user's access has expired")
  static let noPassword = Refusal("an API only user has no password")
  static let nothingToVerify = Refusal("the user's e-mail needs no verification")
  static let ownUser = Refusal("you can't delete the user you are signed in as")
  static let lastAdmin = Refusal("the last Admin can't be deleted")
  static let lastAdminRole = Refusal("the last Admin can't lose the role")
  static func userInUse(by service: String) -> Refusal {
    Refusal("the service \(service) uses this user: delete the service, or give it another user")
  }
  static func protected(_ role: String) -> Refusal { Refusal("the role \(role) is protected") }
  static func roleInUse(_ role: String) -> Refusal { Refusal("users have the role \(role)") }
  static func ownRole(_ role: String) -> Refusal {
    Refusal("the role \(role) is your own: another Admin has to edit it")
  }

  static let apiOnlyLogin = Refusal("an API only user can't log in")
  static let ssoIsInNeed = Refusal(
    "Require SSO is on, so nobody could sign in without single"
      + " sign-on")
  static let ssoIsOff = Refusal("single sign-on is not set up")
  static let ssoIsRequired = Refusal("the subscription requires single sign-on")
  static let passwordExpired = Refusal("the password has expired and has to be reset")
  static func addressNotAllowed(_ address: String) -> Refusal {
    Refusal("logging in from \(address) is not allowed")
  }
}
