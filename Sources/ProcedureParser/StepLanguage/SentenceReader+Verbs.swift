import ProcedureModel

extension SentenceReader {
  /// Whether what stands behind a verb makes it an instruction: an object, or another verb that
  /// has one, as in "start or restart X".
  func instructs(behind index: Int) -> Bool {
    if startsObject(at: index) { return true }
    guard token(index)?.isA(.conjunction) == true,
      let other = VerbTable.entry(startingAt: index + 1, of: tokens)
    else { return false }
    return startsObject(at: index + 1 + other.words.count)
  }

  /// The verb of an instruction that begins here; nil where the word is a noun, part of a label,
  /// or the verb of a subordinate clause.
  func verb(at index: Int, isFirst: Bool = false) -> VerbEntry? {
    guard let token = token(index),
      let entry = VerbTable.entry(startingAt: index, of: tokens) ?? openEntry(at: index)
    else { return nil }
    let previous = self.token(index - 1)
    // The words of a link are one phrase: "see [Create and submit requests](...)".
    if let link = token.link, previous?.link == link, tokens[0].link != link { return nil }
    let startsClause =
      previous.map {
        $0.kind == .punctuation || $0.isA(.conjunction)
          || $0.isA(.adverb) || $0.kind == .image
      } ?? true
    if token.isCapitalised, !startsClause { return nil }
    if token.isCapitalised, index > 0, let previous, previous.isPunctuation(","),
      self.token(index + 1)?.isCapitalised == true
    {
      return nil  // "First Name, Set Name"
    }
    if let previous, previous.kind == .word,
      previous.lower == "to" || previous.isA(.determiner) && previous.lower != "either"
    {
      return nil
    }
    guard entry.isAmbiguous else { return entry }
    let after = index + entry.words.count
    if startsObject(at: after) { return begins(statementAt: after) ? nil : entry }
    return index == head && !isStatementVerb(at: after) ? entry : nil
  }

  /// A verb that the table does not have: "Construct a channel", "and compare it to the list".
  ///
  /// A word in its plain form right before "the", "a", "it" is an instruction where one can begin:
  /// no noun without an article stands there.
  private func openEntry(at index: Int) -> VerbEntry? {
    guard let word = token(index), word.kind == .word, word.link == nil || index == 0,
      let next = token(index + 1), Lexicon.mayBeVerb(word.lower),
      Self.beginsObject(next) || isBehindPlace(index) && isBareObject(at: index + 1)
    else { return nil }
    let isHead = index == head && !isStatementVerb(at: index + 1)
    let previous = token(index - 1)
    guard isHead || index > 0 && !word.isCapitalised && previous.map(Self.endsClause) ?? false
    else { return nil }
    return VerbEntry(words: [word.lower], verb: .other, frame: .object, isAmbiguous: false)
  }

  /// "In your editor, append new columns": right behind the comma of the place.
  private func isBehindPlace(_ index: Int) -> Bool {
    guard index > 2, tokens[index - 1].isPunctuation(","), placeWidth(at: 0) != nil,
      !tokens[index].isCapitalised
    else { return false }
    return !tokens[..<(index - 1)].contains { $0.isPunctuation(",") }
  }

  private func isBareObject(at index: Int) -> Bool {
    guard let token = token(index), token.kind != .punctuation, token.kind != .separator else {
      return false
    }
    return (token.kind != .word || token.classes.isEmpty) && !isStatementVerb(at: index)
      && !begins(statementAt: index - 1)
  }

  /// "Comment out the": a verb that the table does not have, with its particle.
  func openEntry(joinedAt index: Int) -> VerbEntry? {
    guard let word = token(index), word.kind == .word, !word.isCapitalised,
      Lexicon.mayBeVerb(word.lower), let next = token(index + 1)
    else { return nil }
    let particle =
      ["out", "up", "off", "down", "in", "on"].contains(next.lower) ? [next.lower] : []
    guard let object = token(index + 1 + particle.count), Self.beginsObject(object) else {
      return nil
    }
    return VerbEntry(
      words: [word.lower] + particle, verb: .other, frame: .object, isAmbiguous: false)
  }

  private static func beginsObject(_ token: Token) -> Bool {
    token.kind == .word && objectBeginnings.contains(token.lower)
  }

  private static let objectBeginnings: Set<String> = [
    "the", "a", "an", "your", "it", "them", "each", "every", "all", "its", "their",
  ]

