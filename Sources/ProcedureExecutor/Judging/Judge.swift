import Diagnostics
import EngineInterface
import ProcedureModel

/// Holds what a page states and promises against what was seen and what is in the facts.
struct Judge {
  let product: ProductDescription
  let procedure: Procedure
  /// The facts when the procedure began.
  let before: [Fact]
  let changes: [FactChange]

  func verdict<E: Engine>(
    on expectation: Expectation, sightings: [Session<E>.Sighting], changes: [FactChange],
    effects: [Effect], observation: Observation
  ) -> ExpectationResult.Verdict {
    let screen = observation.screen
    switch expectation.claim {
    case .showsText(let text, let speaker):
      if let parts = speaker.map(screen.parts(called:)), !parts.isEmpty {
        return parts.contains { $0.says(text) } ? .met(screen.placeName) : .notMet
      }
      guard let seen = sightings.first(where: { LabelMatching.holds($0.text, text) }) else {
        return .notMet
      }
      // Who says it was never there to say anything.
      if let speaker, !isThere(speaker, screen, sightings) { return .notJudged }
      return .met("step \(seen.step), \(seen.place)")
    case .isMade(let thing, let name), .isGone(let thing, let name):
      let isGone = if case .isGone = expectation.claim { true } else { false }
      let records = changes.records(isGone ? .deletion : .creation)
      if let kind = product.factKind(called: thing) {
        let isKept = records.contains { record in
          kind.isCalled(record.kind)
            && (name.map { LabelMatching.matches(record.name, $0) } ?? true)
        }
        return isKept ? .met("the product's data") : .notMet
      }
      // A record by its name. Of what else there may be, the engine keeps none.
      let isNamed = records.contains { LabelMatching.matches($0.name, thing) }
      return isNamed ? .met("the product's data") : .notJudged
    case .isNotMade(let thing):
      guard let kind = product.factKind(called: thing) else { return .notJudged }
      let isMade = changes.contains { change in
        if case .added(let fact) = change { fact.kind == kind.name } else { false }
      }
      return isMade ? .notMet : .met("the product's data")
    case .appears(let target, let isOpening):
      guard target.form == .label else { return .notJudged }
      let opened = effects.contains { effect in
        switch effect {
        case .dialogOpened(let name): target.calls(name, a: .dialog)
        case .screen(let name): target.calls(name, a: .page)
        case .heading(let name): target.calls(name, a: .section)
        case .tab(let name): target.calls(name, a: .tab)
        case .dialogClosed, .message: false
        }
      }
      let isSeen = screen.reachable.contains { control in
        // A tab that can be seen is open only in front.
        LabelMatching.matches(control.name, target.text)
          && (!isOpening || control.role != .tab || control.isSelected == true)
          && (target.noun?.control?.admits(control) ?? true)
      }
      return opened || isSeen ? .met(screen.placeName) : .notMet
    case .closes(let target):
      guard target.form == .label else { return .notJudged }
      let isClosed = effects.contains { effect in
        if case .dialogClosed(let name) = effect { target.calls(name, a: .dialog) } else { false }
      }
      return isClosed ? .met(screen.placeName) : .notMet
    case .isListed(let thing, let list):
      return listing(thing, in: list, on: screen, changes: changes)
    case .hasState(let target, let state): return state.verdict(on: target, screen, product)
    case .hasValue(let thing, let value):
      return verdict(on: value, of: thing, observation.facts, changes)
    case .isSo: return .notJudged
    }
  }

  private func isThere<E: Engine>(
    _ thing: Target, _ screen: Screen, _ sightings: [Session<E>.Sighting]
  ) -> Bool {
    screen.reachable.contains { LabelMatching.matches($0.name, thing.text) }
      || LabelMatching.matches(screen.name, thing.text)
      || sightings.contains { LabelMatching.holds($0.place, thing.text) }
  }

