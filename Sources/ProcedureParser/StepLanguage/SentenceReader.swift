import Diagnostics
import ProcedureModel

/// Reads one sentence: marks, lead-ins, then coordinated clauses of a verb and its objects.
///
///     (Optional) In the **Details** tab, enter a name, and click **Save** to close the dialog.
///     mark       lead-in                 clause         clause           purpose
struct SentenceReader {
  let tokens: [Token]
  let place: Places
  var index = 0
  /// Where the sentence begins, behind its marks and lead-ins.
  var head = 0
  var reading = SentenceReading()
  /// Where the sentence happens, as in "Under **Details**, click **Edit**".
  var container: Target?
  /// "by specifying X and clicking Y": further "-ing" forms are instructions.
  var isMeans = false
  /// What the present clause says that its objects shall be.
  var state: Value?
  /// Words that deny or except something, and were understood.
  var accounted: [Range<Int>] = []
  /// Up to where all words belong to earlier clauses.
  var readUpTo = 0
  /// "Except for **Admin**, select all roles": what is left out of what follows.
  var exceptions: [Passage] = []
  /// By the place of an opening parenthesis, that of the one that closes it.
  private let closings: [Int: Int]

  init(_ tokens: [Token], in place: Places) {
    self.tokens = tokens
    self.place = place
    var open: [Int] = []
    var closings: [Int: Int] = [:]
    for (position, token) in tokens.enumerated() {
      if token.isPunctuation("(") { open.append(position) }
      if token.isPunctuation(")"), let start = open.popLast() { closings[start] = position }
    }
    self.closings = closings
  }

  func closingParenthesis() -> Int? { closings[index] }

  func closing(of parenthesis: Int) -> Int? { closings[parenthesis] }

  static func read(_ tokens: [Token], in place: Places) -> SentenceReading {
    var reader = SentenceReader(tokens, in: place)
    if let entry = reader.entry() {
      reader.reading.add(entry)
      return reader.reading
    }
    reader.leadIns()
    reader.clauses()
    reader.reading.endAlternatives()
    return reader.reading
  }

  var current: Token? { index < tokens.count ? tokens[index] : nil }

  func token(_ index: Int) -> Token? {
    index >= 0 && index < tokens.count ? tokens[index] : nil
  }

  // MARK: Clauses

  private mutating func clauses() {
    var lastEntry: VerbEntry?
    var isFirst = true
    while current != nil {
      let connectors = takeConnectors()
      // "If A, click X; if B, click Y; otherwise, click Z."
      if !isFirst, takeConditionLink() || takeFurtherCondition() || takeWayOut() {
        _ = takeConnectors()
      }
      guard let token = current else { return }
      // Whatever the words, each round takes one at least.
      let start = index
      defer { if index == start { index += 1 } }
      // "Click A, or click B": one way is enough.
      if connectors.contains("or"), !isFirst, !reading.actions.isEmpty {
        reading.beginAlternative()
      } else if connectors.contains("then"), !connectors.contains("and"), verb(at: index) != nil {
        // "Click A or click B, then click C": C comes after either.
        reading.endAlternatives()
      }
      if let entry = takeDoubleNegation() {
        lastEntry = entry
      } else if isNegation(at: index) {
        prohibition()
      } else if takeCausative() {
        continue
      } else if let entry = verb(at: index, isFirst: isFirst)
        ?? (isMeans ? VerbTable.entry(gerundAt: index, of: tokens) : nil)
      {
        clause(entry)
        lastEntry = entry
      } else if !isFirst, isVerbInBold(at: index), lastEntry?.frame != .object || lastIsDescribed {
        let label = passage(index..<index + 1)
        objects(of: VerbTable.click, rawVerb: label)
        lastEntry = VerbTable.click
      } else if takeSubject() {
        continue
      } else if token.isA(.place), isPlaceBeforeVerb() {
        continue
      } else if let entry = lastEntry,
        connectors.contains("then") && startsNounPhrase(at: index)
          || connectors.contains("or") && startsObject(at: index) && entry.frame == .object
          || isElided(entry),
        readsNounPhrase
      {
        // "Click A, then B": the verb is that of the clause before; "check A, then B" clicks B.
        let verb = reading.actions.last?.rawVerb ?? passage(index..<index + 1)
        let isClicked =
          connectors.contains("then") && [.check, .uncheck, .enter, .toggle].contains(entry.verb)
          && current?.kind == .label
        objects(of: isClicked ? VerbTable.click : entry, rawVerb: verb)
        // "Check A, or B, and click C": C comes after either.
        if connectors.contains("or") { reading.endAlternatives() }
      } else if !isFirst, takeStatement() {
        continue
      } else if isFirst {
        if takePassiveProhibition() { return }
        if takeStatementAhead() {
          isFirst = false
          continue
        }
        // A sentence with a subject of its own instructs nothing, whatever it goes on to say.
        reading.notUnderstood = passage(index..<tokens.count)
        return
      } else {
        skipToNextClause()
        if index == start { index += 1 }
        let words = tokens[start..<index]
        if words.contains(where: { $0.kind == .label || $0.kind == .literal }) {
          reading.leftovers.append(passage(start..<index))
          // "Though not **Admin**": it may take back what stands before it.
          if words.contains(where: { $0.isA([.denial, .exception]) }) { reading.doubtLast() }
        }
      }
      isFirst = false
    }
  }

