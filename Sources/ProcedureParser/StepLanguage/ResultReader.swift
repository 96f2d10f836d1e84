import Diagnostics
import ProcedureModel

/// Reads a sentence that states a result: a subject, and a verb that says what becomes of it.
///
///     The **Details** dialog box opens.     The role is now created.     This opens a new tab.
///     subject                    verb       subject  verb group          subject verb object
struct ResultReader {
  typealias Result = StatedResult

  let tokens: [Token]
  let sentence: Sentence
  let place: Places

  init(_ sentence: Sentence, _ place: Places) {
    tokens = sentence.tokens
    self.sentence = sentence
    self.place = place
  }

  /// A result, and where the verb is that states it.
  func result() -> (claim: Expectation, verb: Int)? {
    guard var start = tokens.firstIndex(where: { $0.kind != .punctuation }) else { return nil }
    // "Here, you can see X."
    if tokens[start].isWord("here"), start + 1 < tokens.count {
      start += tokens[start + 1].isPunctuation(",") ? 2 : 1
      guard start < tokens.count else { return nil }
    }
    if let seen = whatYouSee(start) { return (seen, start) }
    if tokens[start].isWord("there") { return existence(from: start).map { ($0, start) } }
    guard startsSubject(start) else { return nil }
    if let existing = existence(from: start) { return (existing, start) }
    var isInClause = false
    for index in tokens.indices[max(start + 1, endOfSeveral(from: start) ?? 0)...] {
      guard tokens[index].kind == .word else {
        isInClause = isInClause && !tokens[index].isPunctuation(",")
        continue
      }
      let word = tokens[index].lower
      if tokens[index].isA(.subordinator) || ["and", "but"].contains(word) { return nil }
      // "The fields that you removed are now available": the clause is part of the subject.
      if tokens[index].isA(.relative) {
        isInClause = true
        continue
      }
      // "The proof that is shared": the verb of that clause.
      if isInClause, tokens[index - 1].isA(.relative) { continue }
      if let read = holding(from: start, at: index) ?? staying(from: start, at: index)
        ?? passive(from: start, at: index)
      {
        return (read, index)
      }
      if tokens[index].isA([.auxiliary, .modal]) {
        guard isInClause || followsVerb(index) || isHelping(index) else { return nil }
        continue
      }
      if let active = active(from: start, at: index) { return (active, index) }
    }
    return nil
  }

  /// What is said of now, in words that nothing was made of: "the links now expire after 14 days";
  /// and what denies a result: "at no time is a user created".
  func unread() -> Expectation? {
    guard !sentence.isCheer,
      let start = tokens.firstIndex(where: { $0.kind != .punctuation })
    else { return nil }
    let first = tokens[start]
    let isDenied = tokens.contains {
      $0.kind == .word && $0.isA(.denial) && !$0.isWord("without")
    }
    // "At least one user is created": how many is more than is judged.
    let isLimited = first.isWord("at") && ["least", "most"].contains(word(start + 1) ?? "")
    if !first.isA(.subordinator), !first.isWord("you"), !first.isWord("to"), isDenied || isLimited {
      // Something is denied or limited, and that much is told.
      var unread = claim(.isSo(sentence.passage.text), start, tokens.count)
      unread.polarity = .unknown
      unread.isUnread = true
      return unread
    }
    guard !first.isA([.subordinator, .pronoun]), !first.isWord("you"), !first.isWord("now") else {
      return nil
    }
    // "The change takes effect immediately."
    let times: Set = ["now", "immediately"]
    let isOfNow = tokens.indices.contains { $0 > start && times.contains(word($0) ?? "") }
    return isOfNow ? claim(.isSo(sentence.passage.text), start, tokens.count) : nil
  }

