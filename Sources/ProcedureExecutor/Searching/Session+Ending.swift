import Diagnostics
import EngineInterface
import ProcedureModel

// How a procedure can end too early: what would end it is tried.
extension Session {
  /// That what was entered on a screen is not saved, and could be.
  private func unsaved(
    _ procedure: Procedure, _ last: Step, _ before: Observation
  ) async throws(E.Failure) -> Finding? {
    guard before.facts == observation.facts else { return nil }
    let search = search(.ending)
    for button in screen.reachable
    where button.purpose == .confirm && button.isEnabled {
      let after = try await observed(after: .activate(button.id), search)
      guard let after, after.facts != observation.facts else { continue }
      return Finding(
        .unfinishedProcedure, at: last.actions.last?.range ?? last.range,
        "the procedure ends here, but what was entered on \(screen.place.text) is not saved",
        perhaps: ["add a last step that clicks \"\(button.name)\" (tried: it saves)"])
    }
    return nil
  }

  private func observed(
    after interaction: Interaction, _ search: Search
  ) async throws(E.Failure) -> Observation? {
    try await trying(search) { session throws(E.Failure) in
      _ = try await session.perform(interaction)
      return session.observation
    }
  }

  /// A dialog that the procedure opened and left open.
  func unfinished(
    _ procedure: Procedure, before: Observation
  ) async throws(E.Failure) -> Finding? {
    guard let last = procedure.allSteps.last else { return nil }
    guard let dialog = screen.modal else { return try await unsaved(procedure, last, before) }
    guard before.screen.control(dialog.id) == nil, dialog.asksForSomething else { return nil }
    var ways: [String] = []
    let search = search(.ending)
    for button in dialog.descendants where button.role == .button && button.isEnabled {
      guard !button.isDestructive,
        let after = try await observed(after: .activate(button.id), search)
      else { continue }
      if after.screen.modal == nil, after.facts != observation.facts {
        ways.append("add a last step that clicks \"\(button.name)\" (tried: it closes the dialog)")
      }
    }
    return Finding(
      .unfinishedProcedure, at: last.actions.last?.range ?? last.range,
      "the procedure ends here, with the dialog \"\(dialog.name)\" still open", perhaps: ways)
  }
}

extension Control {
  /// Whether something is to be filled in, chosen or confirmed in a dialog: one that only shows
  /// something is finished with when it was read.
  fileprivate var asksForSomething: Bool {
    descendants.contains { control in
      guard control.isEnabled else { return false }
      // What can be confirmed waits for it.
      return control.purpose == .confirm || control.purpose == .destroy || control.role.isTypable
        || control.isChecked != nil || control.role == .radio
    }
  }
}

extension Question {
  /// What would save, or close, at the end of a procedure.
  fileprivate static let ending = Question("ending", budget: 60)
}
