import Diagnostics
import ProcedureModel

// What pronouns of a step stand for, and what its examples give.
extension StepReader {
  /// "In this example we choose **French**": what the last action chooses or enters.
  mutating func takesExample(_ sentence: Sentence, _ place: Places) -> Bool {
    guard let last = actionWithoutValue,
      sentence.tokens.contains(where: { $0.isWord("example") }),
      sentence.tokens.contains(where: { $0.isWord("we") || $0.isWord("i") || $0.isWord("we'll") })
    else { return false }
    let names = sentence.tokens.filter { $0.kind == .label || $0.kind == .literal }
    guard names.count == 1 else { return false }
    actions[last].value = Value(text: names[0].text, range: place.range(names[0]), kind: .literal)
    return true
  }

  /// "Enter a name. For example, enter **Ada**."
  mutating func takeExample(_ reading: SentenceReading) {
    guard let last = actionWithoutValue, reading.actions.count == 1,
      reading.actions[0].intent == actions[last].intent || reading.actions[0].intent == .activate
    else { return }
    let example = reading.actions[0]
    if let text = example.value, text.kind == .literal, example.target == nil {
      actions[last].value = text
    } else if let named = example.target, named.form == .label || named.form == .literal {
      actions[last].value = Value(text: named.text, range: named.range, kind: .literal)
    }
  }

  /// The last action, where it enters or chooses what is not said yet.
  private var actionWithoutValue: Int? {
    guard let last = actions.indices.last, actions[last].value == nil,
      [.choose, .enter].contains(actions[last].intent) || actions[last].intent == .assign
    else { return nil }
    return last
  }

  /// "Find X and drag it": it is X.
  func resolvingPronoun(_ action: Action, after way: [Action] = []) -> Action {
    var action = action
    if let value = action.value, Self.isPronoun(value),
      let thing = named(before: value.range, way), thing.noun?.control == nil
    {
      // "Copy the key and paste it into the terminal": the key is pasted.
      action.value = Value(text: thing.asAntecedent.text, range: value.range, kind: .described)
    }
    guard let target = action.target, target.form == .pronoun || target.noun?.text == "one" else {
      return action
    }
    var resolved = action
    let last = named(before: target.range, way, [action.condition?.test?.subject])
    if target.form != .pronoun {
      resolved.target?.noun = last?.noun ?? target.noun
      return resolved
    }
    resolved.target?.antecedent = last?.asAntecedent
    resolved.target?.referent = last.map { Referent.earlier($0.asAntecedent.text) }
    return resolved
  }

  private static func isPronoun(_ value: Value) -> Bool {
    value.kind == .described && Lexicon.classes(of: value.text.lowercased()).contains(.pronoun)
  }

  /// What was named last before words, in whichever way; a key is not meant, nor what something
  /// that was named was pasted into.
  private func named(
    before words: SourceRange, _ way: [Action], _ others: [Target?] = []
  ) -> Target? {
    let all = way + actions
    let things = all.filter { action in
      action.verb != .press
        && !(action.verb == .enter && action.value?.kind == .described
          && all.contains { $0.target?.text == action.value?.text })
    }.compactMap(\.target)
    return (things + others.compactMap(\.self) + [expects.last?.subject].compactMap(\.self))
      .filter { $0.range.start < words.start }
      .max { $0.range.start < $1.range.start }
  }
}
