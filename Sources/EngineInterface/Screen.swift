import Synchronization

/// What a person has before them: the place, and the accessibility tree.
package struct Screen: Hashable, Sendable {
  /// The name of the place, as its users call it.
  package let name: String
  /// False where the engine knows that the place is there, and nothing of what it shows.
  package let isModelled: Bool
  /// The other application that the screen belongs to; nil for the product itself.
  package let application: String?
  package let controls: [Control]
  private let listing: Listing

  package init(
    name: String, isModelled: Bool = true, application: String? = nil, controls: [Control]
  ) {
    self.name = name
    self.isModelled = isModelled
    self.application = application
    self.controls = controls
    listing = Listing(controls)
  }

  /// All controls, in screen order.
  package var allControls: [Control] { listing.all }

  /// The open modal dialog on top, if there is one: it hides what is below it.
  package var modal: Control? {
    controls.reversed().lazy.compactMap(\.lastModal).first
  }

  /// The controls that can be reached now.
  package var reachable: [Control] { modal.map(\.descendants) ?? allControls }

  package func control(_ id: Control.ID) -> Control? { allControls.first { $0.id == id } }

  package static func == (a: Screen, b: Screen) -> Bool {
    a.name == b.name && a.isModelled == b.isModelled && a.application == b.application
      && a.controls == b.controls
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(controls)
  }

  /// The controls in a row: gathered when they are first asked for, and kept.
  private final class Listing: Sendable {
    private let roots: [Control]
    private let gathered = Mutex<[Control]?>(nil)

    init(_ roots: [Control]) { self.roots = roots }

    var all: [Control] {
      gathered.withLock { gathered in
        if let gathered { return gathered }
        var found: [Control] = []
        found.reserveCapacity(roots.reduce(0) { $0 + $1.size })
        for root in roots { root.collect(into: &found) }
        gathered = found
        return found
      }
    }
  }
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
