import ProcedureModel

// What is said of the reader: "You should see the list", "You have created a role".
extension ResultReader {
  private static let subjects: Set<String> = ["you", "you've", "you're", "you'll"]

  /// What the reader sees, has, gets or has done, or where the reader is.
  func whatYouSee(_ start: Int) -> Expectation? {
    guard let subject = word(start), Self.subjects.contains(subject) else { return nil }
    var index = start + 1
    while isA([.modal, .adverb, .auxiliary], index) && word(index) != "back"
      || groupWidth(index) > 0
    {
      index += max(groupWidth(index), 1)
    }
    guard let verb = word(index) else { return nil }
    let before = tokens[start..<index].map(\.lower)
    if let place = standing(at: index, from: start, before) { return place }
    return seeing(verb, at: index, from: start, before)
      ?? being(verb, at: index, from: start)
      ?? mail(verb, from: start, at: index)
      ?? having(at: index, from: start, before)
  }

  /// "You are (now) on the **Roles** tab".
  private func standing(at index: Int, from start: Int, _ before: [String]) -> Expectation? {
    guard before.contains("are") || before.contains("you're"), isA(.place, index) else {
      return nil
    }
    var reader = SentenceReader(tokens, in: place)
    reader.index = index + 1
    guard let thing = reader.nounPhrase(), thing.form == .label else { return nil }
    return claim(.isAt(thing), start, reader.index)
  }

  /// "You should see the list": not "if you see", and not what can be seen.
  private func seeing(
    _ verb: String, at index: Int, from start: Int, _ before: [String]
  ) -> Expectation? {
    let isHere = start > 0 && tokens[..<start].contains { $0.isWord("here") }
    guard verb == "see", isHere || !before.contains("can") || isDenied(start..<index) else {
      return nil
    }
    var reader = SentenceReader(tokens, in: place)
    reader.index = index + 1
    let thing = reader.nounPhrase()
    var claim = claim(
      thing.map { appearance(of: $0, at: reader.index) } ?? .isSo(sentence.passage.text), start,
      index + 1)
    claim.isChange = before.contains("now")
    return claim
  }

  /// "You return to the **Admin** screen", "you are taken to X", "you're back on the **Roles** tab".
  private func being(_ verb: String, at index: Int, from start: Int) -> Expectation? {
    let moves: Set = [
      "return", "returned", "taken", "redirected", "brought", "sent", "land", "back", "prompted",
    ]
    guard moves.contains(verb) else { return nil }
    guard let preposition = word(index + 1), ["to", "on", "in", "at"].contains(preposition),
      verb != "prompted"
    else { return verb == "sent" ? nil : claim(.isSo(sentence.passage.text), start, index + 1) }
    var reader = SentenceReader(tokens, in: place)
    reader.index = index + 2
    guard let thing = reader.nounPhrase(), thing.form == .label else {
      return claim(.isSo(sentence.passage.text), start, index + 1)
    }
    return claim(.isAt(thing), start, reader.index)
  }

  /// "You now have a role called **A**", "you have created a role".
  private func having(at index: Int, from start: Int, _ before: [String]) -> Expectation? {
    guard before.contains("have") || before.contains("you've"), let word = word(index) else {
      return nil
    }
    let result = Result.participles[word]
    let isHad = before.contains("now") && isA(.determiner, index)
    // "You'll have three queues": how many there are is not judged.
    if before.last == "have", before.contains("you'll") || before.contains("will"),
      result == nil
    {
      return claim(.isSo(sentence.passage.text), start, tokens.count)
    }
    guard isHad || result == .isMade || result == .isGone,
      let (records, end) = RecordReader(tokens).records(from: isHad ? index : index + 1)
    else { return nil }
    return claim(isGone: result == .isGone, records, start, end)
  }

  private func isDenied(_ range: Range<Int>) -> Bool {
    range.contains { isA(.denial, $0) }
  }
}
