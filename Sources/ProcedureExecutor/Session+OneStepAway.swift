import EngineInterface
import ProcedureModel

extension Session {
  /// What has to be done first, where one choice, one check or one tab brings the target: each is
  /// tried on a copy.
  ///
  /// Empty where no one thing does, or where the engine can't be copied.
  func oneStepAway(_ target: Target, _ action: Action) async throws(E.Failure) -> [String] {
    for opening in openings() {
      guard var session = trial() else { return [] }
      _ = try await session.perform(opening.interaction)
      // What leads elsewhere is another step, and not what is missing in this one.
      guard session.screen.name == screen.name, session.screen.modal?.id == screen.modal?.id
      else { continue }
      let found = session.resolver.candidates(
        for: target, to: action.intent, in: session.screen.reachable
      ).controls
      if let control = found.first { return ["\"\(control.name)\" is there \(opening.words)"] }
    }
    return []
  }

  /// Something to do, and how it is told.
  private struct Opening {
    let interaction: Interaction
    let words: String
  }

  /// What can show more of the present screen without leaving it, in screen order.
  private func openings() -> [Opening] {
    screen.reachable.filter { $0.isEnabled && !$0.isDestructive }.flatMap(openings)
  }

  private func openings(of control: Control) -> [Opening] {
    let id = control.id
    switch control.role {
    case .combobox:
      let options = control.descendants.filter { $0.role == .option && $0.name != control.value }
      return options.map { option in
        Opening(
          interaction: .choose(id, option: option.name),
          words: "once \"\(control.name)\" is set to \"\(option.name)\"")
      }
    case .checkbox, .switch:
      guard control.isChecked == false else { return [] }
      return [
        Opening(interaction: .setChecked(id, true), words: "once \"\(control.name)\" is checked")
      ]
    case .tab:
      guard control.isSelected != true else { return [] }
      return [Opening(interaction: .activate(id), words: "on the tab \"\(control.name)\"")]
    default: return []
    }
  }
}
