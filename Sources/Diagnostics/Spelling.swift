/// How far words are from each other, for what was mistyped.
package enum Spelling {
  /// The nearest of some words; nil where none is near.
  package static func nearest(to word: String, among known: [String]) -> String? {
    let best = known.map { ($0, distance(word.lowercased(), $0.lowercased())) }
      .min { $0.1 < $1.1 }
    guard let best, best.1 <= max(word.count, best.0.count) / 2 else { return nil }
    return best.0
  }

  /// Levenshtein's distance, in characters.
  package static func distance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first), Array(second))
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