  /// "Edit whatever needs editing, then **Save**": the verb before is not that of the label.
  private var lastIsDescribed: Bool { reading.actions.last?.target?.form != .label }

  /// "Click **Save**, and the role is created": what is said of it then.
  private mutating func takeStatement() -> Bool {
    guard !reading.actions.isEmpty, startsObject(at: index),
      startsClauseWithSubject(at: index, within: 12)
    else { return false }
    let start = index
    skipToNextClause()
    reading.statements.append((start..<index, reading.actions.count))
    return true
  }

  /// "**Edit** is no longer greyed out; click it": a statement, and an instruction behind it.
  private mutating func takeStatementAhead() -> Bool {
    guard let sign = tokens.indices[index...].first(where: { tokens[$0].isPunctuation(";") }),
      verb(at: sign + 1) != nil
    else { return false }
    reading.statements.append((index..<sign, 0))
    index = sign + 1
    readUpTo = index
    return true
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

  mutating func takeConnectors() -> Set<String> {
    var found: Set<String> = []
    while let token = current {
      if token.kind == .punctuation || token.kind == .separator {
        // "Click A (or click B) and click C": C comes after either.
        if token.isPunctuation(")") { reading.endAlternatives() }
        index += 1
      } else if token.isWord("followed"), self.token(index + 1)?.isWord("by") == true {
        // "Click A, followed by B."
        found.insert("then")
        index += 2
      } else if token.isA(.conjunction)
        || token.isA(.adverb) && verb(at: index) == nil
      {
        found.insert(token.lower)
        index += 1
      } else {
        break
      }
    }
    return found
  }

  /// "Use the **X** menu to select Y": Y is selected in it.
  private mutating func means() -> Target? {
    let saved = index
    if let place = nounPhrase(), place.noun?.control != nil, current?.isWord("to") == true,
      let verb = VerbTable.entry(startingAt: index + 1, of: tokens),
      startsNounPhrase(at: index + 1 + verb.words.count)
    {
      index += 1
      container = place
      if self.verb(at: index) == nil { clause(verb) }
      return place
    }
    index = saved
    return nil
  }

  /// Verbs of reference that say where: "do", "note" and "remember" do not.
  private static let pointing: Set<String> = [
    "repeat", "follow", "continue", "see", "read", "refer", "learn", "check", "consult",
  ]

  /// Notes what words point to.
  mutating func refer(_ range: Range<Int>) {
    reading.note(.reference, range)
    reading.references.append(range)
  }

  /// "Make sure you select X", "remember to save": the instruction is the verb behind.
  private mutating func innerVerb(_ entry: VerbEntry) -> VerbEntry? {
    let isChosen = entry.words == ["choose"] || entry.words == ["try"]
    guard
      entry.verb == .verify || entry.words == ["remember"]
        || isChosen && current?.isWord("to") == true
    else { return nil }
    let next = token(index)?.isWord("that") == true ? index + 1 : index
    guard let word = token(next), word.isWord("you") || word.isWord("to"),
      let inner = VerbTable.entry(startingAt: next + 1, of: tokens),
      inner.verb != .verify
    else { return nil }
    index = next + 1
    return inner
  }

  /// "Confirm or cancel the action", "test and publish the page": two verbs with a common object.
  private mutating func takeSecondVerb(_ entry: VerbEntry) -> (VerbEntry, Passage)? {
    guard
      let second = VerbTable.entry(startingAt: index + 1, of: tokens)
        ?? openEntry(joinedAt: index + 1),
      startsObject(at: index + 1 + second.words.count),
      current?.isWord("or") == true
        || current?.isWord("and") == true && entry.verb == .other
          && (second.verb == .other || second.words == ["push"])
    else { return nil }
    let rawVerb = passage(index + 1..<index + 1 + second.words.count)
    index += 1 + second.words.count
    return (second, rawVerb)
  }

  /// "As many workspaces as you need".
  private var isMeasured: Bool {
    current?.isWord("as") == true
      && ["many", "much", "often", "few"].contains(token(index + 1)?.lower ?? "")
  }

  mutating func clause(_ entry: VerbEntry) {
    let start = index
    let rawVerb = passage(index..<index + entry.words.count)
    index += entry.words.count
    if entry.words == ["use"], let place = means() {
      container = place
      return
    }
    if entry.words == ["use"] && current?.link != nil || isMeasured {
      // "Use [rules](...) to sort them", "create as many as you need": nothing is done here.
      reading.isReference = reading.isReference || current?.link != nil
      index = tokens.count
      return
    }
    if let inner = innerVerb(entry) {
      clause(inner)
      return
    }
    defer {
      // With what stands before the verb: "at no time, click **X**".
      if entry.frame != .referring { reading.doubt(from: start, doubt(of: readUpTo..<index), self) }
      readUpTo = index
    }
    let isEither = current?.isWord("or") == true
    let second = takeSecondVerb(entry)
    reading.lastVerb = (entry.verb, rawVerb)
    if entry.verb == .navigate, current.map({ $0.isWord("step") || $0.isWord("steps") }) == true {
      // "Go back to step 2" points to what is to be done once more.
      reading.isReference = true
      skipToNextClause()
      refer(start..<index)
      return
    }
    switch entry.frame {
    case .referring:
      reading.isReference = true
      skipToNextClause()
      if Self.pointing.contains(entry.words[0]) { refer(start..<index) }
    case .handingOver:
      reading.isManual = true
      skipToNextClause()
      reading.note(.handover, start..<index)
    case .plain:
      reading.add(Action(verb: entry.verb, rawVerb: rawVerb))
      var modifiers = Modifiers()
      self.modifiers(of: entry, &modifiers)
      if entry.signsIn { signIn(from: start + entry.words.count) }
      if entry.signsOut { signOut(from: start + entry.words.count) }
    case .object, .typing, .assignment, .moving:
      let object = index
      objects(of: entry, rawVerb: rawVerb)
      if entry.signsIn { signIn(from: object) }
      guard let second, !reading.isByMeans else { return }
      // Read once more, for the other verb.
      index = object
      if isEither, reading.actions.last?.target != nil { reading.beginAlternative() }
      objects(of: second.0, rawVerb: second.1)
      if isEither { reading.endAlternatives() }
    }
  }
}
