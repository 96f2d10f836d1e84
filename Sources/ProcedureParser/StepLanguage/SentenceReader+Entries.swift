import Diagnostics
import ProcedureModel

// Entries, as forms are described: a label, and what goes into the field.
extension SentenceReader {
  /// "**Description**: `For the web team`": what goes into a field, as forms are described.
  func entry() -> Action? {
    let words = tokens.filter { !$0.isPunctuation(".") }
    guard words.count == 3, words[0].kind == .label, words[1].isPunctuation(":"),
      words[2].kind == .literal
    else { return nil }
    return .entry(
      Passage(words[0].text, at: place.range(words[0])), words[2].text, at: place.range(words[2]))
  }
}

extension Action {
  /// A text for a field, as a form is described: the field's label stands for the verb.
  static func entry(_ label: Passage, _ text: String, at range: SourceRange) -> Action {
    var action = Action(verb: .enter, rawVerb: label)
    action.target = Target(text: label.text, range: label.range, form: .label, isMarked: true)
    action.value = Value(text: text, range: range, kind: .literal)
    action.intent = .enter
    return action
  }
}
