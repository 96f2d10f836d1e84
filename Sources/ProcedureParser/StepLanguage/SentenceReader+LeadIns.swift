import ProcedureModel

/// What stands before the first verb of a sentence.
extension SentenceReader {
  mutating func leadIns() {
    takeHead()
    while let token = current {
      let start = index
      if takeOptionalMark() {
        reading.note(.mark, start..<index)
        head = index
        continue
      }
      // "Next, click"; but "Next to **X**, click" is a place.
      let isAdverb = token.isA(.adverb) && placeWidth(at: index) == nil
      if token.kind == .punctuation || token.kind == .image || isAdverb {
        if token.isWord("optionally") { reading.isOptional = true }
        guard verb(at: index) == nil else { return }
        index += 1
        continue
      }
      if takeConditionLink() { continue }
      if let width = cautionWidth(at: index) {
        index += width
        head = index
        return
      }
      if verb(at: index) != nil || isNegation(at: index) { return }
      if takeSubject() { continue }
      guard token.kind == .word, takeLeadIn() else { return }
      head = index
    }
  }

  /// Takes a label at the head, with its colon.
  ///
  /// "**Start date**: Select a date" is about that thing, "**To delete it**: Click **Delete**" for
  /// that case.
  private mutating func takeHead() {
    guard tokens.count > 3, tokens[0].kind == .label, tokens[1].isPunctuation(":") else { return }
    let isCase = ["to", "if", "when", "for"].contains(tokens[0].lower.prefix { $0 != " " })
    if !isCase {
      container = Target(
        text: tokens[0].text, range: place.range(tokens[0]), form: .label, isMarked: true)
    }
    index = 2
  }

  /// Takes a mark: "(Optional)", "Optional:", "(Conditional)".
  private mutating func takeOptionalMark() -> Bool {
    guard let token = current else { return false }
    let word = token.kind == .label ? token.lower.trimming { "()[]:.,".contains($0) } : token.lower
    let isMark = ["optional", "conditional", "optionally"].contains(word)
    if token.kind == .label, isMark {
      if word == "conditional" {
        reading.isMarkedConditional = true
      } else {
        reading.isOptional = true
      }
      index += 1
      return true
    }
    guard token.isPunctuation("("), let next = self.token(index + 1), self.token(index + 2) != nil
    else {
      // "Optional:", and "Optional." as a sentence of its own.
      guard isMark, let sign = self.token(index + 1),
        sign.isPunctuation(":") || sign.isPunctuation(".") && tokens.count == 2
      else { return false }
      if word == "optional" { reading.isOptional = true }
      if word == "conditional" { reading.isMarkedConditional = true }
      index += 2
      return true
    }
    guard ["optional", "conditional", "optionally"].contains(next.lower) else { return false }
    if next.lower == "conditional" {
      reading.isMarkedConditional = true
    } else {
      reading.isOptional = true
    }
    while let token = current, !token.isPunctuation(")") { index += 1 }
    index += 1
    return true
  }

  /// "You can now click", "you must enter": the subject and what is before its verb.
  mutating func takeSubject() -> Bool {
    guard let token = current, token.isWord("you") else { return false }
    var next = index + 1
    while self.token(next)?.isA(.adverb) == true { next += 1 }
    guard let modal = self.token(next),
      modal.isA(.modal) || modal.isWord("have") || modal.isWord("want")
    else { return false }
    next += 1
    while let token = self.token(next), token.isA(.adverb) || token.isWord("to") {
      next += 1
    }
    guard let verb = VerbTable.entry(startingAt: next, of: tokens) else { return false }
    // "You can see that X": it is so.
    if verb.words[0] == "see" { return false }
    // "You can add up to 75 addresses": a limit, and nothing to do.
    let isAllowed = ["can", "may", "could", "might"].contains(modal.lower)
    if isAllowed, quantifierWidth(at: next + verb.words.count) != nil { return false }
    // "You can now send it" tells what has become possible.
    if tokens[index..<next].contains(where: { $0.isWord("now") }), modal.isWord("can") {
      return false
    }
    reading.isPermission = reading.isPermission || reading.actions.isEmpty
    // "You can then click **Save**" goes on with what is done.
    if isAllowed, !tokens[index..<next].contains(where: { $0.isWord("then") }) {
      reading.isOptional = true
    }
    reading.note(.permission, index..<next)
    index = next
    return true
  }

