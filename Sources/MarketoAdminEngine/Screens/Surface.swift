import EngineInterface

/// A part of what is on the screen: a value that holds its own drafts and says what it shows.
protocol Surface: Hashable, Sendable {
  @ScreenBuilder<Self> func body(_ desk: Desk) -> [Element<Self>]
}

extension Surface {
  /// `origin` begins the ids of its controls.
  func controls(at desk: Desk, origin: String) -> [Control] { render(body(desk), origin) }

  /// Does what the person did; false where nothing here can be done so.
  mutating func perform(
    _ interaction: Interaction,
    at desk: inout Desk,
    origin: String
  ) -> Bool {
    perform(interaction, on: body(desk), at: &desk, origin)
  }

  func render(_ elements: [Element<Self>], _ origin: String) -> [Control] {
    let emptyFields = elements.flatMap { $0.emptyFields(of: self) }
    return elements.map { $0.control(below: origin, model: self, emptyFields: emptyFields) }
  }

  mutating func perform(
    _ interaction: Interaction,
    on elements: [Element<Self>],
    at desk: inout Desk,
    _ origin: String
  ) -> Bool {
    for element in elements {
      guard let found = element.find(interaction.control.path, below: origin) else { continue }
      let emptyFields = elements.flatMap { $0.emptyFields(of: self) }
      guard found.disabledReasons(emptyFields: emptyFields).isEmpty else { return false }
      return found.perform(interaction, on: &self, at: &desk)
    }
    return false
  }
}
