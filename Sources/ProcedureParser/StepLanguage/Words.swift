/// The closed classes of English words.
enum Words {
  static let determiners: Set<String> = [
    "a", "an", "the", "your", "this", "that", "these", "those", "each", "every", "any", "all",
    "another", "some", "both", "its", "their", "one", "either", "other", "such",
  ]
  static let prepositions: Set<String> = [
    "in", "on", "at", "from", "under", "within", "inside", "into", "onto", "over", "to", "for",
    "of", "with", "by", "using", "via", "through", "as", "near", "beside", "above", "below",
    "between", "during", "against", "across", "per", "beneath", "underneath", "along", "about",
    "around", "behind", "outside", "toward", "towards", "without", "out", "next", "off",
  ]
  /// Prepositions that say where something is.
  static let places: Set<String> = [
    "in", "on", "at", "from", "under", "within", "inside", "into", "beneath", "below", "beside",
    "underneath", "near", "onto", "through", "via", "above",
  ]
  static let subordinators: Set<String> = [
    "if", "when", "once", "after", "before", "while", "until", "unless", "because", "since",
    "although", "though", "where", "whether", "whenever", "so",
  ]
  static let relatives: Set<String> = ["that", "which", "who", "whose", "whom", "where"]
  static let pronouns: Set<String> = ["it", "them", "this", "these", "those", "one", "everything"]
  static let subjects: Set<String> = ["you", "we", "i", "they", "he", "she"]
  static let conjunctions: Set<String> = ["and", "or", "then", "but", "nor"]
  static let adverbs: Set<String> = [
    "then", "also", "now", "just", "simply", "again", "next", "finally", "first", "please",
    "directly", "manually", "carefully", "quickly", "immediately", "optionally", "only", "too",
    "either", "instead", "lastly", "afterwards", "afterward", "second", "third", "still",
    "always", "alternatively", "here", "there",
  ]
  static let modals: Set<String> = [
    "can", "may", "must", "should", "will", "could", "might", "shall", "would", "need",
  ]
  static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did",
  ]
  static let negations: Set<String> = [
    "not", "don't", "never", "avoid", "without", "cannot", "can't", "doesn't", "won't", "isn't",
    "aren't", "shouldn't", "mustn't", "neither", "rather",
  ]
  /// Participles that tell which thing is meant: "created above".
  static let reducedRelatives: Set<String> = [
    "created", "shown", "described", "listed", "previously", "named", "labeled", "labelled",
    "called", "used", "associated", "located", "displayed", "added", "made", "defined", "needed",
    "required", "containing", "created", "selected", "available", "specified", "generated",
    "established", "mentioned", "provided", "given", "assigned", "explained", "corresponding",
    "based", "accessed", "starting", "ending", "attached", "belonging", "stored", "saved",
  ]
  static let abbreviations: Set<String> = [
    "e.g.", "i.e.", "etc.", "vs.", "no.", "approx.", "incl.", "fig.", "st.", "a.m.", "p.m.",
    "u.s.", "inc.",
  ]
  /// People to whom things are handed over outside the product.
  static let people: Set<String> = [
    "person", "people", "administrator", "administrators", "admin", "developer", "developers",
    "team", "colleague", "colleagues", "manager", "representative", "support", "partner",
    "customer", "vendor", "consultant",
  ]

  static func isFunctionWord(_ word: String) -> Bool {
    determiners.contains(word) || prepositions.contains(word) || subordinators.contains(word)
      || conjunctions.contains(word) || negations.contains(word) || modals.contains(word)
      || auxiliaries.contains(word) || subjects.contains(word)
  }

  static func isAdverb(_ word: String) -> Bool {
    adverbs.contains(word)
      || word.hasSuffix("ly") && word.utf8.count > 4
        && !["apply", "reply", "multiply", "supply"]
          .contains(word)
  }
}
