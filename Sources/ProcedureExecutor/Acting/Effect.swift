import EngineInterface

/// A difference that a person notices between two observations.
package enum Effect: Hashable, Sendable {
  case screen(String)
  case dialogOpened(String)
  case dialogClosed(String)
  /// A new heading in the same dialog or screen: a further step of a wizard.
  case heading(String)
  case tab(String)
  case message(String)

  static func difference(from before: Observation, to after: Observation) -> [Effect] {
    var effects: [Effect] = []
    let (old, new) = (before.screen, after.screen)
    if let dialog = old.modal, !new.allControls.contains(where: { $0.id == dialog.id }) {
      effects.append(.dialogClosed(dialog.name))
    }
    if old.name != new.name { effects.append(.screen(new.name)) }
    if let dialog = new.modal, !old.allControls.contains(where: { $0.id == dialog.id }) {
      effects.append(.dialogOpened(dialog.name))
    }
    if effects.isEmpty {
      let known = Set(old.allControls.filter { $0.role == .heading }.map(\.name))
      effects += new.allControls.filter { $0.role == .heading && !known.contains($0.name) }
        .map { .heading($0.name) }
      let tabs = Set(old.allControls.filter { $0.role == .tab && $0.isSelected == true }.map(\.id))
      effects += new.allControls
        .filter { $0.role == .tab && $0.isSelected == true && !tabs.contains($0.id) }
        .map { .tab($0.name) }
    }
    effects += after.messages.map { .message($0) }
    return effects
  }
}
