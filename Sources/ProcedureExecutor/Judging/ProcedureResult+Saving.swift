import Diagnostics
import EngineInterface
import ProcedureModel

// Whether what was entered was kept.
extension ProcedureResult {
  /// A finding if the steps discard what they entered.
  func discarded() -> Finding? {
    guard changesNothing, let loss = thrownAway() else { return nil }
    return Finding(
      .nothingSaved, at: loss.action.range,
      "this closes the dialog and discards what was entered in it")
  }

  /// What the steps set, or found as they ask for it, by its names on the screen.
  var namesSet: [String] {
    steps.flatMap(\.actions).flatMap(\.deeds).filter { $0.enters || $0.kind == .alreadySo }
      .flatMap { [$0.name, $0.collection].compactMap(\.self) }
  }

  /// A finding if the steps save, and nothing in the product's data is changed by it: an error where
  /// nothing was entered; else it may have been so already, and is not judged.
  func nothingSaved() -> Finding? {
    guard let saving = vainSaving, !findsItSo else { return nil }
    let range = saving.action.range
    return entersSomething
      ? Finding(
        .claimNotJudged, at: range,
        "this saves what was entered, but nothing in the product's data changed, so that it does"
          + " was not judged")
      : Finding(
        .nothingSaved, at: range,
        "this saves, but the steps changed nothing in the product's data")
  }

  /// The way out of a dialog that was taken after something was entered in it.
  private func thrownAway() -> ActionResult? {
    var hasEntered = false
    for action in steps.flatMap(\.actions) {
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

  /// Everything was done, and the data are as before: what was not done may be the change.
  fileprivate var changesNothing: Bool {
    changes.isEmpty
      && steps.allSatisfy { $0.outcome == .passed || $0.outcome == .nothingToDo }
  }

  /// What was typed last into each field, by its label as labels are compared.
  var entered: [String: String] {
    var entered: [String: String] = [:]
    for deed in steps.flatMap(\.actions).flatMap(\.deeds) {
      if case .typed(let text) = deed.kind { entered[LabelMatching.normalised(deed.name)] = text }
    }
    return entered
  }

  /// The last saving, where nothing was changed.
  var vainSaving: ActionResult? {
    guard changesNothing else { return nil }
    return steps.flatMap(\.actions).last { action in
      action.deeds.contains { $0.kind == .activated && $0.purpose == .confirm }
    }
  }

  /// Something was so already, which `already-so` reports.
  private var findsItSo: Bool {
    steps.flatMap(\.actions).flatMap(\.deeds).contains { deed in
      let holds = deed.role.isTypable || deed.role == .checkbox || deed.role == .switch
      return deed.kind == .alreadySo && (holds || deed.role == .treeitem)
    }
  }

  private var entersSomething: Bool {
    steps.flatMap(\.actions).flatMap(\.deeds).contains(where: \.enters)
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
  var enters: Bool {
    switch kind {
    case .typed, .chose, .checked, .unchecked: true
    case .activated: role == .option || role == .radio
    default: false
    }
  }
}
