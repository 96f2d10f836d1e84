import EngineInterface
import ProcedureModel

extension Judge {
  /// Whether a record has a value, or has it no more: "the role has the permission **Approve
  /// Assets**".
  ///
  /// A record that is only described is one that the steps made or changed.
  func value(
    _ value: String, of attribute: String, in thing: Target, isHeld: Bool, _ facts: [Fact],
    _ changes: [FactChange]
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
    guard facts.contains(where: { $0.attributes.contains { $0.isCalled(attribute) } }) else {
      return .notJudged
    }
    guard !records.isEmpty else { return isHeld || thing.form == .label ? .notMet : .notJudged }
    let holders = records.filter { record in
      record.attributes.contains { $0.isCalled(attribute) && $0.holds(value, among: facts) }
    }
    return holders.isEmpty != isHeld ? .met("the product's data") : .notMet
  }
}

extension Fact.Attribute {
  fileprivate func isCalled(_ name: String) -> Bool {
    LabelMatching.stems(self.name) == LabelMatching.stems(name)
  }

  /// What is held in a place is held, and what is held everywhere is held in each place there is.
  fileprivate func holds(_ value: String, among facts: [Fact]) -> Bool {
    let wanted = HeldValue(value)
    return (items.isEmpty ? [self.value] : items).contains { item in
      if LabelMatching.matches(item, value) { return true }
      let held = HeldValue(item)
      guard LabelMatching.matches(held.value, wanted.value) else { return false }
      guard let place = wanted.place else { return held.place != nil }
      return held.place == nil && facts.contains { LabelMatching.matches($0.name, place) }
    }
  }
}

/// "Analytics User (Europe)": a value, and the place where it is held.
private struct HeldValue {
  let value: String
  let place: String?

  init(_ text: String) {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
      value = text
      place = nil
      return
    }
    value = String(text[..<open])
    place = String(text[text.index(after: open)...].dropLast())
  }
}
