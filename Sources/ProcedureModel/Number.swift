/// Words for small numbers, as texts write them out.
package enum Number {
  private static let words = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// The number that a word in lower case stands for: "two", "both", "12".
  package static func value(of word: String) -> Int? {
    if word == "both" { return 2 }
    if let index = words.firstIndex(of: word) { return index + 1 }
    return word.count < 4 ? Int(word) : nil
  }
}
