import EngineInterface

/// A part of what is on the screen: a value that holds its own drafts and says what it shows.
protocol Surface: Hashable, Sendable {
  /// Begins the ids of its controls, so that they differ from those of other surfaces.
  var origin: String { get }

  /// The other application that it belongs to; nil for the product itself.
  var application: String? { get }

  @ScreenBuilder<Self> func body(_ desk: Desk) -> [Element<Self>]
  /// The body, in its frame if it has one.
  func elements(_ desk: Desk) -> [Element<Self>]

  // Requirements, although no screen has its own: called on any surface they are then the
  // optimised code of that type, which is three times as fast.
  func controls(at desk: Desk) -> [Control]
  /// Does what the person did; false where nothing here can be done so.
  mutating func perform(_ interaction: Interaction, at desk: inout Desk) -> Bool
}

extension Surface {
  var origin: String { "" }
  var application: String? { nil }

  func elements(_ desk: Desk) -> [Element<Self>] { body(desk) }

  func controls(at desk: Desk) -> [Control] {
    elements(desk).map { $0.control(below: origin, model: self) }
  }

  mutating func perform(_ interaction: Interaction, at desk: inout Desk) -> Bool {
    guard let path = interaction.control?.path else { return false }
    guard path.utf8.starts(with: origin.utf8) else { return false }
    let rest = path[...].utf8.dropFirst(origin.utf8.count)
    for element in elements(desk) {
      guard let found = element.find(rest) else { continue }
      guard found.refusals().isEmpty else { return false }
      return found.perform(interaction, on: &self, at: &desk)
    }
    return false
  }
}
