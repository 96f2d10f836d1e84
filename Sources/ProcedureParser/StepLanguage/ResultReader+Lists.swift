import ProcedureModel

// Where a result is to be seen: in which list, on which tab.
extension ResultReader {
  /// "The role appears", or, where a list is named behind it, "appears in the list".
  func appearance(of thing: Target, at index: Int) -> Expectation.Claim {
    if let list = list(at: index) { return .isListed(thing, in: list) }
    if let (list, _) = listWords(at: index) { return .isListed(thing, in: list) }
    // "The new user is shown": a record is shown where its like are.
    let isThing = thing.form == .described && thing.noun?.control == nil
    let last = Noun.singular(
      thing.text.lowercased().split(separator: " ").last.map(String.init) ?? "")
    return isThing && ControlNoun(spelled: last) == nil
      ? .isListed(thing, in: nil) : .appears(thing)
  }

  /// "In the list", "in the list of users": which list, where the words tell, and where they end.
  func listWords(at index: Int) -> (list: Target?, end: Int)? {
    let lists: Set = ["list", "table", "grid"]
    guard let preposition = word(index), ["in", "on", "from"].contains(preposition),
      word(index + 1) == "the" || word(index + 1) == "your", let noun = word(index + 2),
      lists.contains(noun)
    else { return nil }
    guard word(index + 3) == "of", index + 4 < tokens.count else { return (nil, index + 3) }
    let words = tokens[(index + 4)...].prefix { $0.kind == .word && !$0.isA(.function) }
    guard let first = words.indices.first else { return (nil, index + 3) }
    let passage = place.passage(tokens, first..<words.endIndex)
    return (
      Target(text: passage.text, range: passage.range, form: .label, isMarked: false),
      words.endIndex
    )
  }

  /// A tab that is shown is in front; one that is visible may be behind.
  func isShownTab(_ thing: Target, _ end: Int) -> Bool {
    thing.noun?.control == .tab && thing.form == .label
      && ["shown", "displayed", "open"].contains(word(end - 1) ?? "") && word(end - 2) != "still"
  }

  /// "Disappears from the list".
  func leavesList(_ thing: Target, _ end: Int) -> Expectation.Claim? {
    listWords(at: end).map { .isListed(thing, in: $0.list) }
  }

  /// The list that is named behind the verb: "in the **Users** list".
  func list(at index: Int) -> Target? {
    guard let preposition = word(index), ["in", "on", "under", "among"].contains(preposition)
    else { return nil }
    var reader = SentenceReader(tokens, in: place)
    reader.index = index + 1
    return reader.nounPhrase().flatMap { $0.form == .label ? $0 : nil }
  }
}
