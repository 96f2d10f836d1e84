/// English words that turn what is said into its opposite.
package enum Negation {
  private static let words: Set<String> = ["not", "never", "no", "longer", "unless", "without"]

  /// Whether a word in lower case is one: "not", "doesn't".
  package static func isOne(_ word: String) -> Bool {
    words.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n\u{2019}t")
  }
}
