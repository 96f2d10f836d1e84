import ProcedureModel

/// Reads what the words of a condition say.
enum ConditionReader {
  private static let inCase: Set<String> = ["if", "unless", "in", "for", "should", "depending"]
  private static let wishes: Set<String> = [
    "want", "like", "wish", "prefer", "desired", "desire", "choose", "decide", "preferred",
    "necessary", "needed", "need",
  ]

  static func condition(_ tokens: [Token], _ range: Range<Int>, _ place: Places) -> Condition {
    var end = range.upperBound
    while end > range.lowerBound + 1, tokens[end - 1].kind == .punctuation,
      !tokens[end - 1].isPunctuation(")")
    {
      end -= 1
    }
    let words = place.passage(tokens, range.lowerBound..<end)
    return Condition(
      words, kind: kind(tokens[range]), clause: PolarityReader.clause(tokens[range], words.text))
  }

  private static func kind(_ tokens: ArraySlice<Token>) -> Condition.Kind {
    let list = tokens.filter { $0.kind == .word }.map(\.lower)
    let first = list.first ?? ""
    if first == "to" || first == "if" && !wishes.isDisjoint(with: list.prefix(4)) { return .choice }
    return inCase.contains(first) ? .inCase : .time
  }
}
