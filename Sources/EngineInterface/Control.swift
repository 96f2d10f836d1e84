/// One node of a screen's accessibility tree.
package struct Control: Hashable, Sendable {
  /// Names a control within one observation; an engine chooses it.
  package struct ID: Hashable, Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }
  }

  package let id: ID
  package let role: Role
  /// The accessible name, without the colon and the star that a screen may add.
  package let name: String
  /// What a text field, a combobox or a status shows.
  package var value: String?
  /// Words that tell more about it and are not its name.
  package var description: String?
  /// Why it can't be used now, a reason each; empty where it can.
  package var disabledReasons: [String]
  /// Nil where it can't be checked.
  package var isChecked: Bool?
  /// Nil where it has nothing to expand; the children of a collapsed control are not there.
  package var isExpanded: Bool?
  /// Nil where it can't be selected.
  package var isSelected: Bool?
  package var isRequired: Bool
  package var isModal: Bool { didSet { measure() } }
  /// Further nouns that its users have for it, in lower case and singular.
  package var nouns: [String]
  /// Removes data that can't be brought back; never proposed instead of another control.
  package var isDestructive: Bool
  package var children: [Control] { didSet { measure() } }
  /// How many controls it is, with all below it.
  package private(set) var size = 1
  /// Whether it or one below it is modal.
  private(set) var holdsModal = false

  package init(
    id: ID, role: Role, name: String, value: String? = nil, description: String? = nil,
    disabledReasons: [String] = [], isChecked: Bool? = nil, isExpanded: Bool? = nil,
    isSelected: Bool? = nil, isRequired: Bool = false, isModal: Bool = false, nouns: [String] = [],
    isDestructive: Bool = false, children: [Control] = []
  ) {
    self.id = id
    self.role = role
    self.name = name
    self.value = value
    self.description = description
    self.disabledReasons = disabledReasons
    self.isChecked = isChecked
    self.isExpanded = isExpanded
    self.isSelected = isSelected
    self.isRequired = isRequired
    self.isModal = isModal
    self.nouns = nouns
    self.isDestructive = isDestructive
    self.children = children
    measure()
  }

  private mutating func measure() {
    size = 1
    holdsModal = isModal
    // By index: to go through the elements would copy each.
    for index in children.indices {
      size += children[index].size
      holdsModal = holdsModal || children[index].holdsModal
    }
  }

  package var isEnabled: Bool { disabledReasons.isEmpty }

  /// This control and all below it, in screen order.
  package var descendants: [Control] {
    var found: [Control] = []
    found.reserveCapacity(size)
    collect(into: &found)
    return found
  }

  /// The one at this place among `descendants`, which are not gathered for it.
  package func descendant(_ index: Int) -> Control {
    var found = self
    inspect(index) { found = copy $0 }
    return found
  }

  /// Looks at the one at this place among `descendants`, without a copy of it.
  package func inspect(_ index: Int, _ look: (borrowing Control) -> Void) {
    if index == 0 { return look(self) }
    var rest = index - 1
    for child in children.indices {
      if rest < children[child].size { return children[child].inspect(rest, look) }
      rest -= children[child].size
    }
    preconditionFailure("there are \(size) controls, and none of number \(index)")
  }

  /// The last modal one here or below, the innermost where one holds another.
  var lastModal: Control? {
    guard holdsModal else { return nil }
    for index in children.indices.reversed() {
      if let modal = children[index].lastModal { return modal }
    }
    return self
  }

  private func collect(into found: inout [Control]) {
    found.append(self)
    for child in children { child.collect(into: &found) }
  }
}
