import Diagnostics
import EngineInterface
import ProcedureModel

// What can be wrong with how a procedure ends.
extension Session {
  /// That the steps save what nobody entered, or throw away what they entered.
  func nothingSaved(by result: ProcedureResult) -> Finding? {
    guard result.changesNothing else { return nil }
    if let loss = thrownAway(by: result) {
      return Finding(
        .nothingSaved, at: loss.action.range,
        "this closes the dialog, and what was entered in it is not kept")
    }
    // That what was entered was so already is told where it was entered.
    guard let saving = result.vainSaving, !result.entersSomething else { return nil }
    return Finding(
      .nothingSaved, at: saving.action.range,
      "this saves, and the steps changed nothing in the product's data")
  }

  /// The way out of a dialog that was taken after something was entered in it.
  private func thrownAway(by result: ProcedureResult) -> ActionResult? {
    var hasEntered = false
    for action in result.steps.flatMap(\.actions) {
      for deed in action.deeds {
        if deed.enters { hasEntered = true }
        let isOpening = deed.effects.contains {
          if case .dialogOpened = $0 { true } else { false }
        }
        if isOpening { hasEntered = false }
        let isClosing = deed.effects.contains {
          if case .dialogClosed = $0 { true } else { false }
        }
        guard isClosing else { continue }
        if hasEntered, deed.leavesUnkept { return action }
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
    let search = search(.ending)
    for button in screen.reachable
    where button.purpose == .confirm && button.isEnabled {
      let after = try await observed(after: .activate(button.id), search)
      guard let after, after.facts != observation.facts else { continue }
      return Finding(
        .unfinishedProcedure, at: last.actions.last?.range ?? last.range,
        "the procedure ends here, and what was entered on \(screen.place.text) is not saved",
        perhaps: ["a last step that clicks \"\(button.name)\" (tried: it saves)"])
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
        ways.append("a last step that clicks \"\(button.name)\" (tried: it closes the dialog)")
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

extension ProcedureResult {
  /// Everything was done, and the data are as before: what was not done may be the change.
  fileprivate var changesNothing: Bool {
    changes.isEmpty
      && steps.allSatisfy { $0.outcome == .passed || $0.outcome == .nothingToDo }
  }

  /// The last saving, where nothing was changed.
  var vainSaving: ActionResult? {
    guard changesNothing else { return nil }
    return steps.flatMap(\.actions).last { action in
      action.deeds.contains { $0.kind == .activated && $0.purpose == .confirm }
    }
  }

  fileprivate var entersSomething: Bool {
    steps.flatMap(\.actions).flatMap(\.deeds).contains { deed in
      let holds = deed.role.isTypable || deed.role == .checkbox || deed.role == .switch
      return deed.enters || deed.kind == .alreadySo && (holds || deed.role == .treeitem)
    }
  }
}

extension Deed {
  /// Whether it is a way out that keeps nothing, where it closes a dialog.
  fileprivate var leavesUnkept: Bool {
    switch kind {
    case .activated: purpose == .cancel
    case .pressed(let chord): chord.key == "Escape"
    default: false
    }
  }

  /// Whether it is something that a dialog keeps until it is saved.
  fileprivate var enters: Bool {
    switch kind {
    case .typed, .chose, .checked, .unchecked: true
    case .activated: role == .option || role == .radio
    default: false
    }
  }
}
