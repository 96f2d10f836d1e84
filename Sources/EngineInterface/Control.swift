/// One node of a screen's accessibility tree.
///
/// It never changes; that it is a class makes a list of controls cheap to keep and to hand on.
package final class Control: Hashable, Sendable {
  /// Names a control within one observation; an engine chooses it.
  package struct ID: Hashable, Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }
  }

  /// What using a control is for, where its users rely on that whatever it is called.
  package enum Purpose: String, Sendable {
    /// Keeps what was entered: "Save", "Create".
    case confirm
    /// Leaves without keeping it: "Cancel".
    case cancel
    /// Removes data that can't be brought back; never proposed instead of another control.
    case destroy
  }

  package let id: ID
  package let role: Role
  /// The accessible name, without the colon and the star that a screen may add.
  package let name: String
  /// What a text field, a combobox or a status shows.
  package let value: String?
  /// Words that tell more about it and are not its name.
  package let description: String?
  /// Why it can't be used now, a reason each; empty where it can.
  package let disabledReasons: [String]
  /// Nil where it can't be checked.
  package let isChecked: Bool?
  /// Nil where it has nothing to expand; the children of a collapsed control are not there.
  package let isExpanded: Bool?
  /// Nil where it can't be selected.
  package let isSelected: Bool?
  package let isRequired: Bool
  package let isModal: Bool
  /// Whether several of the items that it holds can be selected at a time.
  package let isMultiselectable: Bool
  /// Further nouns that its users have for it, in lower case and singular.
  package let nouns: [String]
  package let purpose: Purpose?
  package let children: [Control]
  /// How many controls it is, with all below it.
  package let size: Int
  /// Whether it or one below it is modal.
  let holdsModal: Bool

  package init(
    id: ID, role: Role, name: String, value: String? = nil, description: String? = nil,
    disabledReasons: [String] = [], isChecked: Bool? = nil, isExpanded: Bool? = nil,
    isSelected: Bool? = nil, isRequired: Bool = false, isModal: Bool = false,
    isMultiselectable: Bool = false, nouns: [String] = [], purpose: Purpose? = nil,
    children: [Control] = []
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
    self.isMultiselectable = isMultiselectable
    self.nouns = nouns
    self.purpose = purpose
    self.children = children
    size = children.reduce(1) { $0 + $1.size }
    holdsModal = isModal || children.contains(where: \.holdsModal)
  }

  package var isEnabled: Bool { disabledReasons.isEmpty }
  package var isDestructive: Bool { purpose == .destroy }

  /// This control and all below it, in screen order.
  package var descendants: [Control] {
    var found: [Control] = []
    found.reserveCapacity(size)
    collect(into: &found)
    return found
  }

  /// The one at this place among `descendants`, which are not gathered for it.
  package func descendant(_ index: Int) -> Control {
    if index == 0 { return self }
    var rest = index - 1
    for child in children {
      if rest < child.size { return child.descendant(rest) }
      rest -= child.size
    }
    preconditionFailure("there are \(size) controls, and none of number \(index)")
  }

  /// The last modal one here or below, the innermost where one holds another.
  var lastModal: Control? {
    guard holdsModal else { return nil }
    return children.reversed().lazy.compactMap(\.lastModal).first ?? self
  }

  func collect(into found: inout [Control]) {
    found.append(self)
    for child in children { child.collect(into: &found) }
  }

  // MARK: Hashable

  package static func == (a: Control, b: Control) -> Bool {
    a === b
      || a.size == b.size && a.id == b.id && a.role == b.role && a.name == b.name
        && a.value == b.value && a.description == b.description
        && a.disabledReasons == b.disabledReasons && a.isChecked == b.isChecked
        && a.isExpanded == b.isExpanded && a.isSelected == b.isSelected
        && a.isRequired == b.isRequired && a.isModal == b.isModal
        && a.isMultiselectable == b.isMultiselectable && a.nouns == b.nouns
        && a.purpose == b.purpose && a.children == b.children
  }

  /// What seldom differs between two controls of one id is left to `==`.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(value)
    hasher.combine(isChecked)
    hasher.combine(isExpanded)
    hasher.combine(isSelected)
    hasher.combine(disabledReasons.isEmpty)
    hasher.combine(children)
  }
}
