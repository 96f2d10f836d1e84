import Diagnostics
import ProcedureModel

/// Lists for each word of a sentence what it was read as.
///
/// Made from what was read, after reading: so it cannot say more than the reader has understood.
struct Explainer {
  private let tokens: [Token]
  private let place: Places
  private var taken: [(part: Explanation.Part, detail: String)?]

  static func explanation(
    _ tokens: [Token], _ reading: SentenceReading, _ results: [Expectation], in place: Places
  ) -> Explanation {
    var explainer = Explainer(tokens, place)
    for action in reading.actions + reading.alternatives.flatMap({ $0 }) { explainer.take(action) }
    if let condition = reading.condition { explainer.take(condition.range, .condition, "") }
    for note in reading.notes { explainer.take(tokens: note.range, note.part) }
    for result in results { explainer.take(result.range, .result, result.claim.name) }
    return Explanation(pieces: explainer.pieces())
  }

  private init(_ tokens: [Token], _ place: Places) {
    self.tokens = tokens
    self.place = place
    taken = Array(repeating: nil, count: tokens.count)
  }

  private mutating func take(_ action: Action) {
    take(action.rawVerb.range, .verb, action.verb.rawValue)
    if let target = action.target {
      // The noun of a control stands outside its label.
      if let noun = target.noun { take(noun.range, .object, noun.control?.rawValue ?? "thing") }
      take(target.range, .object, target.form.rawValue)
    }
    if let value = action.value { take(value.range, .value, value.kind.rawValue) }
    if let within = action.within {
      if let noun = within.noun { take(noun.range, .place, noun.control?.rawValue ?? "thing") }
      take(within.range, .place, within.form.rawValue)
    }
    if case .signIn(let person?) = action.intent { take(person.range, .object, "person") }
    if let condition = action.condition { take(condition.range, .condition, "") }
  }

  /// Takes the words of a range that nothing has taken so far.
  private mutating func take(_ range: SourceRange, _ part: Explanation.Part, _ detail: String) {
    for index in tokens.indices where taken[index] == nil {
      let start = place.range(tokens[index]).start
      if start >= range.start, start < range.end { taken[index] = (part, detail) }
    }
  }

  private mutating func take(tokens range: Range<Int>, _ part: Explanation.Part) {
    for index in range where index < taken.count && taken[index] == nil {
      taken[index] = (part, "")
    }
  }

  private func pieces() -> [Explanation.Piece] {
    var pieces: [Explanation.Piece] = []
    var start = 0
    while start < tokens.count {
      var next = start + 1
      while next < tokens.count, isSame(start, next) { next += 1 }
      defer { start = next }
      var words = start..<next
      if taken[start] == nil {
        // Words of which nothing could have been made are not worth a line.
        guard let first = words.first(where: { isTelling(tokens[$0]) }),
          let last = words.last(where: { isTelling(tokens[$0]) })
        else { continue }
        words = first..<last + 1
      }
      while words.count > 1, tokens[words.upperBound - 1].isPunctuation(".") { words.removeLast() }
      pieces.append(
        Explanation.Piece(
          words: place.passage(tokens, words).text, part: taken[start]?.part ?? .unread,
          detail: taken[start]?.detail ?? ""))
    }
    return pieces
  }

  private func isSame(_ first: Int, _ second: Int) -> Bool {
    switch (taken[first], taken[second]) {
    case (nil, nil): true
    case (let first?, let second?): first == second
    case (nil, _?), (_?, nil): false
    }
  }

  /// A word of which something could have been made.
  private func isTelling(_ token: Token) -> Bool {
    switch token.kind {
    case .punctuation, .image, .separator: false
    case .word: token.isA(.negation) || !token.isA([.function, .adverb])
    case .label, .literal: true
    }
  }
}