  func findings<E: Engine>(
    on results: [ExpectationResult], sightings: [Session<E>.Sighting]
  ) -> [Finding] {
    results.compactMap { result in
      guard result.verdict == .notMet else { return nil }
      let expectation = result.expectation
      let told = changes.isEmpty ? "nothing" : changes.map(\.text).joined(separator: "; ")
      let changed = ["what the steps changed: " + told]
      func finding(_ message: String, because: [String] = [], perhaps: [String] = []) -> Finding {
        Finding(
          .expectationNotMet, at: expectation.range, message, because: because, perhaps: perhaps)
      }
      func called(_ name: String?) -> String { name.map { " \"\($0)\"" } ?? "" }
      switch expectation.claim {
      case .showsText(let text, let speaker?)
      where sightings.contains { LabelMatching.holds($0.text, text) }:
        return finding("\"\(speaker.text)\" does not say \"\(text)\"")
      case .showsText(let text, _):
        let near = LabelMatching.nearest(to: text, among: sightings.map(\.text))
        return finding(
          "the text \"\(text)\" was not shown at any point",
          perhaps: near.map { ["\"\($0)\""] } ?? [])
      case .isMade(let thing, let name):
        return finding("no \(thing)\(called(name)) was made here", because: changed)
      case .isGone(let thing, let name):
        let message =
          name.map { "the \(thing) \"\($0)\" is still there" } ?? "no \(thing) is gone"
        return finding(message, because: changed)
      case .isNotMade(let thing):
        return finding(
          "the page says that there is no \(thing), and there was one", because: changed)
      case .appears(let target, _): return finding("\"\(target.text)\" did not appear")
      case .closes(let target): return finding("\"\(target.text)\" did not close")
      case .isListed(let thing, let list):
        let place = list.map { " in \"\($0.text)\"" } ?? ""
        return finding("\"\(thing.text)\" is not listed\(place)", because: changed)
      case .hasState(let thing, let state):
        return finding("\"\(thing.text)\" is not \(state.rawValue)")
      case .hasValue(let thing, let value):
        let subject = thing.form == .label ? "\"\(thing.text)\"" : "the \(thing.text)"
        let verb = value.isHeld ? "does not have" : "still has"
        let place = value.place.map { " in \"\($0)\"" } ?? ""
        return finding(
          "\(subject) \(verb) the \(value.attribute) \"\(value.value)\"\(place)", because: changed)
      case .isSo(let thing): return finding("nothing shows that of \"\(thing)\"")
      }
    }
  }

  /// The title's promise, where the engine has no records of what is promised.
  func unjudgedPromise() -> ExpectationResult? {
    guard let promise = procedure.promise, product.factKind(called: promise.thing.text) == nil
    else { return nil }
    let thing = promise.thing
    let expectation = Expectation(
      claim: promise.effect == .creation ? .isMade(thing.text) : .isGone(thing.text),
      text: procedure.title.text, range: thing.range)
    return ExpectationResult(expectation: expectation, verdict: .notJudged)
  }

  /// The title's promise, where the facts do not keep it.
  func brokenPromise() -> Finding? {
    guard let promise = procedure.promise,
      let kind = product.factKind(called: promise.thing.text)
    else { return nil }
    let records = changes.records(promise.effect).filter { kind.isCalled($0.kind) }
    // "Delete the API Only Role", where there is one: no other will do.
    let named = before.filter { fact in
      kind.isCalled(fact.kind) && promise.effect == .deletion
        && LabelMatching.words(promise.thing.text).starts(with: LabelMatching.words(fact.name))
    }
    .max { $0.name.count < $1.name.count }
    guard !records.contains(where: { named == nil || $0.name == named?.name }) else { return nil }
    let wanted =
      switch (promise.effect, named) {
      case (.creation, _): "a new \(kind.name), and none came into being"
      case (.deletion, nil): "that a \(kind.name) is gone, and none is"
      case (.deletion, let fact?): "that the \(kind.name) \"\(fact.name)\" is gone, and it is there"
      }
    return Finding(
      .promiseNotKept, at: promise.thing.range, "the title promises \(wanted)",
      because: changes.isEmpty
        ? ["the steps changed nothing in the product's data"]
        : ["what the steps changed: " + changes.map(\.text).joined(separator: "; ")])
  }
}

extension [FactChange] {
  /// The records that came into being, or that are gone.
  fileprivate func records(_ effect: Promise.Effect) -> [Fact] {
    compactMap { change in
      switch (change, effect) {
      case (.added(let fact), .creation), (.removed(let fact), .deletion): fact
      case (.added, .deletion), (.removed, .creation), (.changed, _): nil
      }
    }
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
