import Diagnostics
import ProcedureModel

/// One object of a verb, with what stands in parentheses behind it.
struct Object {
  var target: Target?
  /// The words of the target.
  var words = 0..<0
  var isOptional = false
  var value: Value?
  /// "(if there is none yet)".
  var condition: Condition?
}

extension SentenceReader {
  /// Reads the objects of a verb with what is said about them, and adds the actions.
  mutating func objects(of entry: VerbEntry, rawVerb: Passage) {
    var modifiers = Modifiers()
    if let token = current, token.isA(.place) {
      // "select from the X list", "click in the field"
      self.modifiers(of: entry, &modifiers)
    }
    if let outside = outside(entry) {
      append(entry, rawVerb, Object(target: outside), modifiers)
      self.modifiers(of: entry, &modifiers)
      return
    }
    let first = index
    var objects: [Object] = []
    var isOptional = false
    var isChoice = false
    state = nil
    while true {
      let start = index
      guard let target = questionPhrase(entry) ?? nounPhrase() else { break }
      var object = Object(target: target, words: start..<index, isOptional: isOptional)
      takeParenthesis(&object)
      // "name the audience "Buyers"": what it is called
      if entry.isNaming, let token = current, token.kind == .literal || token.kind == .label {
        object.value = nounPhrase().map(value)
      }
      objects.append(object)
      let saved = index
      isOptional = false
      var sawOr = false
      while let token = current,
        token.isPunctuation(",") || token.isWord("and") || token.isWord("or")
          || token.isPunctuation("&") || token.isWord("optionally") || isOptionalMark(at: index)
          || token.isWord("and/or")
      {
        sawOr = sawOr || token.isWord("or") || token.isWord("and/or")
        isOptional = isOptional || token.isWord("optionally")
        guard isOptionalMark(at: index) else {
          index += 1
          continue
        }
        isOptional = true
        index += 3
      }
      guard index > saved, index < tokens.count, verb(at: index) == nil, !isNegation(at: index),
        !(isMeans && tokens[index].isA(.gerund)),
        startsNounPhrase(at: index), tokens[index].classes != .participle,
        !tokens[index].isWord("followed"), !tokens[index].isWord("depending"),
        !isVerbInBold(at: index, behind: objects), exampleAhead(of: index) == nil,
        !startsClauseWithSubject(at: index)
      else {
        index = saved
        break
      }
      isChoice = isChoice || sawOr
    }
    self.modifiers(of: entry, &modifiers)
    if entry.frame == .moving, modifiers.value == nil, modifiers.within == nil {
      modifiers.value = destination(in: first..<index)
    }
    if let means = modifiers.means {
      index += 1
      isMeans = true
      reading.isByMeans = true
      clause(means)
      return
    }
    if entry.verb == .verify { state = statedState() }
    if modifiers.recipient {
      reading.isManual = true
      return
    }
    var all = sharingNoun(merged(objects)).filter { !isAnnounced($0) }
    if modifiers.isLastOptional {
      if all.isEmpty { modifiers.isOptional = true } else { all[all.count - 1].isOptional = true }
    }
    guard let first = all.first else {
      append(entry, rawVerb, Object(), modifiers)
      return
    }
    append(entry, rawVerb, first, modifiers)
    for object in all.dropFirst() {
      if isChoice { reading.beginAlternative() }
      append(entry, rawVerb, object, modifiers)
    }
    if isChoice, all.count > 1 { reading.endAlternatives() }
    if all.count == 1, modifiers.within?.form == .label, takesPair() {
      self.objects(of: entry, rawVerb: rawVerb)
    }
  }

  /// "**A** as the **B**, and **C** for the **D**": one verb, and each thing with its own place.
  private mutating func takesPair() -> Bool {
    var next = index
    while let token = token(next), token.isPunctuation(",") || token.isWord("and") { next += 1 }
    let start = next
    while token(next)?.isA(.determiner) == true { next += 1 }
    guard start > index, let thing = token(next), thing.kind == .label || thing.kind == .literal,
      let link = token(next + 1), link.isWord("as") || link.isWord("for")
    else { return false }
    index = start
    return true
  }