  private static func endsClause(_ token: Token) -> Bool {
    token.isPunctuation(",") || ["and", "or", "then"].contains(token.lower)
  }

  /// "Schedule Adherence requires that ...": the words before a verb are what it is about.
  private func begins(statementAt index: Int) -> Bool {
    let words = tokens[index...].prefix(4).prefix { $0.kind == .word && !$0.isA(.function) }
    return words.count < 4 && words.dropFirst().contains { Self.tellingVerbs.contains($0.lower) }
  }

  private static let tellingVerbs: Set<String> = [
    "requires", "means", "contains", "provides", "supports", "represents", "consists", "depends",
    "refers", "allows", "lets", "enables", "includes", "appears", "becomes", "happens", "occurs",
    "determines", "specifies", "describes",
  ]

  /// A finite verb that makes the words before it a subject: "Search options are many".
  private func isStatementVerb(at index: Int) -> Bool {
    for token in tokens[index...].prefix(3) {
      if token.isA([.auxiliary, .modal]) || token.isWord("include") { return true }
      guard token.kind == .word, !token.isA(.function), !token.isA(.adverb) else { return false }
    }
    return false
  }

  /// A noun phrase that can only be an object: marked, or with a determiner.
  func startsObject(at index: Int) -> Bool {
    guard let token = token(index) else { return false }
    switch token.kind {
    case .label, .literal, .image: return true
    case .separator, .punctuation: return false
    case .word:
      return token.isA(.determiner) || token.isA(.pronoun)
        || token.isCapitalised
    }
  }

  func startsNounPhrase(at index: Int) -> Bool {
    guard let token = token(index) else { return false }
    // "First name": no adverb before a noun.
    let isOrdinal =
      ["first", "second", "third", "last"].contains(token.lower)
      && self.token(index + 1).map { $0.kind == .word && !$0.isA(.function) } == true
      && VerbTable.entry(startingAt: index + 1, of: tokens).map(\.isAmbiguous) ?? true
    return startsObject(at: index) || isOrdinal
      || token.kind == .word && !token.isA(.function) && !token.isA(.adverb)
  }

  static let occasions: Set<String> = [
    "circumstances", "circumstance", "case", "account", "time", "event", "way",
  ]

  func isNegation(at index: Int) -> Bool {
    guard let token = token(index), token.kind == .word else { return false }
    if token.isA(.negation) { return true }
    // "Under no circumstances", "at no time".
    if token.isA(.preposition), self.token(index + 1)?.isWord("no") == true,
      let noun = self.token(index + 2), Self.occasions.contains(noun.lower)
    {
      return true
    }
    let isAuxiliary =
      token.isA(.auxiliary) || token.isA(.modal)
      || token.isWord("you")
    guard isAuxiliary, let next = self.token(index + 1) else { return false }
    if token.isWord("you") { return isNegation(at: index + 1) }
    return next.isWord("not") || next.isWord("never")
  }

  /// "Followed by **B**".
  private func startsLabelBehindBy(_ index: Int) -> Bool {
    token(index + 1)?.isWord("by") == true && token(index + 2)?.kind == .label
  }

  /// Moves to where the next instruction can begin: behind a conjunction or a comma, at a verb
  /// with its object.
  mutating func skipToNextClause() {
    while let token = current {
      if token.isPunctuation("("), let close = closingParenthesis() {
        index = close + 1
        continue
      }
      let isBoundary =
        token.isPunctuation(",") || token.isPunctuation(";") || token.isPunctuation(":")
        || token.isA(.conjunction) && token.kind == .word
      if isBoundary {
        var next = index + 1
        while let token = self.token(next),
          token.kind == .punctuation && !token.isPunctuation("(")
            || token.kind == .word
              && (token.isA(.conjunction) || token.isA(.adverb))
        {
          next += 1
        }
        // Inside a clause, a verb that is in no table is that clause's: "to build and run the app".
        if VerbTable.entry(startingAt: next, of: tokens) != nil, let entry = verb(at: next),
          startsObject(at: next + entry.words.count)
        {
          return
        }
        if isNegation(at: next) || beginsCondition(at: next) { return }
        if self.token(next)?.isWord("followed") == true, startsLabelBehindBy(next) { return }
        // What stands between leads to the same place.
        index = next
        continue
      }
      index += 1
    }
  }
}
