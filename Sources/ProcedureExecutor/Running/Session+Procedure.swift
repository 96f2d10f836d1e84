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
    var course = Course()
    for step in procedure.allSteps {
      stepOrdinal = step.ordinal
      try await take(step, &course, &result)
    }
    result.changes = FactChange.difference(from: before.facts, to: observation.facts)
    keep(result.changes)
    guard course.failed == nil else { return result }
    if course.undone == nil {
      try await judge(&result, after: course, from: before)
    } else {
      result.expectations = procedure.allExpectations.map {
        ExpectationResult(expectation: $0, verdict: .notJudged)
      }
    }
    if let finding = nothingChecked(in: result) { result.findings.append(finding) }
    return result
  }

  /// How far a procedure has come.
  private struct Course {
    /// The first step that failed, by its ordinal.
    var failed: String?
    /// The last step that was not understood.
    var unread: String?
    /// The first step that the engine can't perform: what depends on it is not judged.
    var undone: String?
    /// Where the step began of which the next one may be another way.
    var branch: Checkpoint?
    var moments: [Moment] = []

    /// What a step did, for what the page says of it.
    struct Moment {
      let step: Step
      let before: [Fact]
      let after: Observation
      let effects: [Effect]
    }
  }

  /// Performs the next step; one that is another way of the step before it only on trial.
  private mutating func take(
    _ step: Step, _ course: inout Course, _ result: inout ProcedureResult
  ) async throws(E.Failure) {
    if step.isOtherWay, let branch = course.branch, !isTrial, course.failed == nil,
      let way = try await tried(step, from: branch)
    {
      result.findings += way.findings
      result.steps.append(way.result)
      return
    }
    course.branch = try await checkpoint()
    let facts = observation.facts
    let taken = try await run(
      step, blockedBy: course.failed ?? course.undone, after: course.unread, &result.findings)
    // What a person has to do, or nobody can do here, may be what all else depends on.
    let isUndone = taken.actions.contains {
      $0.outcome == .notPerformable || $0.outcome == .manual
    }
    if isUndone, course.undone == nil { course.undone = step.ordinal }
    if taken.outcome == .notUnderstood { course.unread = step.ordinal }
    if taken.outcome == .failed, !taken.goesOn, course.failed == nil {
      course.failed = step.ordinal
    }
    course.moments.append(
      Course.Moment(
        step: step, before: facts, after: observation,
        effects: taken.actions.flatMap(\.deeds).flatMap(\.effects)))
    result.steps.append(taken)
  }

  /// Keeps which records the run made; what was made before may have another name now.
  private mutating func keep(_ changes: [FactChange]) {
    for change in changes {
      switch change {
      case .added(let fact): made.append(fact)
      case .changed(let old, let new): made = made.map { $0.isSame(as: old) ? new : $0 }
      case .removed: break
      }
    }
  }

  // MARK: Judging

  private func judge(
    _ result: inout ProcedureResult, after course: Course, from before: Observation
  ) async throws(E.Failure) {
    let procedure = result.procedure
    let judge = Judge(
      product: product, procedure: procedure, before: before.facts, changes: result.changes)
    result.absences = product.factKinds.compactMap { kind in
      result.changes.contains { $0.kind == kind.name } ? nil : kind.absence
    }
    for moment in course.moments {
      let changes = FactChange.difference(from: moment.before, to: moment.after.facts)
      for expectation in moment.step.expects + moment.step.admonitions.flatMap(\.expects) {
        // What does not happen, does not happen later either.
        let isAbsence = if case .isNotMade = expectation.claim { true } else { false }
        let verdict = judge.verdict(
          on: expectation, sightings: sightings, changes: isAbsence ? result.changes : changes,
          effects: moment.effects, observation: moment.after)
        result.expectations.append(ExpectationResult(expectation: expectation, verdict: verdict))
      }
    }
    for expectation in procedure.expects + procedure.admonitions.flatMap(\.expects) {
      let verdict = judge.verdict(
        on: expectation, sightings: sightings, changes: result.changes,
        effects: course.moments.flatMap(\.effects), observation: observation)
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
  }

  private func nothingChecked(in result: ProcedureResult) -> Finding? {
    guard !result.steps.contains(where: \.outcome.isChecked) else { return nil }
    let title = result.procedure.title
    return Finding(
      .nothingChecked, at: title.range, "no step of \"\(title.text)\" could be performed")
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
