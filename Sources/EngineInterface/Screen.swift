/// What a person has before them: the place, and the accessibility tree.
package struct Screen: Hashable, Sendable {
  /// The name of the place, as its users call it.
  package let name: String
  /// False where the engine knows that the place is there, and nothing of what it shows.
  package let isModelled: Bool
  /// The other application that the screen belongs to; nil for the product itself.
  package let application: String?
  package let controls: [Control]

  package init(
    name: String, isModelled: Bool = true, application: String? = nil, controls: [Control]
  ) {
    self.name = name
    self.isModelled = isModelled
    self.application = application
    self.controls = controls
  }

  package var allControls: [Control] { controls.flatMap(\.descendants) }

  /// The open modal dialog on top, if there is one: it hides what is below it.
  package var modal: Control? {
    for index in controls.indices.reversed() {
      if let modal = controls[index].lastModal { return modal }
    }
    return nil
  }

  /// The controls that can be reached now.
  package var reachable: [Control] { modal.map(\.descendants) ?? allControls }

  package func control(_ id: Control.ID) -> Control? { allControls.first { $0.id == id } }
}

/// What an engine tells of its state.
package struct Observation: Hashable, Sendable {
  package let screen: Screen
  /// Texts that the product put before the person since the last interaction.
  package let messages: [String]
  package let facts: [Fact]

  package init(screen: Screen, messages: [String], facts: [Fact]) {
    self.screen = screen
    self.messages = messages
    self.facts = facts
  }
}
