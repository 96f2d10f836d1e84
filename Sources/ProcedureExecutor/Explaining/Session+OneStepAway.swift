import EngineInterface
import ProcedureModel

extension Session {
  /// What has to be done first, where one choice, one check or one tab brings the target: each is
  /// tried.
  ///
  /// Empty where no one thing does, or where the engine has no way back.
  func oneStepAway(_ target: Target, _ action: Action) async throws(E.Failure) -> [String] {
    let search = search(.nearby)
    for opening in openings() {
      let reached = try await trying(search) { session throws(E.Failure) in
        _ = try await session.perform(opening.interaction)
        return session.screen
      }
      guard let reached else { return [] }
      // What leads elsewhere is another step, and not what is missing in this one.
      guard reached.name == screen.name, reached.modal?.id == screen.modal?.id else { continue }
      let found = Resolver(screen: reached, product: product).candidates(
        for: target, to: action.intent, in: reached.reachable
      ).controls
      if let control = found.first { return ["\"\(control.name)\" is shown \(opening.words)"] }
    }
    return try await onePageOn(target, action)
  }

  /// What is on the next page of the dialog: its fields are filled in, and each button is tried.
  private func onePageOn(_ target: Target, _ action: Action) async throws(E.Failure) -> [String] {
    guard let dialog = screen.modal else { return [] }
    let search = search(.nearby)
    for button in dialog.descendants where button.role == .button && !button.isDestructive {
      let found = try await trying(search) { session throws(E.Failure) -> String? in
        for field in dialog.descendants
        where field.role.isTypable && field.role != .combobox && field.isRequired
          && (field.value ?? "").isEmpty
        {
          let text = session.memory.values.text(for: field).text
          _ = try await session.perform(.fill(field.id, text))
        }
        guard session.screen.control(button.id)?.isEnabled == true else { return nil }
        let before = session.observation
        _ = try await session.perform(.activate(button.id))
        guard session.screen.modal?.name == dialog.name, session.observation.facts == before.facts
        else { return nil }
        let found = session.resolver.candidates(
          for: target, to: action.intent, in: session.screen.reachable
        ).controls
        return found.first?.name
      }
      if let name = found ?? nil {
        return ["\"\(name)\" is on the next page of the dialog, behind \"\(button.name)\""]
      }
    }
    return []
  }

  /// An interaction, and how a message describes it.
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
      return [Opening(interaction: .activate(id), words: "on the \"\(control.name)\" tab")]
    default: return []
    }
  }
}

extension Question {
  /// What one step away shows a control that is missing.
  static let nearby = Question("nearby", budget: 300)
}
