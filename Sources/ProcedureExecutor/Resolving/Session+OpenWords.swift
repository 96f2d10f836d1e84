import Diagnostics
import EngineInterface
import ProcedureModel

// Open words that name no list of items: fields, columns, records inside what is closed, anything.
extension Session {
  /// The record that a page has the reader look for: "look for your service in the list".
  func itemLookedFor(_ target: Target) -> Control? {
    guard target.form == .described else { return nil }
    let choice = choice(of: target, in: nil, Scope())
    guard !choice.places.isEmpty else { return nil }
    let items = items(in: choice.places)
    let made = boundName(choice).flatMap { bound in
      items.first { LabelMatching.matches($0.name, bound.name) }
    }
    return made ?? items.first { holds($0, choice.words) } ?? items.first
  }

  /// The one field or drop-down list that open words mean: "the time zone that you want", "your
  /// selection" in the list that is open.
  func openField(
    _ target: Target, _ choice: Choice, _ scope: Scope, _ action: Action
  ) -> Control? {
    let places = choice.places.compactMap(screen.control)
    if scope.holder == nil, places.count == 1, places[0].role == .combobox { return places[0] }
    guard scope.holder != nil || places.isEmpty else { return nil }
    let all = controls(in: scope)
    let meant = resolver.fields(meantBy: target, to: action.intent, in: all)
    if meant.count == 1 { return meant[0] }
    guard meant.isEmpty, choice.words.isEmpty, target.noun?.control == nil || scope.holder == nil
    else { return nil }
    let lists = all.filter { $0.role == .combobox && $0.isEnabled }
    let open = lists.filter { $0.isExpanded == true }
    return open.count == 1 ? open[0] : lists.first { $0.id == stepState.list }
  }

  /// "The workspace below the role": an item, inside what is closed, that is called as a record of
  /// the kind is.
  func recordInside(
    _ target: Target, _ choice: Choice, _ scope: Scope
  ) async throws(E.Failure) -> (route: [Interaction], found: Control)? {
    guard target.form == .described, let kind = product.factKind(called: choice.noun) else {
      return nil
    }
    let names = observation.facts.filter { $0.kind == kind.name }.map(\.name)
    let placed = Set(controls(in: scope).map(\.id))
    return try await firstExpansion { session in
      session.controls(in: scope).first { item in
        // A row that is shown anyway was passed over before.
        let isNew = !placed.contains(item.id) && session.isChoosable(item)
        return item.role.isItem && (item.isChecked != nil || isNew) && item.isEnabled
          && names.contains { LabelMatching.matches($0, item.name) }
      }
    } within: {
      placed.contains($0.id)
    }
  }

  /// "Click the drop-down": the only one that there is.
  func onlyList(_ target: Target, in scope: Scope) -> Control? {
    guard let noun = target.noun, noun.text == target.text, let kind = noun.control else {
      return nil
    }
    let lists = controls(in: scope).filter { $0.role == .combobox && kind.admits($0) }
    return lists.count == 1 ? lists[0] : nil
  }

  /// What opens with "the **+** next to **X**": a branch is drawn with that sign, which is no
  /// control of its own.
  func branch(besidePlus target: Target, _ action: Action, in scope: Scope) -> Control? {
    guard target.text == "+", action.intent == .activate, let place = action.within,
      place.isBeside
    else { return nil }
    let reachable = controls(in: scope)
    guard !reachable.contains(where: { $0.name == target.text }) else { return nil }
    let named = reachable.filter {
      $0.isExpanded != nil && LabelMatching.matches($0.name, place.text)
    }
    return named.count == 1 ? named[0] : nil
  }

  /// "The lucky user": words that are no name and that no item has tell nothing that can be seen.
  func anyItem(
    for target: Target, _ choice: Choice, _ attempt: Attempt
  ) async throws(E.Failure) -> Control? {
    guard target.form == .described, !choice.places.isEmpty,
      target.text == target.text.lowercased()
    else { return nil }
    let items = items(in: choice.places).filter { !target.excepts($0.name) }
    let said = Set(items.flatMap { LabelMatching.stems($0.name + " " + ($0.value ?? "")) })
    guard said.isDisjoint(with: choice.words) else { return nil }
    return try await firstServing(standing(items, target.standing), attempt)
  }

  /// Nothing is what the words mean; those without a mark that no screen has may mean anything.
  func failToChoose(
    _ target: Target, _ choice: Choice, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    if !choice.places.isEmpty, choice.words.isEmpty, items(in: choice.places).isEmpty {
      return try await failForWantOfItems(target, choice, &attempt)
    }
    guard target.form == .described, choice.places.isEmpty, !isKnown(choice.noun) else {
      return try await failNotFound(target, attempt.action, &attempt)
    }
    attempt.fail(
      .stepNotUnderstood, at: target.range,
      "can't tell what \"\(target.text)\" means on \(screen.place.text)")
  }

  /// There is a list, and nothing in it yet: what may make one is told.
  func failForWantOfItems(
    _ target: Target, _ choice: Choice, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    let noun = LabelMatching.stems(choice.noun).last
    let makers = try await unfolded().reachable.filter { control in
      control.role.isClickable && !control.role.isItem || control.role == .menuitem
    }
    .filter { $0.isEnabled && !$0.isDestructive && LabelMatching.stems($0.name).last == noun }
    let list = screen.control(choice.places[0])?.name ?? ""
    attempt.fail(
      .controlNotFound, at: target.range,
      "there is no \(choice.noun) to choose: \"\(list)\" is empty",
      because: makers.first.map { ["\"\($0.name)\" may make one"] } ?? [])
  }

  /// Whether a noun is one of the product's records, or of a part of its screens.
  func isKnown(_ noun: String) -> Bool {
    ControlNoun(spelled: noun) != nil || product.factKinds.contains { $0.includes(noun) }
  }

  /// "The header of the list": any of its columns.
  func column(_ target: Target, _ choice: Choice, _ scope: Scope) -> Control? {
    guard target.noun?.control == .column else { return nil }
    let columns = controls(in: scope).filter(ControlNoun.column.admits)
    let named = columns.filter { LabelMatching.stems($0.name) == choice.words }
    let saysNone = choice.words.allSatisfy { ControlNoun(spelled: $0) != nil }
    return named.first ?? (saysNone ? columns.first : nil)
  }
}
