import Diagnostics
import EngineInterface
import ProcedureModel

extension Session {
  /// Performs a procedure from the present screen and judges what came of it.
  ///
  /// Where the page leaves a choice and nothing comes of the first, the next ones are tried: of
  /// roles, one for which there is something to save.
  mutating func run(_ procedure: Procedure) async throws(E.Failure) -> ProcedureResult {
    let start = self
    let mark = try await engine.mark()
    let result = try await runOnce(procedure)
    guard let first = result.fruitlessChoice, let mark else { return result }
    let end = self
    let search = search(.fruitful)
    var tried: Set = [first]
    while search.mayGoOn {
      self = start
      try await engine.goBack(to: mark)
      self.search = search
      avoided = tried
      let other = try await runOnce(procedure)
      guard let chosen = other.firstChoice, tried.insert(chosen).inserted else { break }
      if other.fruitlessChoice == nil, other.findings.allSatisfy({ $0.severity < .error }) {
        avoided = []
        self.search = start.search
        return other
      }
    }
    self = end
    return result
  }

  private mutating func runOnce(_ procedure: Procedure) async throws(E.Failure) -> ProcedureResult {
    var result = ProcedureResult(procedure: procedure)
    let before = observation
    sightings = []
    factsBefore = before.facts
    var firstFailure: String?
    /// Where the step began of which the next one may be another way.
    var branch: Checkpoint?
    var unread: String?
    /// The step that the engine can't perform: what depends on it is not judged.
    var undone: String?
    var factsAtStep: [(step: Step, before: [Fact], after: Observation, effects: [Effect])] = []
    for step in procedure.allSteps {
      stepOrdinal = step.ordinal
      if step.isOtherWay, let branch,
        let way = try await tried(step, from: branch), !isTrial, firstFailure == nil
      {
        result.findings += way.findings
        result.steps.append(way.result)
        continue
      }
      branch = try await checkpoint()
      let facts = observation.facts
      let stepResult = try await run(
        step, blockedBy: firstFailure ?? undone, after: unread, &result.findings)
      // What a person has to do, or nobody can do here, may be what all else depends on.
      let isUndone = stepResult.actions.contains {
        $0.outcome == .notPerformable || $0.outcome == .manual
      }
      if isUndone, undone == nil {
        undone = step.ordinal
      }
      if stepResult.outcome == .notUnderstood { unread = step.ordinal }
      if stepResult.outcome == .failed, !stepResult.goesOn, firstFailure == nil {
        firstFailure = step.ordinal
      }
      let effects = stepResult.actions.flatMap(\.deeds).flatMap(\.effects)
      factsAtStep.append((step, facts, observation, effects))
      result.steps.append(stepResult)
    }
    result.changes = FactChange.difference(from: before.facts, to: observation.facts)
    for change in result.changes {
      switch change {
      case .added(let fact): made.append(fact)
      // What was made before may have another name now.
      case .changed(let old, let new): made = made.map { $0.isSame(as: old) ? new : $0 }
      case .removed: break
      }
    }
    guard firstFailure == nil else { return result }
    guard undone == nil else {
      result.expectations = procedure.allExpectations.map {
        ExpectationResult(expectation: $0, verdict: .notJudged)
      }
      if let finding = nothingChecked(in: result) { result.findings.append(finding) }
      return result
    }

    let judge = Judge(
      product: product, procedure: procedure, before: before.facts, changes: result.changes)
    result.absences = product.factKinds.compactMap { kind in
      result.changes.contains { $0.kind == kind.name } ? nil : kind.absence
    }
    for (step, facts, after, effects) in factsAtStep {
      let changes = FactChange.difference(from: facts, to: after.facts)
      for expectation in step.expects + step.admonitions.flatMap(\.expects) {
        // What does not happen, does not happen later either.
        let isAbsence = if case .isNotMade = expectation.claim { true } else { false }
        let verdict = judge.verdict(
          on: expectation, sightings: sightings, changes: isAbsence ? result.changes : changes,
          effects: effects, observation: after)
        result.expectations.append(ExpectationResult(expectation: expectation, verdict: verdict))
      }
    }
    for expectation in procedure.expects + procedure.admonitions.flatMap(\.expects) {
      let verdict = judge.verdict(
        on: expectation, sightings: sightings, changes: result.changes,
        effects: factsAtStep.flatMap(\.effects), observation: observation)
      result.expectations.append(ExpectationResult(expectation: expectation, verdict: verdict))
    }
    if let promise = judge.unjudgedPromise() { result.expectations.append(promise) }
    result.findings += judge.findings(on: result.expectations, sightings: sightings)
    if let finding = try await unfinished(procedure, before: before) {
      // That it "closes" and does not was told already.
      if !result.expectations.contains(where: \.isUnmetClosing) { result.findings.append(finding) }
    } else if let finding = judge.brokenPromise() ?? nothingSaved(by: result) {
      result.findings.append(finding)
    }
    if let finding = nothingChecked(in: result) { result.findings.append(finding) }
    return result
  }

