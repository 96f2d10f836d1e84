import EngineInterface
import ProcedureModel

extension Judge {
  /// Whether a record has a value: "the role has the permission **Approve Assets**".
  ///
  /// A record that is only described is one that the steps made or changed.
  func verdict(
    on value: RecordValue, of thing: Target, _ facts: [Fact], _ changes: [FactChange]
  ) -> ExpectationResult.Verdict {
    guard let records = records(called: thing, facts, changes), isKept(value, facts) else {
      return .notJudged
    }
    let isHeld = records.contains { record in
      record.attributes.contains { $0.isCalled(value.attribute) && $0.holds(value, among: facts) }
    }
    return isHeld ? .met(.data) : .notMet
  }

  /// Whether a record that there is does not have a value, or no more.
  func lack(
    of value: RecordValue, by thing: Target, _ facts: [Fact], _ changes: [FactChange]
  ) -> ExpectationResult.Verdict {
    if let records = records(called: thing, facts, changes), records.isEmpty, isKept(value, facts) {
      return thing.form == .label ? .notMet : .notJudged
    }
    return verdict(on: value, of: thing, facts, changes).denied(by: .data)
  }

  /// What the engine keeps of no record, it can't be asked for.
  private func isKept(_ value: RecordValue, _ facts: [Fact]) -> Bool {
    facts.contains { $0.attributes.contains { $0.isCalled(value.attribute) } }
  }

  /// The records that some words mean; nil where the engine has no such kind.
  private func records(
    called thing: Target, _ facts: [Fact], _ changes: [FactChange]
  ) -> [Fact]? {
    let noun = thing.form == .label ? thing.noun?.text : thing.text
    let kinds = noun.map { noun in product.factKinds.filter { $0.includes(noun) }.map(\.name) }
    if kinds?.isEmpty == true, thing.form != .label { return nil }
    var records: [Fact]
    if thing.form == .label {
      records = facts.filter { LabelMatching.matches($0.name, thing.text) }
    } else {
      records = changes.compactMap { change in
        switch change {
        case .added(let fact), .changed(_, let fact): fact
        case .removed: nil
        }
      }
    }
    // "The **API Only** role": of what is called so, the roles.
    if let kinds, thing.form != .label || !kinds.isEmpty {
      records = records.filter { kinds.contains($0.kind) }
    }
    return records
  }
}

extension Fact.Attribute {
  fileprivate func isCalled(_ name: String) -> Bool {
    LabelMatching.stems(self.name) == LabelMatching.stems(name)
  }

  /// What is held in a place is held, and what is held everywhere is held in each place there is.
  fileprivate func holds(_ wanted: RecordValue, among facts: [Fact]) -> Bool {
    (items.isEmpty ? [Item(value)] : items).contains { item in
      guard LabelMatching.matches(item.name, wanted.value) else { return false }
      guard let place = wanted.place else { return true }
      return item.place.map { LabelMatching.matches($0, place) }
        ?? facts.contains { LabelMatching.matches($0.name, place) }
    }
  }
}
