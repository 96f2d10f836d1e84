import Diagnostics
import ProcedureModel

/// Reads what a sentence states of the result: what opens, what a pop-up says.
struct ClaimReader {
  private let tokens: [Token]
  private let sentence: Sentence
  private let place: Places

  static func claims(in sentence: Sentence, place: Places) -> [Expectation] {
    if isOfPicture(sentence) { return [] }
    return ClaimReader(withoutMoment(sentence, place), place).all().map { claim in
      var claim = claim
      claim.text = sentence.passage.text
      return claim
    }
  }

  /// "The flow publishes": what the product does, and no person.
  private static func isDoing(_ clause: ArraySlice<Token>) -> Bool {
    guard let first = clause.first, let last = clause.last, first.isWord("the"), clause.count < 5,
      last.kind == .word, last.lower.hasSuffix("s"),
      !clause.contains(where: { $0.isA([.person, .relative]) || $0.isWord("user") })
    else { return false }
    return [last.lower.dropLast(), last.lower.dropLast(2)].contains {
      VerbTable.firstWords.contains(String($0))
    }
  }

  /// "The following image shows the dialog": what a picture shows is on the page.
  static func isOfPicture(_ sentence: Sentence) -> Bool {
    let subject = sentence.tokens.prefix(8).prefix { !pictureVerbs.contains($0.lower) }
    return subject.count < min(8, sentence.tokens.count)
      && subject.contains { $0.kind == .word && pictures.contains($0.lower) }
  }

  private static let pictureVerbs: Set<String> = [
    "shows", "show", "illustrates", "illustrate", "depicts", "displays", "demonstrates",
  ]
  private static let pictures: Set<String> = [
    "image", "screenshot", "figure", "picture", "illustration", "diagram", "graphic", "animation",
    "screenshots", "images", "video",
  ]

  private static let ends: Set<String> = [
    "save", "saved", "click", "clicked", "done", "finish", "finished", "create", "created", "send",
    "sent", "confirm", "confirmed", "delete", "deleted", "closes", "opens", "reloads", "refreshes",
    "selected", "select", "submit", "submitted", "completed", "complete",
  ]

  /// "When the dialog closes, the role is listed", "after you save, ...": said of the moment that
  /// the steps have come to.
  static func withoutMoment(_ sentence: Sentence, _ place: Places) -> Sentence {
    let tokens = sentence.tokens
    guard let first = tokens.first,
      ["when", "once", "after"].contains(first.lower)
        || first.isWord("as") && tokens.count > 2 && tokens[1].isWord("soon"),
      let comma = tokens.firstIndex(where: { $0.isPunctuation(",") }), comma < 8,
      comma + 1 < tokens.count,
      tokens[1].isA(.gerund)
        || tokens[..<comma].contains(where: { $0.kind == .word && ends.contains($0.lower) })
        || isDoing(tokens[1..<comma]),
      !tokens[..<comma].contains(where: { $0.isA([.denial, .modal]) })
    else { return sentence }
    return Sentence(tokens: Array(tokens[(comma + 1)...]), place: place)
  }

  /// Claims that hold wherever they stand: quotations, and what is said not to happen.
  static func certainClaims(in sentence: Sentence, place: Places) -> [Expectation] {
    let reader = ClaimReader(sentence, place)
    let certain = reader.quotations() + reader.absences()
    guard certain.isEmpty, !reader.isConditional,
      let result = ResultReader(sentence, place).result()
    else { return certain }
    guard reader.deniesItsSubject || reader.isOfTheseSteps(result.claim) else { return [] }
    return [result.claim]
  }

  /// Whether a note says it of what these steps do, and not of some other time: "The new user gets
  /// an e-mail".
  private func isOfTheseSteps(_ claim: Expectation) -> Bool {
    switch claim.claim {
    case .isMade(let records):
      guard let noun = records.first?.noun.split(separator: " ").last else { return false }
      guard StatedResult.letters.contains(noun.lowercased()) else { return false }
    default: return false
    }
    let others: Set = [
      "each", "every", "later", "whenever", "then", "also", "again", "until", "once", "daily",
    ]
    return !tokens.contains { token in
      token.kind == .word
        && (token.isA([.subordinator, .modal]) && !token.isWord("will")
          || others.contains(token.lower))
    }
  }

  private init(_ whole: Sentence, _ place: Places) {
    let sentence = Self.withoutConsequence(whole, place)
    tokens = sentence.tokens
    self.sentence = sentence
    self.place = place
  }

