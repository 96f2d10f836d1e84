import Diagnostics
import ProcedureModel

/// Tells sentences that claim something of the product, and were not read, from remarks that claim
/// nothing.
///
///     "The account is active from that moment on."    a claim
///     "Oh yeah!", "See below.", "We recommend it."    none
enum Remark {
  private static let advice = PhraseSet(
    "best practice", "recommend", "recommended", "best to", "good idea", "learn more", "see", "tip",
    "we", "let's", "keep in mind", "feel free", "hint", "congratulations", "well done")

  private static let firm: Set<String> = [
    "optional", "mandatory", "required", "always", "never", "must", "can't", "cannot", "regardless",
    "default", "only", "maximum", "minimum", "limit",
  ]

  /// Whether a text of an introduction can claim what could be looked up.
  static func mayClaim(_ text: MarkedText) -> Bool {
    text.marks.contains { !$0.isDisjoint(with: [.label, .code]) }
      || text.bytes.split(whereSeparator: { !isOfWord($0) }).contains { word in
        // Most words are too long or too short for all of these; to look them up takes longer.
        guard word.count < 12 else { return false }
        let word = String(decoding: word, as: UTF8.self).lowercased()
        return isFirm(word)
      }
  }

  /// A letter of English, a digit or an apostrophe.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// What can or can't be is told, or a number.
  private static func isFirm(_ word: String) -> Bool {
    firm.contains(word) || Number.value(of: word) ?? 0 > 1
      || word.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  /// Whether a sentence of an introduction claims what could be looked up: of a label, a number, or
  /// what must and can't be.
  static func isChecked(_ sentence: Sentence) -> Bool {
    sentence.tokens.contains { token in
      token.kind == .label || token.kind == .literal
        || token.kind == .word && isFirm(token.lower)
    }
  }

  /// How a sentence begins that states nothing unconditionally.
  private static let openings: Set<String> = [
    "if", "when", "for", "to", "once", "after", "before", "while", "unless", "until", "as", "with",
    "that's", "here's", "what", "why", "how", "who", "where", "which", "or", "i", "please", "note",
    "in", "on", "by", "at", "because", "since", "though", "although", "whether", "whenever",
  ]

  /// What is claimed, as far as it can be told: that it is so; nil where nothing is.
  static func claim(
    in sentence: Sentence, _ place: Places, isInstruction: @autoclosure () -> Bool
  ) -> Expectation? {
    let tokens = withoutCondition(
      withoutReminder(ClaimReader.withoutMoment(sentence, place).tokens))
    let words = tokens.filter { $0.kind != .punctuation }
    guard words.count > 3, let first = words.first, let last = tokens.last,
      !last.isPunctuation("?"), !last.isPunctuation(":"), !sentence.isCheer,
      sentence.links.isEmpty,
      !openings.contains(first.lower) || first.kind != .word,
      startsStatement(words), !sentence.contains(advice), !ClaimReader.isOfPicture(sentence),
      !isInstruction()
    else { return nil }
    return unread(sentence.passage)
  }

  /// What is claimed beside an instruction or a requirement: "the permission X, which opens the
  /// **Y** tab", "pick your own name, that works too".
  static func aside(in sentence: Sentence, _ place: Places) -> Expectation? {
    let tokens = sentence.tokens
    guard tokens.last?.isPunctuation("?") != true, !sentence.contains(advice) else { return nil }
    let start = tokens.indices.last { index in
      index > 0 && tokens[index - 1].isPunctuation(",") && index + 1 < tokens.count
        && ["which", "that", "this", "it"].contains(tokens[index].lower)
        && (tokens[index + 1].isA(.auxiliary) || isFinite(tokens[index + 1]))
    }
    guard let start else { return nil }
    let rest = start..<tokens.count
    // "A service, which is a set of rights": what a word means is no claim about these steps.
    let isExplained = tokens[start].isWord("which") && !tokens[rest].contains { $0.kind == .label }
    return isExplained ? nil : unread(place.passage(tokens, rest))
  }

  private static func unread(_ words: Passage) -> Expectation {
    var claim = Expectation(claim: .isSo(words.text), text: words.text, range: words.range)
    claim.polarity = .unknown
    claim.isUnread = true
    return claim
  }

  /// "Mind that it can't be undone": that it can't is claimed.
  private static func withoutReminder(_ tokens: [Token]) -> [Token] {
    let reminders: Set = ["note", "mind", "remember", "notice", "aware", "know"]
    guard let that = tokens.prefix(5).firstIndex(where: { $0.isWord("that") }),
      that + 1 < tokens.count,
      tokens[..<that].contains(where: { $0.kind == .word && reminders.contains($0.lower) })
    else { return tokens }
    return Array(tokens[(that + 1)...])
  }

  /// "If X, Y happens": what happens then is claimed.
  private static func withoutCondition(_ tokens: [Token]) -> [Token] {
    guard let first = tokens.first(where: { $0.kind != .punctuation }), first.isA(.subordinator),
      let comma = tokens.firstIndex(where: { $0.isPunctuation(",") }), comma + 1 < tokens.count
    else { return tokens }
    return Array(tokens[(comma + 1)...])
  }

  /// A subject, and a verb that is said of it.
  private static func startsStatement(_ words: [Token]) -> Bool {
    let first = words[0]
    if first.isA(.verb), !first.isA([.determiner, .pronoun, .subject]),
      !words[1].isA([.auxiliary, .modal])
    {
      return false
    }
    return words.indices.dropFirst().prefix(12).contains { index in
      let token = words[index]
      guard token.kind == .word else { return false }
      // "Those users keep their accounts."
      if index > 1, !words[index - 1].isA([.function, .adverb]), stems.contains(token.lower) {
        return true
      }
      return token.isA([.auxiliary, .modal]) || token.lower.hasSuffix("n't")
        || StatedResult.intransitive[token.lower] != nil
        || StatedResult.transitive[token.lower] != nil || isFinite(token)
    }
  }

  /// "Works", "covers": a verb of the third person, as far as its stem is one of the verbs known.
  private static func isFinite(_ token: Token) -> Bool {
    guard token.lower.hasSuffix("s"), !token.isCapitalised else { return false }
    // "Covers", "goes": an "e" may belong to the ending.
    return [token.lower.dropLast(), token.lower.dropLast(2)].map(String.init).contains {
      VerbTable.firstWords.contains($0) || stems.contains($0)
    }
  }

  private static let stems: Set<String> = [
    "work", "cover", "mean", "become", "take", "remain", "stay", "belong", "contain", "include",
    "last", "expire", "need", "require", "receive", "happen", "apply", "affect", "reach", "inherit",
    "hold", "come", "go", "get", "keep", "lose", "find", "let", "serve", "count", "depend", "begin",
    "end", "live", "say", "tell", "prevent", "protect", "cause", "help", "give", "provide",
    "differ",
  ]
}
