import EngineInterface
import ProcedureModel

extension Judge {
  /// Whether a record has a value, or has it no more: "the role has the permission **Approve
  /// Assets**".
  ///
  /// A record that is only described is one that the steps made or changed.
  func verdict(
    on value: RecordValue, of thing: Target, _ facts: [Fact], _ changes: [FactChange]
  ) -> ExpectationResult.Verdict {
    let noun = thing.form == .label ? thing.noun?.text : thing.text
    let kinds = noun.map { noun in product.factKinds.filter { $0.includes(noun) }.map(\.name) }
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
    if kinds?.isEmpty == true, thing.form != .label { return .notJudged }
    // What the engine keeps of no record, it can't be asked for.
    guard facts.contains(where: { $0.attributes.contains { $0.isCalled(value.attribute) } }) else {
      return .notJudged
    }
    guard !records.isEmpty else {
      return value.isHeld || thing.form == .label ? .notMet : .notJudged
    }
    let holders = records.filter { record in
      record.attributes.contains { $0.isCalled(value.attribute) && $0.holds(value, among: facts) }
    }
    return holders.isEmpty != value.isHeld ? .met(.data) : .notMet
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