  /// "Except for **Admin**, select ...", "leaving **Admin** aside, select ...".
  private mutating func takeExceptionAhead() -> Bool {
    let start = index
    guard let width = exceptionWidth(at: index), let first = current, !first.isWord("but") else {
      return false
    }
    index += width
    let left = excepted()
    // The word may have been read as the noun of the label.
    let aside: Set<String> = ["aside", "alone", "out"]
    if aside.contains(current?.lower ?? "") { index += 1 }
    let isAside = aside.contains(tokens[index - 1].lower)
    guard let left, current?.isPunctuation(",") == true,
      isAside || width > 1 || !first.isWord("leaving")
    else {
      index = start
      return false
    }
    exceptions = left
    index += 1
    understood(start..<index)
    return true
  }

  /// "If needed select ...".
  private mutating func takeChoiceWithoutComma() -> Bool {
    guard token(index + 1)?.kind == .word, isByChoice(index..<index + 2),
      VerbTable.entry(startingAt: index + 2, of: tokens) != nil
    else { return false }
    reading.isOptional = true
    reading.note(.condition, index..<index + 2)
    index += 2
    return true
  }

  /// "Further down, ...", "at the top, ...": where to look, which names nothing.
  private mutating func takePosition() -> Bool {
    guard let token = current, token.isWord("further") || token.isWord("farther"),
      let comma = commaBeforeVerb(from: index), comma - index < 4
    else { return false }
    index = comma + 1
    return true
  }

  /// "While you're in **My Account**, ...", "still on the **Users** tab, ...": a place.
  private mutating func takePresence() -> Bool {
    var start = index
    while let token = self.token(start), start - index < 4,
      ["while", "when", "once", "still", "back", "you're", "you", "are"].contains(token.lower)
    {
      start += 1
    }
    guard start > index, let preposition = self.token(start), preposition.isA(.place) else {
      return false
    }
    let saved = index
    index = start + 1
    if let place = nounPhrase(), place.form == .label, current?.isPunctuation(",") == true {
      container = place
      index += 1
      return true
    }
    index = saved
    return false
  }

  /// A phrase before the instruction: a place, a condition, a purpose.
  private mutating func takeLeadIn() -> Bool {
    guard let token = current else { return false }
    let start = index
    if takeExceptionAhead() || takePosition() || takePresence() { return true }
    if token.lower.hasSuffix("ing"), !["depending", "providing"].contains(token.lower),
      let comma = commaBeforeVerb(from: index)
    {
      // "Using the **Roles** menu, select ..."; "holding down Shift, click ...".
      if token.isWord("using") {
        index += 1
        container = containerPhrase() ?? container
      }
      index = comma + 1
      return true
    }
    if token.isA(.subordinator)
      || ["as", "for", "provided", "providing", "should"].contains(token.lower)
    {
      if takeChoiceWithoutComma() { return true }
      guard let comma = commaBeforeVerb(from: index) else { return false }
      // "For **Name**, enter ...", "as **Name**, type ...": the field.
      if token.isWord("for") || token.isWord("as"), startsLabel(at: index + 1) {
        index += 1
        container = nounPhrase()
        index = comma + 1
        return true
      }
      if isByChoice(start..<comma) { reading.isOptional = true }
      if token.isWord("for"), ["example", "instance"].contains(tokens[start + 1].lower) {
        reading.isExample = true
      } else if reading.condition == nil, !isOrder(tokens[start..<comma]) {
        reading.condition = condition(start..<comma)
      }
      reading.note(reading.isExample ? .qualifier : .condition, start..<comma)
      index = comma + 1
      return true
    }
    if token.isWord("to") || token.isWord("in") && self.token(index + 1)?.isWord("order") == true {
      guard let comma = commaBeforeVerb(from: index) else { return false }
      // "(Conditional) To show another page, ...": only then.
      if reading.isMarkedConditional, reading.condition == nil {
        reading.condition = condition(start..<comma)
      }
      reading.note(.purpose, start..<comma)
      index = comma + 1
      return true
    }
    guard let width = placeWidth(at: index) else {
      // "With the list open, click ...", "For this, ...": how things stand.
      guard token.isA(.preposition), let comma = commaBeforeVerb(from: index) else { return false }
      index = comma + 1
      return true
    }
    let isBeside = isBeside(at: index, width)
    index += width
    let before = index
    var found = containerPhrase()
    found?.isBeside = isBeside
    if found != nil || index > before {
      if let outer = container, outer.form == .label, outer.path.isEmpty, found?.form == .label,
        found?.path.isEmpty == true, let inner = found
      {
        // "In the **Admin** area, under **Integration**, click ...": the one inside the other.
        found?.path = [Passage(outer.text, at: outer.range), Passage(inner.text, at: inner.range)]
      }
      container = found ?? container
      skipModifiersOfPlace()
      if current?.isPunctuation(",") == true {
        // "From the menu at the top, or the menu at the side, click ...": what stands between two
        // commas says more of the place.
        if !goesOn(at: index + 1), let comma = commaBeforeVerb(from: index + 1) { index = comma }
        index += 1
        return true
      }
      if verb(at: index) != nil { return true }
    }
    guard let comma = commaBeforeVerb(from: start) else {
      index = start
      return false
    }
    index = comma + 1
    return true
  }

