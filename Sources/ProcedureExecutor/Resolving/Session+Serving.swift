import Diagnostics
import EngineInterface
import ProcedureModel

// Which of several controls of one label a page means: the one with which the rest can be done.
extension Session {
  /// The control that serves best, found by trying; nil where several serve as well and the words
  /// name one, or where a noun would tell them apart.
  func serving(
    _ controls: [Control], _ target: Target, _ attempt: inout Attempt
  ) async throws(E.Failure) -> Control? {
    if let place = procedureState.lookedAt.flatMap(screen.control) {
      let inside = controls.filter { control in
        place.descendants.contains { $0.id == control.id }
      }
      if inside.count == 1 { return inside[0] }
    }
    guard !isTrial, Set(controls.map(\.role)).count == 1 else { return nil }
    let search = search(.servingControl)
    var best: (control: Control, done: Int)?
    var isAlone = true
    for control in controls {
      let done = try await trying(search) { session throws(E.Failure) in
        try await session.actionsDone(after: control, attempt)
      }
      guard let done = done ?? nil else { continue }
      if done == best?.done { isAlone = false }
      guard done > best?.done ?? -1 else { continue }
      best = (control, done)
      isAlone = true
    }
    guard let best, isAlone || attempt.action.leavesOpen || stepState.seeksAny else { return nil }
    let place = screen.holderName(of: best.control).map { " in \"\($0)\"" } ?? ""
    attempt.findings.append(
      Finding(
        .chosenTarget, at: target.range,
        "\"\(target.text)\" is there \(controls.count) times; chose the one\(place)"
          + " (\(Deed.Reason.firstServing.text))"))
    return best.control
  }

  /// How many of the actions that follow can be done after using a control, up to the first that
  /// can't; nil where the rest of the step can't be done.
  private mutating func actionsDone(
    after control: Control, _ attempt: Attempt
  ) async throws(E.Failure) -> Int? {
    var tried = Attempt(action: attempt.action, following: [])
    try await act(on: control, attempt.action, reason: nil, &tried)
    guard tried.failure == nil else { return nil }
    let later = procedureState.later.prefix(2).flatMap(\.performed)
    let rest = Array(attempt.following) + later
    for (index, action) in rest.enumerated() {
      guard leftOut(action, action.condition.map(decide)) == nil else { continue }
      let result = try await perform(action, following: rest[(index + 1)...])
      guard result.failure == nil else { return index < attempt.following.count ? nil : index }
    }
    return rest.count
  }
}

extension Action {
  /// "**Edit** for the feature that you want": which one is the reader's choice.
  fileprivate var leavesOpen: Bool {
    within?.isBeside == true && (within?.form == .described || within?.form == .pronoun)
  }
}

extension Question {
  /// Which control of a label lets the rest be done.
  fileprivate static let servingControl = Question("serving-control", budget: 200)
}
