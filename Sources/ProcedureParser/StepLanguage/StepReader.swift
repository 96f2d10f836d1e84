import Diagnostics
import ProcedureModel

/// Puts together what the sentences of a step say.
struct StepReader {
  /// Whether to keep how each sentence was read.
  let isExplaining: Bool
  var actions: [Action] = []
  var references: [Reference] = []
  var explanations: [Explanation] = []
  private var prohibitions: [Prohibition] = []
  var expects: [Expectation] = []
  var isOptional = false
  private var condition: Condition?
  private var isOtherWay = false
  private var isReference = false
  /// The sentence of it that is for a person.
  private var manual: Passage?
  private var isManual = false
  var alternatives: [[Action]] = []
  var leftovers: [Passage] = []
  private var isNegated = false
  private(set) var firstSentence: Passage?
  /// The first sentence has a subject of its own, and a verb.
  private var isStatement = false
  /// The first sentence from which an action was read.
  private var instruction: Passage?
  var ways: [Way] = []
  /// "Or": what comes next is another way.
  private var isAlternative = false
  /// The bullets so far are ways.
  var isListingWays = false
  /// The last sentence so far, which may introduce bullets.
  var introduction: (sentence: Sentence, reading: SentenceReading)?

  init(isExplaining: Bool) {
    self.isExplaining = isExplaining
  }

  mutating func read(_ paragraph: ReadParagraph) {
    if paragraph.isOr {
      isAlternative = true
      return
    }
    if isAlternative {
      isAlternative = false
      var other = StepReader(isExplaining: isExplaining)
      other.read(paragraph)
      if other.actions.isEmpty { leftovers += other.firstSentence.map { [$0] } ?? [] }
      alternatives += [other.actions].filter { !$0.isEmpty } + other.alternatives
      expects += other.expects.map(Self.behindAll)
      take(other)
      introduction = other.introduction
      return
    }
    let place = paragraph.place
    for (index, sentence) in paragraph.sentences.enumerated() {
      // "Click A.
      // OR
      // Click B."
      if let first = sentence.tokens.first, first.isWord("or"), !actions.isEmpty {
        let other = SentenceReader.read(Array(sentence.tokens.dropFirst()), in: place)
        alternatives += [other.actions].filter { !$0.isEmpty } + other.alternatives
        introduction = (sentence, other)
        explain(sentence, other, place)
        continue
      }
      if sentence.beginsNote {
        // "**Note:** ...": what follows in the paragraph is said, and not done.
        expects += paragraph.noteClaims(from: index).map(Self.behindAll)
        return
      }
      if takesExample(sentence, place) { continue }
      let reading = paragraph.reading(index)
      if reading.isExample, !reading.actions.isEmpty {
        takeExample(reading)
        explain(sentence, reading, place)
        continue
      }
      introduction = (sentence, reading)
      explain(sentence, reading, place)
      if firstSentence == nil {
        firstSentence = sentence.passage
        isOtherWay = sentence.tokens.first.map { Self.otherWays.contains($0.lower) } ?? false
        isStatement = sentence.isStatement
      }
      if actions.isEmpty, expects.isEmpty {
        isOptional = isOptional || reading.isOptional
        if condition == nil {
          condition =
            reading.leadCondition ?? reading.statedCondition ?? openingClause(sentence, place)
        }
      }
      // "Then make the role:", behind the instructions: what follows says how.
      if sentence.isIntroducing, !actions.isEmpty, !reading.actions.isEmpty,
        reading.actions.allSatisfy({ $0.intent == .goal && $0.target?.form != .label })
      {
        continue
      }
      if isExplanation(reading) {
        if let claim = Remark.claim(in: sentence, place, isInstruction: false) {
          expects.append(Self.behindAll(claim))
        }
        continue
      }
      // "You can send a proof. To do this, click ...": that says how.
      if sentence.tokens.first?.isWord("to") == true, sentence.contains(Self.how),
        actions.allSatisfy({ $0.verb == .other })
      {
        actions = []
      }
      if instruction == nil, !reading.actions.isEmpty { instruction = sentence.passage }
      if isWayOut(sentence), !actions.isEmpty, !reading.actions.isEmpty {
        // "Click **Send**. To cancel, click **Cancel**."
        alternatives.append(reading.actions.map { resolvingPronoun($0) })
        continue
      }
      let before = actions.count
      let statements = reading.statements.map { statement in
        stated(statement.words, sentence, place, after: before + statement.actionsBefore)
      }
      let isAhead = reading.statements.first?.actionsBefore == 0
      if isAhead { expects += statements[0] }
      for action in reading.actions { actions.append(resolvingPronoun(action)) }
      expects += statements.dropFirst(isAhead ? 1 : 0).joined()
      isReference = isReference || reading.isReference
      isManual = isManual || reading.isManual
      if let words = reading.notes.first(where: { $0.part == .handover })?.range, manual == nil {
        manual = place.passage(sentence.tokens, words)
      }
      alternatives += reading.alternatives.map { way in
        way.map { resolvingPronoun($0, after: way) }
      }
      leftovers += reading.leftovers
      isNegated = isNegated || reading.isNegated
      prohibitions += reading.prohibitions
      // "You should see ..." points nowhere else.
      let isAddress = sentence.tokens.first?.isWord("you") ?? false
      if !isAddress {
        references += reading.references.map { range in
          var reference = Reference.read(sentence.tokens, range, in: place)
          reference.condition = reading.condition ?? reading.statedCondition
          if reading.isOptional { reference.repetition = nil }
          return reference
        }
      }
      // "You don't see X" and "Not all of them are created" forbid nothing.
      let first = sentence.tokens.first
      let states =
        isAddress
        || first?.isA(.preposition) == true
          && sentence.tokens.contains { ["is", "are", "was", "were"].contains($0.lower) }
        || ["not", "no", "none", "neither", "nothing", "nobody", "there"].contains(
          first?.lower ?? "")
      if reading.actions.isEmpty, !reading.isReference || isAddress,
        !reading.isNegated || states, !reading.isManual
      {
        // "Say what it is for in **Description**": an instruction in words that are not known.
        let isUnknown = actions.isEmpty && !isAddress && !sentence.beginsWithSubject
        let claims = isUnknown ? [] : ClaimReader.claims(in: sentence, place: place)
        // What introduces actions or comes before them says what they are for.
        let remark =
          claims.isEmpty && !actions.isEmpty
          ? Remark.claim(in: sentence, place, isInstruction: reading.isInstruction) : nil
        expects += (claims + [remark].compactMap(\.self)).map { claim in
          var claim = claim
          claim.actionsBefore = actions.count
          return claim
        }
      }
    }
  }

