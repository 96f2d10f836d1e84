/// Where the users of a subscription have their accounts.
package enum Identity: String, CaseIterable, Sendable {
  case marketo
  case adobe

  /// Rule 14: with Adobe identity nobody is invited from Marketo, and API only users have a way of
  /// their own.
  package var invitesUsers: Bool {
    switch self {
    case .marketo: true
    case .adobe: false
    }
  }
}
