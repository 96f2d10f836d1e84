/// What a person does to a control.
package enum Interaction: Hashable, Sendable {
  /// A click, or the key that does the same.
  case activate(Control.ID)
  /// Types a text in place of what is there.
  case fill(Control.ID, String)
  /// Chooses the option of this name in a combobox or listbox.
  case choose(Control.ID, option: String)
  case setChecked(Control.ID, Bool)
  case setExpanded(Control.ID, Bool)

  package var control: Control.ID {
    switch self {
    case .activate(let id), .fill(let id, _), .choose(let id, _), .setChecked(let id, _),
      .setExpanded(let id, _):
      id
    }
  }
}