  /// "Click **Save**, and the role is created": claimed where the actions are done.
  private func stated(
    _ words: Range<Int>, _ whole: Sentence, _ place: Places, after count: Int
  ) -> [Expectation] {
    let sentence = Sentence(tokens: Array(whole.tokens[words]), place: place)
    let claims = ClaimReader.claims(in: sentence, place: place)
    let remark =
      claims.isEmpty ? Remark.claim(in: sentence, place, isInstruction: false) : nil
    return (claims + [remark].compactMap(\.self)).map { claim in
      var claim = claim
      claim.actionsBefore = count
      return claim
    }
  }

  private func isWayOut(_ sentence: Sentence) -> Bool {
    sentence.tokens.first?.isWord("to") == true && sentence.tokens.count > 1
      && SentenceReader.undoing.contains(sentence.tokens[1].lower)
  }

  /// What a reader of one way of the step has beside its actions.
  mutating func take(_ way: StepReader) {
    references += way.references
    prohibitions += way.prohibitions
    explanations += way.explanations
  }

  private mutating func explain(
    _ sentence: Sentence, _ reading: SentenceReading, _ place: Places
  ) {
    guard isExplaining else { return }
    let results = reading.actions.isEmpty ? ClaimReader.claims(in: sentence, place: place) : []
    let explanation = Explainer.explanation(sentence.tokens, reading, results, in: place)
    if !explanation.pieces.isEmpty { explanations.append(explanation) }
  }

  private static let how = PhraseSet("to do this", "to do so", "to do that")

  /// "If the file is large, it takes a while": the clause with which a sentence begins, also
  /// where no instruction follows it.
  private func openingClause(_ sentence: Sentence, _ place: Places) -> Condition? {
    let tokens = sentence.tokens
    guard let first = tokens.firstIndex(where: { $0.kind == .word || $0.kind == .label }),
      ["if", "when", "after", "while", "once", "unless"].contains(tokens[first].lower),
      let comma = tokens[first...].firstIndex(where: {
        $0.isPunctuation(",") || $0.isPunctuation(":")
      })
    else { return nil }
    return ConditionReader.condition(tokens, first..<comma, place)
  }

  /// "You can also edit it later", behind the instructions.
  private func isExplanation(_ reading: SentenceReading) -> Bool {
    reading.isPermission && !actions.isEmpty && !reading.actions.isEmpty
      && (reading.isByMeans || reading.actions.allSatisfy { $0.verb == .other })
  }

  /// Takes a step that names what is clicked, and says no more.
  mutating func take(_ names: [Action], of paragraph: ReadParagraph) {
    actions = names
    firstSentence = paragraph.sentences.first?.passage
    instruction = firstSentence
  }

