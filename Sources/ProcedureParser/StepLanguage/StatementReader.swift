import ProcedureModel

/// Tells what a sentence outside steps means for the page.
enum StatementReader {
  private static let advice = PhraseSet(
    "best practice", "learn more", "see", "recommend", "recommended", "understand", "learn about",
    "read about", "read", "familiarize")
  private static let obligation = PhraseSet(
    "must have", "must be", "before you", "before doing", "you must", "make sure", "be sure",
    "need to have", "required to have", "ensure", "prerequisite", "prerequisites", "have already",
    "this procedure requires", "requires a", "requires an", "must already", "you need a",
    "you need an", "must exist", "must have been", "you'll need a", "you'll need an",
    "you will need a", "you will need an", "need to be", "needs to be")
  /// What says that something has to be there.
  private static let existence = PhraseSet(
    "must have", "need to have", "make sure", "be sure", "ensure", "have already", "must already",
    "already exist", "already exists", "must exist", "has to exist", "have to exist", "there's a",
    "there is a", "you need a", "you need an", "you'll need a",
    "you'll need an", "you will need a", "you will need an", "prerequisite", "prerequisites")
  private static let noObligation = PhraseSet(
    "do not need", "don't need", "need not", "not required")
  private static let elsewhere = PhraseSet(
    "different", "instead", "not available", "does not apply")
  private static let negation = PhraseSet(
    "not", "isn't", "aren't", "don't", "doesn't", "no")
  private static let need = PhraseSet(
    "required", "must", "requires", "require", "need", "needs", "only available", "you'll need",
    "assumes", "assume", "presupposes")

  private static let wish = PhraseSet(
    "you want to", "you'd like to", "you would like to", "you wish to", "you plan to")
  private static let standing = PhraseSet(
    "must have", "need to have", "must be", "need to be", "required", "permission", "permissions",
    "rights", "admin", "administrator", "license", "role")

