import ProcedureModel

// Which records a result is about.
extension ResultReader {
  /// The records that a subject means, where its words mean nothing more: up to the verb that ends
  /// at an index.
  func subjectRecords(from start: Int, to end: Int) -> [RecordPhrase]? {
    var first = start
    while first < end, tokens[first].isA([.denial, .limiting]) || tokens[first].isWord("of") {
      first += 1
    }
    guard let (records, last) = RecordReader(tokens).records(from: first), last < end,
      isVerbGroup(last..<end),
      records.count > 1 || records[0].saysWhich
    else { return nil }
    return records
  }

  /// Where a subject of several joined records ends.
  func endOfSeveral(from start: Int) -> Int? {
    guard let (_, end) = RecordReader(tokens).records(from: start), end < tokens.count,
      tokens[start..<end].contains(where: { $0.isWord("and") })
    else { return nil }
    return end
  }

  /// "Is now", "has been", "will no longer be": all but the verb itself.
  private func isVerbGroup(_ range: Range<Int>) -> Bool {
    tokens[range].dropLast().allSatisfy {
      $0.isA([.auxiliary, .modal, .adverb, .denial]) || $0.isWord("be") || $0.isWord("longer")
    }
  }

  /// That records are made, or gone; where more is said of them than that, only that it is so.
  func claim(isGone: Bool, _ records: [RecordPhrase], _ start: Int, _ end: Int) -> Expectation {
    guard !namesMore(end) else { return claim(.isSo(sentence.passage.text), start, end) }
    return claim(isGone ? .isGone(records) : .isMade(records), start, end)
  }

  /// Whether a record is made or gone in a way that more is said of: "to the user **Ann**", "with
  /// the permission **X**", "all".
  func saysMore(_ result: Result, _ start: Int, _ end: Int) -> Bool {
    guard result == .isMade || result == .isGone else { return false }
    return tokens[start].isWord("all") || namesMore(end) || isGiven(end)
  }

  /// "Added to the role", "removed from the workspace": not made or gone, but given or taken.
  private func isGiven(_ end: Int) -> Bool {
    guard let participle = word(end - 1),
      ["added", "removed", "adds", "removes"].contains(participle),
      let preposition = word(end), ["to", "from"].contains(preposition)
    else { return false }
    let wholes: Set = [
      "list", "table", "grid", "subscription", "account", "instance", "system", "product",
    ]
    let words = tokens[(end + 1)...].prefix { !$0.isA(.conjunction) && $0.kind != .punctuation }
    return !words.contains { wholes.contains($0.lower) || $0.isCapitalised }
  }

  /// Whether a label follows in the same clause.
  func namesMore(_ end: Int) -> Bool {
    let rest = tokens[min(end, tokens.count)...].prefix { token in
      !token.isWord("and") && !token.isWord("but") && !token.isA([.subordinator, .relative])
    }
    return rest.contains { $0.kind == .label || $0.kind == .literal }
  }
}

extension RecordPhrase {
  /// Whether its words say more than its kind.
  var saysWhich: Bool { !names.isEmpty || count != nil }
}
