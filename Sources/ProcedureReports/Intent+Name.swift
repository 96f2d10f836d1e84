import ProcedureModel

extension Intent {
  /// As the JSON and the text of the model have it.
  var name: String {
    switch self {
    case .activate: "activate"
    case .doubleActivate: "double-activate"
    case .openContextMenu: "open-context-menu"
    case .visit: "visit"
    case .choose: "choose"
    case .setChecked: "set-checked"
    case .clear: "clear"
    case .turn: "turn"
    case .setExpanded: "set-expanded"
    case .enter: "enter"
    case .name: "name"
    case .assign: "assign"
    case .search: "search"
    case .change: "change"
    case .copy: "copy"
    case .signIn: "sign-in"
    case .signOut: "sign-out"
    case .press: "press"
    case .drag: "drag"
    case .hover: "hover"
    case .scroll: "scroll"
    case .upload: "upload"
    case .wait: "wait"
    case .look: "look"
    case .seek: "seek"
    case .goal: "goal"
    case .include: "include"
    case .unknown: "unknown"
    }
  }

  /// On or off; null where the intent has no state, or it is the other one than before.
  var state: JSONValue {
    switch self {
    case .setChecked(let isOn), .include(let isOn), .setExpanded(let isOn), .turn(let isOn?):
      .bool(isOn)
    default: .null
    }
  }

  var keys: String? { if case .press(let chord) = self { chord.text } else { nil } }

  /// Who is to be signed in.
  var person: String? { if case .signIn(let person?) = self { person.text } else { nil } }

  var destination: String? { if case .drag(let target?) = self { target.text } else { nil } }
}