  /// Whether a text may begin with where it holds: "With X, ...".
  static func maySet(_ text: ArraySlice<UInt8>) -> Bool {
    let first = String(decoding: text.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    return openings.contains(first.lowercased())
  }

  private static let openings: Set<String> = [
    "in", "on", "with", "for", "if", "when", "once", "since", "as", "after",
  ]

  /// - Parameters:
  ///   - sentence: The sentence.
  ///   - place: Where it stands.
  ///   - isListed: It stands among prerequisites.
  /// - Returns: What it means for the page.
  static func statement(
    _ sentence: Sentence, _ place: Places, isListed: Bool = false
  ) -> Statement {
    let limit = sentence.hints.contains(.limits) ? LimitReader.limit(sentence, place) : nil
    if let limit {
      var statement = Statement(sentence.passage, force: limit.force, clauses: [limit.clause])
      statement.isLimit = true
      statement.limited = limit.limited
      return statement
    }
    var force = force(sentence)
    let isDenied = sentence.contains(negation)
    // Among prerequisites, what is stated is required.
    if isListed, force == .plain, !isDenied || holdsInPart(sentence) { force = .requirement }
    let access =
      sentence.hints.contains(.tellsAccess)
      ? AccessReader.claim(in: sentence, place, isListed: isListed) : nil
    var statement = Statement(
      sentence.passage, force: force, clauses: force == .plain ? [] : sentence.clauses,
      access: access)
    statement.setting = setting(of: sentence)
    statement.names = names(in: sentence)
    statement.isOfNew = isListed || sentence.words.contains("first") ? isMaking(sentence) : false
    statement.isPreparation =
      !isDenied && force != .exception && sentence.links.isEmpty
      && (isListed || sentence.contains(existence) || statement.isOfNew || isHaving(sentence))
    return statement
  }

  /// "X is set up, and Y is not": of two clauses, each has a say of its own.
  private static func holdsInPart(_ sentence: Sentence) -> Bool {
    !sentence.contains(noObligation)
      && sentence.clauses.contains { $0.polarity == .affirmed }
      && sentence.clauses.contains { $0.polarity == .denied }
  }

  /// Whether something is to be made before: "create an API role first".
  private static func isMaking(_ sentence: Sentence) -> Bool {
    let words = sentence.tokens.prefix { $0.kind != .punctuation && !$0.isA(.subordinator) }
      .filter { !$0.isWord("first") }
    guard words.first?.isA(.verb) == true else { return false }
    let text = words.map(\.text).joined(separator: " ")
    return TitleReader.promise(ofWords: text, at: sentence.passage.range)?.effect == .creation
  }

  /// Whether something is to be at hand: "have an API role ready".
  private static func isHaving(_ sentence: Sentence) -> Bool {
    guard let have = sentence.tokens.firstIndex(where: { $0.kind == .word }),
      sentence.tokens[have].isWord("have"), have + 1 < sentence.tokens.count
    else { return false }
    return sentence.tokens[have + 1].isA(.determiner)
  }

  /// "In a subscription with workspaces, the name can be changed", "if you have workspaces, you can
  /// ...": where that is.
  private static func setting(of sentence: Sentence) -> Clause? {
    let isOfNow = sentence.tokens.first?.isWord("since") == true
    let clauses = sentence.clauses
    guard clauses.count > 1 || isOfNow, !sentence.contains(elsewhere) else { return nil }
    return clauses.first { clause in
      let first = clause.text.prefix { $0 != " " }.lowercased()
      return openings.contains(first) && clause.polarity == .affirmed
    }
  }

  private static let naming: Set = ["called", "named", "call", "ours", "it", "name"]
  private static let making: Set = [
    "create", "creates", "creating", "add", "adds", "adding", "new", "make",
  ]

  /// "A workspace called **North**", "the address of the user is `a@example.com`".
  private static func names(in sentence: Sentence) -> [String] {
    let tokens = sentence.tokens
    guard tokens.dropFirst().contains(where: { $0.kind == .label || $0.kind == .literal }) else {
      return []
    }
    // What the steps make is not there before them.
    guard !tokens.contains(where: { $0.kind == .word && making.contains($0.lower) }) else {
      return []
    }
    return tokens.indices.compactMap { index in
      guard [.label, .literal].contains(tokens[index].kind), index > 0 else { return nil }
      let before = tokens[..<index].suffix(4).filter { $0.kind == .word }
      let isNamed = before.suffix(1).contains { naming.contains($0.lower) }
      let isSaid =
        before.last?.isWord("is") == true
        && tokens[..<index].contains { ["address", "name", "email"].contains($0.lower) }
      return isNamed || isSaid ? tokens[index].text : nil
    }
  }

  private static let needs = [
    "prerequisite", "before you", "requirement", "what you need", "what you'll need",
    "required setup", "you need", "you'll need", "needed",
  ]

  /// "Make sure that ...", "ensure ...", "you have ...".
  static func beginsWithNeed(_ text: String) -> Bool {
    ["make sure", "be sure", "ensure", "you ", "your ", "check that", "verify that", "a ", "an "]
      .contains(where: text.lowercased().hasPrefix)
  }

  /// Whether words head a list of what is needed: "Before you begin".
  static func headsNeeds(_ words: String) -> Bool {
    needs.contains(where: words.lowercased().hasPrefix)
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
        && (index == 0 || !sentence.tokens[index - 1].isA(.determiner))
    }
  }

  private static func force(_ sentence: Sentence) -> Statement.Force {
    guard sentence.hints.contains(.matters) else { return .plain }
    let isConditional = ["if", "when", "for", "unless"].contains(
      sentence.tokens.first?.lower ?? "")
    if isConditional, sentence.contains(elsewhere) {
      // "Your steps are no different."
      let isSame = sentence.clauses.contains {
        $0.text.contains("different") && $0.polarity != .affirmed
      }
      return isSame ? .plain : .exception
    }
    guard !sentence.contains(negation) else { return .plain }
    // "If you want to do X, you need to do Y" tells what the page is for, not who may do it.
    if isConditional, sentence.contains(wish), !sentence.contains(standing) { return .plain }
    return sentence.contains(need) ? .requirement : .plain
  }
}
