import Diagnostics
import ProcedureModel

/// Puts together what the sentences of a step say.
struct StepReader {
  private var actions: [Action] = []
  private var expects: [Expectation] = []
  private var isOptional = false
  private var condition: Passage?
  private var isReference = false
  private var isManual = false
  private var alternatives: [[Action]] = []
  private var leftovers: [Passage] = []
  private var isNegated = false
  private var firstSentence: Passage?
  private var branches: [[Action]] = []
  /// "Or": what comes next is another way.
  private var isAlternative = false
  /// The last sentence so far, which may introduce bullets.
  private var introduction: (sentence: Sentence, reading: SentenceReading)?
  /// Whether the first sentence instructs: most items of a procedure do.
  private(set) var beginsWithInstruction = false

  mutating func read(_ paragraph: ReadParagraph) {
    if paragraph.isOr {
      isAlternative = true
      return
    }
    if isAlternative {
      isAlternative = false
      var other = StepReader()
      other.read(paragraph)
      if other.actions.isEmpty { leftovers += other.firstSentence.map { [$0] } ?? [] }
      alternatives += [other.actions].filter { !$0.isEmpty } + other.alternatives
      expects += other.expects
      introduction = other.introduction
      return
    }
    read(paragraph.sentences, in: paragraph.place)
  }

  private mutating func read(_ sentences: [Sentence], in place: Places) {
    for sentence in sentences {
      let reading = SentenceReader.read(sentence.tokens, in: place)
      introduction = (sentence, reading)
      if firstSentence == nil {
        firstSentence = sentence.passage
        beginsWithInstruction = reading.isInstruction
      }
      if actions.isEmpty, expects.isEmpty {
        isOptional = isOptional || reading.isOptional
        if condition == nil { condition = reading.condition }
      }
      actions += reading.actions
      isReference = isReference || reading.isReference
      isManual = isManual || reading.isManual
      alternatives += reading.alternatives
      leftovers += reading.leftovers
      isNegated = isNegated || reading.isNegated
      if reading.actions.isEmpty, !reading.isReference, !reading.isNegated, !reading.isManual {
        expects += ClaimReader.claims(in: sentence, place: place)
      }
    }
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
    "any of these", "either of these", "following options", "options below", "either")
  private static let choosing: Set<String> = ["choose", "select", "pick", "decide"]

  /// What the bullets behind the text so far are, by how that introduces them.
  func bulletKind(_ bullets: [ReadParagraph?]) -> BulletKind {
    let firsts = bullets.compactMap { bullet in bullet?.sentences.first.map { ($0, bullet?.place) }
    }
    let instructions = firsts.count { sentence, place in
      place.map { SentenceReader.read(sentence.tokens, in: $0).isInstruction } ?? false
    }
    let isMostlyInstructions = instructions * 2 >= bullets.count && instructions > 0
    if let introduction {
      let words = introduction.sentence.words
      if introduction.sentence.contains(Self.choice) { return .ways }
      if words.contains("following"), introduction.reading.actions.last.map(isChoosing) ?? false {
        return .ways
      }
    }
    // "To do this, click ...", "If you want that, ...": each for its own case.
    let cases = firsts.count { sentence, _ in sentence.tokens.first.map(Self.isCase) ?? false }
    if cases > 1, cases * 2 >= bullets.count { return .ways }
    return isMostlyInstructions ? .steps : .text
  }

  /// "To ..." or "If ...", in bold or not.
  private static func isCase(_ token: Token) -> Bool {
    ["to", "if"].contains(token.lower.prefix { $0 != " " })
  }

  private func isChoosing(_ action: Action) -> Bool {
    Self.choosing.contains(action.rawVerb.text.lowercased())
  }

  mutating func beginBranches() {
    // "Select one of the following": what is selected stands in the bullets.
    guard let last = actions.last else { return }
    guard let target = last.target else {
      if isChoosing(last) { actions.removeLast() }
      return
    }
    let words = target.text.lowercased()
    guard target.form == .described, words.contains("following") || words == "one" else { return }
    actions.removeLast()
  }

  mutating func readBranch(_ bullet: ReadParagraph) {
    var reader = StepReader()
    reader.read(bullet.withoutCase(Self.isCase))
    if reader.actions.isEmpty, let chosen = chosen(bullet) {
      branches.append([chosen])
    } else {
      branches.append(reader.actions)
      alternatives += reader.alternatives
    }
    expects += reader.expects
    leftovers += reader.leftovers
  }

  mutating func readInBranch(_ paragraph: ReadParagraph) {
    var reader = StepReader()
    reader.read(paragraph)
    if !branches.isEmpty { branches[branches.count - 1] += reader.actions }
    expects += reader.expects
  }

  /// "Click one of the following: **Edit**: to change it": the bullet names what is clicked.
  private func chosen(_ bullet: ReadParagraph) -> Action? {
    guard let introduction, let label = bullet.tokens.first, label.kind == .label else {
      return nil
    }
    guard let verb = introduction.reading.lastVerb else { return nil }
    let target = Target(
      text: label.text, range: bullet.place.range(label), form: .label, isMarked: true)
    return Action(verb: verb.verb, rawVerb: verb.rawVerb, target: target)
  }

  func step(range: SourceRange, ordinal: String, text: String) -> Step {
    var step = Step(
      range: range, ordinal: ordinal, text: text, kind: kind, isOptional: isOptional,
      condition: condition, actions: actions, alternatives: alternatives, leftovers: leftovers,
      expects: expects)
    step.branches = branches.filter { !$0.isEmpty }
    if step.performed.isEmpty { step.reason = reason }
    return step
  }

  private var kind: Step.Kind {
    if branches.contains(where: { !$0.isEmpty }) { return .choice }
    if !actions.isEmpty { return alternatives.isEmpty ? .action : .choice }
    if isManual { return .manual }
    if isReference { return .reference }
    return .informational
  }

  private var reason: String {
    let words = firstSentence.map { "\"\($0.text)\"" } ?? "an empty item"
    return switch kind {
    case .manual: "for a person to do, outside the product: \(words)"
    case .reference: "points elsewhere: \(words)"
    case .informational where isNegated: "only forbids: \(words)"
    case .informational: "no instruction is recognised in \(words)"
    case .action, .choice: ""
    }
  }
}

/// A paragraph cut into sentences.
struct ReadParagraph {
  let tokens: [Token]
  let sentences: [Sentence]
  let place: Places

  init(_ text: MarkedText, source: SourceText, links: [Link]) {
    place = Places(text: text, source: source, links: links)
    tokens = Tokenizer.tokens(of: text)
    sentences = Sentence.sentences(of: tokens, in: place)
  }

  /// The paragraph behind a bold "**To do this**:" at its beginning.
  func withoutCase(_ isCase: (Token) -> Bool) -> ReadParagraph {
    guard tokens.count > 2, tokens[0].kind == .label, isCase(tokens[0]),
      tokens[1].isPunctuation(":")
    else { return self }
    return ReadParagraph(tokens: Array(tokens[2...]), place: place)
  }

  private init(tokens: [Token], place: Places) {
    self.tokens = tokens
    self.place = place
    sentences = Sentence.sentences(of: tokens, in: place)
  }

  /// "Or", alone.
  var isOr: Bool {
    let words = tokens.filter { $0.kind != .punctuation }
    return words.count == 1 && words[0].lower == "or"
  }
}
