import Diagnostics
import EngineInterface
import ProcedureModel

// Of several ways a page's reader takes one, so each has to work.
extension Session {
  /// A moment of the run to come back to.
  struct Checkpoint {
    let session: Session
    let mark: E.Mark
  }

  func checkpoint() async throws(E.Failure) -> Checkpoint? {
    try await engine.mark().map { Checkpoint(session: self, mark: $0) }
  }

  mutating func goBack(to checkpoint: Checkpoint) async throws(E.Failure) {
    let search = search
    self = checkpoint.session
    self.search = search
    try await engine.goBack(to: checkpoint.mark)
  }

  /// Performs the ways of a step that the run did not take, each from where the step branches.
  ///
  /// - Parameters:
  ///   - result: What came of the way that the run took; where that failed, the first that works
  ///     takes its place.
  ///   - moments: The run before each of the actions that were performed.
  ///   - findings: What is wrong with a way is added.
  /// - Throws: What the engine throws.
  mutating func tryWays(
    of result: inout StepResult, from moments: [Checkpoint], _ findings: inout [Finding]
  ) async throws(E.Failure) {
    let step = result.step
    let search = search(.ways)
    for way in step.untaken {
      guard let first = way.first else { continue }
      let branches = moments.branches(of: first, in: step)
      guard !isTrial, !branches.isEmpty else {
        findings.append(
          Finding(.chosenTarget, at: first.range, "this is one of several ways, and was not tried"))
        continue
      }
      var told: WayTried?
      for branch in branches where told?.works != true {
        told = try await tried(way, of: step, from: branch, search) ?? told
      }
      guard let told else { continue }
      result.ways.append(WayResult(actions: told.result.actions))
      findings += told.findings
      // A way that was not understood was not tried.
      if told.result.outcome == .notUnderstood, result.outcome == .passed {
        result.outcome = .notUnderstood
      }
      if told.works, result.outcome == .failed, !result.goesOn {
        // The run goes on with the first way that works.
        try await goBack(to: told.branch)
        var ignored: [Finding] = []
        _ = try await run(step.taking(way), blockedBy: nil, after: nil, &ignored)
        result.goesOn = true
      }
    }
  }

  /// A step that is a way to do what the step before it does, from where that one began.
  ///
  /// - Returns: Nil where the engine has no way back.
  func tried(
    _ step: Step, from branch: Checkpoint
  ) async throws(E.Failure) -> (result: StepResult, findings: [Finding])? {
    try await tried(step.performed, of: step, from: branch, search(.ways)).map {
      ($0.result, $0.findings)
    }
  }

  private struct WayTried {
    let branch: Checkpoint
    let result: StepResult
    let findings: [Finding]

    var works: Bool { result.outcome == .passed || result.outcome == .skipped }
  }

  private func tried(
    _ way: [Action], of step: Step, from branch: Checkpoint, _ search: Search
  ) async throws(E.Failure) -> WayTried? {
    try await trying(search) { session throws(E.Failure) in
      try await session.goBack(to: branch)
      var findings: [Finding] = []
      let result = try await session.run(
        step.taking(way), blockedBy: nil, after: nil, &findings)
      return WayTried(branch: branch, result: result, findings: findings)
    }
  }
}

extension Step {
  /// The step with one of its ways alone.
  fileprivate func taking(_ way: [Action]) -> Step {
    var step = self
    step.actions = way
    step.alternatives = []
    step.ways = []
    step.leftovers = []
    step.expects = []
    return step
  }
}

extension Array {
  /// Where a way may branch off: before the action that stands before it in the text, else at the
  /// beginning of the step.
  fileprivate func branches<E: Engine>(
    of first: Action, in step: Step
  ) -> [Element] where Element == Session<E>.Checkpoint {
    guard !isEmpty else { return [] }
    // Ways that bullets list come after what is done before.
    if step.ways.contains(where: { $0.actions.first?.range == first.range }) {
      return step.actions.count < count ? [self[step.actions.count]] : []
    }
    let before = step.performed.prefix(count).lastIndex { $0.range.start < first.range.start } ?? 0
    return before == 0 ? [self[0]] : [self[before], self[0]]
  }
}

extension Question {
  /// Whether the ways work that the run did not take.
  package static let ways = Question("ways", budget: 2_000)
}