  /// "The dialog stays open, so you can add the next one": what follows from it is another matter.
  private static func withoutConsequence(_ sentence: Sentence, _ place: Places) -> Sentence {
    let tokens = sentence.tokens
    let end = tokens.indices.first { index in
      index > 2 && tokens[index].isPunctuation(",") && index + 1 < tokens.count
        && ["so", "which", "where"].contains(tokens[index + 1].lower)
    }
    return end.map { Sentence(tokens: Array(tokens[..<$0]), place: place) } ?? sentence
  }

  private func all() -> [Expectation] {
    let certain = quotations() + absences()
    guard certain.isEmpty, !isConditional else { return certain }
    let reader = ResultReader(sentence, place)
    let ofEach = claimsOfEach(reader)
    guard ofEach.isEmpty else { return ofEach }
    guard let first = reader.result() else { return reader.unread().map { [$0] } ?? [] }
    return [first.claim] + furtherResults(after: first.verb)
  }

  /// "No user is created", "nothing is sent".
  private var deniesItsSubject: Bool {
    tokens.first { $0.kind != .punctuation }?.isA(.denial) ?? false
  }

  /// Reads "and the user is listed": a second result, with a subject of its own or that of the
  /// first, as in "but is not listed".
  private func furtherResults(after verb: Int) -> [Expectation] {
    tokens.indices.compactMap { index in
      guard index > verb, index + 1 < tokens.count,
        tokens[index].isWord("and") || tokens[index].isWord("but")
      else { return nil }
      let next = tokens[index + 1]
      if next.isA([.determiner, .denial]) || next.kind == .label || next.lower.hasPrefix("you") {
        let rest = Array(tokens[(index + 1)...])
        if let result = result(rest) { return result }
        // "But not listed": the verb of the first is that of the second.
        return next.isWord("not") ? result(Array(tokens[...verb]) + rest) : nil
      }
      if next.isA([.auxiliary, .modal]) || StatedResult.intransitive[next.lower] != nil {
        return result(Array(tokens[..<verb]) + tokens[(index + 1)...])
      }
      return nil
    }
  }

  /// "**A** and **B** are listed": said of each of them.
  private func claimsOfEach(_ reader: ResultReader) -> [Expectation] {
    guard let start = tokens.firstIndex(where: { $0.kind != .punctuation }),
      let end = reader.endOfSeveral(from: start)
    else { return [] }
    let names = tokens.indices[start..<end].filter {
      tokens[$0].kind == .label || tokens[$0].kind == .literal
    }
    guard names.count > 1, let noun = tokens[start..<end].last(where: { $0.kind == .word }) else {
      return []
    }
    let claims = names.compactMap { name in
      result([tokens[name]] + (noun.isWord("and") ? [] : [noun]) + tokens[end...])
    }
    // Records that come and go are told in one claim.
    let isOfRecords = claims.contains { claim in
      switch claim.claim {
      case .isMade, .isGone: true
      default: false
      }
    }
    return claims.count == names.count && !isOfRecords ? claims : []
  }

  private func result(_ tokens: [Token]) -> Expectation? {
    ResultReader(Sentence(tokens: tokens, place: place), place).result().map { read in
      var claim = read.claim
      claim.text = sentence.passage.text
      return claim
    }
  }

  private static let uncertainty = PhraseSet(
    "by default", "for example", "e.g.", "unless", "can", "may", "might", "could")

  /// Whether the sentence tells what happens only sometimes.
  private var isConditional: Bool {
    guard let first = tokens.first else { return true }
    return first.isA(.subordinator)
      || sentence.contains(Self.uncertainty) && !first.isWord("here")
      || first.isWord("to") || tokens.last?.isPunctuation("?") == true
  }

  // MARK: Quoted texts

  private static let sayingVerbs: Set<String> = [
    "says", "say", "reads", "read", "shows", "show", "displays", "display", "states", "saying",
    "reading", "stating", "see", "appears", "appear", "tells", "tell", "state", "message", "text",
  ]

  private static let quotingVerbs: Set<String> = [
    "says", "say", "reads", "states", "saying", "reading",
  ]

  /// "If it says X", "it may say X": only sometimes.
  private var isSupposed: Bool {
    let first = tokens.first { $0.kind != .punctuation }
    return ["if", "unless", "should", "whether"].contains(first?.lower ?? "")
      || tokens.contains { ["may", "might", "could"].contains($0.lower) && $0.kind == .word }
  }

