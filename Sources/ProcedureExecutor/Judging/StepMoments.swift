import EngineInterface
import ProcedureModel

/// By what the claims of a step are judged: what it states first, between two of its actions, and
/// behind them.
struct StepMoments {
  /// What was seen and changed when the step was done.
  ///
  /// A step that only states something is about what the steps before it did.
  let end: Judge.Moment
  /// What the step itself brought about.
  let effects: [Effect]
  /// By the number of actions that come before.
  private let between: [Int: Judge.Moment]

  /// - Parameters:
  ///   - step: What became of the step.
  ///   - start: What was before the person when it began.
  ///   - end: What was before the person when it was done.
  ///   - stops: What was before the person where it states something before some of its actions.
  ///   - last: What was done last before it.
  init(
    of step: StepResult, from start: Observation, to end: Observation,
    between stops: [Int: Observation], after last: Judge.Moment?
  ) {
    func moment(_ actions: ArraySlice<ActionResult>, to end: Observation) -> Judge.Moment {
      if actions.isEmpty, let last {
        return Judge.Moment(
          changes: last.changes, effects: last.effects, start: last.start, observation: end)
      }
      return Judge.Moment(
        changes: FactChange.difference(from: start.facts, to: end.facts),
        effects: actions.flatMap(\.deeds).flatMap(\.effects), start: start, observation: end)
    }
    effects = step.actions.flatMap(\.deeds).flatMap(\.effects)
    self.end = moment(step.actions[...], to: end)
    between = Dictionary(
      uniqueKeysWithValues: stops.map { ($0, moment(step.actions.prefix($0), to: $1)) })
  }

  fileprivate func moment(of claim: Expectation) -> Judge.Moment? {
    claim.actionsBefore.flatMap { between[$0] }
  }
}

extension Judge {
  /// A state is judged where it is stated; what happens may also be told before it does: "A role is
  /// created. Click **Create**."
  func verdict(
    on claim: Expectation, during moments: StepMoments
  ) -> ExpectationResult.Verdict {
    guard let moment = moments.moment(of: claim) else { return verdict(on: claim, at: moments.end) }
    let verdict = verdict(on: claim, at: moment)
    guard verdict == .notMet, claim.tellsEvent else { return verdict }
    let later = self.verdict(on: claim, at: moments.end)
    return later.isMet ? later : verdict
  }
}

extension Expectation {
  fileprivate var tellsEvent: Bool {
    guard polarity == .affirmed else { return false }
    return switch claim {
    case .isMade, .isGone, .appears, .closes, .isListed, .showsText: true
    case .exists, .isAt, .hasState, .hasValue, .isSo: false
    }
  }
}
