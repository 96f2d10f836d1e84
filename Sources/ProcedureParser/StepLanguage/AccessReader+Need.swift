import ProcedureModel

// What somebody is said to need, and who that is.
extension AccessReader {
  /// "You need X", "you must be X", "this requires X", "make sure you have X".
  func need(_ right: Range<Int>?) -> Predicate? {
    guard let right else { return nil }
    let before = tokens[..<right.lowerBound]
    let verbs: Set = [
      "need", "needs", "needn't", "require", "requires", "must", "have", "has", "be",
    ]
    guard let verb = before.lastIndex(where: { $0.kind == .word && verbs.contains($0.lower) }),
      !tokens[(verb + 1)..<right.lowerBound].contains(where: {
        $0.isA(.subordinator)
          || $0.isA(.verb) && !$0.isA(.person) && !["include", "contain"].contains($0.lower)
      })
    else { return nil }
    let clause = clause(endingAt: verb)
    let words = clause.filter { $0.kind == .word }.map(\.lower)
    let obliges =
      !Set(words).isDisjoint(with: [
        "need", "needs", "needn't", "require", "requires", "must", "should", "ensure", "sure",
        "you'll",
      ]) || hasTo(words)
    guard obliges else { return nil }
    let polarity = PolarityReader.polarity(clause)
    guard polarity != .unknown else { return nil }
    guard let subject = subject(clause) else { return nil }
    var predicate = Predicate(
      force: polarity == .denied ? .notNeeded : .needed, end: right.upperBound,
      needsTask: subject == .others)
    if subject == .task { predicate.task = doing(clause.dropLast()) }
    return predicate
  }

  /// "No special permissions are needed", "you don't need any rights for this".
  func needsNothing() -> Bool {
    let nouns: Set = ["permission", "permissions", "rights", "privileges", "role", "roles"]
    let needs: Set = ["need", "needed", "needs", "required", "require", "requires", "necessary"]
    let words = tokens.filter { $0.kind != .punctuation }
    guard let noun = words.firstIndex(where: { nouns.contains($0.lower) }),
      words.contains(where: { needs.contains($0.lower) }),
      words[..<noun].allSatisfy({ $0.kind == .word }), words.count < 12,
      // "Delete roles that are no longer needed" is said of the roles.
      !words[noun...].contains(where: { $0.isA(.relative) })
    else { return false }
    return PolarityReader.polarity(words[...]) == .denied
  }

  private func hasTo(_ words: [String]) -> Bool {
    words.indices.dropLast().contains { index in
      ["have", "has"].contains(words[index]) && ["to", "got"].contains(words[index + 1])
    }
  }

  private enum Subject {
    case reader, page, others
    /// "Inviting users requires X."
    case task
  }

  /// Who needs it: the reader, the page, or people of whom it is said; nil for a thing, which may
  /// need something of its own.
  private func subject(_ clause: ArraySlice<Token>) -> Subject? {
    let words = clause.filter { $0.kind == .word }.map(\.lower)
    let isCaution = ["make", "be", "ensure", "check", "verify"].contains(words.first ?? "")
    // "The users that you invite need X": they do.
    let isOfOthers = !isCaution && clause.contains { $0.isA(.relative) }
    if words.contains("you") || words.contains("you'll") { return isOfOthers ? nil : .reader }
    if words.first == "your",
      ["role", "roles", "account", "user"].contains(words.dropFirst().first)
    {
      return .reader
    }
    if clause.first(where: { $0.kind == .word })?.isA(.gerund) == true { return .task }
    let page: Set = [
      "this", "these", "page", "task", "procedure", "steps", "step", "action", "article",
    ]
    guard let first = words.first else { return nil }
    if page.contains(first) || first == "the" && words.count > 1 && page.contains(words[1]) {
      return .page
    }
    if ["requires", "required", "must", "ensure", "make", "be"].contains(first) { return .reader }
    let people: Set = ["user", "users", "people", "anyone", "anybody", "everyone", "everybody"]
    return words.prefix(3).contains(where: people.contains) ? .others : nil
  }

  /// The words of a clause up to its verb.
  private func clause(endingAt verb: Int) -> ArraySlice<Token> {
    let comma = tokens[..<verb].lastIndex { $0.isPunctuation(",") || $0.isPunctuation(";") }
    return tokens[(comma.map { $0 + 1 } ?? 0)...verb]
  }
}
