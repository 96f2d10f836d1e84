import EngineInterface
import ProcedureExecutor
import ProcedureModel

extension Deed {
  /// What was done to which control, why, and what came of it.
  var phrase: String {
    let place = collection.map { " in \($0)" } ?? ""
    let control = "\(name) (\(role.words)\(place))"
    var text: String =
      switch kind {
      case .activated: "\(control): clicked"
      case .typed(""): "\(control): cleared"
      case .typed(let value): "\(control): typed \"\(value)\""
      case .chose(let option): "\(control): chose \"\(option)\""
      case .checked: "\(control): checked"
      case .unchecked: "\(control): unchecked"
      case .expanded: "\(control): expanded"
      case .collapsed: "\(control): collapsed"
      case .doubleActivated: "\(control): double-clicked"
      case .contextMenuOpened: "\(control): right-clicked"
      case .added: "\(control): added to the selection"
      case .dragged(let target): "\(control): dragged onto \"\(target)\""
      case .hovered: "\(control): hovered over"
      case .uploaded(let file): "\(control): uploaded \"\(file)\""
      case .signedIn: "signed in as \(name)"
      case .signedOut: "signed out"
      case .pressed(let chord): "\(chord.text): pressed"
      case .found: "\(control): found"
      case .alreadySo: "\(name): no change needed"
      }
    if let reason { text += " (\(reason.text))" }
    if !effects.isEmpty { text += " → " + effects.map(\.phrase).joined(separator: ", ") }
    return text
  }
}
