import ProcedureModel

/// Reads on what an instruction depends: "if A, click X; otherwise, click Y".
extension SentenceReader {
  func condition(_ range: Range<Int>) -> Condition {
    ConditionReader.condition(tokens, range, place)
  }

  /// "; if B, click Y": a condition for what follows it.
  mutating func takeFurtherCondition() -> Bool {
    guard ["if", "unless"].contains(current?.lower ?? ""), let comma = commaBeforeVerb(from: index)
    else { return false }
    reading.condition = condition(index..<comma)
    reading.note(.condition, index..<comma)
    index = comma + 1
    return true
  }

  /// Verbs of those who do not want what the words before did.
  static let undoing: Set<String> = ["cancel", "discard", "undo", "abort", "quit"]

  /// "To confirm, click A; to go back, click B": who wants the one does not want the other.
  mutating func takeWayOut() -> Bool {
    let isChoice = tokens.first?.isWord("to") == true
    guard current?.isWord("to") == true, let verb = token(index + 1), verb.kind == .word,
      isChoice || Self.undoing.contains(verb.lower),
      let comma = commaBeforeVerb(from: index),
      !reading.actions.isEmpty
    else { return false }
    reading.beginAlternative()
    reading.note(.purpose, index..<comma)
    index = comma + 1
    return true
  }

  /// "And if the dialog opens, click", "; otherwise, click": what follows is an instruction again.
  func beginsCondition(at index: Int) -> Bool {
    guard let token = token(index) else { return false }
    if conditionLink(at: index) != nil { return true }
    return ["if", "unless", "to"].contains(token.lower) && commaBeforeVerb(from: index) != nil
  }

  private static let links: [(words: [String], link: Condition.Link)] = [
    ("in that case", .same), ("in this case", .same), ("if so", .same),
    ("if this is the case", .same),
    ("if not", .otherwise), ("otherwise", .otherwise), ("or else", .otherwise),
    ("else", .otherwise),
    ("if this is not the case", .otherwise), ("in all other cases", .otherwise),
    ("in any other case", .otherwise),
  ].map { ($0.split(separator: " ").map(String.init), $1) }

  private static let linkBeginnings = Set(links.compactMap(\.words.first))

  func conditionLink(at start: Int) -> (words: [String], link: Condition.Link)? {
    guard let first = token(start), first.kind == .word, Self.linkBeginnings.contains(first.lower)
    else { return nil }
    return Self.links.first { entry in
      entry.words.indices.allSatisfy { token(start + $0)?.isWord(entry.words[$0]) == true }
    }
  }

  /// "Otherwise": the condition is that of the words before, turned round.
  mutating func takeConditionLink() -> Bool {
    guard let found = conditionLink(at: index) else { return false }
    let words = index..<index + found.words.count
    reading.condition = ConditionReader.link(found.link, passage(words))
    reading.note(.condition, words)
    index = words.upperBound
    if current?.isPunctuation(",") == true || current?.isPunctuation(":") == true { index += 1 }
    return true
  }
}
