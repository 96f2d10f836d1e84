import ProcedureModel

/// Reads whether words affirm or deny: the one place that knows how English turns a clause round.
///
/// The words themselves are in the lexicon. What stands in a label or in a quotation is a name, and
/// denies nothing.
enum PolarityReader {
  /// What "not" and "no" begin that denies less than the whole: "not all", "no later than".
  private static let limited: Set<String> = [
    "only", "just", "necessarily", "always", "all", "every", "everything", "both", "more", "less",
    "fewer", "later", "earlier", "sooner", "matter", "doubt", "until", "entirely", "fully", "quite",
    "immediately", "directly",
  ]

  static func polarity(_ tokens: ArraySlice<Token>) -> Polarity { clause(tokens, "").polarity }

  /// A clause with the words that turn it round.
  static func clause(_ tokens: ArraySlice<Token>, _ text: String) -> Clause {
    var denials: [String] = []
    var limits: [String] = []
    for index in tokens.indices {
      let token = tokens[index]
      let next = index + 1 < tokens.endIndex ? tokens[index + 1].lower : ""
      if token.isA(.limiting), isLimiting(index, in: tokens) { limits.append(token.lower) }
      if token.isWord("at"), ["least", "most"].contains(next) { limits.append(next) }
      guard token.isA(.denial) else { continue }
      if limited.contains(next) { limits.append(next) }
      // "Nothing but X", "none except X": X alone.
      if ["no", "none", "nothing", "nobody", "never"].contains(token.lower),
        tokens[index...].contains(where: { $0.isA(.exception) && !$0.isWord("but") })
          || tokens[index...].prefix(3).contains(where: { $0.isWord("but") })
      {
        limits.append(token.lower)
      }
      denials.append(token.lower)
    }
    return Clause(text, denials: denials, limits: limits)
  }

  /// "Only the role is listed", "is only shown to", not "the API only user".
  private static func isLimiting(_ index: Int, in tokens: ArraySlice<Token>) -> Bool {
    guard tokens[index].isWord("only") else { return true }
    if index == tokens.startIndex { return tokens[index].text == "Only" }
    if tokens[index - 1].isA([.auxiliary, .modal]) { return true }
    guard index + 1 < tokens.endIndex else { return false }
    let next = tokens[index + 1]
    return next.kind == .label || next.isA([.determiner, .subordinator, .preposition])
  }

  // MARK: Clauses

  /// The clauses of a sentence: each may be turned round by itself.
  static func clauses(of tokens: [Token], _ place: Places) -> [Clause] {
    var clauses: [Clause] = []
    var start = 0
    func close(at end: Int) {
      guard end > start else { return }
      clauses.append(clause(tokens[start..<end], place.passage(tokens, start..<end).text))
    }
    for index in tokens.indices where index > start && beginsClause(index, in: tokens) {
      close(at: index)
      start = index
    }
    close(at: tokens.count)
    return clauses
  }

  /// The words of the clause, or the clauses, that hold some words.
  static func clause(around words: ClosedRange<Int>, of tokens: [Token]) -> ArraySlice<Token> {
    let starts = tokens.indices.filter { $0 > 0 && beginsClause($0, in: tokens) }
    let start = starts.last { $0 <= words.lowerBound } ?? 0
    let end = starts.first { $0 > words.upperBound } ?? tokens.count
    return tokens[start..<end]
  }

  private static func beginsClause(_ index: Int, in tokens: [Token]) -> Bool {
    let token = tokens[index]
    if token.kind == .punctuation {
      return [",", ";", ":", "\u{2014}", "\u{2013}"].contains(token.text)
    }
    if token.isA(.subordinator), !token.isWord("so") { return true }
    guard ["and", "but", "or"].contains(token.lower), token.kind == .word,
      index + 1 < tokens.count
    else { return false }
    return tokens[index + 1].isA([.determiner, .subject]) || tokens[index + 1].isWord("it")
  }
}
