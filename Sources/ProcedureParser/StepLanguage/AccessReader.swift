import ProcedureModel

/// Reads who may do something: what is needed, what is enough, what is not needed.
///
///     You need the permission **Access Users** to do this.    Marketing Users can create roles.
///         predicate    right                     task         right           predicate  task
struct AccessReader {
  let tokens: [Token]
  private let rights: RightsReader
  private let sentence: Sentence

  /// - Parameters:
  ///   - sentence: The sentence.
  ///   - place: Where it stands.
  ///   - isListed: It is an item of a list of prerequisites, where a right alone says that it is
  ///     needed.
  /// - Returns: The claim; nil where the sentence makes none.
  static func claim(
    in sentence: Sentence, _ place: Places, isListed: Bool = false
  ) -> AccessClaim? {
    AccessReader(sentence, place).claim(isListed: isListed)
  }

  private init(_ sentence: Sentence, _ place: Places) {
    var tokens = sentence.tokens
    var whole: Passage?
    // "Before you begin, make sure that you have X."
    if tokens.first?.isWord("before") == true,
      let comma = tokens.firstIndex(where: { $0.isPunctuation(",") })
    {
      tokens.removeFirst(comma + 1)
    }
    // "**Admin permissions required**": marked for its weight, and no name.
    let words = tokens.filter { $0.kind != .punctuation }
    if words.count == 1, words[0].kind == .label || words[0].kind == .literal {
      tokens = Tokenizer.tokens(of: MarkedText(plain: words[0].text))
      whole = sentence.passage
    }
    self.tokens = tokens
    self.sentence = sentence
    rights = RightsReader(tokens, place, standingFor: whole)
  }

  private func claim(isListed: Bool) -> AccessClaim? {
    guard let first = tokens.first(where: { $0.kind != .punctuation }),
      !first.isA(.subordinator) || first.isWord("so"), tokens.last?.isPunctuation("?") != true
    else { return nil }
    // "You need [a role](...)": what is linked has to be made first.
    var found = rights.all().filter { right in tokens[right.range].allSatisfy { $0.link == nil } }
    if found.isEmpty, needsNothing() {
      return finished(AccessClaim(.notNeeded, []), found, after: tokens.count)
    }
    if found.isEmpty, let people = rights.peopleWhoCan() { found = [people] }
    guard let predicate = predicate(found.first?.range) else {
      guard isListed, let range = found.first?.range, let end = found.last?.range.upperBound,
        isRightAlone(range.lowerBound..<end)
      else { return nil }
      return finished(AccessClaim(.needed, found.map(\.right)), found, after: end)
    }
    if found.isEmpty {
      // "Everyone can create roles".
      guard predicate.isOfAnybody, predicate.force != .needed else { return nil }
      return finished(AccessClaim(predicate.force, []), found, after: predicate.end)
    }
    // "Anyone with the X role can do this, no need to ask an admin": of those before the verb.
    if let subject = predicate.subject {
      let those = found.filter { $0.range.upperBound <= subject }
      if !those.isEmpty { found = those }
    }
    var claim = AccessClaim(predicate.force, found.map(\.right))
    claim.isOnly = predicate.isOnly
    claim.task = predicate.task
    let end =
      predicate.isOfTask
      ? predicate.end : max(predicate.end, found.last?.range.upperBound ?? 0)
    return finished(claim, found, after: end, mustHaveTask: predicate.needsTask)
  }

  private func finished(
    _ claim: AccessClaim, _ found: [(right: AccessClaim.Right, range: Range<Int>)], after end: Int,
    mustHaveTask: Bool = false
  ) -> AccessClaim? {
    var claim = claim
    claim.task = claim.task ?? task(after: end)
    claim.promise = claim.task.flatMap {
      TitleReader.promise(ofWords: $0, at: sentence.passage.range)
    }
    if mustHaveTask, claim.task == nil { return nil }
    claim.elsewhere = rights.application(besides: found.map(\.range))
    if let first = found.first, let last = found.last {
      claim.isAny = tokens[first.range.lowerBound..<last.range.upperBound].contains {
        $0.isWord("or")
      }
    }
    return claim
  }

  // MARK: What is said of the rights

  struct Predicate {
    let force: AccessClaim.Force
    let end: Int
    var isOnly = false
    var isOfAnybody = false
    /// Said of others than the reader, it counts only for a task that is named.
    var needsTask = false
    /// The words behind it are the task.
    var isOfTask = false
    var task: String?
    /// Where the subject ends of which it is said.
    var subject: Int?
  }

  private func predicate(_ right: Range<Int>?) -> Predicate? {
    without(right) ?? being(right) ?? ability() ?? need(right)
  }

  /// "You can't do this without X", "without X, you can invite users".
  private func without(_ right: Range<Int>?) -> Predicate? {
    guard let right,
      let without = tokens[..<right.lowerBound].lastIndex(where: { $0.isWord("without") }),
      tokens[(without + 1)..<right.lowerBound].allSatisfy({ $0.isA(.determiner) }),
      let verb = tokens.firstIndex(where: {
        $0.kind == .word && ["can", "can't", "cannot", "may"].contains($0.lower)
      })
    else { return nil }
    let rest = tokens.indices.filter { $0 != without }.map { tokens[$0] }
    let isDenied = PolarityReader.polarity(rest[...]) == .denied
    // What follows the verb is what can't be done.
    var end = verb + 1
    while end < tokens.count, tokens[end].isA(.adverb) || tokens[end].isWord("not") { end += 1 }
    return Predicate(force: isDenied ? .needed : .notNeeded, end: end, isOfTask: true)
  }

