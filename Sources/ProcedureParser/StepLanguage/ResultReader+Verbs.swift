import ProcedureModel

// The verbs of stated results, with the words around them that belong to them.
extension ResultReader {
  /// How many words begin here that belong to a verb and are not the verb: "be", "not", "no longer".
  func groupWidth(_ index: Int) -> Int {
    guard let word = word(index) else { return 0 }
    if word == "no", self.word(index + 1) == "longer" { return 2 }
    if ["be", "been", "being", "yet", "not", "never"].contains(word) { return 1 }
    return isA(.adverb, index) ? 1 : 0
  }

  /// "is" of "isn't", "will" of "won't".
  private static func auxiliary(_ word: String) -> String {
    switch word {
    case "won't": "will"
    case "can't", "cannot": "can"
    default: word.hasSuffix("n't") ? String(word.dropLast(3)) : word
    }
  }

  /// "There is no **Send** button", "the role already exists".
  func existence(from start: Int) -> Expectation? {
    if tokens[start].isWord("there"), let verb = word(start + 1),
      ["is", "are"].contains(Self.auxiliary(verb))
    {
      var index = start + 2
      while isA([.adverb, .denial], index) || groupWidth(index) > 0 { index += 1 }
      var reader = SentenceReader(tokens, in: place)
      reader.index = index
      return reader.nounPhrase().map { claim(.exists($0), start, max(reader.index, start + 2)) }
    }
    let clause = tokens[(start + 1)...].prefix {
      !$0.isPunctuation(",") && !["and", "but", "or"].contains($0.lower)
    }
    let verb = clause.indices.first { index in
      guard let word = word(index) else { return false }
      return ["exists", "exist"].contains(word)
        || ["there", "present"].contains(word)
          && tokens[start..<index].contains { $0.isA(.auxiliary) }
    }
    // "Guests that did not exist before": a clause that tells which.
    guard let verb, !tokens[start..<verb].contains(where: { $0.isA(.relative) }) else { return nil }
    var end = verb
    while end > start, isA([.auxiliary, .adverb, .denial], end - 1) || word(end - 1) == "longer" {
      end -= 1
    }
    // "The role exists" is said of one that only the text can tell.
    let isOpen = ["a", "an", "any", "another"].contains(tokens[start].lower)
    guard let thing = subject(start..<end),
      thing.form == .label || isOpen || isA(.denial, start)
    else { return nil }
    return claim(.exists(thing), start, verb + 1)
  }

  /// "You have no API only user", "you see the **Details** dialog": said of a case.
  func possession(from start: Int) -> Expectation? {
    guard tokens[start].isWord("you") else { return nil }
    var verb = start + 1
    while groupWidth(verb) > 0 || isHelping(min(verb, tokens.count - 1)), verb < tokens.count - 1 {
      verb += max(groupWidth(verb), 1)
    }
    var reader = SentenceReader(tokens, in: place)
    reader.index = verb + 1
    while isA(.denial, reader.index) { reader.index += 1 }
    let first = verb + 1 < tokens.count ? tokens[verb + 1] : nil
    guard let thing = reader.nounPhrase() else { return nil }
    switch word(verb) {
    case "see":
      // A record may be out of sight, and still be there.
      let isRecord = thing.noun != nil && thing.noun?.control == nil
      return claim(
        isRecord ? .exists(thing) : .appears(thing), start, max(reader.index, verb + 1))
    // "The permission" that you have is yours, and no record.
    case "have"
    where first?.isA(.denial) == true || ["a", "an", "any"].contains(first?.lower ?? ""):
      return claim(.exists(thing), start, max(reader.index, verb + 1))
    default: return nil
    }
  }

  /// "Does", with or without a denial: the verb is still to come.
  func isHelping(_ index: Int) -> Bool {
    ["does", "do", "did"].contains(Self.auxiliary(tokens[index].lower))
  }

  /// Reads "stays open" and "remains selected" behind a subject.
  func staying(from start: Int, at index: Int) -> Expectation? {
    let verbs: Set = ["stay", "stays", "remain", "remains", "keep", "keeps"]
    guard let verb = word(index), verbs.contains(verb), let state = word(index + 1) else {
      return nil
    }
    let thing = subject(start..<index)
    // What stays open does not close, and what stays closed does not appear.
    if let end: Result = ["open": .closes, "closed": .appears][state] {
      guard var stated = claim(end, of: thing, start, index + 2) else { return nil }
      stated.polarity = stated.polarity.inverted
      return stated
    }
    return Result.participles[state].flatMap { claim($0, of: thing, start, index + 2) }
  }

  /// "The user receives an email", "is sent an invitation", "is notified by email": mail is sent.
  func mail(_ verb: String, from start: Int, at index: Int) -> Expectation? {
    if let mail = mailing(verb, from: start, at: index) { return mail }
    guard Result.mailing.contains(verb) else { return nil }
    var reader = SentenceReader(tokens, in: place)
    reader.index = index + 1
    while isA([.preposition, .denial], reader.index) { reader.index += 1 }
    guard let object = reader.nounPhrase(), object.form == .described,
      let noun = object.text.lowercased().split(separator: " ").last.map(String.init),
      Result.letters.contains(noun)
    else { return nil }
    let mail = RecordPhrase(object.text, to: recipient(start..<index))
    return claim(.isMade([mail]), start, reader.index)
  }

