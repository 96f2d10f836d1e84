import EngineInterface
import ProcedureModel

// Fields and choices that words describe and do not name: "the time zone you want".
extension Resolver {
  /// What takes a value and is meant by some words.
  ///
  /// In this order: what is called so; whose label they say with more words beside it; whose label
  /// has all of them; whose label has their noun, or is of its kind. Never by likeness of spelling.
  ///
  /// - Parameters:
  ///   - target: The words.
  ///   - intent: What is wanted of it.
  ///   - scope: Where it is looked for.
  /// - Returns: Several where the words leave it open.
  func fields(meantBy target: Target, to intent: Intent, in scope: [Control]) -> [Control] {
    let said = LabelMatching.stems(target.text).filter { !Words.tellsNoItem($0) }
    guard let noun = target.noun.map({ Noun.singular($0.text) }) ?? said.last, !said.isEmpty else {
      return []
    }
    let labels = scope.filter { takesValue($0, intent) }
      .map { (control: $0, label: LabelMatching.stems($0.name)) }
      .filter { !$0.label.isEmpty }
    let kinds = FieldKind.all(meantBy: noun)
    let tests: [([String]) -> Bool] = [
      { $0 == said },
      { $0.allSatisfy(said.contains) },
      { said.allSatisfy($0.contains) },
      { $0.last == noun },
      { FieldKind(label: $0).map(kinds.contains) == true },
    ]
    for test in tests {
      let found = labels.filter { test($0.label) }.map(\.control)
      guard found.isEmpty else { return found }
    }
    return []
  }

  private func takesValue(_ control: Control, _ intent: Intent) -> Bool {
    guard control.isEnabled else { return false }
    if intent == .enter || control.role == .combobox {
      return Self.isUsable(control, to: intent)
    }
    // A date is chosen, and is typed all the same.
    return [.listbox, .radiogroup].contains(control.role)
      || control.role.isTypable && FieldKind(label: LabelMatching.words(control.name)) == .date
  }

  /// The field that a place names: "an end date in the **Access Expires** field".
  func field(named place: Target?, to intent: Intent) -> Control? {
    guard let place, place.form == .label || place.form == .literal else { return nil }
    let named = screen.reachable.filter { control in
      control.role.isTypable && LabelMatching.matches(control.name, place.text)
        && (place.noun?.control?.admits(control) ?? true)
    }
    return named.count == 1 && Self.isUsable(named[0], to: intent) ? named[0] : nil
  }

  /// What can be clicked at the side of a text: "the number next to **Last 7 Days**".
  func control(beside place: Target, in scope: [Control]) -> Control? {
    let texts = scope.filter { LabelMatching.matches($0.name, place.text) }
    let found = texts.compactMap { text -> Control? in
      let holder = screen.allControls.last { holder in
        holder.children.contains { $0.id == text.id }
      }
      let near = holder?.children.filter { $0.id != text.id && $0.role.isClickable } ?? []
      return near.count == 1 ? near[0] : nil
    }
    return found.count == 1 ? found[0] : nil
  }
}
