import ProcedureModel

/// Reads for whom a page is, and for whom it is not: "This page does not apply to X", "only for X".
enum LimitReader {
  private static let pages: Set<String> = [
    "page", "procedure", "article", "task", "topic", "guide", "section", "feature", "tutorial",
    "content", "information", "documentation", "document", "steps", "instructions", "method",
    "option", "function",
  ]
  private static let prepositions: Set<String> = [
    "to", "for", "in", "on", "with", "by", "without", "if", "when", "where",
  ]
  private static let states: Set<String> = [
    "available", "supported", "possible", "intended", "meant", "valid", "offered", "applicable",
    "apply", "applies",
  ]

  /// What a sentence says of the page, and the words for whom.
  static func limit(
    _ sentence: Sentence, _ place: Places
  ) -> (force: Statement.Force, clause: Clause, limited: String?)? {
    let tokens = sentence.tokens.filter { !$0.isPunctuation(",") }
    guard let predicate = predicate(of: tokens), predicate.end < tokens.count else { return nil }
    let subject = tokens[..<predicate.start]
    let isAboutPage = isAboutPage(subject)
    // "Custom services are not available for X": of another page, where this one is not about them.
    let isOfThing =
      tokens[predicate.start..<predicate.end].contains { states.contains($0.lower) }
      && subject.allSatisfy { $0.kind == .word && !$0.isA([.subordinator, .relative, .pronoun]) }
    guard isAboutPage || isOfThing else { return nil }
    let words = tokens[predicate.end...].filter { !$0.isWord("only") && $0.kind != .punctuation }
    guard !words.isEmpty else { return nil }
    let text = words.map(\.text).joined(separator: " ")
    let limited = subject.filter { !$0.isA(.determiner) }.map(\.text).joined(separator: " ")
    return (
      predicate.force, PolarityReader.clause(words[...], text), isAboutPage ? nil : limited
    )
  }

  /// Where it is said: "is not available for", "applies only to", "only for".
  private static func predicate(
    of tokens: [Token]
  ) -> (force: Statement.Force, start: Int, end: Int)? {
    // What ends before the words for whom: a preposition behind a state, or at the beginning.
    // "You'll only need this if you have X."
    if let only = tokens.firstIndex(where: { $0.isWord("only") }),
      let condition = tokens[only...].firstIndex(where: { $0.isWord("if") }),
      tokens[only..<condition].contains(where: { $0.isWord("this") || $0.isWord("these") })
    {
      return (.requirement, 0, condition + 1)
    }
    for index in tokens.indices where tokens[index].kind == .word {
      guard prepositions.contains(tokens[index].lower) else { continue }
      let before = tokens[..<index]
      guard let state = before.last(where: { !$0.isWord("only") }) else {
        // "Only for X", "for X only".
        let isOnly = before.first?.isWord("only") == true || endsWithOnly(tokens)
        return isOnly && tokens[index].isWord("for") ? (.requirement, 0, index + 1) : nil
      }
      let isDenied =
        PolarityReader.clause(before.filter { !$0.isWord("only") }[...], "").polarity
        == .denied
      let isBare = state.isA(.auxiliary) || state.isA(.denial)
      guard states.contains(state.lower) || isBare else { continue }
      // "These steps are for X": for nobody else.
      let isFor = isBare && tokens[index].isWord("for") && !isDenied && before.count > 1
      let isOnly = isFor || before.contains { $0.isWord("only") } || endsWithOnly(tokens)
      guard isDenied != isOnly else { return nil }
      // "Without" belongs to the words.
      let end = tokens[index].isWord("without") ? index : index + 1
      let verb = before.firstIndex { $0.isA([.auxiliary, .denial]) || states.contains($0.lower) }
      return (isOnly ? .requirement : .exception, verb ?? index, end)
    }
    return nil
  }

  private static func endsWithOnly(_ tokens: [Token]) -> Bool {
    tokens.last { $0.kind == .word }?.isWord("only") == true
  }

  /// "This page", "these steps", "the steps on this page", or no subject at all.
  private static func isAboutPage(_ subject: ArraySlice<Token>) -> Bool {
    let words = subject.filter { $0.kind == .word && !$0.isWord("only") }.map(\.lower)
    guard let first = words.first else { return true }
    return ["this", "these", "the"].contains(first) && words.count > 1
      && (pages.contains(words[1]) || words.contains("this") && pages.contains(words.last ?? ""))
  }
}
