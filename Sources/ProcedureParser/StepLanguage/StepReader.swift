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

  /// Whether a paragraph begins with an instruction: then the list that it is in is a procedure.
  static func isInstruction(_ sentence: Sentence, in place: Places) -> Bool {
    let reading = SentenceReader.read(sentence.tokens, in: place)
    return !reading.actions.isEmpty || reading.isReference || reading.isManual
      || reading.isNegated
  }

  mutating func read(_ paragraph: ReadParagraph) {
    read(paragraph.sentences, in: paragraph.place)
  }

  mutating func read(_ sentences: [Sentence], in place: Places) {
    for sentence in sentences {
      if firstSentence == nil { firstSentence = sentence.passage }
      let reading = SentenceReader.read(sentence.tokens, in: place)
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

  /// A bullet of the step: its instructions are not read yet, and said to be so.
  mutating func readBullet(_ paragraph: ReadParagraph) {
    guard let first = paragraph.sentences.first,
      Self.isInstruction(first, in: paragraph.place)
    else { return }
    leftovers.append(first.passage)
  }

  func step(
    range: SourceRange, ordinal: String, text: String, admonitions: [Admonition], images: [Image],
    steps: [Step]
  ) -> Step {
    var step = Step(
      range: range, ordinal: ordinal, text: text, kind: kind, isOptional: isOptional,
      condition: condition, actions: actions, alternatives: alternatives, leftovers: leftovers,
      expects: expects, admonitions: admonitions, images: images, steps: steps)
    if actions.isEmpty { step.reason = reason }
    return step
  }

  private var kind: Step.Kind {
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
  let sentences: [Sentence]
  let place: Places

  init(_ text: MarkedText, source: SourceText, links: [Link]) {
    place = Places(text: text, source: source, links: links)
    sentences = Sentence.sentences(of: Tokenizer.tokens(of: text), in: place)
  }
}
