import Diagnostics
import EngineInterface
import ProcedureModel

extension Session {
  /// Performs a procedure from the present screen and judges what came of it.
  ///
  /// Where the page leaves a choice and nothing comes of the first, the next ones are tried: of
  /// roles, one for which there is something to save.
  ///
  /// - Parameters:
  ///   - procedure: The procedure.
  ///   - forbidden: Names of what must not be chosen where it leaves a choice.
  /// - Returns: What became of its steps.
  /// - Throws: What the engine throws.
  mutating func run(
    _ procedure: Procedure, without forbidden: Set<String> = []
  ) async throws(E.Failure) -> ProcedureResult {
    let start = self
    let mark = try await engine.mark()
    let result = try await runOnce(procedure, avoiding: forbidden)
    guard let first = result.fruitlessChoice, let mark else { return result }
    let end = self
    let search = search(.fruitful)
    var tried: Set = [first]
    while search.mayGoOn {
      self = start
      try await engine.goBack(to: mark)
      self.search = search
      let other = try await runOnce(procedure, avoiding: tried.union(forbidden))
      guard let chosen = other.firstChoice, tried.insert(chosen).inserted else { break }
      if other.fruitlessChoice == nil, other.findings.allSatisfy({ $0.severity < .error }) {
        self.search = start.search
        return other
      }
    }
    self = end
    return result
  }

  private mutating func runOnce(
    _ procedure: Procedure, avoiding avoided: Set<String>
  ) async throws(E.Failure) -> ProcedureResult {
    var result = ProcedureResult(procedure: procedure)
    if memory.signedOut != nil { try await signInAgain() }
    let before = observation
    procedureState = ProcedureState(factsBefore: before.facts, avoided: avoided)
    var course = Course()
    let steps = procedure.allSteps
    for (index, step) in steps.enumerated() {
      stepState = StepState(ordinal: step.ordinal)
      procedureState.later = steps[(index + 1)...]
      let branches = index + 1 < steps.count && steps[index + 1].isOtherWay
      try await take(step, branches: branches, &course, &result)
    }
    result.changes = FactChange.difference(from: before.facts, to: observation.facts)
    memory.keep(result.changes)
    result.end = (screen, Set(procedureState.sightings.map(\.text)))
    guard course.failed == nil else { return result }
    if let finding = refusal(at: result.steps) { result.findings.append(finding) }
    if course.undone == nil {
      try await judge(&result, after: course, from: before)
    } else {
      result.expectations = procedure.allExpectations.map {
        ExpectationResult(expectation: $0, verdict: .notJudged)
      }
      if course.failed == nil { result.findings += Judge.unproved(result.expectations) }
    }
    if let finding = nothingChecked(in: result) { result.findings.append(finding) }
    return result
  }

  /// How far a procedure has come.
  struct Course {
    /// The first step that failed, by its ordinal.
    var failed: String?
    /// The last step that was not understood.
    var unread: String?
    /// The first step that the engine can't perform: what depends on it is not judged.
    var undone: String?
    /// The first step of which something was left out, because its condition may hold or not.
    var open: String?
    /// Where the step began of which the next one may be another way.
    var branch: Checkpoint?
    var steps: [(step: Step, moments: StepMoments)] = []
  }

