import ProcedureModel

// Which of several things open words mean, by what is so now.
extension SentenceReader {
  private static let others: Set<String> = ["different", "another", "other", "new", "others"]
  private static let presents: Set<String> = [
    "previous", "old", "current", "former", "present", "currently", "previously",
  ]

  /// "A different role", "another one", "the old role".
  func standing(of target: Target, from start: Int) -> Target.Standing? {
    guard target.form == .described else { return nil }
    let words = tokens[start..<index].prefix { token in
      token.isA(.determiner) || Self.others.contains(token.lower)
        || Self.presents.contains(token.lower)
    }
    if words.contains(where: { Self.presents.contains($0.lower) }) { return .present }
    return words.contains { Self.others.contains($0.lower) } ? .other : nil
  }

  /// "Of your choice", "of your choosing".
  func isOfChoice(_ index: Int) -> Bool {
    guard token(index)?.isWord("of") == true, let whose = token(index + 1), whose.isA(.determiner),
      let noun = token(index + 2)
    else { return false }
    return ["choice", "choosing", "preference", "liking"].contains(noun.lower)
  }
}