  /// "Choose whether to send it", "specify how many there are": the question that is answered.
  private mutating func questionPhrase(_ entry: VerbEntry) -> Target? {
    guard let token = current, token.isWord("whether") || token.isWord("how"),
      [.select, .enter, .other].contains(entry.verb), self.token(index - 1)?.isA(.verb) == true
    else { return nil }
    let start = index
    skipToNextClause()
    var end = index
    while end > start, tokens[end - 1].kind == .punctuation || tokens[end - 1].isA(.conjunction) {
      end -= 1
    }
    let words = passage(start..<end)
    return Target(text: words.text, range: words.range, form: .described, isMarked: false)
  }

  /// "Check the new one, and **Save**": the label is what is clicked, and no further thing to check.
  func isVerbInBold(at index: Int, behind objects: [Object]) -> Bool {
    objects.allSatisfy { $0.target?.form != .label } && isVerbInBold(at: index)
  }

  func isVerbInBold(at index: Int) -> Bool {
    guard let token = token(index), token.kind == .label,
      self.token(index - 1)?.isA(.conjunction) == true,
      self.token(index + 1)?.kind != .word || index + 1 == tokens.count
    else { return false }
    return Self.endings.contains(token.lower)
  }

  /// Buttons that end what is done.
  private static let endings: Set<String> = [
    "save", "create", "finish", "submit", "apply", "confirm", "send", "close", "delete", "next",
    "done", "ok", "update", "continue", "add", "cancel", "remove",
  ]

  /// "And (optionally) a Description": before what it is about.
  private func isOptionalMark(at index: Int) -> Bool {
    guard token(index)?.isPunctuation("(") == true, token(index + 2)?.isPunctuation(")") == true
    else { return false }
    return ["optional", "optionally"].contains(token(index + 1)?.lower ?? "")
      && startsNounPhrase(at: index + 3)
  }

  /// "A role (not **Admin**)".
  private mutating func takeRemarkedException(_ inside: Range<Int>, _ object: inout Object) {
    guard let first = inside.first, tokens[first].isWord("not") || tokens[first].isWord("never"),
      object.target?.form == .described
    else { return }
    let saved = index
    index = first + 1
    if let left = excepted() {
      object.target?.exceptions += left
    } else {
      object.target?.polarity = .unknown
    }
    index = saved
  }

  /// "drag what you want to see to the **X** panel": a label behind the last "to" is where to.
  private func destination(in words: Range<Int>) -> Target? {
    guard let to = words.last(where: { ["to", "into", "onto"].contains(tokens[$0].lower) }) else {
      return nil
    }
    var reader = self
    reader.index = to + 1
    return reader.nounPhrase().flatMap { $0.form == .label ? $0 : nil }
  }

  /// "Click (anywhere) outside (of) the field": no control, but beside one.
  private mutating func outside(_ entry: VerbEntry) -> Target? {
    guard entry.verb == .click else { return nil }
    let first = current?.isWord("anywhere") == true ? index + 1 : index
    guard token(first)?.isWord("outside") == true else { return nil }
    let start = index
    index = first + 1
    if current?.isWord("of") == true { index += 1 }
    guard nounPhrase() != nil else {
      index = start
      return nil
    }
    let words = passage(start..<index)
    return Target(text: words.text, range: words.range, form: .described, isMarked: false)
  }

  /// "Enter the following information:": what is meant stands below.
  private func isAnnounced(_ object: Object) -> Bool {
    guard let target = object.target, target.form == .described,
      tokens.last?.isPunctuation(":") == true
    else { return false }
    return target.text.lowercased().hasPrefix("following")
  }

