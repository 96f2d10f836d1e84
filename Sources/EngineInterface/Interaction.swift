/// What a person does to a control, or with the keyboard.
package enum Interaction: Hashable, Sendable {
  /// A click, or the key that does the same.
  case activate(Control.ID)
  /// Types a text in place of what is there.
  case fill(Control.ID, String)
  /// Chooses the option of this name in a combobox or listbox.
  case choose(Control.ID, option: String)
  case setChecked(Control.ID, Bool)
  case setExpanded(Control.ID, Bool)
  case doubleActivate(Control.ID)
  /// A click with the other button, or the key for it.
  case openContextMenu(Control.ID)
  /// Selects an item besides those that are selected already.
  case addToSelection(Control.ID)
  case drag(Control.ID, onto: Control.ID)
  /// Rests the pointer on it.
  case hover(Control.ID)
  /// Puts a file of this name into it.
  case upload(Control.ID, file: String)
  case press(Chord)

  /// What it is done to first; nil for a key, which goes to what has the focus.
  package var control: Control.ID? {
    switch self {
    case .activate(let id), .fill(let id, _), .choose(let id, _), .setChecked(let id, _),
      .setExpanded(let id, _), .doubleActivate(let id), .openContextMenu(let id),
      .addToSelection(let id), .drag(let id, _), .hover(let id), .upload(let id, _):
      id
    case .press: nil
    }
  }

  /// What an engine must be able to take it; nil for what every engine takes.
  package var ability: Ability? {
    switch self {
    case .activate, .fill, .choose, .setChecked, .setExpanded: nil
    case .doubleActivate: .doubleActivate
    case .openContextMenu: .openContextMenu
    case .addToSelection: .addToSelection
    case .drag: .drag
    case .hover: .hover
    case .upload: .upload
    case .press: .press
    }
  }
}

/// What not every engine can take.
package enum Ability: String, CaseIterable, Hashable, Sendable {
  case doubleActivate, openContextMenu, addToSelection, drag, hover, upload, press
}

/// A key, with those that are held down meanwhile.
package struct Chord: Hashable, Sendable {
  package enum Modifier: String, CaseIterable, Hashable, Sendable {
    case control, alt, shift, meta
  }

  /// As in the standard for keyboard events: "Enter", "Escape", "Tab", "ArrowDown", "s".
  package let key: String
  package let modifiers: Set<Modifier>

  package init(_ key: String, holding modifiers: Set<Modifier> = []) {
    self.key = key
    self.modifiers = modifiers
  }
}
