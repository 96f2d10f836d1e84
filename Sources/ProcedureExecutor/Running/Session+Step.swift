import Diagnostics
import EngineInterface
import ProcedureModel

// One step: its actions in their order, and what became of each.
extension Session {
  mutating func run(
    _ step: Step, blockedBy failure: String?, after unread: String?, doubting: String? = nil,
    _ findings: inout [Finding]
  ) async throws(E.Failure) -> StepResult {
    findings += step.leftovers.map {
      Finding(
        .stepNotUnderstood, at: $0.range,
        "\"\($0.text)\" was not understood, so it was"
          + " not performed")
    }
    guard !step.performed.isEmpty else { return idle(step, &findings) }
    var result = StepResult(step: step, outcome: .passed)
    stepState.isHolding = false
    let actions = step.performed
    var moments: [Checkpoint] = []
    for (index, action) in actions.enumerated() {
      if step.expects.contains(where: { $0.actionsBefore == index }) {
        stepState.between[index] = observation
      }
      if !step.untaken.isEmpty, let moment = try await checkpoint() { moments.append(moment) }
      let decision = action.condition.map(decide)
      if let reason = leftOut(action, decision) {
        if case .open = decision { stepState.leftOpen = true }
        result.actions.append(ActionResult(action: action, outcome: .skipped, deeds: []))
        if failure == nil {
          findings.append(Finding(.conditionNotChecked, at: action.range, reason))
        }
        continue
      }
      // "Expand A, and check B and C": both are under it.
      let isOfOneVerb = index > 1 && action.verbRange == actions[index - 1].verbRange
      if !isOfOneVerb { stepState.expandedLast = stepState.expandedNow }
      stepState.expandedNow = nil
      let done = try await perform(action, following: actions[(index + 1)...])
      let isKnown = if case .holds = decision { true } else { false }
      let outcome =
        done.failure.map {
          self.outcome(of: action, $0, in: result, failure, isKnown: isKnown, doubting: doubting)
        } ?? .passed
      if let reason = done.failure {
        findings += told(reason, of: action, outcome, after: unread, isBlocked: failure != nil)
      }
      if failure == nil, result.outcome != .failed { findings += done.findings }
      result.actions.append(ActionResult(action: action, outcome: outcome, deeds: done.deeds))
      if result.outcome == .passed, outcome != .skipped { result.outcome = outcome }
      if outcome == .failed {
        result.outcome = .failed
        result.screen = screen
      }
    }
    if result.actions.allSatisfy({ $0.outcome == .skipped }) { result.outcome = .skipped }
    // Waiting, and looking for anything, leave nothing to tick.
    if result.outcome == .passed,
      result.actions.allSatisfy({ $0.outcome != .passed || $0.deeds.isEmpty })
    {
      result.outcome = .nothingToDo
    }
    // What was read in part was done in part.
    if result.outcome == .passed, !step.leftovers.isEmpty { result.outcome = .notUnderstood }
    if failure == nil { try await tryWays(of: &result, from: moments, &findings) }
    return result
  }

  /// Why an action is not done: its condition does not hold, or may not.
  func leftOut(_ action: Action, _ decision: Decision?) -> String? {
    switch decision {
    case .fails(let meant): "this applies only \(meant); it was skipped"
    case .open where action.isOnlyInCase:
      "whether \"\(action.condition?.text ?? "")\" holds can't be told, so this was not performed"
    case .open, .holds, nil: nil
    }
  }

  /// What became of an action that could not be done.
  ///
  /// One that holds only in a case is left out, unless it is known that the case holds.
  private func outcome(
    of action: Action, _ reason: ActionFailure, in step: StepResult, _ failure: String?,
    isKnown: Bool, doubting: String?
  ) -> Outcome {
    if action.isHypothetical, !isKnown { return .skipped }
    switch reason.rule {
    case .stepNotUnderstood: return .notUnderstood
    case .notPerformable: return .notPerformable
    case .manualStep: return .manual
    default: break
    }
    if let failure = failure ?? doubting { return .blocked(by: .step(failure)) }
    // Another item may be what is meant.
    if let guess = procedureState.guessed, reason.rule == .controlDisabled {
      return .blocked(by: .step(guess))
    }
    if stepState.leftOpen { return .blocked(by: .step(step.step.ordinal)) }
    // What a person is to fill in may be what is missing.
    if let manual = procedureState.handedOver, reason.rule == .controlDisabled,
      manual.place == screen.place.text
    {
      return .blocked(by: .step(manual.step))
    }
    // What is disabled may wait for what was not understood.
    if step.outcome == .notUnderstood || !step.step.leftovers.isEmpty,
      reason.rule == .controlDisabled
    {
      return .blocked(by: .step(step.step.ordinal))
    }
    let isBlocked = [.failed, .notPerformable, .manual].contains(step.outcome)
    return isBlocked ? .blocked(by: .step(step.step.ordinal)) : .failed
  }

  /// The findings for an action that could not be performed.
  private func told(
    _ reason: ActionFailure, of action: Action, _ outcome: Outcome, after unread: String?,
    isBlocked: Bool
  ) -> [Finding] {
    switch outcome {
    case .failed, .notUnderstood, .notPerformable, .manual:
      var finding = reason.finding
      // What was not understood was not done, and may be what is missing now.
      if outcome == .failed, let unread {
        finding.because.append("step \(unread) was not understood, so it was not performed")
      }
      return [finding]
    case .skipped where !isBlocked:
      let words = action.condition?.text ?? ""
      return [
        Finding(
          .conditionNotChecked, at: action.range,
          "this applies only \"\(words)\"; it was skipped: " + reason.message)
      ]
    default: return []
    }
  }

  /// Who performs what follows: the person of the step may be somebody else.
  private var performedBy: [String] {
    present.map { ["what follows is performed " + $0.circumstance.phrase($0.value)] } ?? []
  }

  /// A step without anything to perform.
  private func idle(_ step: Step, _ findings: inout [Finding]) -> StepResult {
    switch step.kind {
    case .manual:
      findings.append(
        Finding(
          .manualStep, at: step.range,
          "step \(step.ordinal) is manual: a person has to do it",
          because: procedureState.later.isEmpty ? [] : performedBy))
      return StepResult(step: step, outcome: .manual)
    case .reference, .choice:
      return StepResult(step: step, outcome: .nothingToDo)
    case .action, .informational:
      // "Do this on the tab:": the steps behind it say what.
      let introduces = step.reason?.kind == .introduces && !procedureState.later.isEmpty
      guard step.expects.isEmpty, step.steps.isEmpty, !introduces else {
        return StepResult(step: step, outcome: .nothingToDo)
      }
      findings.append(
        Finding(
          .stepNotUnderstood, at: step.range,
          "step \(step.ordinal): " + (step.reason?.text ?? "no instruction is recognised")))
      return StepResult(step: step, outcome: .notUnderstood)
    }
  }
}

extension Action {
  /// Whether it is asked for in a case, which the product decides and not the reader.
  fileprivate var isOnlyInCase: Bool { !isOptional && condition?.kind == .inCase }

  /// Whether the action is asked for only in some cases, not just at some time.
  fileprivate var isHypothetical: Bool {
    guard !isOptional, let condition else { return false }
    return condition.kind != .time
  }
}
