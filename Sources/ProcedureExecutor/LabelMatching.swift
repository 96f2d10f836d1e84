/// Labels as a careful reader compares them.
enum LabelMatching {
  /// Case, white space, trailing punctuation, "&" and typographic signs make no difference.
  static func normalised(_ label: String) -> String {
    var words: [Substring] = []
    let plain = label.lowercased()
      .replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'")
      .replacing("\u{201C}", with: "\"").replacing("\u{201D}", with: "\"")
      .replacing("&", with: " and ")
    for word in plain.split(whereSeparator: { $0.isWhitespace || $0 == "\u{200B}" }) {
      words.append(word)
    }
    var text = words.joined(separator: " ")
    while let last = text.last, ".,:;!?*\u{2026}".contains(last) { text.removeLast() }
    return text
  }

  static func matches(_ a: String, _ b: String) -> Bool { normalised(a) == normalised(b) }

  static func words(_ text: String) -> [String] {
    normalised(text).split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
  }

  /// The words without a plural's ending.
  static func stems(_ text: String) -> [String] { words(text).map(singular) }

  static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), word.utf8.count > 3 {
      return String(word.dropLast())
    }
    return word
  }

  /// The nearest of some labels, by shared words, then by spelling; nil where none is near.
  static func nearest(to label: String, among candidates: [String]) -> String? {
    let wanted = normalised(label)
    let wantedWords = Set(words(label))
    var best: (score: Double, label: String)?
    for candidate in candidates where normalised(candidate) != wanted {
      let candidateWords = Set(words(candidate))
      let shared = Double(wantedWords.intersection(candidateWords).count)
      let union = Double(max(wantedWords.union(candidateWords).count, 1))
      let text = normalised(candidate)
      let length = Double(max(wanted.count, text.count, 1))
      let spelling = 1 - Double(distance(Array(wanted), Array(text))) / length
      let score = shared / union + spelling
      guard shared > 0 && spelling > 0.4 || spelling > 0.7 else { continue }
      if score > best?.score ?? 0 { best = (score, candidate) }
    }
    return best?.label
  }

  /// Levenshtein's distance.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = a[i] == b[j] ? diagonal : 1 + min(diagonal, above, row[j])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