  /// "X is required", "X permissions required", "no X is needed", "X is enough".
  private func being(_ right: Range<Int>?) -> Predicate? {
    guard let right else { return nil }
    let needing: Set = ["required", "needed", "necessary", "mandatory"]
    let sufficing: Set = ["enough", "sufficient", "suffices", "suffice"]
    for index in tokens.indices[right.lowerBound...] where tokens[index].kind == .word {
      let word = tokens[index].lower
      let isNeed = needing.contains(word)
      guard isNeed || sufficing.contains(word) else { continue }
      // "Is required to have a name": of something else.
      let group = tokens[right.lowerBound..<index]
      guard !group.contains(where: { $0.isA([.subordinator, .relative]) }) else { return nil }
      let isDenied = polarity(..<(index + 1)) == .denied
      if polarity(..<(index + 1)) == .unknown { return nil }
      let force: AccessClaim.Force =
        isNeed ? isDenied ? .notNeeded : .needed : isDenied ? .notEnough : .enough
      return Predicate(force: force, end: index + 1)
    }
    // "Required role: X", "requires the X permission".
    let before = tokens[..<right.lowerBound].filter { $0.kind == .word }
    let isHead =
      before.contains { needing.contains($0.lower) }
      && tokens[..<right.lowerBound].last?.isPunctuation(":") == true
    guard let first = before.first, before.count < 5,
      isHead || ["required", "requires", "needed", "prerequisite"].contains(first.lower)
    else { return nil }
    return Predicate(force: .needed, end: right.upperBound)
  }

  /// "Marketing Users can", "only administrators may", "everyone is able to".
  private func ability() -> Predicate? {
    let verbs: Set = ["can", "may", "able", "allowed", "permitted", "cannot", "can't"]
    guard let verb = tokens.firstIndex(where: { $0.kind == .word && verbs.contains($0.lower) })
    else { return nil }
    let subject = tokens[..<verb]
    guard let first = subject.first(where: { $0.kind != .punctuation }),
      !["you", "it", "this", "that", "which", "there", "we"].contains(first.lower),
      !subject.contains(where: { $0.isA(.relative) && !$0.isWord("who") })
    else { return nil }
    // Not of a name: "API only users can".
    let isOnly = first.isWord("only")
    let anybody: Set = [
      "anybody", "anyone", "everybody", "everyone", "nobody",
    ]
    let isOfAnybody =
      anybody.contains(first.lower)
      || ["any", "all", "every", "each"].contains(first.lower)
        && subject.contains { ["user", "users"].contains($0.lower) }
    let isOfPeople =
      isOfAnybody || isOnly || rights.peopleWhoCan() != nil
      || rights.all().contains { $0.range.upperBound <= verb }
    guard isOfPeople else { return nil }
    var end = verb + 1
    while end < tokens.count,
      tokens[end].isA(.adverb) || tokens[end].isWord("to")
        || tokens[end].isWord("not")
    {
      end += 1
    }
    let isDenied =
      PolarityReader.polarity(tokens[subject.startIndex..<end].filter { !$0.isWord("only") }[...])
      == .denied
    if isOnly {
      return Predicate(force: .needed, end: end, isOnly: true, needsTask: true, subject: verb)
    }
    return Predicate(
      force: isDenied ? .notEnough : .enough, end: end, isOfAnybody: isOfAnybody, needsTask: true,
      subject: verb)
  }

  private func polarity(_ range: PartialRangeUpTo<Int>) -> Polarity {
    var words = Array(tokens[range])
    // "Having X without it isn't enough": of what is left out.
    if let without = words.firstIndex(where: { $0.isWord("without") }), without + 1 < words.count,
      words[without + 1].isA(.pronoun)
    {
      words.remove(at: without)
    }
    return PolarityReader.polarity(words[...])
  }

  /// Nothing stands around the rights but what belongs to them: "the **Admin** role".
  private func isRightAlone(_ range: Range<Int>) -> Bool {
    let around = tokens[..<range.lowerBound] + tokens[range.upperBound...]
    let harmless: Set = [
      "user", "users", "account", "with", "a", "an", "the", "or", "and", "have", "you", "your",
      "you're", "you've", "you'll", "are", "be", "need", "got", "signed", "logged", "as",
      "marketo", "engage", "in", "permission", "permissions", "role", "roles", "rights", "access",
      "to",
    ]
    return around.allSatisfy { $0.kind == .punctuation || harmless.contains($0.lower) }
  }

  // MARK: What it is said of

  /// "To create roles", "to do this" behind the words, or before them as a lead-in.
  private func task(after end: Int) -> String? {
    let first = tokens.first { $0.kind != .punctuation }
    if first?.isWord("to") == true, let comma = tokens.firstIndex(where: { $0.isPunctuation(",") })
    {
      return text(1..<comma)
    }
    guard end < tokens.count else { return nil }
    // "Can create roles": the words follow at once.
    if end > 0, let verb = tokens[end...].first(where: { $0.kind != .punctuation }),
      verb.isA(.verb) || ["do", "make", "perform", "follow", "use"].contains(verb.lower)
    {
      return text(end..<tokens.count)
    }
    guard let to = tokens[end...].firstIndex(where: { $0.isWord("to") || $0.isWord("for") }),
      to + 1 < tokens.count
    else { return nil }
    return text(to + 1..<tokens.count)
  }

  /// "Inviting users" as what is done: "invite users".
  func doing(_ words: ArraySlice<Token>) -> String {
    let words = words.filter {
      $0.kind == .word && !$0.isA([.auxiliary, .modal, .denial, .determiner])
    }
    return words.map { VerbTable.bases[$0.lower] ?? $0.lower }.joined(separator: " ")
  }

  private func text(_ range: Range<Int>) -> String {
    tokens[range].filter { $0.kind != .punctuation }.map(\.text).joined(separator: " ")
  }
}