  /// Performs the next step; one that is another way of the step before it only on trial.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - branches: The step after it is another way, and starts where this one does.
  ///   - course: How far the procedure has come.
  ///   - result: Receives the results.
  /// - Throws: What the engine throws.
  private mutating func take(
    _ step: Step, branches: Bool, _ course: inout Course, _ result: inout ProcedureResult
  ) async throws(E.Failure) {
    if step.isOtherWay, let branch = course.branch, !isTrial, course.failed == nil,
      let way = try await tried(step, from: branch)
    {
      result.findings += way.findings
      result.steps.append(way.result)
      return
    }
    let known = result.findings.count
    defer {
      // A step may be brought in more than once: it is known here which time it is.
      for index in result.findings.indices.dropFirst(known) {
        result.findings[index].includedAt = step.includedAt
      }
    }
    course.branch = branches ? try await checkpoint() : nil
    let start = observation
    var taken = try await run(
      step, blockedBy: course.failed ?? course.undone, after: course.unread,
      doubting: course.open, &result.findings)
    taken.moments = stepState.moments
    // Later steps may depend on a step that is manual or that the engine doesn't support.
    let isUndone = taken.actions.contains {
      $0.outcome == .notPerformable || $0.outcome == .manual
    }
    if isUndone, course.undone == nil { course.undone = step.ordinal }
    // A way that is for the other case may be the one that keeps what is promised.
    let isOneOfCases = step.untaken.contains { $0.first?.condition?.link == .otherwise }
    let isPartlyRead = !step.leftovers.isEmpty
    if stepState.leftOpen || isOneOfCases || isPartlyRead, course.open == nil {
      course.open = step.ordinal
    }
    let isUnread =
      taken.actions.contains { $0.outcome == .notUnderstood } || taken.outcome == .notUnderstood
    if isUnread, course.open == nil { course.open = step.ordinal }
    // What was left out may be what is missing now.
    if let open = course.open ?? procedureState.handedOver?.step, course.undone == nil,
      taken.isBlocked
    {
      course.undone = open
    }
    if taken.outcome == .notUnderstood { course.unread = step.ordinal }
    if taken.outcome == .manual {
      procedureState.handedOver = (step.ordinal, screen.place.text)
    }
    if taken.outcome == .failed, !taken.goesOn, course.failed == nil {
      course.failed = step.ordinal
    }
    if course.failed == nil, course.undone == nil, !isTrial {
      try await goThroughAgain(&taken, result.procedure.steps, &course, &result.findings)
    }
    let moments = StepMoments(
      of: taken, from: start, to: observation, between: stepState.between,
      after: course.steps.last?.moments.end)
    course.steps.append((step, moments))
    result.steps.append(taken)
  }

  // MARK: Judging

  private func judge(
    _ result: inout ProcedureResult, after course: Course, from before: Observation
  ) async throws(E.Failure) {
    let procedure = result.procedure
    let judge = Judge(
      product: product, before: before.facts, changes: result.changes,
      sightings: procedureState.sightings, entered: result.entered, placeNow: screen.place.text)
    result.absences = product.factKinds.compactMap { kind in
      result.changes.contains { $0.kind == kind.name } ? nil : kind.absence
    }
    for (step, moments) in course.steps {
      result.expectations += step.allExpectations.map {
        ExpectationResult(expectation: $0, verdict: judge.verdict(on: $0, during: moments))
      }
    }
    let whole = Judge.Moment(
      changes: result.changes, effects: course.steps.flatMap(\.moments.effects), start: before,
      observation: observation)
    result.expectations += (procedure.expects + procedure.admonitions.flatMap(\.expects)).map {
      ExpectationResult(expectation: $0, verdict: judge.verdict(on: $0, at: whole))
    }
    if let promise = judge.unjudgedPromise(of: procedure) { result.expectations.append(promise) }
    // What was left out may be what is missing.
    if course.open != nil {
      result.expectations = result.expectations.map { result in
        result.verdict == .notMet
          ? ExpectationResult(expectation: result.expectation, verdict: .notJudged) : result
      }
    }
    result.findings += judge.findings(on: result.expectations)
    guard course.open == nil else { return }
    if let finding = try await unfinished(procedure, before: before) {
      // An unmet "closes" is already reported.
      if !result.expectations.contains(where: \.isUnmetClosing) { result.findings.append(finding) }
    } else {
      let finding =
        result.discarded() ?? judge.brokenPromise(of: procedure, besides: result.namesSet)
        ?? result.nothingSaved()
      if let finding { result.findings.append(finding) }
    }
  }

  /// A finding if the last thing that was done is refused to the person who is signed in.
  private func refusal(at steps: [StepResult]) -> Finding? {
    let texts =
      observation.messages + screen.reachable.filter { $0.role == .alert }.map(\.name)
    let last = steps.flatMap(\.actions).last { !$0.deeds.isEmpty }
    guard let last, let text = texts.first(where: product.refusals.contains) else { return nil }
    return Finding(
      .accessRefused, at: last.action.range,
      "the product refuses this to the person who is signed in: \"\(text)\"")
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
    allSteps.flatMap(\.allExpectations) + expects + admonitions.flatMap(\.expects)
  }
}

extension Step {
  fileprivate var allExpectations: [Expectation] { expects + admonitions.flatMap(\.expects) }
}

extension StepResult {
  fileprivate var isBlocked: Bool { actions.contains { $0.outcome.isBlocked } }
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

extension Question {
  /// For which choice the whole procedure has something to save.
  fileprivate static let fruitful = Question("fruitful", budget: 1_000, isInEarnest: true)
}
