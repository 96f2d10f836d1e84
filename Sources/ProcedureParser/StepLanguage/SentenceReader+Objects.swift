import Diagnostics
import ProcedureModel

/// One object of a verb, with what stands in parentheses behind it.
struct Object {
  var target: Target?
  /// The words of the target.
  var words = 0..<0
  var isOptional = false
  var value: Value?
}

/// What stands after an object.
struct Modifiers {
  var within: Target?
  /// The V of "to V" or "with V".
  var value: Target?
  /// The V of "as V", of what is selected.
  var chosen: Target?
  /// "by clicking X": how it is done.
  var means: VerbEntry?
  var isOptional = false
  var condition: Passage?
  /// "to the person in charge": the clause is for people.
  var recipient = false
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
      guard let target = nounPhrase() else { break }
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
          || token.isPunctuation("&") || token.isWord("optionally")
      {
        sawOr = sawOr || token.isWord("or")
        isOptional = isOptional || token.isWord("optionally")
        index += 1
      }
      guard index > saved, verb(at: index) == nil, !isNegation(at: index),
        !(isMeans && tokens[index].isA(.gerund)),
        startsNounPhrase(at: index), tokens[index].classes != .participle,
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
    let all = sharingNoun(merged(objects)).filter { !isAnnounced($0) }
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

  private mutating func append(
    _ entry: VerbEntry, _ rawVerb: Passage, _ object: Object, _ modifiers: Modifiers
  ) {
    let target = object.target
    var action = Action(verb: verb(of: entry, target), rawVerb: rawVerb)
    action.isOptional = object.isOptional || modifiers.isOptional || reading.isOptional
    action.condition = modifiers.condition ?? reading.condition
    let place = entry.verb == .press ? nil : modifiers.within ?? container
    action.isWithinCarriedOver = modifiers.within == nil && !reading.actions.isEmpty
    // "Hover your mouse pointer over X": X is what is hovered over.
    if entry.verb == .hover, let place, target?.isPointer ?? false {
      action.target = place
      reading.add(action)
      return
    }
    switch entry.frame {
    case .typing:
      // "enter **Guest** in the **Name** field": a field by its noun is one, whatever is typed.
      let isSaid = place?.noun?.control == .field && target?.noun?.control != .field
      // "paste the link into an e-mail": what it is pasted into.
      let isInto = entry.words.first == "paste" && modifiers.within != nil
      if let place, let target, isSaid || isInto || place.isField && !target.isField {
        action.target = place
        action.value = value(target)
      } else if let target, target.form != .literal {
        action.target = target
        action.within = place
        action.value = modifiers.value.map(value) ?? object.value
      } else {
        action.target = place
        action.value = target.map(value)
      }
    case .moving:
      action.target = target
      // "drag X into Y": Y is where to.
      action.value = (modifiers.value ?? modifiers.within).map {
        Value(text: $0.text, range: $0.range, kind: $0.form == .label ? .literal : .described)
      }
      action.within = container
    case .assignment:
      action.target = target
      action.value = modifiers.value.map(value)
      action.within = place
    case .object, .plain, .handingOver, .referring:
      action.value = state ?? toggled(entry, rawVerb)
      action.target = modifiers.chosen ?? target ?? (modifiers.within == nil ? nil : place)
      action.within = modifiers.chosen != nil ? target : target == nil ? nil : place
    }
    reading.add(action)
  }

  /// "enable", "turn off": to which state.
  private func toggled(_ entry: VerbEntry, _ rawVerb: Passage) -> Value? {
    guard entry.verb == .toggle else { return nil }
    let last = entry.words.last ?? ""
    if ["enable", "on"].contains(last) {
      return Value(text: "on", range: rawVerb.range, kind: .literal)
    }
    if ["disable", "off"].contains(last) {
      return Value(text: "off", range: rawVerb.range, kind: .literal)
    }
    return nil
  }

  /// Texts that are added by typing them.
  private static let texts: Set<String> = [
    "description", "name", "title", "comment", "note", "text", "summary", "message", "caption",
  ]

  /// What is gone through to its end, and not typed into.
  private static let courses: Set<String> = [
    "step", "process", "procedure", "task", "setup", "configuration", "wizard", "installation",
    "registration", "workflow", "work",
  ]

  /// "add a description" types it; "complete the steps" types nothing.
  private func verb(of entry: VerbEntry, _ target: Target?) -> Verb {
    guard let target, target.form == .described, let noun = target.noun?.text else {
      return entry.verb
    }
    if entry.words == ["add"], Self.texts.contains(noun) { return .enter }
    if entry.words == ["complete"], Self.courses.contains(noun) { return .other }
    return entry.verb
  }

  private func value(_ target: Target) -> Value {
    Value(
      text: target.text, range: target.range,
      kind: target.form == .literal || target.isMarked ? .literal : .described)
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
    return [Object(target: target, words: words)]
  }