  /// How many words say where something is, up to the thing: "in", "to the right of", "next to".
  func placeWidth(at start: Int) -> Int? {
    guard let token = token(start) else { return nil }
    if token.isA(.place) { return 1 }
    func follow(_ words: [String]) -> Bool {
      words.indices.allSatisfy { self.token(start + $0)?.isWord(words[$0]) == true }
    }
    return Self.places.first(where: follow)?.count
  }

  /// Whether words of place say what is at the side of something, and does not hold it.
  func isBeside(at start: Int, _ width: Int) -> Bool {
    width > 1 || token(start).map { ["beside", "alongside"].contains($0.lower) } == true
  }

  private static let places: [[String]] = [
    "next to", "to the right of", "to the left of", "on the right of", "on the left of",
    "adjacent to", "at the top of", "at the bottom of", "in front of", "inside of",
    "to the side of", "alongside", "close to",
  ].map { $0.split(separator: " ").map(String.init) }

  private func startsLabel(at index: Int) -> Bool {
    guard let token = token(index) else { return false }
    if token.isA(.determiner) { return startsLabel(at: index + 1) }
    return token.kind == .label
  }

  /// What may stand between a place and its comma: a further place, a clause that tells it apart.
  mutating func skipModifiersOfPlace() {
    while let token = current, !token.isPunctuation(","), verb(at: index) == nil {
      if token.isPunctuation(";") || token.isPunctuation(":") { return }
      index += 1
    }
  }

  /// Whether an instruction, or a further lead-in, begins.
  private func goesOn(at start: Int) -> Bool {
    var next = start
    while let token = token(next), token.isA(.adverb) { next += 1 }
    if verb(at: next) != nil || isNegation(at: next) { return true }
    return token(next).map { $0.isWord("you") || $0.isA([.place, .subordinator]) } ?? false
  }

  /// The first comma after which an instruction, or a further lead-in, begins.
  func commaBeforeVerb(from start: Int) -> Int? {
    tokens.indices[start...].first { tokens[$0].isPunctuation(",") && goesOn(at: $0 + 1) }
  }

  /// "if necessary", "if you like": the reader decides, not the product.
  func isByChoice(_ range: Range<Int>) -> Bool {
    let words = tokens[range].map(\.lower)
    guard words.first == "if" || words.first == "when" || words.first == "as" else { return false }
    let choices: Set<String> = [
      "necessary", "needed", "desired", "required", "applicable", "like", "wish", "preferred",
      "appropriate", "want", "prefer",
    ]
    return words.count <= 5 && words.contains(where: choices.contains)
  }
}
