import EngineInterface
import ProcedureModel

extension Judge {
  /// Whether a thing is an item of a list on the screen.
  ///
  /// A thing that is described is a record that the steps made; where they made none of its kind,
  /// nobody can tell which is meant.
  func listing(
    _ thing: Target, in list: Target?, on screen: Screen, changes: [FactChange]
  ) -> ExpectationResult.Verdict {
    let collections = screen.reachable.filter { control in
      control.role.isCollection
        && (list.map { LabelMatching.matches(control.name, $0.text) } ?? true)
    }
    guard !collections.isEmpty else { return list == nil ? .notJudged : .notMet }
    let names = thing.form == .label ? [thing.text] : madeRecords(called: thing.text, changes)
    guard !names.isEmpty else { return .notJudged }
    let holder = collections.first { collection in
      collection.descendants.contains { item in
        item.role.isItem && names.contains { LabelMatching.matches($0, item.name) }
      }
    }
    return holder.map { .met("\($0.name), \(screen.placeName)") } ?? .notMet
  }

  private func madeRecords(called thing: String, _ changes: [FactChange]) -> [String] {
    let kinds = product.factKinds.filter { $0.includes(thing) }.map(\.name)
    return changes.compactMap { change in
      if case .added(let fact) = change, kinds.contains(fact.kind) { fact.name } else { nil }
    }
  }
}

extension Expectation.Claim.State {
  /// Whether the control of a label is in this state; a thing that is only described is not
  /// looked for.
  func verdict(
    on target: Target, _ screen: Screen, _ product: ProductDescription
  ) -> ExpectationResult.Verdict {
    guard target.form == .label else { return .notJudged }
    let found = Resolver(screen: screen, product: product)
      .candidates(for: target, verb: .verify, in: screen.reachable).controls
    let verdicts = found.compactMap(holds)
    guard let isSo = verdicts.first else { return .notJudged }
    // Of several of one name it is not told which is meant.
    guard verdicts.allSatisfy({ $0 == isSo }) else { return .notJudged }
    return isSo ? .met(screen.placeName) : .notMet
  }

  /// Nil where the control has no such state.
  private func holds(for control: Control) -> Bool? {
    switch self {
    case .selected: control.isChecked ?? control.isSelected
    // "The setting is enabled" is said of a box that is checked, too.
    case .enabled: control.isChecked ?? control.isEnabled
    case .disabled: control.isChecked.map { !$0 || !control.isEnabled } ?? !control.isEnabled
    case .expanded: control.isExpanded
    case .empty: control.value.map(\.isEmpty)
    }
  }
}
