import ProcedureModel

/// Reads which records some words are about, and how many.
struct RecordReader {
  let tokens: [Token]

  init(_ tokens: [Token]) { self.tokens = tokens }

  private static let naming: Set<String> = ["called", "named", "titled"]
  /// Adjectives that tell of a record only that it is this one.
  private static let pointing: Set<String> = [
    "new", "same", "existing", "corresponding", "single", "first", "second", "third", "next",
    "last",
  ]

  /// The records that some words mean: "a user", "both roles", "a role called **A**", "the roles
  /// **A** and **B**", "a role and a user".
  ///
  /// - Returns: The records, and where the words end; nil where they say more than which records
  ///   they are and how many.
  func records(from start: Int) -> (records: [RecordPhrase], end: Int)? {
    guard var (record, end) = record(from: start) else { return nil }
    var records = [record]
    while let next = afterConjunction(end), let (further, furtherEnd) = self.record(from: next) {
      // "And is listed" begins what else is said.
      guard !(further.noun.isEmpty && further.names.isEmpty) else { break }
      records.append(further)
      (record, end) = (further, furtherEnd)
    }
    return (Self.sharingNouns(records), end)
  }

  /// Where what is joined goes on: behind "and", ", and" or a comma.
  private func afterConjunction(_ index: Int) -> Int? {
    guard index < tokens.count else { return nil }
    if tokens[index].isWord("and") { return index + 1 }
    guard tokens[index].isPunctuation(","), index + 1 < tokens.count else { return nil }
    return tokens[index + 1].isWord("and") ? index + 2 : index + 1
  }

  /// "The roles **A** and **B**", "the **A** and **B** roles": of one kind.
  private static func sharingNouns(_ records: [RecordPhrase]) -> [RecordPhrase] {
    guard records.count > 1, records.allSatisfy({ !$0.names.isEmpty || !$0.noun.isEmpty }) else {
      return records
    }
    let nouns = records.map(\.noun).filter { !$0.isEmpty }
    guard nouns.count == 1, let noun = nouns.first, records.allSatisfy({ !$0.names.isEmpty }) else {
      return records
    }
    return [
      RecordPhrase(
        noun, names: records.flatMap(\.names), count: records.compactMap(\.count).first)
    ]
  }

  private func record(from start: Int) -> (RecordPhrase, end: Int)? {
    var index = start
    var count: Int?
    var nouns: [Int] = []
    var names: [String] = []
    while index < tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .label, .literal:
        guard names.isEmpty else { return nil }
        names.append(token.text)
      case .word:
        let isNaming = Self.naming.contains(token.lower)
        if isNaming || isNamedWith(index) {
          index += isNaming ? 1 : 3
          guard index < tokens.count, [.label, .literal].contains(tokens[index].kind) else {
            return nil
          }
          continue
        }
        if let number = Number.value(of: token.lower), nouns.isEmpty, !token.isWord("one") {
          count = number
        } else if token.isA(.determiner) || Self.pointing.contains(token.lower) && nouns.isEmpty {
          guard nouns.isEmpty, names.isEmpty, !token.isWord("all"), !token.isWord("another"),
            !token.isA(.pronoun) || isNoun(index + 1)
          else { return end(nouns, names, count, index) }
        } else if isNoun(index) {
          nouns.append(index)
        } else {
          return end(nouns, names, count, index)
        }
      case .image, .separator, .punctuation:
        return end(nouns, names, count, index)
      }
      index += 1
    }
    return end(nouns, names, count, index)
  }

  private func end(
    _ nouns: [Int], _ names: [String], _ count: Int?, _ index: Int
  ) -> (RecordPhrase, end: Int)? {
    guard !nouns.isEmpty || !names.isEmpty else { return nil }
    let noun = nouns.map { tokens[$0].text }.joined(separator: " ")
    return (RecordPhrase(noun, names: names, count: count), index)
  }

  /// "With the name **A**".
  private func isNamedWith(_ index: Int) -> Bool {
    word(index) == "with" && word(index + 1) == "the" && word(index + 2) == "name"
  }

  private func isNoun(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .word else { return false }
    let token = tokens[index]
    // "Only" is a part of names: "API only user".
    return !token.isA(.function) && (!token.isA(.adverb) || token.isWord("only"))
      && !token.isA(.relative) && StatedResult.intransitive[token.lower] == nil
      && StatedResult.transitive[token.lower] == nil
  }

  private func word(_ index: Int) -> String? {
    index < tokens.count && tokens[index].kind == .word ? tokens[index].lower : nil
  }
}
