import ProcedureModel

extension Reference {
  /// Reads what some words of a sentence point to: "repeat steps 2 to 4", "as described in [X](...)".
  static func read(_ tokens: [Token], _ range: Range<Int>, in place: Places) -> Reference {
    var end = range.upperBound
    while end > range.lowerBound, tokens[end - 1].kind == .punctuation { end -= 1 }
    let words = tokens[range.lowerBound..<max(end, range.lowerBound)]
    let link = words.lazy.compactMap(\.link).first.map { place.links[$0] }
    var reference = Reference(
      words: place.passage(Array(words), 0..<words.count), steps: steps(words), link: link)
    // "Step 10 of that procedure" is somebody else's.
    let isElsewhere =
      link != nil || words.contains { ["in", "of", "from", "under"].contains($0.lower) }
    reference.isOfThese = reference.steps != nil && !isElsewhere
    if reference.isOfThese { reference.repetition = repetition(words) }
    return reference
  }

  private static func repetition(_ words: ArraySlice<Token>) -> Repetition? {
    switch words.first?.lower {
    case "repeat": .steps
    case "go", "return", "navigate": .onward
    default: nil
    }
  }

  /// The numbers behind "step" or "steps": "2", "2-4", "2 to 4", "2 and 3".
  private static func steps(_ words: ArraySlice<Token>) -> ClosedRange<Int>? {
    guard let noun = words.firstIndex(where: { $0.isWord("step") || $0.isWord("steps") }) else {
      return nil
    }
    var numbers: [Int] = []
    for token in words[(noun + 1)...] {
      let parts = token.text.split { "-\u{2013}\u{2014}".contains($0) }.map { Int($0) }
      if !parts.isEmpty, parts.allSatisfy({ $0 != nil }) {
        numbers += parts.compactMap { $0 }
      } else if !["to", "through", "and", "until", ","].contains(token.lower) {
        break
      }
    }
    guard let first = numbers.min(), let last = numbers.max() else { return nil }
    return first...last
  }
}