  /// "The product sends all users an email", "it emails the users": mail is sent.
  private func mailing(_ verb: String, from start: Int, at index: Int) -> Expectation? {
    guard ["sends", "send", "emails", "mails"].contains(verb) else { return nil }
    var reader = SentenceReader(tokens, in: place)
    reader.index = index + 1
    if isA(.denial, reader.index) { reader.index += 1 }
    let receivers = reader.index
    guard reader.nounPhrase() != nil else { return nil }
    let receiver = recipient(receivers..<reader.index)
    if verb.hasSuffix("mails") {
      return claim(.isMade([RecordPhrase("email", to: receiver)]), start, reader.index)
    }
    guard let mail = reader.nounPhrase(), mail.form == .described,
      let noun = mail.text.lowercased().split(separator: " ").last.map(String.init),
      Result.letters.contains(noun)
    else { return nil }
    return claim(.isMade([RecordPhrase(mail.text, to: receiver)]), start, reader.index)
  }

  /// "An email is sent to the new user", "Marketo sends an email to the user": who gets it.
  func recipient(behind end: Int) -> String? {
    guard word(end) == "to" else { return nil }
    var reader = SentenceReader(tokens, in: place)
    reader.index = end + 1
    if word(end + 1) == "you" { return "you" }
    return reader.nounPhrase().flatMap { $0.form == .pronoun ? nil : named($0.text) }
  }

  /// The people whom a subject names; nil where it is nobody.
  private func recipient(_ subject: Range<Int>) -> String? {
    let words = tokens[subject].filter {
      !$0.isA([.auxiliary, .modal, .adverb, .determiner]) && !$0.isWord("be") && !$0.isWord("been")
    }
    guard let first = words.first, !words.contains(where: { $0.isA([.denial, .limiting]) }),
      !["it", "they", "this", "there"].contains(first.lower)
    else { return nil }
    return first.lower.hasPrefix("you") ? "you" : named(words.map(\.text).joined(separator: " "))
  }

  /// The words, where they tell who it is: "that address" and "the recipient" are whoever gets it.
  private func named(_ words: String) -> String? {
    let anybody: Set = [
      "address", "addresses", "recipient", "recipients", "person", "people", "them", "invitee",
      "inbox", "mailbox", "everyone", "everybody",
    ]
    let last = words.lowercased().split(separator: " ").last.map(String.init) ?? ""
    return anybody.contains(last) ? nil : words
  }

  /// Reads "is now created", "isn't shown" and "will be displayed" behind a subject.
  func passive(from start: Int, at index: Int) -> Expectation? {
    let auxiliary = Self.auxiliary(tokens[index].lower)
    let known: Set = [
      "is", "are", "was", "were", "will", "should", "has", "have", "does", "do", "did",
    ]
    guard known.contains(auxiliary) else { return nil }
    var next = index + 1
    while groupWidth(next) > 0 { next += groupWidth(next) }
    guard let verb = word(next) else { return nil }
    if let mail = mail(verb, from: start, at: next) { return mail }
    // "Is now in the list", "is no longer in the list".
    if let (list, end) = listWords(at: next), let thing = subject(start..<index) {
      var claim = claim(.isListed(thing, in: list), start, end)
      claim.isChange = (index..<next).contains { word($0) == "now" }
      return claim
    }
    if ["will", "should", "does", "do", "did"].contains(auxiliary),
      Result.participles[verb] == nil
        || word(next - 1) != "be" && word(next - 1) != "been"
    {
      let finite = verb + (verb.hasSuffix("s") || verb.hasSuffix("sh") ? "es" : "s")
      if takesObject(next + 1), isDoer(start..<index) {
        return doing(finite, from: start, at: next)
      }
      guard let result = Result.intransitive[finite] else {
        return auxiliary == "should" || auxiliary == "will"
          ? Result.participles[verb].flatMap {
            claim($0, of: subject(start..<index), start, next + 1)
          }
          : nil
      }
      return claim(
        result, of: subject(start..<index), start, next + 1,
        isChange: Result.changes.contains(finite))
    }
    guard let result = Result.participles[verb] ?? undergoing(from: start, next) else { return nil }
    return claim(result, of: subject(start..<index), start, next + 1)
  }

  /// "The token is revoked": a verb of the instructions, done to one thing.
  private func undergoing(from start: Int, _ index: Int) -> Result? {
    guard let entry = VerbTable.entry(participleAt: index, of: tokens), entry.verb == .other,
      entry.frame == .object || entry.frame == .assignment, tokens[start].isWord("the"),
      !tokens[index].isA(.participle), !tokens[start..<index].contains(where: { $0.isA(.modal) })
    else { return nil }
    // "Is used for", "is designed to": what it is for.
    let rest = word(index + 1) ?? ""
    let uses: Set = [
      "for", "to", "by", "as", "when", "if", "in", "on", "with", "at", "using", "based", "per",
    ]
    return uses.contains(rest) ? nil : .isSo
  }
}
