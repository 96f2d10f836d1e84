import Diagnostics
import EngineInterface
import ProcedureModel

/// Holds what a page states and promises against what was seen and what is in the facts.
struct Judge {
  let product: ProductDescription
  let procedure: Procedure
  /// The facts when the procedure began.
  let before: [Fact]
  /// What the whole procedure changed.
  let changes: [FactChange]
  let sightings: [Sighting]

  /// What a claim is judged by: a step, or the whole procedure.
  struct Moment {
    let changes: [FactChange]
    let effects: [Effect]
    /// What was before the person at its end.
    let observation: Observation

    var screen: Screen { observation.screen }
  }

  func verdict(on expectation: Expectation, at moment: Moment) -> ExpectationResult.Verdict {
    let screen = moment.screen
    switch expectation.claim {
    case .showsText(let text, let speaker): return quotation(text, by: speaker, on: screen)
    case .isMade(let thing, let name): return record(.creation, thing, name, in: moment.changes)
    case .isGone(let thing, let name): return record(.deletion, thing, name, in: moment.changes)
    // What does not happen, does not happen later either.
    case .isNotMade(let thing): return absence(of: thing)
    case .appears(let target, let isOpening):
      return appearance(of: target, isOpening: isOpening, at: moment)
    case .closes(let target):
      guard target.form == .label else { return .notJudged }
      let isClosed = moment.effects.contains { effect in
        if case .dialogClosed(let name) = effect { target.calls(name, a: .dialog) } else { false }
      }
      return isClosed ? .met(.screen(screen.place)) : .notMet
    case .isListed(let thing, let list):
      return listing(thing, in: list, on: screen, changes: moment.changes)
    case .hasState(let target, let state): return state.verdict(on: target, screen, product)
    case .hasValue(let thing, let value):
      return verdict(on: value, of: thing, moment.observation.facts, moment.changes)
    case .isSo: return .notJudged
    }
  }

  private func quotation(
    _ text: String, by speaker: Target?, on screen: Screen
  ) -> ExpectationResult.Verdict {
    if let parts = speaker.map(screen.parts(called:)), !parts.isEmpty {
      return parts.contains { $0.says(text) } ? .met(.screen(screen.place)) : .notMet
    }
    guard let seen = sightings.first(where: { LabelMatching.holds($0.text, text) }) else {
      return .notMet
    }
    // The speaker was never on the screen.
    if let speaker, !isThere(speaker, screen) { return .notJudged }
    return .met(.shown(step: seen.step, seen.place))
  }

  private func isThere(_ thing: Target, _ screen: Screen) -> Bool {
    screen.reachable.contains { LabelMatching.matches($0.name, thing.text) }
      || LabelMatching.matches(screen.name, thing.text)
      || sightings.contains { LabelMatching.holds($0.place.text, thing.text) }
  }

  /// Whether a record was created or deleted.
  private func record(
    _ effect: Promise.Effect, _ thing: String, _ name: String?, in changes: [FactChange]
  ) -> ExpectationResult.Verdict {
    let records = changes.records(effect)
    if let kind = product.factKind(called: thing) {
      let isKept = records.contains { record in
        kind.isCalled(record.kind)
          && (name.map { LabelMatching.matches(record.name, $0) } ?? true)
      }
      return isKept ? .met(.data) : .notMet
    }
    // A record by its name. Of what else there may be, the engine keeps none.
    let isNamed = records.contains { LabelMatching.matches($0.name, thing) }
    return isNamed ? .met(.data) : .notJudged
  }

  private func absence(of thing: String) -> ExpectationResult.Verdict {
    guard let kind = product.factKind(called: thing) else { return .notJudged }
    let isMade = changes.compactMap(\.addedFact).contains { $0.kind == kind.name }
    return isMade ? .notMet : .met(.data)
  }

  private func appearance(
    of target: Target, isOpening: Bool, at moment: Moment
  ) -> ExpectationResult.Verdict {
    guard target.form == .label else { return .notJudged }
    let opened = moment.effects.contains { effect in
      switch effect {
      case .dialogOpened(let name): target.calls(name, a: .dialog)
      case .screen(let name): target.calls(name, a: .page)
      case .heading(let name): target.calls(name, a: .section)
      case .tab(let name): target.calls(name, a: .tab)
      case .dialogClosed, .message: false
      }
    }
    let isSeen = moment.screen.reachable.contains { control in
      // A tab that can be seen is open only in front.
      LabelMatching.matches(control.name, target.text)
        && (!isOpening || control.role != .tab || control.isSelected == true)
        && (target.noun?.control?.admits(control) ?? true)
    }
    return opened || isSeen ? .met(.screen(moment.screen.place)) : .notMet
  }
}

extension Target {
  /// Whether the words mean something of this name and kind.
  fileprivate func calls(_ name: String, a kind: ControlNoun) -> Bool {
    guard LabelMatching.matches(name, text) else { return false }
    guard let noun = noun?.control else { return true }
    return noun == kind || kind == .page && [.area, .section, .page].contains(noun)
  }
}
