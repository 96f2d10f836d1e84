import Diagnostics
import ProcedureModel

/// Reads what a sentence states of the result: what opens, what a pop-up says.
struct ClaimReader {
  private let tokens: [Token]
  private let sentence: Sentence
  private let place: Places

  static func claims(in sentence: Sentence, place: Places) -> [Expectation] {
    ClaimReader(sentence, place).all()
  }

  /// Claims that hold wherever they stand: quotations, and what is said not to happen.
  static func certainClaims(in sentence: Sentence, place: Places) -> [Expectation] {
    let reader = ClaimReader(sentence, place)
    return reader.quotations() + reader.absences()
  }

  private init(_ sentence: Sentence, _ place: Places) {
    tokens = sentence.tokens
    self.sentence = sentence
    self.place = place
  }

  private func all() -> [Expectation] {
    let certain = quotations() + absences()
    guard certain.isEmpty, !isConditional else { return certain }
    let reader = ResultReader(sentence, place)
    guard let first = reader.result() else { return reader.unread().map { [$0] } ?? [] }
    return [first] + furtherResults()
  }

  /// Reads "and the user is listed": a second result, with a subject of its own.
  private func furtherResults() -> [Expectation] {
    tokens.indices.compactMap { index in
      guard tokens[index].isWord("and"), index + 1 < tokens.count,
        tokens[index + 1].isA(.determiner) || tokens[index + 1].kind == .label
      else { return nil }
      let clause = Sentence(tokens: Array(tokens[(index + 1)...]), place: place)
      return ResultReader(clause, place).result()
    }
  }

  private static let uncertainty = PhraseSet(
    "by default", "for example", "e.g.", "unless", "can", "may", "might", "could")

  /// Whether the sentence tells what happens only sometimes.
  private var isConditional: Bool {
    guard let first = tokens.first else { return true }
    return first.isA(.subordinator)
      || sentence.contains(Self.uncertainty)
      || first.isWord("to") || tokens.last?.isPunctuation("?") == true
  }

  // MARK: Quoted texts

  private static let sayingVerbs: Set<String> = [
    "says", "say", "reads", "read", "shows", "show", "displays", "display", "states", "saying",
    "reading", "stating", "see", "appears", "tells", "message", "text",
  ]

  private static let quotingVerbs: Set<String> = ["says", "reads", "states", "saying", "reading"]

  private func quotations() -> [Expectation] {
    guard tokens.contains(where: { $0.isQuoted || $0.kind == .label }),
      tokens.contains(where: { $0.kind == .word && Self.sayingVerbs.contains($0.lower) })
    else { return [] }
    let saying = tokens.firstIndex { Self.quotingVerbs.contains($0.lower) }
    let quotes = tokens.indices.filter { index in
      let token = tokens[index]
      guard token.text.contains(" ") else { return false }
      // "The message says **All is well**": bold after such a verb is a quotation too.
      return token.kind == .literal && token.isQuoted
        || token.kind == .label && saying.map { $0 < index } ?? false
    }
    let speaker = saying.flatMap(speaker)
    return quotes.map { tokens[$0] }.map {
      Expectation(
        claim: .showsText($0.text, by: speaker), text: sentence.passage.text,
        range: place.range($0))
    }
  }

  /// What says it: "**Security Settings** now says"; nil where it has no label.
  private func speaker(before saying: Int) -> Target? {
    let words = tokens[..<saying].reversed().drop { $0.isA(.adverb) }.reversed()
    var reader = SentenceReader(Array(words), in: place)
    guard let thing = reader.nounPhrase(), reader.index == words.count, thing.form == .label
    else { return nil }
    return thing
  }

  // MARK: What does not happen

  private static let makingParticiples: Set<String> = [
    "sent", "created", "made", "added", "generated", "issued", "deleted", "removed",
  ]

  /// Reads "without an invite email having to be sent", and "no email is sent".
  private func absences() -> [Expectation] {
    guard tokens.contains(where: { $0.isWord("without") || $0.isWord("no") }) else { return [] }
    return tokens.indices.compactMap { start in
      guard tokens[start].isWord("without") || tokens[start].isWord("no") else { return nil }
      var index = start + 1
      if tokens[start].isWord("without"), isMaking(index) {
        index += 1
      }
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
      let isSent = word(last).map { Self.makingParticiples.contains($0.lower) } ?? false
      let isGerund = start + 1 < first && isMaking(start + 1)
      guard isSent || isGerund else { return nil }
      let end = isSent ? last + 1 : index
      return Expectation(
        claim: .isNotMade(thing), text: sentence.passage.text,
        range: place.passage(tokens, start..<end).range)
    }
  }

  private func isMaking(_ index: Int) -> Bool {
    word(index).map { ["sending", "creating"].contains($0.lower) } ?? false
  }

  private func word(_ index: Int) -> Token? {
    index < tokens.count && tokens[index].kind == .word ? tokens[index] : nil
  }
}
