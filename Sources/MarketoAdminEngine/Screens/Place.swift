import EngineInterface

/// A place of the product.
///
/// This and `OpenDialog` are the only lists of screens.
enum Place: Hashable, Sendable {
  case start(MyMarketo)
  case adminHome(AdminHome)
  case usersAndRoles(UsersAndRoles)
  case elsewhere(Elsewhere)

  var name: String {
    switch self {
    case .start: "My Marketo"
    case .adminHome: "Admin"
    case .usersAndRoles: AdminArea.usersAndRoles.name
    case .elsewhere(let place): place.name
    }
  }

  /// It has the tree of Admin on its left.
  var isInsideAdmin: Bool {
    switch self {
    case .start, .adminHome: false
    case .usersAndRoles: true
    case .elsewhere(let place): place.isInsideAdmin
    }
  }

  var isModelled: Bool {
    switch self {
    case .start, .adminHome, .usersAndRoles: true
    case .elsewhere: false
    }
  }

  func controls(at desk: Desk) -> [Control] {
    switch self {
    case .start(let screen): screen.controls(at: desk, origin: name)
    case .adminHome(let screen): screen.controls(at: desk, origin: name)
    case .usersAndRoles(let screen): screen.controls(at: desk, origin: name)
    case .elsewhere(let screen): screen.controls(at: desk, origin: name)
    }
  }

  mutating func perform(_ interaction: Interaction, at desk: inout Desk) -> Bool {
    let origin = name
    switch self {
    case .start(var screen):
      defer { self = .start(screen) }
      return screen.perform(interaction, at: &desk, origin: origin)
    case .adminHome(var screen):
      defer { self = .adminHome(screen) }
      return screen.perform(interaction, at: &desk, origin: origin)
    case .usersAndRoles(var screen):
      defer { self = .usersAndRoles(screen) }
      return screen.perform(interaction, at: &desk, origin: origin)
    case .elsewhere(var screen):
      defer { self = .elsewhere(screen) }
      return screen.perform(interaction, at: &desk, origin: origin)
    }
  }
}
