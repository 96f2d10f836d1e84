/// Texts of the product that a help page, a developer page or a screenshot of theirs shows.
package enum DocumentedTexts {
  package static let noInvitationNeeded = "An invitation is not required for API only"
  package static let invitationSubject = "Marketo Login Information"
  package static let domainExists = "Domain already exists."
  package static let invitation = "Welcome to Marketo!"
}
