import ProcedureModel

/// Reads what the words of a condition say.
enum ConditionReader {
  private static let inCase: Set<String> = [
    "if", "unless", "in", "should", "depending", "provided", "providing",
  ]
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
      words, kind: kind(tokens[range]), clause: PolarityReader.clause(tokens[range], words.text),
      test: test(Array(tokens[range.lowerBound..<end]), place))
  }

  /// "Otherwise", "in that case": a condition that points back.
  static func link(_ link: Condition.Link, _ words: Passage) -> Condition {
    var condition = Condition(words, kind: .inCase, clause: Clause(words.text))
    condition.link = link
    return condition
  }

  /// What can be looked up of "if the **Details** dialog is open".
  private static func test(_ tokens: [Token], _ place: Places) -> Expectation? {
    guard let first = tokens.first, tokens.count > 2,
      ["if", "unless", "when", "where", "should", "in", "provided", "providing"]
        .contains(first.lower)
    else { return nil }
    var rest = tokens.dropFirst()
    // "In case", "if it is the case that".
    while let word = rest.first, ["case", "that"].contains(word.lower) { rest = rest.dropFirst() }
    // More than one thing is more than can be looked up.
    guard rest.count > 1,
      !rest.contains(where: { ["and", "or"].contains($0.lower) && $0.kind == .word })
    else { return nil }
    let sentence = Sentence(tokens: Array(rest), place: place)
    let reader = ResultReader(sentence, place)
    let read = reader.existence(from: 0) ?? reader.possession(from: 0) ?? reader.result()?.claim
    guard var test = read else { return nil }
    test.polarity = test.polarity.inverted(if: first.isWord("unless"))
    return test
  }

  private static func kind(_ tokens: ArraySlice<Token>) -> Condition.Kind {
    let list = tokens.filter { $0.kind == .word }.map(\.lower)
    let first = list.first ?? ""
    // "For advanced options, ...": as the reader likes.
    if first == "to" || first == "for" || first == "if" && !wishes.isDisjoint(with: list.prefix(4))
    {
      return .choice
    }
    // "When the list isn't shown": it may never come.
    let isDenied = tokens.contains { $0.kind == .word && $0.isA(.denial) && !$0.isWord("without") }
    if list.prefix(2) == ["as", "long"] || first == "when" && isDenied { return .inCase }
    return inCase.contains(first) ? .inCase : .time
  }
}
