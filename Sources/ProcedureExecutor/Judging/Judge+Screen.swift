import EngineInterface
import ProcedureModel

extension Judge {
  /// Whether a thing is an item of a list on the screen.
  ///
  /// A described thing is a record that the steps created; if they created none of its kind, it is
  /// unknown which one the page means.
  func listing(
    _ thing: Target, in list: Target?, on screen: Screen, changes: [FactChange]
  ) -> ExpectationResult.Verdict {
    let collections = screen.reachable.filter { control in
      // What a drop-down list offers is listed only where it is named.
      control.role.isCollection && (list != nil || control.role != .combobox)
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
    return holder.map { .met(.list($0.name, screen.place)) } ?? .notMet
  }

  /// Whether a place is in front of the person: a screen, a dialog, a tab that is selected.
  func presence(at place: Target, _ screen: Screen) -> ExpectationResult.Verdict {
    guard place.form == .label else { return .notJudged }
    if let modal = screen.modal, place.calls(modal.name, a: .dialog) {
      return .met(.screen(screen.place))
    }
    let tabs = screen.reachable.filter {
      $0.role == .tab && LabelMatching.matches($0.name, place.text)
    }
    if let tab = tabs.first, place.noun == nil || place.noun?.control == .tab {
      return tab.isSelected == true ? .met(.screen(screen.place)) : .notMet
    }
    return screen.modal == nil && place.calls(screen.name, a: .page)
      ? .met(.screen(screen.place)) : .notMet
  }

  /// Whether a thing is there: a control on the screen, or a record of the product's data.
  func existence(
    of thing: Target, on screen: Screen, _ facts: [Fact]
  ) -> ExpectationResult.Verdict {
    guard thing.exceptions.isEmpty, thing.polarity == .affirmed else { return .notJudged }
    if thing.form == .label {
      let isOnScreen = screen.reachable.contains { control in
        LabelMatching.matches(control.name, thing.text)
          && (thing.noun?.control?.admits(control) ?? true)
      }
      if isOnScreen { return .met(.screen(screen.place)) }
      guard thing.noun?.control == nil else { return .notMet }
      let kinds = product.factKinds.filter { kind in
        thing.noun.map { kind.includes($0.text) } ?? true
      }
      let isKept = facts.contains { fact in
        LabelMatching.matches(fact.name, thing.text) && kinds.contains { $0.name == fact.kind }
      }
      return isKept ? .met(.data) : thing.noun == nil || kinds.isEmpty ? .notJudged : .notMet
    }
    // "An API only user", and not "a user who may do that".
    guard thing.form == .described, thing.qualifier == nil,
      let kind = product.factKind(called: thing.text),
      kind.specificity(thing.text) == LabelMatching.stems(thing.text).count
    else { return .notJudged }
    return facts.contains { kind.isCalled($0.kind) } ? .met(.data) : .notMet
  }

  private func madeRecords(called thing: String, _ changes: [FactChange]) -> [String] {
    // "The new user": new tells nothing of its kind.
    let words = LabelMatching.words(thing).drop(while: Words.tellsNothing).joined(separator: " ")
    let kinds = product.factKinds.filter { $0.includes(words) }.map(\.name)
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
    guard target.form == .label else {
      return self == .empty && target.noun?.control == .list ? emptiness(of: screen) : .notJudged
    }
    let resolver = Resolver(screen: screen, product: product)
    var found = resolver.candidates(for: target, to: .look, in: screen.reachable).controls
    // "The box is checked": a box to check, where it is none to type into.
    if found.isEmpty, target.noun?.isBox == true {
      found =
        resolver.candidates(for: target, to: .setChecked(true), in: screen.reachable).controls
    }
    let verdicts = found.compactMap(holds)
    guard let isSo = verdicts.first else { return .notJudged }
    // Several have this name, and nothing says which one the page means.
    guard verdicts.allSatisfy({ $0 == isSo }) else { return .notJudged }
    return isSo ? .met(.screen(screen.place)) : .notMet
  }

  /// "The list is empty", where there is one.
  private func emptiness(of screen: Screen) -> ExpectationResult.Verdict {
    let lists = screen.reachable.filter { $0.role.isCollection && $0.role != .combobox }
    guard lists.count == 1, let list = lists.first else { return .notJudged }
    return list.holdsNothing ? .met(.screen(screen.place)) : .notMet
  }

  private func usability(of control: Control) -> Bool? {
    control.role.isClickable || control.role.isTypable ? control.isEnabled : nil
  }

  /// Nil where the control has no such state.
  private func holds(for control: Control) -> Bool? {
    switch self {
    case .selected: control.isChecked ?? control.isSelected
    // "The setting is enabled" is said of a box that is checked, too; of a part of the screen it
    // tells what nobody but the product knows.
    case .enabled: control.isChecked ?? usability(of: control)
    case .disabled:
      control.isChecked.map { !$0 || !control.isEnabled } ?? usability(of: control).map { !$0 }
    case .expanded: control.isExpanded
    case .empty:
      control.role.isCollection ? control.holdsNothing : control.value.map(\.isEmpty)
    }
  }
}

extension Screen {
  /// Parts of the screen of this name that hold something.
  func parts(called target: Target) -> [Control] {
    reachable.filter {
      !$0.children.isEmpty && !$0.role.isClickable && LabelMatching.matches($0.name, target.text)
    }
  }
}

extension Control {
  fileprivate var holdsNothing: Bool { !descendants.dropFirst().contains { $0.role.isItem } }

  /// Whether a text stands anywhere in it.
  func says(_ text: String) -> Bool {
    descendants.contains { part in
      [part.name, part.description ?? "", part.value ?? ""]
        .contains { LabelMatching.holds($0, text) }
    }
  }
}
