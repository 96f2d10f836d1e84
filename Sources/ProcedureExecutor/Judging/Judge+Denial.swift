import EngineInterface
import ProcedureModel

// What a page says is not so: judged where and when its opposite would be.
extension Judge {
  func denial(of expectation: Expectation, at moment: Moment) -> ExpectationResult.Verdict {
    let screen = moment.screen
    switch expectation.claim {
    case .showsText(let text, let speaker): return silence(on: text, by: speaker, screen)
    case .isMade(let records):
      return absence(.creation, of: records, at: moment, expectation.isOfProcedure)
    case .isGone(let records):
      return absence(.deletion, of: records, at: moment, expectation.isOfProcedure)
    case .closes(let target): return stayingOpen(target, at: moment)
    case .isListed(let thing, let list):
      let verdict = unlisted(thing, in: list, on: screen, changes: moment.changes)
      return verdict.isMet && !isKnown(thing, at: moment) ? .wasSoBefore : verdict
    case .appears(let thing, _):
      let verdict = verdict(on: expectation.claim, at: moment).denied(by: .screen(screen.place))
      return verdict.isMet && !isKnown(thing, at: moment) ? .wasSoBefore : verdict
    case .hasValue(let thing, let value):
      return lack(of: value, by: thing, moment.observation.facts, moment.changes)
    case .exists, .isAt, .hasState, .isSo:
      return verdict(on: expectation.claim, at: moment).denied(by: .screen(screen.place))
    }
  }

  /// Whether a name was met on the way, or is in the data: what never was there proves nothing by not
  /// being there.
  private func isKnown(_ thing: Target, at moment: Moment) -> Bool {
    guard thing.form == .label else { return true }
    let controls = [moment.start.screen, moment.screen].flatMap(\.allControls)
    return (before + moment.observation.facts).contains { $0.isCalled(thing.text) }
      || controls.contains { LabelMatching.matches($0.name, thing.text) }
      || sightings.contains { seen in
        LabelMatching.holds(seen.text, thing.text)
          || LabelMatching.holds(seen.place.text, thing.text)
      }
  }

  private func silence(
    on text: String, by speaker: Target?, _ screen: Screen
  ) -> ExpectationResult.Verdict {
    if let parts = speaker.map(screen.parts(called:)), !parts.isEmpty {
      return parts.contains { $0.says(text) } ? .notMet : .met(.screen(screen.place))
    }
    if let speaker, !isThere(speaker, screen) { return .notJudged }
    return sightings.contains { LabelMatching.holds($0.text, text) }
      ? .notMet : .met(.screen(screen.place))
  }

  /// Whether no record of a kind was created, or deleted.
  ///
  /// "No user is created" in a step is said of that step; where a later one creates it, it may have
  /// been said of all of them, and is not judged.
  private func absence(
    _ effect: Promise.Effect, of records: [RecordPhrase], at moment: Moment, _ isOfProcedure: Bool
  ) -> ExpectationResult.Verdict {
    // "The two roles are not deleted": one of them may be.
    guard records.count == 1, let record = records.first, record.count == nil,
      record.names.count < 2
    else { return .notJudged }
    let kind = product.factKind(called: record.noun)
    guard record.noun.isEmpty || kind != nil else { return .notJudged }
    func isFound(in changes: [FactChange]) -> Bool {
      changes.records(effect).contains { fact in
        (kind?.isCalled(fact.kind) ?? true) && record.names.allSatisfy(fact.isCalled)
      }
    }
    if isFound(in: isOfProcedure ? changes : moment.changes) { return .notMet }
    return isFound(in: changes) ? .notJudged : .met(.data)
  }

  private func stayingOpen(_ target: Target, at moment: Moment) -> ExpectationResult.Verdict {
    if verdict(on: .closes(target), at: moment).isMet { return .notMet }
    let isOpen = moment.screen.modal.map {
      target.form != .label || target.calls($0.name, a: .dialog)
    }
    return isOpen == true ? .met(.screen(moment.screen.place)) : .notJudged
  }

  /// "The role is no longer listed": where the list is to be seen, of what was deleted.
  private func unlisted(
    _ thing: Target, in list: Target?, on screen: Screen, changes: [FactChange]
  ) -> ExpectationResult.Verdict {
    let isShown = screen.reachable.contains { control in
      control.role.isCollection
        && (list.map { LabelMatching.matches(control.name, $0.text) } ?? true)
    }
    guard isShown else { return .notJudged }
    guard thing.form != .label else {
      return listing(thing, in: list, on: screen, changes: changes)
        .denied(by: .screen(screen.place))
    }
    guard let kind = product.factKind(called: thing.text) else { return .notJudged }
    let gone = self.changes.records(.deletion).filter { kind.isCalled($0.kind) }
    guard !gone.isEmpty else {
      return listing(thing, in: list, on: screen, changes: changes)
        .denied(by: .screen(screen.place))
    }
    let isListed = screen.reachable.contains { control in
      control.role.isItem && gone.contains { LabelMatching.matches($0.name, control.name) }
    }
    return isListed ? .notMet : .met(.screen(screen.place))
  }
}

extension ExpectationResult.Verdict {
  /// What is true of a claim's opposite.
  func denied(by evidence: Evidence) -> Self {
    switch self {
    case .met: .notMet
    case .notMet: .met(evidence)
    case .notJudged, .wasSoBefore: .notJudged
    }
  }
}
