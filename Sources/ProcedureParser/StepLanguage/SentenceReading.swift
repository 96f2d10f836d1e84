import Diagnostics
import ProcedureModel

/// What one sentence of a step instructs.
struct SentenceReading {
  var actions: [Action] = []
  var isOptional = false
  /// What the clause that is being read depends on.
  var condition: Condition? {
    didSet { if leadCondition == nil { leadCondition = condition } }
  }
  /// What its first clause depends on.
  private(set) var leadCondition: Condition?
  /// The first condition of the sentence, wherever it stands.
  var statedCondition: Condition?
  /// It says what the reader can or must do, and does not simply instruct.
  var isPermission = false
  /// "by clicking X": the means are the instruction.
  var isByMeans = false
  /// It is marked "(Conditional)".
  var isMarkedConditional = false
  /// It begins with "for example": what it says need not be done.
  var isExample = false
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
  /// Clauses with a subject of their own behind instructions: "and the role is created".
  var statements: [(words: Range<Int>, actionsBefore: Int)] = []
  /// The sentence forbids something, so it instructs nothing.
  var isNegated = false

  /// What it forbids, as far as that is said of all times.
  var prohibitions: [Prohibition] = []

  /// Where it points for what is to be done.
  var references: [Range<Int>] = []
  /// What words were taken for that are no part of an action.
  private(set) var notes: [(part: Explanation.Part, range: Range<Int>)] = []

  mutating func note(_ part: Explanation.Part, _ range: Range<Int>) {
    if !range.isEmpty { notes.append((part, range)) }
  }

  /// Says what the last action asks for, where its words tell more than its verb.
  mutating func lastActionAsks(_ intent: Intent) {
    guard let last = actions.indices.last else { return }
    actions[last].intent = intent
  }

  /// What the last action is done to.
  mutating func lastActionConcerns(_ target: Target?) {
    guard let last = actions.indices.last else { return }
    actions[last].target = target
  }

  /// The verb of the last clause.
  var lastVerb: (verb: Verb, rawVerb: Passage)?

  private static let choosing: Set<String> = ["choose", "select", "pick", "decide"]

  /// The last clause has something chosen.
  var isChoosing: Bool {
    lastVerb.map { Self.choosing.contains($0.rawVerb.text.lowercased()) } ?? false
  }

  var isInstruction: Bool { !actions.isEmpty || isReference || isManual || isNegated }

  mutating func add(_ action: Action) {
    if isAlternative {
      alternatives[alternatives.count - 1].append(action)
    } else {
      actions.append(action)
    }
  }

  /// The actions whose verb stands at a word or behind it are in doubt.
  mutating func doubt(from word: Int, _ doubt: SentenceReader.Doubt, _ reader: SentenceReader) {
    guard doubt != .none, let token = reader.token(word) else { return }
    let start = reader.place.range(token).start
    func isDoubtful(_ action: Action) -> Bool {
      action.rawVerb.range.start >= start && (doubt == .all || action.target?.form == .described)
    }
    for index in actions.indices where isDoubtful(actions[index]) {
      actions[index].polarity = .unknown
    }
    for way in alternatives.indices {
      for index in alternatives[way].indices where isDoubtful(alternatives[way][index]) {
        alternatives[way][index].polarity = .unknown
      }
    }
  }

  /// The last action is in doubt.
  mutating func doubtLast() {
    if let last = actions.indices.last { actions[last].polarity = .unknown }
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
