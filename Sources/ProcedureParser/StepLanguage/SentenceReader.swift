import Diagnostics
import ProcedureModel

/// What one sentence of a step instructs.
struct SentenceReading {
  var actions: [Action] = []
  var isOptional = false
  var condition: Passage?
  /// The sentence points to other steps or pages instead of saying what to do.
  var isReference = false
  /// The sentence is for a person, outside the product.
  var isManual = false
  /// Further ways to do what the last actions do.
  private(set) var alternatives: [[Action]] = []
  private var isAlternative = false
  /// Words that stand where an instruction is expected, and are none.
  var notUnderstood: Passage?
  /// Clauses behind the first that say something which was not read.
  var leftovers: [Passage] = []
  /// The sentence forbids something, so it instructs nothing.
  var isNegated = false

  mutating func add(_ action: Action) {
    if isAlternative {
      alternatives[alternatives.count - 1].append(action)
    } else {
      actions.append(action)
    }
  }

  /// What is added from here on is another way.
  mutating func beginAlternative() {
    alternatives.append([])
    isAlternative = true
  }

  mutating func endAlternatives() {
    isAlternative = false
    alternatives.removeAll(where: \.isEmpty)
  }
}

/// Reads one sentence: marks, lead-ins, then coordinated clauses of a verb and its objects.
///
///     (Optional) In the **Details** tab, enter a name, and click **Save** to close the dialog.
///     mark       lead-in                 clause         clause           purpose
struct SentenceReader {
  let tokens: [Token]
  let place: Places
  var index = 0
  var reading = SentenceReading()
  /// Where the sentence happens, as in "Under **Details**, click **Edit**".
  var container: Target?
  /// What the present clause says that its objects shall be.
  var state: Value?

  init(_ tokens: [Token], in place: Places) {
    self.tokens = tokens
    self.place = place
  }

  static func read(_ tokens: [Token], in place: Places) -> SentenceReading {
    var reader = SentenceReader(tokens, in: place)
    reader.leadIns()
    reader.clauses()
    reader.reading.endAlternatives()
    return reader.reading
  }

  var current: Token? { index < tokens.count ? tokens[index] : nil }

  func token(_ index: Int) -> Token? {
    index >= 0 && index < tokens.count ? tokens[index] : nil
  }

  // MARK: Before the first verb

  private mutating func leadIns() {
    while let token = current {
      if takeOptionalMark() { continue }
      if token.kind == .punctuation || token.kind == .image || Words.isAdverb(token.lower) {
        if token.isWord("optionally") { reading.isOptional = true }
        guard verb(at: index) == nil else { return }
        index += 1
        continue
      }
      if verb(at: index) != nil || isNegation(at: index) { return }
      if takeSubject() { continue }
      guard token.kind == .word, takeLeadIn() else { return }
    }
  }

  /// Takes a mark: "(Optional)", "Optional:", "(Conditional)".
  private mutating func takeOptionalMark() -> Bool {
    guard let token = current else { return false }
    let word = token.lower.trimming { "()[]:.,".contains($0) }
    let isMark = ["optional", "conditional", "optionally"].contains(word)
    if token.kind == .label, isMark {
      if word != "conditional" { reading.isOptional = true }
      index += 1
      return true
    }
    guard token.isPunctuation("("), let next = self.token(index + 1), self.token(index + 2) != nil
    else {
      guard isMark, let sign = self.token(index + 1), sign.isPunctuation(":") else { return false }
      if word == "optional" { reading.isOptional = true }
      index += 2
      return true
    }
    guard ["optional", "conditional", "optionally"].contains(next.lower) else { return false }
    if next.lower != "conditional" { reading.isOptional = true }
    while let token = current, !token.isPunctuation(")") { index += 1 }
    index += 1
    return true
  }

  /// "You can now click", "you must enter": the subject and what is before its verb.
  private mutating func takeSubject() -> Bool {
    guard let token = current, token.isWord("you"), let modal = self.token(index + 1),
      Words.modals.contains(modal.lower) || modal.isWord("have") || modal.isWord("want")
    else { return false }
    var next = index + 2
    while let token = self.token(next), Words.isAdverb(token.lower) || token.isWord("to") {
      next += 1
    }
    guard VerbTable.entry(startingAt: next, of: tokens) != nil else { return false }
    if ["can", "may", "could", "might"].contains(modal.lower) { reading.isOptional = true }
    index = next
    return true
  }

  /// A phrase before the instruction: a place, a condition, a purpose.
  private mutating func takeLeadIn() -> Bool {
    guard let token = current else { return false }
    let start = index
    if Words.subordinators.contains(token.lower) || token.isWord("as") || token.isWord("for") {
      guard let comma = commaBeforeVerb(from: index) else { return false }
      // "For **Name**, enter ...": the field.
      if token.isWord("for"), startsLabel(at: index + 1) {
        index += 1
        container = nounPhrase()
        index = comma + 1
        return true
      }
      let words = passage(start..<comma)
      if isByChoice(start..<comma) { reading.isOptional = true }
      if reading.condition == nil { reading.condition = words }
      index = comma + 1
      return true
    }
    if token.isWord("to") || token.isWord("in") && self.token(index + 1)?.isWord("order") == true {
      guard let comma = commaBeforeVerb(from: index) else { return false }
      index = comma + 1
      return true
    }
    guard Words.places.contains(token.lower) else { return false }
    index += 1
    if let place = nounPhrase() {
      container = place
      skipModifiersOfPlace()
      if current?.isPunctuation(",") == true {
        index += 1
        return true
      }
      if verb(at: index) != nil { return true }
    }
    guard let comma = commaBeforeVerb(from: start) else {
      index = start
      return false
    }
    index = comma + 1
    return true
  }