  private func nothingChecked(in result: ProcedureResult) -> Finding? {
    guard !result.steps.contains(where: \.outcome.isChecked) else { return nil }
    let title = result.procedure.title
    return Finding(
      .nothingChecked, at: title.range, "no step of \"\(title.text)\" could be performed")
  }

  // MARK: Steps

  mutating func run(
    _ step: Step, blockedBy failure: String?, after unread: String?,
    _ findings: inout [Finding]
  ) async throws(E.Failure) -> StepResult {
    findings += step.leftovers.map {
      Finding(.stepNotUnderstood, at: $0.range, "\"\($0.text)\" was not read, and not done")
    }
    guard !step.performed.isEmpty else { return idle(step, &findings) }
    var result = StepResult(step: step, outcome: .passed)
    isHolding = false
    let actions = step.performed
    var moments: [Checkpoint] = []
    for (index, action) in actions.enumerated() {
      if !step.untaken.isEmpty, let moment = try await checkpoint() { moments.append(moment) }
      let given = action.condition.flatMap(holds)
      if let given, !given.holds {
        result.actions.append(ActionResult(action: action, outcome: .skipped, deeds: []))
        if failure == nil {
          findings.append(
            Finding(
              .conditionNotChecked, at: action.range,
              "this is for a product \(given.phrase): it was left out"))
        }
        continue
      }
      let done = try await perform(action, following: actions[(index + 1)...])
      var outcome = Outcome.passed
      if let reason = done.failure {
        outcome =
          if action.isHypothetical, given == nil {
            .skipped
          } else if reason.rule == .stepNotUnderstood {
            .notUnderstood
          } else if reason.rule == .notPerformable {
            .notPerformable
          } else if reason.rule == .manualStep {
            .manual
          } else if let failure {
            .blocked(by: .step(failure))
          } else if [.failed, .notPerformable, .manual].contains(result.outcome) {
            .blocked(by: .step(step.ordinal))
          } else {
            .failed
          }
        if [.failed, .notUnderstood, .notPerformable, .manual].contains(outcome) {
          var finding = reason.finding
          // What was not understood was not done, and may be what is missing now.
          if outcome == .failed, let unread {
            finding.because.append("step \(unread) was not understood, so it was not done")
          }
          findings.append(finding)
        }
        if outcome == .skipped, failure == nil {
          findings.append(
            Finding(
              .conditionNotChecked, at: action.range,
              "this holds only \"\(action.condition?.text ?? "")\": it was left out, as "
                + reason.message))
        }
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
    if failure == nil { try await tryWays(of: &result, from: moments, &findings) }
    return result
  }

  /// Whether a condition holds, where it is about a circumstance that is known.
  private func holds(_ condition: Condition) -> (holds: Bool, phrase: String)? {
    // "If you have not enabled it" is about the other values.
    guard !condition.isNegated,
      let named = product.circumstances(namedIn: condition.text).first
    else {
      return nil
    }
    return (
      product.present(named.circumstance, in: circumstances) == named.value,
      named.circumstance.phrase(named.value)
    )
  }

  /// A step without anything to perform.
  private func idle(_ step: Step, _ findings: inout [Finding]) -> StepResult {
    switch step.kind {
    case .manual:
      findings.append(
        Finding(.manualStep, at: step.range, "step \(step.ordinal) is for a person to do"))
      return StepResult(step: step, outcome: .manual)
    case .reference, .choice:
      return StepResult(step: step, outcome: .nothingToDo)
    case .action, .informational:
      guard step.expects.isEmpty, step.steps.isEmpty else {
        return StepResult(step: step, outcome: .nothingToDo)
      }
      findings.append(
        Finding(
          .stepNotUnderstood, at: step.range,
          "step \(step.ordinal): " + (step.reason?.text ?? "nothing is recognised")))
      return StepResult(step: step, outcome: .notUnderstood)
    }
  }
}

extension Action {
  /// Whether the action is asked for only in some cases, not just at some time.
  fileprivate var isHypothetical: Bool {
    guard !isOptional, let condition else { return false }
    return condition.kind != .time
  }
}

extension Procedure {
  fileprivate var allExpectations: [Expectation] {
    allSteps.flatMap { $0.expects + $0.admonitions.flatMap(\.expects) } + expects
      + admonitions.flatMap(\.expects)
  }
}

extension ExpectationResult {
  fileprivate var isUnmetClosing: Bool {
    if case .closes = expectation.claim { verdict == .notMet } else { false }
  }
}

extension ProcedureResult {
  /// What was chosen first of several, where the steps then saved nothing.
  fileprivate var fruitlessChoice: String? { vainSaving == nil ? nil : firstChoice }

  /// What was chosen first of several.
  fileprivate var firstChoice: String? {
    let deeds = steps.flatMap(\.actions).flatMap(\.deeds)
    return deeds.first { deed in
      deed.role.isItem && deed.reason?.isFirstOfSeveral == true
    }?.name
  }
}

extension Fact {
  fileprivate func isSame(as other: Fact) -> Bool { kind == other.kind && name == other.name }
}