  private func quotations() -> [Expectation] {
    guard !isSupposed, tokens.contains(where: { $0.isQuoted || $0.kind == .label }),
      tokens.contains(where: { $0.kind == .word && Self.sayingVerbs.contains($0.lower) })
    else { return [] }
    let saying = tokens.firstIndex { Self.quotingVerbs.contains($0.lower) }
    let quotes = tokens.indices.filter { index in
      let token = tokens[index]
      let isSaid = saying.map { $0 < index } ?? false
      guard token.text.contains(" ") || isSaid else { return false }
      // "The message says **All is well**": bold after such a verb is a quotation too.
      return token.kind == .literal && token.isQuoted
        || token.kind == .label && saying.map { $0 < index } ?? false
    }
    let speaker = saying.flatMap(speaker)
    return quotes.map { index in
      var claim = Expectation(
        claim: .showsText(tokens[index].text, by: speaker), text: sentence.passage.text,
        range: place.range(tokens[index]))
      claim.polarity = PolarityReader.polarity(clause(of: index))
      // "To see that it worked, look at ...": elsewhere; and what stands for "..." is not known.
      let isShortened =
        tokens[index].text.contains("...") || tokens[index].text.contains("\u{2026}")
      if tokens.first?.isWord("to") == true || isShortened { claim.polarity = .unknown }
      // Not A and B: one of them, or both.
      if claim.polarity == .denied, quotes.count > 1 { claim.polarity = .unknown }
      return claim
    }
  }

  /// The clause with a quotation and the verb that says it.
  private func clause(of quote: Int) -> ArraySlice<Token> {
    let saying = tokens.indices.last { index in
      index < quote && tokens[index].kind == .word && Self.sayingVerbs.contains(tokens[index].lower)
    }
    return PolarityReader.clause(around: min(saying ?? quote, quote)...quote, of: tokens)
  }

  /// What says it: "**Security Settings** now says"; nil where it has no label.
  private func speaker(before saying: Int) -> Target? {
    let words = tokens[..<saying].reversed()
      .drop { $0.isA([.adverb, .denial, .auxiliary]) || $0.isWord("longer") }.reversed()
    var reader = SentenceReader(Array(words), in: place)
    guard let thing = reader.nounPhrase(), reader.index == words.count, thing.form == .label
    else { return nil }
    return thing
  }

  // MARK: What does not happen

  private static let makingParticiples: Set<String> = [
    "sent", "created", "made", "added", "generated", "issued", "deleted", "removed",
  ]

  /// Reads "without an invite email having to be sent": said of all that is done.
  private func absences() -> [Expectation] {
    tokens.indices.compactMap { start in
      guard tokens[start].isWord("without") else { return nil }
      var index = start + 1
      let isGerund = isMaking(index)
      if isGerund { index += 1 }
      while let word = word(index), word.isA(.determiner) { index += 1 }
      let first = index
      while let word = word(index), !word.isA(.function), word.lower != "having",
        word.lower != "being", !Self.makingParticiples.contains(word.lower)
      {
        index += 1
      }
      guard index > first else { return nil }
      let thing = tokens[first..<index].map(\.lower).joined(separator: " ")
      var last = index
      while let word = word(last),
        word.isA([.auxiliary, .modal]) || ["having", "to", "being"].contains(word.lower)
      {
        last += 1
      }
      let participle = word(last)?.lower ?? ""
      let isSent = Self.makingParticiples.contains(participle)
      guard isSent || isGerund else { return nil }
      let isGone = ["deleted", "removed"].contains(participle)
      var claim = Expectation(
        claim: isGone ? .isGone([RecordPhrase(thing)]) : .isMade([RecordPhrase(thing)]),
        text: sentence.passage.text,
        range: place.passage(tokens, start..<(isSent ? last + 1 : index)).range)
      claim.isOfProcedure = true
      // "Not without an email being sent": with one.
      claim.polarity = PolarityReader.polarity(
        PolarityReader.clause(around: start...start, of: tokens))
      return claim
    }
  }

  private func isMaking(_ index: Int) -> Bool {
    word(index).map { ["sending", "creating"].contains($0.lower) } ?? false
  }

  private func word(_ index: Int) -> Token? {
    index < tokens.count && tokens[index].kind == .word ? tokens[index] : nil
  }
}