  private func startsLabel(at index: Int) -> Bool {
    guard let token = token(index) else { return false }
    if Words.determiners.contains(token.lower) { return startsLabel(at: index + 1) }
    return token.kind == .label
  }

  /// What may stand between a place and its comma: a further place, a clause that tells it apart.
  private mutating func skipModifiersOfPlace() {
    while let token = current, !token.isPunctuation(","), verb(at: index) == nil {
      if token.isPunctuation(";") || token.isPunctuation(":") { return }
      index += 1
    }
  }

  /// The first comma after which an instruction, or a further lead-in, begins.
  private func commaBeforeVerb(from start: Int) -> Int? {
    for comma in start..<tokens.count where tokens[comma].isPunctuation(",") {
      var next = comma + 1
      while let token = token(next), Words.isAdverb(token.lower) { next += 1 }
      if verb(at: next) != nil || isNegation(at: next) { return comma }
      if let token = token(next), token.isWord("you") || Words.places.contains(token.lower) {
        return comma
      }
    }
    return nil
  }

  /// "if necessary", "if you like": the reader decides, not the product.
  func isByChoice(_ range: Range<Int>) -> Bool {
    let words = tokens[range].map(\.lower)
    guard words.first == "if" || words.first == "when" || words.first == "as" else { return false }
    let choices: Set<String> = [
      "necessary", "needed", "desired", "required", "applicable", "like", "wish", "preferred",
      "appropriate", "want", "prefer",
    ]
    return words.count <= 5 && words.contains(where: choices.contains)
  }

  // MARK: Clauses

  private mutating func clauses() {
    var lastEntry: VerbEntry?
    var isFirst = true
    while current != nil {
      let connectors = takeConnectors()
      guard let token = current else { return }
      // Whatever the words, each round takes one at least.
      let start = index
      defer { if index == start { index += 1 } }
      // "Click A, or click B": one way is enough.
      if connectors.contains("or"), !isFirst, !reading.actions.isEmpty {
        reading.beginAlternative()
      }
      if isNegation(at: index) {
        reading.isNegated = true
        index += 1
        skipToNextClause()
      } else if let entry = verb(at: index, isFirst: isFirst) {
        clause(entry)
        lastEntry = entry
      } else if takeSubject() {
        continue
      } else if Words.places.contains(token.lower), isPlaceBeforeVerb() {
        continue
      } else if let entry = lastEntry,
        connectors.contains("then") && startsNounPhrase(at: index) || isElided(entry),
        readsNounPhrase
      {
        // "click A, then B": the verb is that of the clause before.
        let verb = reading.actions.last?.rawVerb ?? passage(index..<index + 1)
        objects(of: entry, rawVerb: verb)
      } else if isFirst {
        // A sentence with a subject of its own instructs nothing, whatever it goes on to say.
        reading.notUnderstood = passage(index..<tokens.count)
        return
      } else {
        skipToNextClause()
        if index == start { index += 1 }
        if tokens[start..<index].contains(where: { $0.kind == .label || $0.kind == .literal }) {
          reading.leftovers.append(passage(start..<index))
        }
      }
      isFirst = false
    }
  }

  private var readsNounPhrase: Bool {
    var probe = self
    return probe.nounPhrase() != nil
  }

  /// "Set **A** to x, **B** to y": the verb of the clause before, where its frame goes on.
  private func isElided(_ entry: VerbEntry) -> Bool {
    guard entry.frame == .assignment || entry.frame == .typing, startsObject(at: index) else {
      return false
    }
    let connectors: Set<String> = entry.frame == .assignment ? ["to"] : ["in", "into", "as"]
    return tokens[index...].prefix(6).contains { $0.kind == .word && connectors.contains($0.lower) }
  }

  /// "and under **X**, click Y": the place is that of what follows.
  private mutating func isPlaceBeforeVerb() -> Bool {
    let saved = index
    index += 1
    if let place = nounPhrase() {
      skipModifiersOfPlace()
      if current?.isPunctuation(",") == true { index += 1 }
      if verb(at: index) != nil {
        container = place
        return true
      }
    }
    index = saved
    return false
  }

  private mutating func takeConnectors() -> Set<String> {
    var found: Set<String> = []
    while let token = current {
      if token.kind == .punctuation || token.kind == .separator {
        index += 1
      } else if Words.conjunctions.contains(token.lower)
        || Words.isAdverb(token.lower) && verb(at: index) == nil
      {
        found.insert(token.lower)
        index += 1
      } else {
        break
      }
    }
    return found
  }

  private mutating func clause(_ entry: VerbEntry) {
    let rawVerb = passage(index..<index + entry.words.count)
    index += entry.words.count
    switch entry.frame {
    case .referring:
      reading.isReference = true
      skipToNextClause()
    case .handingOver:
      reading.isManual = true
      skipToNextClause()
    case .plain:
      reading.add(Action(verb: entry.verb, rawVerb: rawVerb))
      var modifiers = Modifiers()
      self.modifiers(of: entry, &modifiers)
    case .object, .typing, .assignment, .moving:
      objects(of: entry, rawVerb: rawVerb)
    }
  }
}