  /// "the **A** and **B** roles": the noun of the last is that of all.
  private func sharingNoun(_ objects: [Object]) -> [Object] {
    guard objects.count > 1, let noun = objects.last?.target?.noun,
      objects.allSatisfy({ $0.target?.form == .label }),
      objects.dropLast().allSatisfy({ $0.target?.noun == nil }),
      noun.control == nil || noun.text.hasSuffix("s")
    else { return objects }
    return objects.map { object in
      var object = object
      object.target?.noun = noun
      return object
    }
  }

  /// Plain parts of one enumeration are one object: "attribute, operator, and value".
  private func merged(
    _ objects: [Object]
  ) -> [Object] {
    let targets = objects.compactMap(\.target)
    guard targets.count > 1, let first = targets.first, let last = targets.last,
      targets.allSatisfy({ $0.form == .described && $0.link == nil }),
      !objects.dropFirst().contains(where: isSetOff)
    else { return objects }
    let words = objects[0].words.lowerBound..<objects[objects.count - 1].words.upperBound
    // As it is written, from the first part to the last: "a name, a date, and the owner".
    let inside = words.filter { index in
      let start = place.range(tokens[index]).start
      return start >= first.range.start && start < last.range.end
    }
    guard let start = inside.first, let end = inside.last else { return objects }
    var target = Target(
      text: passage(start..<end + 1).text, range: first.range.extended(to: last.range),
      form: .described, isMarked: false, noun: last.noun)
    target.qualifier = last.qualifier
    target.members = targets.map { Passage($0.text, at: $0.range) }
    return [Object(target: target, words: words)]
  }

  /// "a profile, and a service": with a comma and a determiner, it is one more thing.
  private func isSetOff(_ object: Object) -> Bool {
    let start = object.words.lowerBound
    guard tokens[start].isA(.determiner), let sign = token(start - 1) else { return false }
    // "A user, or a team": either of them.
    if sign.isWord("or") { return false }
    return sign.isPunctuation(",")
      || sign.isA(.conjunction) && token(start - 2)?.isPunctuation(",") == true
  }

  /// "the X list refreshes": a clause of its own, not one more object.
  func startsClauseWithSubject(at index: Int, within width: Int = 8) -> Bool {
    for position in index..<min(index + width, tokens.count) {
      let token = tokens[position]
      guard token.kind != .punctuation,
        !token.isA([.conjunction, .subordinator, .relative, .subject])
      else { return false }
      if token.isA([.auxiliary, .modal]) { return true }
      if position > index, position + 1 >= tokens.count || tokens[position + 1].kind != .label,
        !tokens[position - 1].isA(.determiner), StatedResult.changes.contains(token.lower)
      {
        return true
      }
    }
    return false
  }

  /// An icon, or a remark in parentheses: "(optional)", "(for example, `Ada`)".
  mutating func takeParenthesis(_ object: inout Object) {
    while let token = current {
      if token.kind == .image {
        index += 1
      } else if token.isPunctuation("("), self.token(index + 1)?.isWord("or") == true,
        VerbTable.entry(startingAt: index + 2, of: tokens) != nil
      {
        // "(or click **B**)": another way, read as a clause.
        return
      } else if token.isPunctuation("("), let close = closingParenthesis() {
        let inside = tokens[index..<close]
        object.isOptional = object.isOptional || inside.contains { $0.isWord("optional") }
        takeRemarkedException(index + 1..<close, &object)
        if index + 1 < close, ["if", "unless"].contains(tokens[index + 1].lower) {
          if isByChoice(index + 1..<close) {
            object.isOptional = true
          } else {
            object.condition = condition(index + 1..<close)
          }
          reading.note(.condition, index + 1..<close)
        }
        if let literal = inside.first(where: { $0.kind == .literal }) {
          object.value = Value(
            text: literal.text, range: place.range(literal), kind: .literal)
        }
        index = close + 1
      } else {
        break
      }
    }
  }
}
