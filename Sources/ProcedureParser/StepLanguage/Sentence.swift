import ProcedureModel

/// A sentence of a paragraph.
final class Sentence {
  let tokens: [Token]
  private let place: Places

  init(tokens: [Token], place: Places) {
    self.tokens = tokens
    self.place = place
  }

  /// All words in lower case, those inside labels too.
  private(set) lazy var words: [Substring] = {
    var words: [Substring] = []
    words.reserveCapacity(tokens.count)
    for token in tokens {
      if token.kind == .word {
        words.append(token.lower[...])
      } else {
        words += token.lower.split(separator: " ")
      }
    }
    return words
  }()

  /// The sentence's bytes in its paragraph.
  var bytes: ArraySlice<UInt8> {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    return place.text.bytes[first.range.lowerBound..<last.range.upperBound]
  }

  /// The sentence as it stands on the page.
  var passage: Passage { place.passage(tokens, 0..<tokens.count) }

  private(set) lazy var clauses = PolarityReader.clauses(of: tokens, place)

  private(set) lazy var hints = WordHints(bytes)

  /// It ends with a colon.
  var isIntroducing: Bool { tokens.last?.isPunctuation(":") ?? false }

  /// Indices of the paragraph's links whose words are in the sentence.
  var links: [Int] {
    tokens.reduce(into: []) { links, token in
      if let link = token.link, !links.contains(link) { links.append(link) }
    }
  }

  /// It begins with a thing, and says what that is or does: "The **X** field is shown".
  var isStatement: Bool {
    let words = tokens.drop { $0.kind == .punctuation }
    guard let first = words.first else { return false }
    let isThing =
      first.kind == .label
      || first.isA([.determiner, .pronoun, .subject, .preposition, .subordinator])
      || words.dropFirst().first?.isA([.auxiliary, .modal]) == true
    return isThing && words.contains { $0.isA([.auxiliary, .modal]) }
  }

  private static let heads: Set<String> = [
    "note", "notes", "tip", "tips", "important", "caution", "warning", "hint", "attention",
    "remark",
    "info", "information", "good to know",
  ]

  /// "**Note:** ...", "Tip: ...": what follows is a note.
  var beginsNote: Bool {
    guard let first = tokens.firstIndex(where: { $0.kind != .punctuation }),
      Self.heads.contains(tokens[first].lower), first + 1 < tokens.count
    else { return false }
    return tokens[first + 1].isPunctuation(":")
  }

  /// "Nicely done, your data is safer now!": an exclamation that names nothing.
  var isCheer: Bool {
    tokens.last?.isPunctuation("!") == true
      && tokens.allSatisfy { $0.kind == .word || $0.kind == .punctuation }
      && !tokens.contains { $0.isA(.denial) }
  }

  /// It begins with what it is about, or with when and where.
  var beginsWithSubject: Bool {
    let words = tokens.drop { $0.kind == .punctuation }
    guard let first = words.first else { return false }
    let classes: WordClass = [
      .determiner, .pronoun, .subject, .preposition, .subordinator, .denial, .limiting, .adverb,
      .relative,
    ]
    return first.kind != .word || first.isA(classes) || Number.value(of: first.lower) != nil
      || first.isWord("result") || first.isWord("results")
      || words.dropFirst().prefix(3).contains {
        $0.isA([.auxiliary, .modal]) || StatedResult.intransitive[$0.lower] != nil
          || StatedResult.transitive[$0.lower] != nil
      }
  }

  /// Whether one of some phrases is in the sentence; the words of a label count as well.
  func contains(_ phrases: PhraseSet) -> Bool { phrases.isFound(in: words) }

  /// Cuts a paragraph's tokens at full stops, question and exclamation marks.
  static func sentences(of tokens: [Token], in place: Places) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = 0
    func close(at end: Int) {
      let words = start == 0 && end == tokens.count ? tokens : Array(tokens[start..<end])
      guard words.contains(where: { $0.kind != .punctuation }) else { return }
      sentences.append(Sentence(tokens: words, place: place))
    }
    for (index, token) in tokens.enumerated() where token.kind == .punctuation {
      guard [".", "!", "?"].contains(token.text) else { continue }
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      guard next?.isSpaced ?? true else { continue }
      close(at: index + 1)
      start = index + 1
    }
    close(at: tokens.count)
    return sentences
  }
}

/// Phrases to look for, found by their first word.
struct PhraseSet: Sendable {
  private let byFirstWord: [Substring: [[Substring]]]
  /// Whether a first word of this shape is there: most words of a text are told apart by it.
  private let shapes: [Bool]

  init(_ phrases: String...) {
    byFirstWord = Dictionary(grouping: phrases.map { $0.split(separator: " ") }) { $0[0] }
    var shapes = Array(repeating: false, count: 1024)
    for word in byFirstWord.keys { shapes[Self.shape(word)] = true }
    self.shapes = shapes
  }

  private static func shape(_ word: Substring) -> Int {
    let bytes = word.utf8
    guard let first = bytes.first else { return 0 }
    let second = bytes.dropFirst().first ?? 0
    return (Int(first & 31) << 5 | Int(second & 31)) ^ (bytes.count & 15) << 2
  }

  func isFound(in words: [Substring]) -> Bool {
    words.indices.contains { start in
      guard shapes[Self.shape(words[start])] else { return false }
      return byFirstWord[words[start]]?.contains { words[start...].starts(with: $0) } ?? false
    }
  }
}
