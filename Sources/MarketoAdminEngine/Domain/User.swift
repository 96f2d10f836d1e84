/// A user of the subscription, whose e-mail address is the login too.
package struct User: Hashable, Sendable {
  package typealias ID = Int

  package enum State: String, Sendable {
    /// Invited, and not yet in.
    case pending
    case active
  }

  package let id: ID
  package var email: String
  package var firstName: String
  package var lastName: String
  package var reason: String
  /// A date as it was typed; nil is never.
  package var accessExpires: String?
  package var isAPIOnly: Bool
  /// In screen order; each is held in all workspaces.
  package var roles: [AccessRole.ID]
  package var state: State

  package init(
    id: ID,
    email: String,
    firstName: String,
    lastName: String,
    reason: String = "",
    accessExpires: String? = nil,
    isAPIOnly: Bool = false,
    roles: [AccessRole.ID],
    state: State = .active
  ) {
    self.id = id
    self.email = email
    self.firstName = firstName
    self.lastName = lastName
    self.reason = reason
    self.accessExpires = accessExpires
    self.isAPIOnly = isAPIOnly
    self.roles = roles
    self.state = state
  }

  package var fullName: String { "\(firstName) \(lastName)" }
}
