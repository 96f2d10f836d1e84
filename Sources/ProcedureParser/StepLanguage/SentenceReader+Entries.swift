import Diagnostics
import ProcedureModel

// Entries, as forms are described: a label, and what goes into the field.
extension SentenceReader {
  /// "**Description**: `For the web team`", "Role Name: Finance": what goes into a field, as forms
  /// are described.
  func entry() -> Action? {
    if let entry = plainEntry() { return entry }
    let words = tokens.filter { !$0.isPunctuation(".") }
    guard words.count == 3, words[0].kind == .label, words[1].isPunctuation(":"),
      words[2].kind == .literal
    else { return nil }
    return .entry(
      Passage(words[0].text, at: place.range(words[0])), words[2].text, at: place.range(words[2]))
  }

  /// Where no word before the colon is in lower case, and none behind it instructs.
  private func plainEntry() -> Action? {
    guard let colon = tokens.firstIndex(where: { $0.isPunctuation(":") }), (1...4).contains(colon),
      tokens[..<colon].allSatisfy({ $0.kind == .word && $0.isCapitalised }),
      !Sentence(tokens: tokens, place: place).beginsNote
    else { return nil }
    var end = tokens.count
    while end > colon + 1, tokens[end - 1].isPunctuation(".") { end -= 1 }
    let words = colon + 1..<end
    guard (1...4).contains(words.count), !tokens[words].contains(where: isSignOrFunction),
      tokens[words].count == 1 || tokens[words].allSatisfy(\.isCapitalised),
      VerbTable.entry(startingAt: words.lowerBound, of: tokens) == nil
    else { return nil }
    let label = passage(0..<colon)
    let value = passage(words)
    return .entry(label, value.text, at: value.range)
  }

  private func isSignOrFunction(_ token: Token) -> Bool {
    token.kind == .punctuation || token.kind == .separator || token.kind == .image
      || token.isA(.function)
  }

  /// "**Save**", "Admin, then Users & Roles": names alone, which are clicked one after the other.
  static func names(_ tokens: [Token], in place: Places) -> [Action]? {
    var reader = SentenceReader(tokens, in: place)
    var names: [Target] = []
    while reader.current != nil {
      let start = reader.index
      let isFirst = names.isEmpty
      let connectors = isFirst ? [] : reader.takeConnectors()
      if reader.current == nil { break }
      guard !tokens[start..<reader.index].contains(where: isRemark),
        isFirst || reader.index > start, !connectors.contains("or"), !connectors.contains("and"),
        let name = reader.nounPhrase(), name.form == .label, name.qualifier == nil,
        name.noun == nil || name.noun?.control != nil
      else { return nil }
      names.append(name)
    }
    guard let first = names.first,
      names.count > 1 || !first.path.isEmpty || first.isMarked && first.noun == nil
        || !first.isMarked && (first.noun != nil || tokens.count > 1)
    else { return nil }
    // A list of links is where a page leads, and "**Stop the server.**" a sentence.
    return names.contains { $0.link != nil || isSentence($0.text) } ? nil : names.map(Action.click)
  }

  private static func isSentence(_ label: String) -> Bool {
    label.hasSuffix(".")
      || label.split(separator: " ").contains {
        Lexicon.classes(of: $0.lowercased()).contains(.determiner)
      }
  }

  private static func isRemark(_ token: Token) -> Bool {
    [":", "(", ")", ";"].contains { token.isPunctuation($0) }
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
