import ProcedureModel

/// Reads what is left out: "all roles except **Admin**", "any role that is not **Guest**".
extension SentenceReader {
  private static let phrases: [[String]] = [
    "except for", "excepting for", "other than", "apart from", "aside from",
    "with the exception of", "but not", "leaving out", "leaving", "ignoring", "skipping",
    "omitting", "save for", "barring", "not including", "not counting",
    "save", "bar", "minus", "less", "besides", "except", "excepting", "excluding", "but",
  ].map { $0.split(separator: " ").map(String.init) }

  /// How many words take something out that follows them.
  func exceptionWidth(at start: Int) -> Int? {
    if let width = comparisonWidth(at: start) { return width }
    guard let first = token(start), first.kind == .word,
      first.isA(.exception)
        || [
          "other", "apart", "aside", "with", "leaving", "save", "bar", "barring", "minus", "less",
          "not", "ignoring", "skipping", "omitting",
        ].contains(first.lower)
    else { return nil }
    let words = Self.phrases.first { words in
      words.indices.allSatisfy { token(start + $0)?.isWord(words[$0]) == true }
    }
    guard let words else { return nil }
    // "Click Save": a name, and not "all save **Admin**".
    let isWordOfItsOwn = ["save", "bar", "minus", "less"].contains(words[0]) && words.count == 1
    if isWordOfItsOwn, first.isCapitalised || !startsObject(at: start + 1) { return nil }
    // "Click A but click B" goes on.
    if words[0] == "but",
      verb(at: start + words.count) != nil || !startsObject(at: start + words.count)
    {
      return nil
    }
    return words.count
  }

  /// "Another role than **Admin**", "a role different from **Admin**".
  private func comparisonWidth(at start: Int) -> Int? {
    guard let first = token(start), first.kind == .word else { return nil }
    if first.isWord("different"), let next = token(start + 1),
      ["from", "to", "than"].contains(next.lower)
    {
      return 2
    }
    guard first.isWord("than") else { return nil }
    let before = tokens[max(0, start - 4)..<start]
    return before.contains { $0.isWord("another") || $0.isWord("different") } ? 1 : nil
  }

  /// Takes what is left out of a target, behind it or in parentheses.
  mutating func takeExceptions(from target: inout Target) {
    var start = index
    while let token = token(start), token.isPunctuation(",") || token.isPunctuation("(") {
      start += 1
    }
    guard let width = exceptionWidth(at: start) else {
      if start == index, comparesWithLabel(at: start) {
        target.polarity = .unknown
        skipToNextClause()
      }
      return
    }
    // "Enter a name, save **X**" goes on.
    if self.token(start - 1)?.isPunctuation(",") == true, verb(at: start) != nil { return }
    let isInside = self.token(start - 1)?.isPunctuation("(") == true
    let first = index
    index = start + width
    guard let left = excepted() else {
      // "Except the last one": it is said that something is left out, and not what.
      target.polarity = .unknown
      skipToNextClause()
      return
    }
    target.exceptions += left
    if isInside, current?.isPunctuation(")") == true { index += 1 }
    understood(first..<index)
  }

  /// "More roles than **Admin**": the label is not what is to be chosen.
  func comparesWithLabel(at start: Int) -> Bool {
    token(start)?.isWord("than") == true && startsObject(at: start + 1)
  }

  /// "**Admin** and the **Guest** role": names of what is left out.
  mutating func excepted() -> [Passage]? {
    var names: [Passage] = []
    while true {
      guard let target = nounPhrase(), target.form == .label || target.form == .literal else {
        return nil
      }
      names.append(Passage(target.text, at: target.range))
      var next = index
      while let token = token(next),
        token.isPunctuation(",") || ["and", "or", "nor", "&"].contains(token.lower)
      {
        next += 1
      }
      guard next > index, verb(at: next) == nil, startsNounPhrase(at: next),
        token(next)?.kind != .word || token(next)?.isA(.determiner) == true,
        target.noun?.control != nil || !namesControl(at: next)
      else { return names }
      index = next
    }
  }

  /// "Excluding **Admin**, and the **API Only** checkbox": a check box is left out of no roles.
  private func namesControl(at start: Int) -> Bool {
    var reader = self
    reader.index = start
    return reader.nounPhrase()?.noun?.control != nil
  }

  /// "All except **Admin**", "everything but **Admin**": of all that is there.
  mutating func allBefore(_ start: Int) -> Target? {
    guard let token = current,
      ["all", "any", "everything", "anything", "every"].contains(token.lower),
      exceptionWidth(at: index + 1) != nil
    else { return nil }
    index += 1
    var target = Target(
      text: token.text, range: place.range(token), form: .described, isMarked: false,
      isAll: token.isWord("all") || token.isWord("everything"))
    takeExceptions(from: &target)
    return target
  }

  /// "That is not **Admin**": what is left out, in a clause of its own.
  mutating func takeExcludingClause(_ target: inout Target) -> Bool {
    let start = index
    guard let first = current, first.isWord("that") || first.isWord("which"),
      let verb = token(index + 1), verb.isA(.auxiliary)
    else { return false }
    let isDenied = verb.isA(.denial)
    guard isDenied || token(index + 2)?.isWord("not") == true else { return false }
    index += isDenied ? 2 : 3
    if current?.isWord("called") == true || current?.isWord("named") == true { index += 1 }
    guard let left = excepted() else {
      index = start
      return false
    }
    target.exceptions += left
    understood(start..<index)
    return true
  }

  /// What words of a clause deny or except that nothing was made of.
  enum Doubt {
    case none
    /// Only a clause that tells which thing is meant: "the items that you don't want".
    case described
    case all
  }

  func doubt(of words: Range<Int>) -> Doubt {
    var doubt = Doubt.none
    var isInClause = false
    for position in words {
      let token = tokens[position]
      // Why, when and where something is done is not what is done.
      if token.isA([.subordinator, .relative, .subject]) { isInClause = true }
      if token.isPunctuation(";") { isInClause = false }
      let isTurning =
        token.isA(.denial) && !token.isWord("without")
        || token.isA(.exception) && !token.isWord("but")
      guard isTurning, !isAccounted(position, in: words) else { continue }
      if !isInClause { return .all }
      doubt = .described
    }
    return doubt
  }

  private func isAccounted(_ position: Int, in words: Range<Int>) -> Bool {
    let isRemark = words.contains { start in
      start < position && (closing(of: start) ?? 0) > position
    }
    return isRemark && !tokens[position].isA(.exception)
      || accounted.contains { $0.contains(position) }
      || reading.notes.contains { $0.range.contains(position) && $0.part != .qualifier }
  }

  mutating func understood(_ words: Range<Int>) { accounted.append(words) }
}
