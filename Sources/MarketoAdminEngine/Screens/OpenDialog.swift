import EngineInterface

/// A dialog that is open.
enum OpenDialog: Hashable, Sendable {
  case inviteNewUser(InviteNewUser)
  case createAPIOnlyUser(CreateAPIOnlyUser)
  case role(RoleDialog)
  case deleteUser(DeleteUser)
  case deleteRole(DeleteRole)

  func controls(at desk: Desk) -> [Control] {
    switch self {
    case .inviteNewUser(let dialog): dialog.controls(at: desk)
    case .createAPIOnlyUser(let dialog): dialog.controls(at: desk)
    case .role(let dialog): dialog.controls(at: desk)
    case .deleteUser(let dialog): dialog.controls(at: desk)
    case .deleteRole(let dialog): dialog.controls(at: desk)
    }
  }

  mutating func perform(_ interaction: Interaction, at desk: inout Desk) -> Bool {
    switch self {
    case .inviteNewUser(var dialog):
      defer { self = .inviteNewUser(dialog) }
      return dialog.perform(interaction, at: &desk)
    case .createAPIOnlyUser(var dialog):
      defer { self = .createAPIOnlyUser(dialog) }
      return dialog.perform(interaction, at: &desk)
    case .role(var dialog):
      defer { self = .role(dialog) }
      return dialog.perform(interaction, at: &desk)
    case .deleteUser(var dialog):
      defer { self = .deleteUser(dialog) }
      return dialog.perform(interaction, at: &desk)
    case .deleteRole(var dialog):
      defer { self = .deleteRole(dialog) }
      return dialog.perform(interaction, at: &desk)
    }
  }
}