  /// "a profile, and a service": with a comma and a determiner, it is one more thing.
  private func isSetOff(_ object: Object) -> Bool {
    let start = object.words.lowerBound
    guard tokens[start].isA(.determiner), let sign = token(start - 1) else { return false }
    return sign.isPunctuation(",")
      || sign.isA(.conjunction) && token(start - 2)?.isPunctuation(",") == true
  }

  /// "the X list refreshes": a clause of its own, not one more object.
  private func startsClauseWithSubject(at index: Int) -> Bool {
    for position in index..<min(index + 8, tokens.count) {
      let token = tokens[position]
      if token.kind == .punctuation || token.isA([.conjunction, .subordinator]) { return false }
      if token.isA([.auxiliary, .modal]) { return true }
    }
    return false
  }

  /// An icon, or a remark in parentheses: "(optional)", "(for example, `Ada`)".
  private mutating func takeParenthesis(_ object: inout Object) {
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

  /// What something shall be: "make sure that **X** is (not) checked".
  private mutating func statedState() -> Value? {
    var words = index
    guard let verb = token(words), verb.isWord("is") || verb.isWord("are") else { return nil }
    words += 1
    let isNegated = token(words)?.isWord("not") == true
    if isNegated { words += 1 }
    guard let word = token(words) else { return nil }
    let isOn = ["checked", "selected", "ticked", "enabled"].contains(word.lower)
    let isOff = ["unchecked", "cleared", "deselected", "unselected", "disabled"].contains(
      word.lower)
    guard isOn || isOff else { return nil }
    let range = passage(index + 1..<words + 1).range
    index = words + 1
    return Value(text: isOn != isNegated ? "on" : "off", range: range, kind: .described)
  }

  // MARK: After the objects

  mutating func modifiers(of entry: VerbEntry, _ modifiers: inout Modifiers) {
    while let token = current {
      if token.isPunctuation("(") || token.kind == .image {
        let before = index
        var remark = Object()
        takeParenthesis(&remark)
        if remark.isOptional { modifiers.isOptional = true }
        if index == before { return }
      } else if token.kind != .word {
        // A condition may stand behind a comma: "..., if necessary"
        if token.isPunctuation(","), takeExample(at: index + 1, &modifiers) { continue }
        guard token.isPunctuation(","), let next = self.token(index + 1),
          ["if", "when", "as", "unless", "depending"].contains(next.lower)
        else { return }
        index += 1
      } else if takeExample(at: index, &modifiers) {
        continue
      } else if token.isA(.subordinator)
        || token.isWord("as") && self.token(index + 1)?.isWord("needed") == true
      {
        takeCondition(&modifiers)
      } else if entry.frame != .assignment, let width = placeWidth(at: index), width > 1 {
        index += width
        var place = nounPhrase()
        place?.isBeside = true
        if modifiers.within == nil { modifiers.within = place }
      } else if token.isWord("to") {
        takeTo(entry, &modifiers)
      } else if token.isWord("in"), self.token(index + 1)?.isWord("case") == true {
        takeCondition(&modifiers)
      } else if token.isWord("as"), let told = self.token(index + 1),
        Self.tellings.contains(told.lower)
      {
        // "as described in X": X says how, and is no place of the product.
        let start = index
        skipToNextClause()
        refer(start..<index)
        return
      } else if token.isA(.place) {
        index += 1
        if let place = containerPhrase() {
          if modifiers.within?.isBeside ?? true { modifiers.within = place }
          // "on the **View** or **Edit** button": either of them.
          if current?.isWord("or") == true, self.token(index + 1)?.kind == .label {
            index += 1
            _ = nounPhrase()
          }
        }
      } else if entry.verb == .hover, token.isWord("over"), modifiers.within == nil {
        index += 1
        modifiers.within = nounPhrase()
      } else if token.isWord("by"), let means = VerbTable.entry(gerundAt: index + 1, of: tokens),
        means.verb != .other, means.frame != .referring
      {
        modifiers.means = means
        return
      } else if token.isA(.preposition) {
        let takesValue = token.isWord("with") && entry.frame != .object
        // "enter "Guest" as the **Name**"
        let isField = token.isWord("as") && entry.frame == .typing
        index += 1
        let object = nounPhrase()
        if takesValue, modifiers.value == nil { modifiers.value = object }
        if isField, modifiers.within == nil, object?.form == .label { modifiers.within = object }
        // "select the operator as **except**": what is selected, in the operator
        if token.isWord("as"), entry.verb == .select, object?.isMarked == true {
          modifiers.chosen = object
        }
      } else if token.isA(.relative) || token.isA(.subject)
        || token.isWord("depending")
      {
        let start = index
        skipToNextClause()
        reading.note(.qualifier, start..<index)
        return
      } else if token.isA(.adverb), verb(at: index) == nil, !token.isWord("then") {
        index += 1
      } else {
        return
      }
    }
  }

  /// "such as "Ada"", "for example, **Blue**": a text to type, or only an example.
  private mutating func takeExample(at start: Int, _ modifiers: inout Modifiers) -> Bool {
    guard let first = token(start), let second = token(start + 1),
      first.isWord("such") && second.isWord("as") || first.isWord("for") && second.isWord("example")
        || first.isWord("e.g.") || first.isWord("including")
    else { return false }
    index = start + (first.isWord("such") || first.isWord("for") ? 2 : 1)
    while let token = current, token.isPunctuation(",") || token.isPunctuation(":") { index += 1 }
    let before = index
    while let example = nounPhrase() {
      if example.form == .literal, modifiers.value == nil { modifiers.value = example }
      var next = index
      while let token = token(next), token.isPunctuation(",") || token.isA(.conjunction) {
        next += 1
      }
      guard next > index, verb(at: next) == nil, startsNounPhrase(at: next) else { break }
      index = next
    }
    reading.note(.qualifier, start..<max(index, before))
    return true
  }

  private static let tellings: Set<String> = [
    "described", "explained", "shown", "outlined", "discussed", "detailed", "documented",
    "instructed", "specified", "indicated", "illustrated", "seen", "follows",
  ]

  private static let positions: Set<String> = [
    "corner", "side", "top", "bottom", "left", "right", "part", "end", "middle", "center", "edge",
    "upper-right", "upper-left", "lower-right", "lower-left", "top-right", "top-left",
  ]
  private static let wholes: Set<String> = ["screen", "page", "window", "interface"]

  /// A place in which things are found: "the upper-right corner of the **Details** section" is the
  /// section, "the top-left corner" only a position.
  mutating func containerPhrase() -> Target? {
    let start = index
    while let token = current, token.isA(.determiner) { index += 1 }
    let first = index
    while let token = current, token.kind == .word, !token.isA(.function) { index += 1 }
    guard index > first, Self.positions.contains(tokens[index - 1].lower) else {
      index = start
      return nounPhrase()
    }
    guard current?.isWord("of") == true else { return nil }
    index += 1
    guard let inner = containerPhrase(), !Self.wholes.contains(inner.text.lowercased()) else {
      return nil
    }
    return inner
  }

  private mutating func takeCondition(_ modifiers: inout Modifiers) {
    let start = index
    skipToNextClause()
    reading.note(.condition, start..<index)
    let words = tokens[start..<index]
    if words.first?.isWord("so") != true, words.first?.isWord("where") != true,
      reading.statedCondition == nil
    {
      reading.statedCondition = phrase(start..<index)
    }
    if isByChoice(start..<index) {
      modifiers.isOptional = true
    } else if words.first?.isWord("so") != true, words.first?.isWord("where") != true,
      modifiers.condition == nil
    {
      modifiers.condition = phrase(start..<index)
    }
  }

  /// To the next clause, or to a condition behind the purpose: "to save, if you want that".
  private mutating func skipPurpose() {
    let start = index
    skipToNextClause()
    let condition = (start..<index).first { position in
      tokens[position].isPunctuation(",")
        && token(position + 1).map { ["if", "when", "unless"].contains($0.lower) } == true
    }
    if let condition { index = condition }
    reading.note(.purpose, start..<index)
  }

  /// "to V" with a verb is a purpose and no action; with a noun it is where or what to.
  private mutating func takeTo(_ entry: VerbEntry, _ modifiers: inout Modifiers) {
    var first = index + 1
    while let token = token(first), token.isA(.adverb), !token.isA(.verb) { first += 1 }
    if let purpose = VerbTable.entry(startingAt: first, of: tokens), !startsObject(at: first) {
      // "to expand and view it": one purpose.
      let after = first + purpose.words.count
      if let token = token(after), token.isWord("and") || token.isWord("or"),
        let second = VerbTable.entry(startingAt: after + 1, of: tokens)
      {
        index = after + 1 + second.words.count
      }
      skipPurpose()
      return
    }
    index += 1
    guard let object = nounPhrase() else {
      skipToNextClause()
      return
    }
    let head = object.noun?.text ?? object.text.lowercased()
    if Lexicon.classes(of: head).contains(.person), entry.verb == .enter || entry.verb == .other {
      modifiers.recipient = true
    } else if entry.frame == .assignment || entry.frame == .moving {
      modifiers.value = object
    } else if entry.frame == .typing, modifiers.within == nil {
      modifiers.within = object
    }
  }
}

extension Target {
  /// "your mouse", "the pointer".
  fileprivate var isPointer: Bool {
    form == .described
      && ["mouse", "pointer", "cursor"].contains { text.lowercased().contains($0) }
  }

  /// What a person types into, as far as the words tell.
  var isField: Bool {
    switch noun?.control {
    case .field, .dropDown, .list, .column, .row: true
    case nil: form == .label && noun == nil && path.isEmpty
    case _?: false
    }
  }
}
