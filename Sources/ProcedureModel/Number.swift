/// Words for small numbers, as texts write them out.
package enum Number {
  private static let words = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// The number that a word in lower case stands for: "two", "both", "12".
  package static func value(of word: String) -> Int? {
    let length = word.utf8.count
    guard length < 7 else { return nil }
    if word == "both" { return 2 }
    if let index = words.firstIndex(of: word) { return index + 1 }
    return length < 4 ? Int(word) : nil
  }
}