  /// "Edit User", alone: an instruction, or a button's name.
  mutating func takeAsName(_ paragraph: ReadParagraph) {
    let words = paragraph.tokens.filter { !$0.isPunctuation(".") }
    guard actions.count == 1, words.count > 1 || actions[0].target == nil,
      words.allSatisfy(\.isCapitalised),
      words.allSatisfy({ $0.kind == .word })
    else { return }
    let passage = paragraph.place.passage(words, 0..<words.count)
    actions[0].asName = passage
  }

  /// "Enter the following code:", and the code: it is what is entered.
  mutating func take(value: Value) {
    guard introduces, let last = actions.last, last.verb == .enter, last.value == nil else {
      return
    }
    actions[actions.count - 1].value = value
  }

  /// "Enter the following code:", and the code without a mark: what neither instructs nor ends like
  /// a sentence.
  mutating func takesAsValue(_ paragraph: ReadParagraph) -> Bool {
    guard let introduction, introduction.sentence.isIntroducing,
      introduction.sentence.words.contains("following"), let action = actions.last,
      action.verb == .enter, action.target != nil, action.value == nil,
      paragraph.sentences.count == 1, !paragraph.beginsWithInstruction, !paragraph.isOr,
      let first = paragraph.tokens.first, !first.isPunctuation("("),
      let last = paragraph.tokens.last, !last.isPunctuation("."), !last.isPunctuation(":")
    else { return false }
    let words = paragraph.place.passage(paragraph.tokens, 0..<paragraph.tokens.count)
    take(value: Value(text: words.text, range: words.range, kind: .literal))
    return true
  }

  /// How a step begins that is a way to do what the step before it does.
  private static let otherWays: Set<String> = ["or", "alternatively"]

  func step(range: SourceRange, ordinal: String, text: String) -> Step {
    var step = Step(
      range: range, ordinal: ordinal, text: text, kind: kind, isOptional: isOptional,
      condition: condition, actions: actions,
      alternatives: alternatives, leftovers: leftovers,
      expects: expects.map { claim in
        let isLast = claim.actionsBefore.map { $0 >= actions.count } ?? true
        return isLast || !ways.isEmpty ? Self.behindAll(claim) : claim
      })
    step.ways = ways.filter { !$0.actions.isEmpty }
    step.isOtherWay = isOtherWay
    if isOptional {
      for way in step.ways.indices {
        for index in step.ways[way].actions.indices {
          step.ways[way].actions[index].isOptional = true
        }
      }
      for way in step.alternatives.indices {
        for index in step.alternatives[way].indices {
          step.alternatives[way][index].isOptional = true
        }
      }
    }
    // "Tell us who it is. Click **Next**": what a person does is not done here.
    if isManual, !actions.isEmpty, let manual { step.leftovers.append(manual) }
    step.references = references
    step.prohibitions = prohibitions
    step.explanations = explanations
    let all = step.performed + step.untaken.flatMap { $0 }
    if !all.contains(where: \.isExecutable) { step.reason = reason(all) }
    return step
  }

  /// A claim that is judged when the step is done.
  private static func behindAll(_ claim: Expectation) -> Expectation {
    var claim = claim
    claim.actionsBefore = nil
    return claim
  }

  private var kind: Step.Kind {
    if !ways.isEmpty { return .choice }
    if !actions.isEmpty { return alternatives.isEmpty ? .action : .choice }
    if isManual { return .manual }
    if isReference { return introduces ? .informational : .reference }
    return .informational
  }

  /// Whether the text ends with a colon, as in "Do the following:".
  var introduces: Bool { introduction?.sentence.isIntroducing ?? false }

  private func reason(_ actions: [Action]) -> Reason {
    guard let firstSentence else { return Reason(.noWords, words: "") }
    if let action = actions.first, !introduces || actions.contains(where: { $0.target != nil }) {
      let kind: Reason.Kind = actions.contains { $0.target != nil } ? .goal : .noTarget
      return Reason(kind, words: instruction?.text ?? action.rawVerb.text)
    }
    let why: Reason.Kind =
      switch kind {
      case .manual: .forPerson
      case .reference: .pointsElsewhere
      case .action where introduces: .introduces
      case .informational where isNegated: .forbids
      case .informational where introduces: .introduces
      case .informational where !expects.isEmpty || isStatement: .states
      case .informational, .action: .noInstruction
      case .choice: .noWay
      }
    let words = why == .pointsElsewhere ? references.first?.words.text : nil
    return Reason(why, words: words ?? firstSentence.text)
  }
}
