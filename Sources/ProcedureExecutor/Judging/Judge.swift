import Diagnostics
import EngineInterface
import ProcedureModel

/// Holds what a page states and promises against what was seen and what is in the facts.
struct Judge {
  let product: ProductDescription
  /// The facts when the procedure began.
  let before: [Fact]
  /// What the whole procedure changed.
  let changes: [FactChange]
  let sightings: [Sighting]
  /// What was typed last into each field, by its label.
  var entered: [String: String] = [:]
  /// Where the person is at the end, in words.
  var placeNow = ""

  /// What a claim is judged by: a part of a step, a step, or the whole procedure.
  struct Moment {
    let changes: [FactChange]
    let effects: [Effect]
    /// What was before the person at its beginning.
    let start: Observation
    /// What was before the person at its end.
    let observation: Observation

    var screen: Screen { observation.screen }
  }

  func verdict(on expectation: Expectation, at moment: Moment) -> ExpectationResult.Verdict {
    switch expectation.polarity {
    case .unknown: .notJudged
    case .denied: denial(of: expectation, at: moment)
    case .affirmed:
      expectation.isChange && wasSo(expectation.claim, at: moment)
        ? .wasSoBefore : verdict(on: expectation.claim, at: moment)
    }
  }

  func verdict(on claim: Expectation.Claim, at moment: Moment) -> ExpectationResult.Verdict {
    let screen = moment.screen
    switch claim {
    case .showsText(let text, let speaker): return quotation(text, by: speaker, on: screen)
    case .isMade(let records): return occurrence(.creation, of: records, in: moment.changes)
    case .isGone(let records): return occurrence(.deletion, of: records, in: moment.changes)
    case .appears(let target, let isOpening):
      return appearance(of: target, isOpening: isOpening, at: moment)
    case .closes(let target): return closing(of: target, at: moment)
    case .isListed(let thing, let list):
      return listing(thing, in: list, on: screen, changes: moment.changes)
    case .isAt(let place): return presence(at: place, screen)
    case .exists(let thing):
      return existence(of: thing, on: screen, moment.observation.facts)
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

  func isThere(_ thing: Target, _ screen: Screen) -> Bool {
    screen.reachable.contains { LabelMatching.matches($0.name, thing.text) }
      || LabelMatching.matches(screen.name, thing.text)
      || sightings.contains { LabelMatching.holds($0.place.text, thing.text) }
  }

  private func appearance(
    of target: Target, isOpening: Bool, at moment: Moment
  ) -> ExpectationResult.Verdict {
    guard target.form == .label else { return .notJudged }
    let opened = moment.effects.contains { effect in
      switch effect {
      case .dialogOpened(let name):
        target.calls(name, a: .dialog) || target.describes(dialog: name)
      case .screen(let name): target.calls(name, a: .page)
      case .heading(let name): target.calls(name, a: .section)
      case .tab(let name): target.calls(name, a: .tab)
      case .dialogClosed, .message: false
      }
    }
    return opened || isSeen(target, isOpening: isOpening, among: moment.screen.reachable)
      ? .met(.screen(moment.screen.place)) : .notMet
  }

  private func isSeen(_ target: Target, isOpening: Bool, among controls: [Control]) -> Bool {
    controls.contains { control in
      // A tab that can be seen is open only in front.
      LabelMatching.matches(control.name, target.text)
        && (!isOpening || control.role != .tab || control.isSelected == true)
        && (target.noun?.control?.admits(control) ?? true)
    }
  }

  private func closing(of target: Target, at moment: Moment) -> ExpectationResult.Verdict {
    let closed = moment.effects.compactMap { effect -> String? in
      if case .dialogClosed(let name) = effect { name } else { nil }
    }
    if target.form != .label {
      guard target.noun?.control == .dialog else { return .notJudged }
      if !closed.isEmpty { return .met(.screen(moment.screen.place)) }
      return moment.screen.modal == nil ? .notJudged : .notMet
    }
    return closed.contains { target.calls($0, a: .dialog) }
      ? .met(.screen(moment.screen.place)) : .notMet
  }

  /// Whether a thing that is said to appear was to be seen before.
  private func wasSo(_ claim: Expectation.Claim, at moment: Moment) -> Bool {
    // What was listed, and neither came nor was changed, was there before.
    if case .isListed(let target, _) = claim, target.form == .label {
      return before.contains { LabelMatching.matches($0.name, target.text) }
        && !changes.contains { $0.isOf(target.text) }
    }
    guard case .appears(let target, let isOpening) = claim, target.form == .label,
      isSeen(target, isOpening: isOpening, among: moment.start.screen.allControls),
      isSeen(target, isOpening: isOpening, among: moment.screen.reachable)
    else { return false }
    // It may have been left and opened again.
    return !moment.effects.contains { effect in
      switch effect {
      case .dialogOpened(let name), .screen(let name), .heading(let name), .tab(let name):
        LabelMatching.matches(name, target.text)
      case .dialogClosed, .message: false
      }
    }
  }
}

extension FactChange {
  /// Whether it is about what has a name.
  fileprivate func isOf(_ name: String) -> Bool {
    switch self {
    case .added(let fact), .removed(let fact), .changed(_, let fact):
      LabelMatching.matches(fact.name, name)
    }
  }
}

extension Target {
  /// Whether the words mean something of this name and kind.
  func calls(_ name: String, a kind: ControlNoun) -> Bool {
    guard LabelMatching.matches(name, text) else { return false }
    guard let noun = noun?.control else { return true }
    return noun == kind || kind == .page && [.area, .section, .page].contains(noun)
  }
}

extension Target {
  /// "A Zoom window", without a mark: the dialog "Sign in to Zoom" has that in its name.
  fileprivate func describes(dialog name: String) -> Bool {
    guard noun?.control == .dialog, !isMarked else { return false }
    let words = LabelMatching.stems(text)
    return !words.isEmpty && Set(words).isSubset(of: LabelMatching.stems(name))
  }
}