  /// Reads "opens" behind a subject, and "opens the page".
  private func active(from start: Int, at index: Int) -> Expectation? {
    let verb = tokens[index].lower
    let previous = tokens[index - 1]
    guard !previous.isA(.determiner), !previous.isWord("to"),
      !previous.isA(.preposition)
        || tokens[index - 1].kind == .label || previous.lower == "this"
    else {
      guard ["this", "that", "it"].contains(previous.lower), index == start + 1 else { return nil }
      return doing(verb, from: start, at: index)
    }
    if takesObject(index + 1) {
      return isDoer(start..<index) ? doing(verb, from: start, at: index) : nil
    }
    // "The dialog goes away."
    let isLeaving = ["goes", "go"].contains(verb) && word(index + 1) == "away"
    guard let result = isLeaving ? .closes : Result.intransitive[verb] else { return nil }
    return claim(
      result, of: subject(start..<index), start, index + (isLeaving ? 2 : 1),
      isChange: Result.changes.contains(verb))
  }

  func doing(_ verb: String, from start: Int, at index: Int) -> Expectation? {
    if let mail = mail(verb, from: start, at: index) { return mail }
    guard let result = Result.transitive[verb] else { return nil }
    var reader = SentenceReader(tokens, in: place)
    reader.index = index + 1
    if isA(.denial, reader.index) { reader.index += 1 }
    if result == .isMade || result == .isGone,
      let (records, end) = RecordReader(tokens).records(from: reader.index),
      records.count > 1 || records[0].saysWhich
    {
      return claim(isGone: result == .isGone, records, start, end)
    }
    let object = reader.nounPhrase()
    return claim(result, of: object, start, max(index + 1, reader.index))
  }

  func takesObject(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    switch tokens[index].kind {
    case .label, .literal: return true
    case .word:
      return tokens[index].isA([.determiner, .pronoun]) || tokens[index].isWord("no")
    case .image, .separator, .punctuation: return false
    }
  }

  /// Who acts: "this", "it", "this action", the product by its name, a thing that is named first.
  func isDoer(_ subject: Range<Int>) -> Bool {
    let first = tokens[subject.lowerBound]
    if ["it", "this", "that"].contains(first.lower) || first.isA(.denial) { return true }
    let words = tokens[subject]
    if words.allSatisfy({ $0.isCapitalised || $0.kind == .label }), words.count < 5 { return true }
    return first.isWord("the") && words.count < 7
  }

  /// Generic words ("each", "some") tell how things are, not what has happened.
  private func startsSubject(_ start: Int) -> Bool {
    let token = tokens[start]
    if token.kind == .label || token.isA([.denial, .limiting]) { return true }
    if Number.value(of: token.lower) != nil, token.kind == .word { return true }
    if ["the", "a", "an", "this", "your", "it", "these", "all"].contains(token.lower) {
      return true
    }
    if token.isWord("that"), start + 1 < tokens.count,
      Result.transitive[tokens[start + 1].lower] != nil
    {
      return true
    }
    guard token.isCapitalised, start + 1 < tokens.count else { return false }
    let next = tokens[start + 1]
    return next.isCapitalised || Result.transitive[next.lower] != nil
      || Result.intransitive[next.lower] != nil
  }

  private func followsVerb(_ index: Int) -> Bool {
    isA(.adverb, index + 1) || word(index + 1) == "be"
  }

  func subject(_ range: Range<Int>) -> Target? {
    // "No user", "none of the users": what the words deny is said of the user.
    var range = range
    while let first = range.first,
      tokens[first].isA([.denial, .limiting]) || tokens[first].isWord("of")
    {
      range = first + 1..<range.upperBound
    }
    var reader = SentenceReader(Array(tokens[range]), in: place)
    guard let thing = reader.nounPhrase() else { return nil }
    // What names more than one thing is not about the first alone.
    let rest = tokens[(range.lowerBound + reader.index)..<range.upperBound]
    return rest.contains { $0.kind == .label || $0.kind == .literal } ? nil : thing
  }

