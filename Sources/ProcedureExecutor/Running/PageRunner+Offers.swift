import Diagnostics
import EngineInterface
import ProcedureModel

// What a note says can be done besides: the page is performed with it.
extension PageRunner {
  /// Tries what the notes of a page offer: it has to be there, somewhere on the way.
  ///
  /// That it may be left out is known: the page works without it.
  func offers(
    in result: PageResult, performing perform: (Page) async throws(E.Failure) -> PageResult
  ) async throws(E.Failure) -> [Finding] {
    var findings: [Finding] = []
    for procedure in result.procedures {
      for step in procedure.steps {
        for offer in step.step.admonitions.flatMap(\.offers) {
          let places = procedure.places(startingWith: step.step)
          let trouble = try await trouble(with: offer, at: places, in: result, performing: perform)
          if let trouble { findings.append(trouble) }
        }
      }
      // What stands behind the last step may be of any.
      for offer in procedure.procedure.admonitions.flatMap(\.offers) {
        let places = procedure.places(startingWith: nil)
        let trouble = try await trouble(with: offer, at: places, in: result, performing: perform)
        if trouble != nil { findings.append(Self.notJudged(offer)) }
      }
    }
    return findings
  }

  /// Why what is offered can't be done at any of some places; nil where it can.
  private func trouble(
    with offer: Offer, at places: [ActionPlace], in result: PageResult,
    performing perform: (Page) async throws(E.Failure) -> PageResult
  ) async throws(E.Failure) -> Finding? {
    var missing: Finding?
    var isMissing = !places.isEmpty && offer.actions.allSatisfy { $0.within == nil }
    var isInForm = false
    for place in places {
      let run = try await perform(result.page.adding(offer.actions, at: place))
      let tried = run.steps.flatMap(\.actions).filter { done in
        offer.actions.contains { $0.range == done.action.range }
      }
      let isDone = tried.count == offer.actions.count && tried.allSatisfy { $0.outcome == .passed }
      if isDone, run.count(.error) == 0 { return nil }
      let finding = run.findings.first { $0.rule == .controlNotFound && offer.holds($0.range) }
      missing = missing ?? finding
      isMissing = isMissing && finding != nil
      isInForm = isInForm || run.steps.contains { $0.screen?.modal != nil }
    }
    // Where no dialog is open, and where another place is named, it may be meant elsewhere.
    guard isMissing, isInForm, var missing else { return Self.notJudged(offer) }
    missing.because.append("the page says that this can be done besides; it is nowhere on the way")
    return missing
  }

  private static func notJudged(_ offer: Offer) -> Finding {
    Finding(
      .claimNotJudged, at: offer.words.range,
      "whether this can be done besides the steps was not judged")
  }
}

/// Where an action can be put in: before one of a step's actions, or behind the last.
struct ActionPlace {
  let step: SourceRange
  let index: Int
}

extension ProcedureResult {
  /// Where something can be done besides: in the step that speaks of it, then before each step.
  fileprivate func places(startingWith step: Step?) -> [ActionPlace] {
    let own = step.map { step in
      (0...step.actions.count).map { ActionPlace(step: step.range, index: $0) }
    }
    let others = steps.map(\.step).filter { $0.range != step?.range && !$0.actions.isEmpty }
      .map { ActionPlace(step: $0.range, index: 0) }
    // A note is about what is near it: a long procedure is not tried as a whole.
    return (own ?? []) + others.prefix(12)
  }
}

extension Offer {
  fileprivate func holds(_ range: SourceRange) -> Bool { words.range.contains(range.start) }
}

extension Page {
  /// The page with some actions more.
  fileprivate func adding(_ actions: [Action], at place: ActionPlace) -> Page {
    var page = self
    for index in page.procedures.indices {
      page.procedures[index].steps = Self.steps(
        page.procedures[index].steps, adding: actions, place)
    }
    return page
  }

  private static func steps(
    _ steps: [Step], adding actions: [Action], _ place: ActionPlace
  ) -> [Step] {
    steps.map { step in
      var step = step
      step.steps = Self.steps(step.steps, adding: actions, place)
      if step.range == place.step, place.index <= step.actions.count {
        step.actions.insert(contentsOf: actions, at: place.index)
      }
      return step
    }
  }
}
