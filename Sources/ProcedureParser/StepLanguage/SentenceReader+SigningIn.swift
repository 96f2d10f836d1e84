import ProcedureModel

// Who acts from here on.
extension SentenceReader {
  /// "Sign out of X": of what.
  mutating func signOut(from start: Int) {
    let end = index
    if token(start)?.isWord("of") == true || token(start)?.isWord("from") == true {
      index = start + 1
      reading.lastActionConcerns(nounPhrase())
    }
    index = max(end, index)
    reading.lastActionAsks(.signOut)
    signBackIn()
  }

  /// "Log out and back in": one verb, and two instructions.
  private mutating func signBackIn() {
    var next = index
    while let word = token(next), word.isA(.conjunction) || word.isWord("again") { next += 1 }
    guard next > index, token(next)?.isWord("back") == true,
      let particle = token(next + 1), particle.isWord("in") || particle.isWord("on"),
      let verb = reading.actions.last
    else { return }
    reading.add(Action(verb: verb.verb, rawVerb: passage(next..<next + 2)))
    index = next + 2
    skipToNextClause()
    reading.lastActionAsks(.signIn(as: nil))
  }

  /// "Sign in to X as a Standard User", "log in with the **Guest** role": who is signed in then.
  mutating func signIn(from start: Int) {
    let words = tokens[start...].prefix { $0.kind != .punctuation && !$0.isA(.conjunction) }
    let end = index
    var person: Target?
    if let place = words.firstIndex(where: { $0.isWord("as") }) {
      index = place + 1
      person = nounPhrase()
    }
    if let with = words.firstIndex(where: { $0.isWord("with") }), person == nil {
      index = with + 1
      let right = nounPhrase()
      if let right, let noun = right.noun, noun.text.hasPrefix("role") {
        // "The Standard User role": whoever has it.
        let name =
          right.text.hasSuffix(" " + noun.text)
          ? String(right.text.dropLast(noun.text.count + 1)) : right.text
        person = Target(text: name, range: right.range, form: .label, isMarked: right.isMarked)
      }
    }
    index = max(end, index)
    reading.lastActionAsks(.signIn(as: person))
  }
}
