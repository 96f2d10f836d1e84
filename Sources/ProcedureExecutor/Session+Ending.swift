import Diagnostics
import EngineInterface
import ProcedureModel

// What can be wrong with how a procedure ends.
extension Session {
  /// That the steps save what nobody changed.
  func nothingSaved(by result: ProcedureResult) -> Finding? {
    // What was not done may be the change.
    guard result.changes.isEmpty,
      result.steps.allSatisfy({ $0.outcome == .passed || $0.outcome == .nothingToDo })
    else { return nil }
    let saves = result.steps.flatMap(\.actions).last { action in
      action.deeds.contains { deed in
        deed.kind == .activated && deed.role == .button
          && LabelMatching.words(deed.name).first == "save"
      }
    }
    if let loss = thrownAway(by: result) {
      return Finding(
        .nothingSaved, at: loss.action.range,
        "this closes the dialog, and what was entered in it is not kept")
    }
    return saves.map { action in
      Finding(
        .nothingSaved, at: action.action.range,
        "this saves, and the steps changed nothing in the product's data")
    }
  }

  /// The way out of a dialog that was taken after something was entered in it.
  private func thrownAway(by result: ProcedureResult) -> ActionResult? {
    var hasEntered = false
    for action in result.steps.flatMap(\.actions) {
      for deed in action.deeds {
        switch deed.kind {
        case .typed, .chose, .checked, .unchecked: hasEntered = true
        case .activated where deed.role == .option || deed.role == .radio: hasEntered = true
        case .activated, .alreadySo, .expanded, .found: break
        }
        let isClosing = deed.effects.contains {
          if case .dialogClosed = $0 { true } else { false }
        }
        guard isClosing else { continue }
        let isWayOut = ["cancel", "close", "no"].contains(deed.name.lowercased())
        if hasEntered, isWayOut, deed.kind == .activated { return action }
        hasEntered = false
      }
    }
    return nil
  }

  /// That what was entered on a screen is not saved, and could be.
  private func unsaved(
    _ procedure: Procedure, _ last: Step, _ before: Observation
  ) async throws(E.Failure) -> Finding? {
    guard before.facts == observation.facts else { return nil }
    for button in screen.reachable where button.saves && button.isEnabled {
      guard var session = trial() else { return nil }
      _ = try await session.perform(.activate(button.id))
      guard session.observation.facts != observation.facts else { continue }
      return Finding(
        .unfinishedProcedure, at: last.actions.last?.range ?? last.range,
        "the procedure ends here, and what was entered on \(screen.placeName) is not saved",
        perhaps: ["a last step that clicks \"\(button.name)\" (tried: it saves)"])
    }
    return nil
  }

  /// A dialog that the procedure opened and left open.
  func unfinished(
    _ procedure: Procedure, before: Observation
  ) async throws(E.Failure) -> Finding? {
    guard let last = procedure.allSteps.last else { return nil }
    guard let dialog = screen.modal else { return try await unsaved(procedure, last, before) }
    guard before.screen.control(dialog.id) == nil, dialog.asksForSomething else { return nil }
    var ways: [String] = []
    for button in dialog.descendants where button.role == .button && button.isEnabled {
      guard !button.isDestructive, var session = trial() else { continue }
      _ = try await session.perform(.activate(button.id))
      let changes = FactChange.difference(from: observation.facts, to: session.observation.facts)
      if session.screen.modal == nil, !changes.isEmpty {
        ways.append("a last step that clicks \"\(button.name)\" (tried: it closes the dialog)")
      }
    }
    return Finding(
      .unfinishedProcedure, at: last.actions.last?.range ?? last.range,
      "the procedure ends here, with the dialog \"\(dialog.name)\" still open", perhaps: ways)
  }
}

extension Control {
  /// "Save", "Save Changes".
  fileprivate var saves: Bool {
    role == .button && LabelMatching.words(name).first == "save"
  }
}

extension Control {
  /// Whether something is to be filled in, chosen or confirmed in a dialog: one that only shows
  /// something is finished with when it was read.
  fileprivate var asksForSomething: Bool {
    descendants.contains { control in
      guard control.isEnabled else { return false }
      // What can be cancelled waits for something.
      let isWayOut =
        control.role == .button && ["cancel", "no"].contains(control.name.lowercased())
      return isWayOut || control.role.isTypable || control.isChecked != nil
        || control.role == .radio
    }
  }
}
