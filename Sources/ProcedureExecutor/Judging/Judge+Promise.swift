import Diagnostics
import EngineInterface
import ProcedureModel

// What the title promises.
extension Judge {
  /// The title's promise, where the engine has no records of what is promised.
  func unjudgedPromise(of procedure: Procedure) -> ExpectationResult? {
    guard let promise = procedure.promise, product.factKind(called: promise.thing.text) == nil
    else { return nil }
    let thing = promise.thing
    let expectation = Expectation(
      claim: promise.effect == .creation ? .isMade(thing.text) : .isGone(thing.text),
      text: procedure.title.text, range: thing.range)
    return ExpectationResult(expectation: expectation, verdict: .notJudged)
  }

  /// A finding if the facts don't fulfil the title's promise.
  func brokenPromise(of procedure: Procedure) -> Finding? {
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
      case (.creation, _): "a new \(kind.name), but none was created"
      case (.deletion, nil): "the deletion of one \(kind.name), but none was deleted"
      case (.deletion, let fact?):
        "that the \(kind.name) \"\(fact.name)\" is deleted, but it"
          + " still exists"
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
  func records(_ effect: Promise.Effect) -> [Fact] {
    compactMap { change in
      switch (change, effect) {
      case (.added(let fact), .creation), (.removed(let fact), .deletion): fact
      case (.added, .deletion), (.removed, .creation), (.changed, _): nil
      }
    }
  }
}
