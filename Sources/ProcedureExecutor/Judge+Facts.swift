import EngineInterface
import ProcedureModel

extension Judge {
  /// Whether a record has a value: "the role has the permission **Approve Assets**".
  ///
  /// A record that is only described is one that the steps made or changed.
  func value(
    _ value: String, of attribute: String, in thing: Target, _ facts: [Fact],
    _ changes: [FactChange]
  ) -> ExpectationResult.Verdict {
    let records: [Fact]
    if thing.form == .label {
      records = facts.filter { LabelMatching.matches($0.name, thing.text) }
    } else {
      let kinds = product.factKinds.filter { $0.includes(thing.text) }.map(\.name)
      guard !kinds.isEmpty else { return .notJudged }
      records = changes.compactMap { change in
        switch change {
        case .added(let fact), .changed(_, let fact): kinds.contains(fact.kind) ? fact : nil
        case .removed: nil
        }
      }
    }
    let isMet = records.contains { record in
      record.attributes.contains { $0.isCalled(attribute) && $0.holds(value) }
    }
    if isMet { return .met("the product's data") }
    // What the engine keeps of no record, it can't be asked for.
    let isKept = facts.contains { $0.attributes.contains { $0.isCalled(attribute) } }
    return isKept ? .notMet : .notJudged
  }
}

extension Fact.Attribute {
  fileprivate func isCalled(_ name: String) -> Bool {
    LabelMatching.stems(self.name) == LabelMatching.stems(name)
  }

  fileprivate func holds(_ value: String) -> Bool {
    // What is held everywhere is held in each place; what is held in a place is held.
    (items.isEmpty ? [self.value] : items).contains { item in
      LabelMatching.matches(item, value) || item.hasPrefix(value + " (")
        || value.hasPrefix(item + " (")
    }
  }
}
