/// What part a word can play in a sentence; one word can be of several classes.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32

  static let determiner = WordClass(rawValue: 1 << 0)
  static let preposition = WordClass(rawValue: 1 << 1)
  /// A preposition that says where something is.
  static let place = WordClass(rawValue: 1 << 2)
  static let subordinator = WordClass(rawValue: 1 << 3)
  static let relative = WordClass(rawValue: 1 << 4)
  static let pronoun = WordClass(rawValue: 1 << 5)
  static let subject = WordClass(rawValue: 1 << 6)
  static let conjunction = WordClass(rawValue: 1 << 7)
  static let adverb = WordClass(rawValue: 1 << 8)
  static let modal = WordClass(rawValue: 1 << 9)
  static let auxiliary = WordClass(rawValue: 1 << 10)
  /// An instruction that begins with it forbids: "don't", "avoid".
  static let negation = WordClass(rawValue: 1 << 11)
  /// A participle that tells which thing is meant: "created above".
  static let participle = WordClass(rawValue: 1 << 12)
  /// People to whom things are handed over outside the product.
  static let person = WordClass(rawValue: 1 << 13)
  /// An entry of the table of verbs begins with it.
  static let verb = WordClass(rawValue: 1 << 14)

  /// A verb of the table in its "-ing" form.
  static let gerund = WordClass(rawValue: 1 << 15)
  /// It turns its clause round: "not", "no", "unless", and each contraction with "n't".
  static let denial = WordClass(rawValue: 1 << 16)
  /// It limits its clause: "hardly", "only".
  static let limiting = WordClass(rawValue: 1 << 17)
  /// It takes something out: "except".
  static let exception = WordClass(rawValue: 1 << 18)

  /// Words that hold a sentence together, and name nothing.
  static let function: WordClass = [
    .determiner, .preposition, .subordinator, .conjunction, .negation, .modal, .auxiliary,
    .subject, .denial,
  ]
}

/// The closed classes of English words; all others are taken for names of things.
enum Lexicon {
  private static let rows: [(WordClass, String)] = [
    (.determiner, "a an the your this that these those each every any all another some both its"),
    (.determiner, "their one either other such"),
    (.preposition, "in on at from under within inside into onto over to for of with by using via"),
    (.preposition, "through as near beside above below between during against across per beneath"),
    (
      .preposition,
      "underneath along about around behind outside toward towards without out next among"
    ),
    (.preposition, "off"),
    (.place, "in on at from under within inside into beneath below beside underneath near onto"),
    (.place, "through via above"),
    (.subordinator, "if when once after before while until unless because since although though"),
    (.subordinator, "where whether whenever so"),
    (.relative, "that which who whose whom where who's that's"),
    (.pronoun, "it them this these those one everything"),
    (.subject, "you we i they he she you'd you'll you've you're we'd we'll they'd they'll they're"),
    (.conjunction, "and or then but nor and/or"),
    (.adverb, "then also now just simply again next finally first please directly manually"),
    (.adverb, "carefully quickly immediately optionally only too either instead lastly"),
    (
      .adverb,
      "already anymore anywhere ever afterwards afterward second third still always alternatively here there"
    ),
    (.modal, "can may must should will could might shall would need"),
    (.auxiliary, "is are was were be been being has have had do does did"),
    (.negation, "not don't never avoid without cannot can't doesn't won't isn't aren't shouldn't"),
    (.negation, "mustn't neither rather"),
    (.denial, "not never no none nothing nobody nowhere without unless cannot nor neither"),
    (.limiting, "hardly barely scarcely rarely seldom only almost nearly neither nor"),
    (.exception, "except excepting excluding but besides"),
    (.participle, "created shown described listed previously named labeled labelled called used"),
    (.participle, "associated located displayed added made defined needed required containing"),
    (.participle, "selected available specified generated established mentioned provided given"),
    (.participle, "assigned explained corresponding based accessed starting ending attached"),
    (.participle, "belonging stored saved"),
    (.person, "person people administrator administrators admin developer developers team"),
    (.person, "colleague colleagues manager representative support partner customer vendor"),
    (.person, "consultant"),
  ]

  /// Words in "ly" are adverbs, save these.
  private static let notAdverbs: Set<String> = ["apply", "reply", "multiply", "supply"]

  /// Whether a word in lower case that is in no table may be a verb in its plain form: it has the
  /// form of no other.
  static func mayBeVerb(_ word: String) -> Bool {
    guard word.utf8.count > 2, word.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }),
      classes(of: word).isEmpty, !neverVerbs.contains(word)
    else { return false }
    return !endingsOfOthers.contains { word.hasSuffix($0) } || word.hasSuffix("ss")
  }

  /// Endings of nouns, adjectives and other forms of verbs.
  private static let endingsOfOthers = [
    "s", "ed", "ing", "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ful", "ous", "able",
    "ible", "ist", "ism",
  ]

  /// Words of no other class that stand before an article and are no verbs.
  private static let neverVerbs: Set<String> = [
    "half", "twice", "quite", "even", "despite", "unlike", "like", "till", "upon", "amid",
    "today", "tomorrow", "yesterday", "later", "soon", "often", "sometimes", "maybe", "perhaps",
    "thus", "hence", "however", "therefore", "meanwhile", "otherwise", "double", "what", "how",
    "why", "worth", "plus", "minus", "versus", "same", "beyond", "throughout",
  ]

  static let abbreviations: Set<String> = [
    "e.g.", "i.e.", "etc.", "vs.", "no.", "approx.", "incl.", "fig.", "st.", "a.m.", "p.m.",
    "u.s.", "inc.",
  ]

  /// The words by their first and last bytes and their lengths: quicker than a hash table, and this
  /// is asked of every word of a text.
  private static let words: [[(word: String, classes: WordClass)]] = {
    var table: [String: WordClass] = [:]
    for (wordClass, words) in rows {
      for word in words.split(separator: " ") {
        table[String(word), default: []].insert(wordClass)
      }
    }
    for word in VerbTable.firstWords { table[word, default: []].insert(.verb) }
    for word in VerbTable.bases.keys { table[word, default: []].insert(.gerund) }
    var words = Array(repeating: [(word: String, classes: WordClass)](), count: 1 << 13)
    for (word, classes) in table { words[shape(word)].append((word, classes)) }
    return words
  }()

  private static func shape(_ word: String) -> Int {
    let bytes = word.utf8
    guard let first = bytes.first, let last = bytes.last else { return 0 }
    return Int(first & 31) << 8 | Int(last & 31) << 3 | bytes.count & 7
  }

  /// The classes of a word in lower case.
  static func classes(of word: String) -> WordClass {
    var found = words[shape(word)].first { $0.word == word }?.classes ?? []
    if word.utf8.last == UInt8(ascii: "t"), word.hasSuffix("n't") {
      found.formUnion([.denial, .auxiliary])
    }
    guard !found.contains(.adverb), word.utf8.count > 4, word.utf8.last == UInt8(ascii: "y"),
      word.hasSuffix("ly"), !notAdverbs.contains(word)
    else { return found }
    return found.union(.adverb)
  }
}
