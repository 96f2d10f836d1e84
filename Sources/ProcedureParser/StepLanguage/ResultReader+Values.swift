import ProcedureModel

// What a record is said to have.
extension ResultReader {
  /// Reads "now has the permission **Approve Assets**" behind a subject.
  func holding(from start: Int, at index: Int) -> Expectation? {
    guard ["has", "have", "holds", "hold"].contains(tokens[index].lower),
      index + 1 < tokens.count, tokens[index + 1].isA(.determiner)
    else { return nil }
    let words = tokens[(index + 2)...].prefix { $0.kind == .word && !$0.isA(.function) }
    let end = words.endIndex
    guard !words.isEmpty, end < tokens.count, [.label, .literal].contains(tokens[end].kind)
    else { return nil }
    // "The role now has", "no longer has", "does not have": this is not part of who has.
    let auxiliaries: Set = ["does", "do", "did", "now", "also", "longer"]
    var subjectEnd = index
    while subjectEnd > start,
      isA(.adverb, subjectEnd - 1) || auxiliaries.contains(tokens[subjectEnd - 1].lower)
        || tokens[subjectEnd - 1].isA(.denial)
    {
      subjectEnd -= 1
    }
    guard let thing = subject(start..<subjectEnd), thing.form != .pronoun else { return nil }
    // "Two roles have", "both have": each of several, which are not told apart.
    let first = tokens[start].lower
    if Number.value(of: first) ?? 1 > 1 || ["both", "all", "most"].contains(first) {
      return claim(.isSo(sentence.passage.text), start, end + 1)
    }
    var container: String?
    var last = end
    // Of several values, or "for all": more than can be judged.
    let rest = tokens[(end + 1)...].first { !$0.isPunctuation(",") }
    if let rest, rest.isWord("and") || rest.isA(.preposition) {
      let labels = tokens.indices[(end + 1)...].filter { tokens[$0].kind == .label }
      guard rest.isWord("in"), labels.count == 1 else {
        return claim(.isSo(sentence.passage.text), start, end + 1)
      }
      container = tokens[labels[0]].text
      last = labels[0]
    }
    let value = RecordValue(
      attribute: words.map(\.lower).joined(separator: " "), value: tokens[end].text,
      place: container)
    var claim = claim(.hasValue(thing, value), start, last + 1)
    claim.polarity = PolarityReader.polarity(tokens[subjectEnd..<index])
    return claim
  }
}