  func claim(
    _ result: Result, of thing: Target?, _ start: Int, _ end: Int, isChange: Bool = false
  ) -> Expectation? {
    if thing == nil, result == .isMade, isA(.denial, start) {
      // "Nothing is sent": no mail, whatever else was created.
      let records = word(end - 1) == "sent" ? RecordPhrase("email") : .any
      return claim(.isMade([records]), start, end)
    }
    if result == .isMade, let thing, let receiver = recipient(behind: end),
      let noun = thing.text.lowercased().split(separator: " ").last,
      Result.letters.contains(String(noun))
    {
      let mail = counted(RecordPhrase(thing.text, to: receiver), from: start)
      return claim(.isMade([mail]), start, end)
    }
    if result == .isMade || result == .isGone, let records = subjectRecords(from: start, to: end) {
      return claim(isGone: result == .isGone, records, start, end)
    }
    guard let thing, thing.form != .pronoun, !saysMore(result, start, end) else {
      return claim(.isSo(sentence.passage.text), start, end)
    }
    let stated: Expectation.Claim =
      switch result {
      case .appears: isShownTab(thing, end) ? .isAt(thing) : appearance(of: thing, at: end)
      case .opens where hasPlace(end): .isSo(thing.text)
      case .opens: .appears(thing, isOpening: true)
      case .closes: leavesList(thing, end) ?? .closes(thing)
      case .isMade: .isMade([counted(thing, from: start)])
      case .isGone: .isGone([counted(thing, from: start)])
      case .isListed: .isListed(thing, in: list(at: end))
      case .isAt: .isAt(thing)
      case .has(let state): .hasState(thing, state)
      case .isSo: .isSo(thing.text)
      }
    var claim = claim(stated, start, end)
    claim.isChange = isChange
    if case .isListed = stated {
      if result == .closes { claim.polarity = claim.polarity.inverted }
      claim.isChange = isChange || tokens.contains { $0.isWord("now") }
    }
    return claim
  }

  /// "Two mails with a link": how many there are, whatever else is said of them.
  private func counted(_ thing: Target, from start: Int) -> RecordPhrase {
    counted(thing.record, from: start)
  }

  private func counted(_ record: RecordPhrase, from start: Int) -> RecordPhrase {
    guard let number = word(start), let count = Number.value(of: number), count > 1 else {
      return record
    }
    let hasNumber = record.noun.lowercased().hasPrefix(number + " ")
    let noun = hasNumber ? String(record.noun.dropFirst(number.count + 1)) : record.noun
    return RecordPhrase(noun, names: record.names, count: count, to: record.recipient)
  }

  func claim(_ claim: Expectation.Claim, _ start: Int, _ end: Int) -> Expectation {
    let words = start..<min(end, tokens.count)
    var claim = Expectation(
      claim: claim, text: sentence.passage.text, range: place.passage(tokens, words).range)
    claim.polarity = PolarityReader.polarity(tokens[words])
    if isLimited(from: words.upperBound, isDenied: claim.polarity == .denied) {
      claim.polarity = .unknown
    }
    return claim
  }

  /// Whether what follows the verb says when or of what it is not so: "is created until ...".
  private func isLimited(from end: Int, isDenied: Bool) -> Bool {
    let rest = tokens[end...]
    let limits: Set = ["until", "unless", "before", "if"]
    let times: Set = ["when", "while", "after", "once", "because", "where", "as"]
    if rest.contains(where: { $0.kind == .word && limits.contains($0.lower) }) { return true }
    // "No record is created when you reject a request": then.
    if isDenied, rest.contains(where: { $0.kind == .word && times.contains($0.lower) }) {
      return true
    }
    let clause = rest.prefix { !$0.isPunctuation(",") && !$0.isWord("but") && !$0.isWord("and") }
    return clause.contains { token in
      token.isA(.denial) && !token.isWord("without") || token.isA([.limiting, .exception])
    }
  }

  /// "Opens on the **Roles** tab": where, which is not judged.
  private func hasPlace(_ end: Int) -> Bool {
    guard isA(.place, end) else { return false }
    let rest = tokens[(end + 1)...].drop { $0.isA(.determiner) }
    return rest.first?.kind == .label
  }

  func isA(_ classes: WordClass, _ index: Int) -> Bool {
    index < tokens.count && tokens[index].isA(classes)
  }

  func word(_ index: Int) -> String? {
    index < tokens.count && tokens[index].kind == .word ? tokens[index].lower : nil
  }
}

extension Target {
  /// "The **Auditor** role" is a role of that name; other words are the kind.
  fileprivate var record: RecordPhrase {
    guard form == .label, let noun else { return RecordPhrase(text) }
    return RecordPhrase(noun.text, names: [text])
  }
}
