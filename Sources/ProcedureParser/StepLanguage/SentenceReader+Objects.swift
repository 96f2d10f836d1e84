import Diagnostics
import ProcedureModel

/// What stands after an object.
struct Modifiers {
  var within: Target?
  /// The V of "to V" or "with V".
  var value: Target?
  var isOptional = false
  var condition: Passage?
  /// "to the person in charge": the clause is for people.
  var recipient = false
}

extension SentenceReader {
  /// Reads the objects of a verb with what is said about them, and adds the actions.
  mutating func objects(of entry: VerbEntry, rawVerb: Passage) {
    var modifiers = Modifiers()
    if let token = current, Words.places.contains(token.lower) {
      // "select from the X list", "click in the field"
      self.modifiers(of: entry, &modifiers)
    }
    var objects: [(target: Target, isOptional: Bool)] = []
    while let object = nounPhrase() {
      objects.append((object, takeParenthesis()))
      let saved = index
      var sawOr = false
      while let token = current,
        token.isPunctuation(",") || token.isWord("and") || token.isWord("or")
          || token.isPunctuation("&")
      {
        sawOr = sawOr || token.isWord("or")
        index += 1
      }
      guard index > saved, verb(at: index) == nil, !isNegation(at: index),
        startsNounPhrase(at: index), !startsClauseWithSubject(at: index)
      else {
        index = saved
        break
      }
      if sawOr { reading.isChoice = true }
    }
    self.modifiers(of: entry, &modifiers)
    if modifiers.recipient {
      reading.isManual = true
      return
    }
    let all = merged(objects)
    guard !all.isEmpty else {
      append(entry, rawVerb, target: nil, isOptional: false, modifiers)
      return
    }
    for object in all {
      append(entry, rawVerb, target: object.target, isOptional: object.isOptional, modifiers)
    }
  }

  private mutating func append(
    _ entry: VerbEntry, _ rawVerb: Passage, target: Target?, isOptional: Bool,
    _ modifiers: Modifiers
  ) {
    var action = Action(verb: entry.verb, rawVerb: rawVerb)
    action.isOptional = isOptional || modifiers.isOptional || reading.isOptional
    action.condition = modifiers.condition ?? reading.condition
    let place = modifiers.within ?? container
    action.isWithinCarriedOver = modifiers.within == nil && !reading.actions.isEmpty
    switch entry.frame {
    case .typing:
      if let place, let target, place.isField, !target.isField {
        action.target = place
        action.value = value(target)
      } else if let target, target.form != .literal {
        action.target = target
        action.within = place
        action.value = modifiers.value.map(value)
      } else {
        action.target = place
        action.value = target.map(value)
      }
    case .assignment, .moving:
      action.target = target
      action.value = modifiers.value.map(value)
      action.within = place
    case .object, .plain, .handingOver, .referring:
      action.target = target ?? (modifiers.within == nil ? nil : place)
      action.within = target == nil ? nil : place
    }
    reading.actions.append(action)
  }

  private func value(_ target: Target) -> Value {
    Value(
      text: target.text, range: target.range,
      kind: target.form == .literal || target.isMarked ? .literal : .described)
  }

  /// Plain parts of one enumeration are one object: "attribute, operator, and value".
  private func merged(
    _ objects: [(target: Target, isOptional: Bool)]
  ) -> [(target: Target, isOptional: Bool)] {
    guard objects.count > 1, let first = objects.first, let last = objects.last,
      objects.allSatisfy({ $0.target.form == .described && $0.target.link == nil })
    else { return objects }
    let text = objects.map(\.target.text)
    let joined = text.dropLast().joined(separator: ", ") + " and " + (text.last ?? "")
    var target = Target(
      text: joined, range: first.target.range.extended(to: last.target.range), form: .described,
      isMarked: false, noun: last.target.noun)
    target.qualifier = last.target.qualifier
    return [(target, false)]
  }

  /// "the X list refreshes": a clause of its own, not one more object.
  private func startsClauseWithSubject(at index: Int) -> Bool {
    for position in index..<min(index + 8, tokens.count) {
      let token = tokens[position]
      if token.kind == .punctuation || token.isWord("and") || token.isWord("or") { return false }
      if token.kind == .word,
        Words.auxiliaries.contains(token.lower)
          || Words.modals.contains(token.lower)
      {
        return true
      }
    }
    return false
  }

  /// An icon or a remark in parentheses; true where it says "optional".
  private mutating func takeParenthesis() -> Bool {
    var isOptional = false
    while let token = current {
      if token.kind == .image {
        index += 1
      } else if token.isPunctuation("("), let close = closingParenthesis() {
        isOptional = isOptional || tokens[index..<close].contains { $0.isWord("optional") }
        index = close + 1
      } else {
        break
      }
    }
    return isOptional
  }

  // MARK: After the objects

  mutating func modifiers(of entry: VerbEntry, _ modifiers: inout Modifiers) {
    while let token = current {
      if token.isPunctuation("(") || token.kind == .image {
        let before = index
        if takeParenthesis() { modifiers.isOptional = true }
        if index == before { return }
      } else if token.kind != .word {
        // A condition may stand behind a comma: "..., if necessary"
        guard token.isPunctuation(","), let next = self.token(index + 1),
          ["if", "when", "as", "unless", "depending"].contains(next.lower)
        else { return }
        index += 1
      } else if Words.subordinators.contains(token.lower)
        || token.isWord("as") && self.token(index + 1)?.isWord("needed") == true
      {
        takeCondition(&modifiers)
      } else if token.isWord("to") {
        takeTo(entry, &modifiers)
      } else if Words.places.contains(token.lower) {
        index += 1
        if let place = nounPhrase() {
          if modifiers.within == nil { modifiers.within = place }
        }
      } else if Words.prepositions.contains(token.lower) {
        let takesValue = token.isWord("with") && entry.frame != .object
        index += 1
        let object = nounPhrase()
        if takesValue, modifiers.value == nil { modifiers.value = object }
      } else if Words.relatives.contains(token.lower) || Words.subjects.contains(token.lower)
        || token.isWord("depending")
      {
        skipToNextClause()
        return
      } else if Words.isAdverb(token.lower), verb(at: index) == nil, !token.isWord("then") {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func takeCondition(_ modifiers: inout Modifiers) {
    let start = index
    skipToNextClause()
    let words = tokens[start..<index]
    if isByChoice(start..<index) {
      modifiers.isOptional = true
    } else if words.first?.isWord("so") != true, words.first?.isWord("where") != true,
      modifiers.condition == nil
    {
      modifiers.condition = passage(start..<index)
    }
  }

  /// "to V" with a verb is a purpose and no action; with a noun it is where or what to.
  private mutating func takeTo(_ entry: VerbEntry, _ modifiers: inout Modifiers) {
    if VerbTable.entry(startingAt: index + 1, of: tokens) != nil, !startsObject(at: index + 1) {
      skipToNextClause()
      return
    }
    index += 1
    guard let object = nounPhrase() else {
      skipToNextClause()
      return
    }
    let head = object.noun?.text ?? object.text.lowercased()
    if Words.people.contains(head), entry.verb == .enter || entry.verb == .other {
      modifiers.recipient = true
    } else if entry.frame == .assignment || entry.frame == .moving {
      modifiers.value = object
    } else if entry.frame == .typing, modifiers.within == nil {
      modifiers.within = object
    }
  }
}

extension Target {
  /// What a person types into, as far as the words tell.
  var isField: Bool {
    switch noun?.control {
    case .field, .dropDown, .list: true
    case nil: form == .label && noun == nil && path.isEmpty
    case _?: false
    }
  }
}
