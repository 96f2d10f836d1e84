import ProcedureModel

/// What somebody else is to do: "have an admin create a role", "get a colleague to check it".
extension SentenceReader {
  private static let causing: Set<String> = ["have", "get", "let"]
  private static let people: Set<String> = [
    "somebody", "someone", "anybody", "anyone", "user", "users", "recipient", "invitee",
  ]

  /// Takes a sentence that hands its instruction over to somebody.
  mutating func takeCausative() -> Bool {
    guard let verb = current, verb.kind == .word, Self.causing.contains(verb.lower) else {
      return false
    }
    // "Your company's administrator": few words stand before whom it is.
    let words = tokens[(index + 1)...].prefix(5).prefix { $0.kind == .word }
    guard
      let person = words.firstIndex(where: {
        $0.isA(.person) || Self.people.contains($0.lower)
      }),
      words[..<person].allSatisfy({ !$0.isA([.preposition, .conjunction, .modal]) })
    else { return false }
    // "Get **somebody** to do it", but "have **somebody** do it".
    let rest = tokens.indices[(person + 1)...]
    let isTold = rest.contains { index in
      let isTo = tokens[index - 1].isWord("to")
      return tokens[index].isA(.verb) && isTo == verb.isWord("get")
    }
    guard isTold else { return false }
    let start = index
    index = tokens.count
    reading.isManual = true
    reading.note(.handover, start..<index)
    return true
  }
}
