import ProcedureModel

/// Reads what a sentence forbids: "Do not click **Send**", "avoid selecting **Admin**".
extension SentenceReader {
  /// Words that forbid something only for now, or only in some way: "yet", "twice".
  private static let limits: Set<String> = [
    "yet", "until", "before", "again", "twice", "once", "more", "too", "unless", "if", "when",
    "while", "after", "now", "already", "only", "except", "without",
  ]

  /// Skips a clause that forbids, and notes what.
  mutating func prohibition() {
    let start = index
    // "As long as it is not **X**" belongs to what stands before it, and forbids nothing.
    let isApart =
      token(start - 1).map {
        $0.kind != .word || $0.isA([.conjunction, .adverb]) || head == start
          || token(start + 1)?.isWord("to") == true
      } ?? true
    index += 1
    skipToNextClause()
    if !isApart {
      reading.doubtLast()
      return
    }
    if exceptsFromLast(start) { return }
    reading.isNegated = true
    reading.note(.negation, start..<index)
    guard reading.condition == nil,
      !tokens[start..<index].contains(where: { $0.kind == .word && Self.limits.contains($0.lower) }
      ),
      let verb = forbiddenVerb(from: start),
      // The words of a verb such as "drag and drop" may go beyond the clause.
      verb.index + verb.entry.words.count <= index
    else { return }
    var reader = SentenceReader(Array(tokens[..<index]), in: place)
    reader.index = verb.index
    reader.readUpTo = verb.index
    reader.clause(verb.entry)
    let words = phrase(start..<index)
    reading.prohibitions += (reader.reading.actions + reader.reading.alternatives.flatMap { $0 })
      .compactMap { action in
        guard let target = action.target, target.form == .label, target.exceptions.isEmpty,
          action.polarity == .affirmed, action.value == nil
        else { return nil }
        // "Don't use X": don't click it.
        let isUse = verb.entry.words == ["use"]
        return Prohibition(words, intent: isUse ? .activate : action.intent, target: target)
      }
  }

  /// Takes "**Send** must not be clicked".
  mutating func takePassiveProhibition() -> Bool {
    var reader = self
    guard let target = reader.nounPhrase(), target.form == .label, target.exceptions.isEmpty,
      let modal = reader.current, modal.kind == .word,
      ["must", "should", "shall", "mustn't", "shouldn't"].contains(modal.lower)
    else { return false }
    reader.index += 1
    if !modal.isA(.denial) {
      guard let denial = reader.current, ["not", "never"].contains(denial.lower) else {
        return false
      }
      reader.index += 1
    }
    guard reader.current?.isWord("be") == true,
      let entry = VerbTable.entry(participleAt: reader.index + 1, of: tokens),
      !tokens[(reader.index + 2)...].contains(where: {
        $0.kind == .word && Self.limits.contains($0.lower)
      })
    else { return false }
    let words = passage(index..<tokens.count)
    let intent = IntentReader.intent(of: Action(verb: entry.verb, rawVerb: words, target: target))
    reading.prohibitions.append(Prohibition(words, intent: intent, target: target))
    reading.isNegated = true
    reading.note(.negation, index..<tokens.count)
    index = tokens.count
    return true
  }

  /// "Do not forget to save": save.
  mutating func takeDoubleNegation() -> VerbEntry? {
    guard
      let forget = (index..<min(index + 3, tokens.count)).first(where: {
        tokens[$0].isWord("forget")
      }), isNegation(at: index), token(forget + 1)?.isWord("to") == true,
      let inner = VerbTable.entry(startingAt: forget + 2, of: tokens)
    else { return nil }
    understood(index..<forget + 2)
    index = forget + 2
    clause(inner)
    return inner
  }

  /// "Select any role, but never **Admin**": no verb, so it is left out of what was named last.
  private mutating func exceptsFromLast(_ start: Int) -> Bool {
    guard let last = reading.actions.indices.last,
      reading.actions[last].target?.form == .described, forbiddenVerb(from: start) == nil
    else { return false }
    var reader = self
    reader.index = start + 1
    guard let left = reader.excepted() else { return false }
    reading.actions[last].target?.exceptions += left
    understood(start..<index)
    reading.note(.qualifier, start..<index)
    return true
  }

  /// "Be careful not to", "make sure that you don't": how many words come before the denial.
  func cautionWidth(at start: Int) -> Int? {
    let cautions = [
      ["be", "careful"], ["be", "sure"], ["make", "sure"], ["take", "care"], ["try"],
    ]
    let found = cautions.first { words in
      words.indices.allSatisfy { token(start + $0)?.isWord(words[$0]) == true }
    }
    guard let found else { return nil }
    var next = start + found.count
    if token(next)?.isWord("that") == true { next += 1 }
    return isNegation(at: next) ? next - start : nil
  }

  /// The verb behind "do not", "you must never", "avoid".
  private func forbiddenVerb(from start: Int) -> (index: Int, entry: VerbEntry)? {
    var next = start
    while let token = token(next), next - start < 6 {
      // "You do not need to click X", "you don't have to".
      if token.isWord("need") || token.isWord("have") && self.token(next + 1)?.isWord("to") == true
      {
        return nil
      }
      if next > start, !token.isA(.auxiliary),
        let entry = VerbTable.entry(startingAt: next, of: tokens)
      {
        return (next, entry)
      }
      if next > start, let entry = VerbTable.entry(gerundAt: next, of: tokens) {
        return (next, entry)
      }
      guard
        token.isA([.negation, .denial, .auxiliary, .modal, .subject, .adverb, .preposition])
          || Self.occasions.contains(token.lower)
      else { return nil }
      next += 1
    }
    return nil
  }
}
