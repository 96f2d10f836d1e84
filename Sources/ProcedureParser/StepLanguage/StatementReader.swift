import ProcedureModel

/// Tells what a sentence outside steps means for the page.
enum StatementReader {
  private static let advice = PhraseSet(
    "best practice", "learn more", "see", "recommend", "recommended")
  private static let obligation = PhraseSet(
    "must have", "must be", "before you", "before doing", "you must", "make sure", "be sure",
    "need to have", "required to have", "ensure", "prerequisite", "prerequisites", "have already",
    "this procedure requires", "requires a", "requires an", "must already", "you need a",
    "you need an")
  private static let noObligation = PhraseSet(
    "do not need", "don't need", "need not", "not required")
  private static let elsewhere = PhraseSet(
    "different", "instead", "not available", "does not apply")
  private static let negation = PhraseSet(
    "not", "isn't", "aren't", "don't", "doesn't", "no")
  private static let need = PhraseSet(
    "required", "must", "requires", "require", "need", "needs", "only available", "you'll need")

  static func statement(_ sentence: Sentence) -> Statement {
    Statement(sentence.passage, force: force(sentence))
  }

  /// A sentence of obligation or of earlier time: what it links to must have been done.
  ///
  /// Advice ("the best practice is") and what comes later ("next") oblige to nothing.
  static func requiresItsLinks(_ sentence: Sentence) -> Bool {
    guard !sentence.contains(advice), !sentence.contains(noObligation),
      force(sentence) != .exception
    else { return false }
    return comesFirst(sentence) || sentence.contains(obligation)
  }

  /// "First, ..." and "you first ...", not "for the first time".
  private static func comesFirst(_ sentence: Sentence) -> Bool {
    sentence.tokens.indices.contains { index in
      sentence.tokens[index].isWord("first")
        && (index == 0 || !Words.determiners.contains(sentence.tokens[index - 1].lower))
    }
  }

  private static func force(_ sentence: Sentence) -> Statement.Force {
    let isConditional = ["if", "when", "for"].contains(sentence.tokens.first?.lower ?? "")
    if isConditional, sentence.contains(elsewhere) { return .exception }
    guard !sentence.contains(negation) else { return .plain }
    return sentence.contains(need) ? .requirement : .plain
  }
}
