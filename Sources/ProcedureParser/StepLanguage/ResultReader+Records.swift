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
}

extension RecordPhrase {
  /// Whether its words say more than its kind.
  var saysWhich: Bool { !names.isEmpty || count != nil }
}
