import Diagnostics
import ProcedureModel

/// Puts together what the sentences of a step say.
struct StepReader {
  /// Whether to keep how each sentence was read.
  private let isExplaining: Bool
  private var actions: [Action] = []
  private var references: [Reference] = []
  private var explanations: [Explanation] = []
  private var expects: [Expectation] = []
  private var isOptional = false
  private var condition: Passage?
  private var isReference = false
  private var isManual = false
  private var alternatives: [[Action]] = []
  private var leftovers: [Passage] = []
  private var isNegated = false
  private var firstSentence: Passage?
  /// The first sentence has a subject of its own, and a verb.
  private var isStatement = false
  /// The first sentence from which an action was read.
  private var instruction: Passage?
  private var ways: [Way] = []
  /// "Or": what comes next is another way.
  private var isAlternative = false
  /// The bullets so far are ways.
  private var isListingWays = false
  /// The last sentence so far, which may introduce bullets.
  private var introduction: (sentence: Sentence, reading: SentenceReading)?

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
      expects += other.expects
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
      let reading = paragraph.reading(index)
      introduction = (sentence, reading)
      explain(sentence, reading, place)
      if firstSentence == nil {
        firstSentence = sentence.passage
        isStatement = sentence.isStatement
      }
      if actions.isEmpty, expects.isEmpty {
        isOptional = isOptional || reading.isOptional
        if condition == nil {
          condition = reading.condition ?? reading.statedCondition ?? openingClause(sentence, place)
        }
      }
      if isExplanation(reading) { continue }
      // "You can send a proof. To do this, click ...": that says how.
      if sentence.tokens.first?.isWord("to") == true, sentence.contains(Self.how),
        actions.allSatisfy({ $0.verb == .other })
      {
        actions = []
      }
      if instruction == nil, !reading.actions.isEmpty { instruction = sentence.passage }
      for action in reading.actions { actions.append(resolvingPronoun(action)) }
      isReference = isReference || reading.isReference
      isManual = isManual || reading.isManual
      alternatives += reading.alternatives.map { way in
        way.map { resolvingPronoun($0, after: way) }
      }
      leftovers += reading.leftovers
      isNegated = isNegated || reading.isNegated
      // "You should see ..." points nowhere else.
      let isAddress = sentence.tokens.first?.isWord("you") ?? false
      if !isAddress {
        references += reading.references.map { Reference.read(sentence.tokens, $0, in: place) }
      }
      if reading.actions.isEmpty, !reading.isReference || isAddress, !reading.isNegated,
        !reading.isManual
      {
        expects += ClaimReader.claims(in: sentence, place: place)
      }
    }
  }

  /// What a reader of one way of the step has beside its actions.
  private mutating func take(_ way: StepReader) {
    references += way.references
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
  private func openingClause(_ sentence: Sentence, _ place: Places) -> Passage? {
    let tokens = sentence.tokens
    guard let first = tokens.firstIndex(where: { $0.kind == .word || $0.kind == .label }),
      ["if", "when", "after", "while", "once", "unless"].contains(tokens[first].lower),
      let comma = tokens[first...].firstIndex(where: { $0.isPunctuation(",") })
    else { return nil }
    return place.passage(tokens, first..<comma)
  }

  /// "You can also edit it later", behind the instructions.
  private func isExplanation(_ reading: SentenceReading) -> Bool {
    reading.isPermission && !actions.isEmpty && !reading.actions.isEmpty
      && (reading.isByMeans || reading.actions.allSatisfy { $0.verb == .other })
  }

  /// "Find X and drag it": it is X.
  private func resolvingPronoun(_ action: Action, after way: [Action] = []) -> Action {
    guard let target = action.target, target.form == .pronoun else { return action }
    var resolved = action
    // What was named last before it, in whichever way; a key is not meant.
    let last = (way + actions).filter {
      $0.target != nil && $0.verb != .press && $0.range.start < target.range.start
    }.max { $0.range.start < $1.range.start }?.target
    resolved.target?.antecedent = last?.antecedent ?? last?.text
    return resolved
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

  // MARK: Bullets

  enum BulletKind {
    /// One of them is done.
    case ways
    /// All of them are done.
    case steps
    /// They instruct nothing: values, explanations.
    case text
  }

  private static let choice = PhraseSet(
    "one of the following", "any of the following", "either of the following", "one of these",
    "any of these", "either of these", "one or more of the following", "following options",
    "options below", "either")

  /// What the bullets behind the text so far are, by how that introduces them.
  mutating func bulletKind(_ bullets: [ReadParagraph?]) -> BulletKind {
    // Ways that an image or a remark cut in two go on.
    if isListingWays, introduction?.sentence.isIntroducing != true { return .ways }
    let kind = kind(of: bullets)
    isListingWays = kind == .ways
    return kind
  }

  private func kind(of bullets: [ReadParagraph?]) -> BulletKind {
    let instructions = bullets.count { bullet in
      // A list of links points elsewhere.
      guard let bullet, let first = bullet.sentences.first,
        !first.tokens.allSatisfy({ $0.link != nil || $0.kind == .punctuation })
      else { return false }
      return bullet.beginsWithInstruction
    }
    let isMostlyInstructions = instructions * 2 >= bullets.count && instructions > 0
    if let introduction {
      let words = introduction.sentence.words
      if introduction.sentence.contains(Self.choice) { return .ways }
      let isChoice = introduction.reading.isChoosing
      if isChoice, words.contains("following") { return .ways }
      let options = bullets.count { $0?.isOption ?? false }
      if isChoice, introduction.sentence.isIntroducing, options > 1, options * 2 >= bullets.count {
        return .ways
      }
    }
    // "To do this, click ...", "If you want that, ...": each for its own case.
    let cases = bullets.count { $0?.sentences.first?.tokens.first.map(Self.isCase) ?? false }
    if cases > 1, cases * 2 >= bullets.count { return .ways }
    return isMostlyInstructions ? .steps : .text
  }

  /// "To ..." or "If ...", in bold or not.
  private static func isCase(_ token: Token) -> Bool {
    ["to", "if"].contains(token.lower.prefix { $0 != " " })
  }

  mutating func beginWays() {
    // "Select one of the following": what is selected stands in the bullets.
    guard let last = actions.last else { return }
    // "Click X, then choose a method. Choose a method:" is said twice and done once.
    let isSaid = actions.dropLast().contains {
      $0.verb == last.verb && $0.target?.text == last.target?.text
    }
    if isSaid {
      actions.removeLast()
      return
    }
    guard let target = last.target else {
      if introduces { actions.removeLast() }
      return
    }
    let words = target.text.lowercased()
    guard target.form == .described, words.contains("following") || words == "one" else { return }
    actions.removeLast()
  }

  /// "Choose either:", and a table: what is chosen stands in its rows, which are not read.
  mutating func chooseFromTable() {
    guard introduces, introduction?.reading.isChoosing == true, let last = actions.last,
      last.target == nil
    else { return }
    actions.removeLast()
  }

  mutating func readWay(_ bullet: ReadParagraph) {
    var reader = StepReader(isExplaining: isExplaining)
    reader.read(bullet)
    let isCase = bullet.tokens.first.map(Self.isCase) ?? false
    let isNamed = bullet.isOption && !isCase && introduction?.reading.isChoosing == true
    let text = bullet.place.text.text
    if reader.actions.isEmpty || isNamed, let chosen = chosen(bullet) {
      ways.append(Way(text: text, actions: [chosen]))
    } else {
      ways.append(Way(text: text, actions: reader.actions))
      // An "or" inside a way gives a further one.
      ways += reader.alternatives.map { Way(text: text, actions: $0) }
      if reader.actions.isEmpty { leftovers += reader.firstSentence.map { [$0] } ?? [] }
    }
    expects += reader.expects
    take(reader)
    leftovers += reader.leftovers
  }

  mutating func readInWay(_ paragraph: ReadParagraph) {
    var reader = StepReader(isExplaining: isExplaining)
    reader.read(paragraph)
    if !ways.isEmpty { ways[ways.count - 1].actions += reader.actions }
    expects += reader.expects
    take(reader)
  }

  /// "Click one of the following: **Edit**: to change it": the bullet names what is clicked.
  private func chosen(_ bullet: ReadParagraph) -> Action? {
    guard let introduction, let verb = introduction.reading.lastVerb,
      let first = bullet.tokens.first
    else { return nil }
    if first.kind == .label {
      let target = Target(
        text: first.text, range: bullet.place.range(first), form: .label, isMarked: true)
      return Action(verb: verb.verb, rawVerb: verb.rawVerb, target: target)
    }
    // A few words are a name; a sentence explains.
    let words = bullet.tokens.prefix { $0.kind == .word || $0.kind == .literal }
    guard introduction.reading.isChoosing, !words.isEmpty, words.count <= 5,
      words.count == bullet.tokens.count
        || bullet.tokens[words.count].kind == .punctuation && bullet.tokens.count <= words.count + 1
    else { return nil }
    let name = bullet.place.passage(Array(words), 0..<words.count)
    let target = Target(
      text: name.text, range: name.range, form: first.isCapitalised ? .label : .described,
      isMarked: false)
    return Action(verb: verb.verb, rawVerb: verb.rawVerb, target: target)
  }

  func step(range: SourceRange, ordinal: String, text: String) -> Step {
    var step = Step(
      range: range, ordinal: ordinal, text: text, kind: kind, isOptional: isOptional,
      condition: condition, actions: actions, alternatives: alternatives, leftovers: leftovers,
      expects: expects)
    step.ways = ways.filter { !$0.actions.isEmpty }
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
    step.references = references
    step.explanations = explanations
    let all = step.performed + step.untaken.flatMap { $0 }
    if !all.contains(where: \.isExecutable) { step.reason = reason(all) }
    return step
  }

  private var kind: Step.Kind {
    if !ways.isEmpty { return .choice }
    if !actions.isEmpty { return alternatives.isEmpty ? .action : .choice }
    if isManual { return .manual }
    if isReference { return introduces ? .informational : .reference }
    return .informational
  }

  /// Whether the text ends with a colon, as in "Do the following:".
  private var introduces: Bool { introduction?.sentence.isIntroducing ?? false }

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
