import Diagnostics
import ProcedureModel

/// Makes actions of what a clause says.
extension SentenceReader {
  mutating func append(
    _ entry: VerbEntry, _ rawVerb: Passage, _ object: Object, _ modifiers: Modifiers
  ) {
    let target = object.target?.asLabel(ifQuotedAfter: entry)
    if let credentials = modifiers.credentials, target?.form == .label, !entry.signsIn,
      [.click, .select].contains(entry.verb)
    {
      var entering = Action(verb: .enter, rawVerb: rawVerb, target: credentials)
      entering.intent = .enter
      reading.add(entering)
    }
    // "Call it **X**" gives a name; "call the function" does not.
    let isCalled =
      ["call", "calling"].contains(entry.words[0]) && object.value == nil
      && (target?.form == .described || target?.form == .literal || target?.noun != nil)
    var action = Action(verb: isCalled ? .other : verb(of: entry, target), rawVerb: rawVerb)
    action.isOptional = object.isOptional || modifiers.isOptional || reading.isOptional
    action.condition = modifiers.condition ?? object.condition ?? reading.condition
    if entry.verb == .navigate, action.condition.map(isOfWhereabouts) == true {
      // "If you've left the page, go back to X": who is there already loses nothing.
      action.condition = nil
    }
    var place = entry.verb == .press ? nil : modifiers.within ?? container
    if place?.isBeside == true, modifiers.within != nil, let container, container.form == .label {
      place?.around = Passage(container.text, at: container.range)
    }
    action.isWithinCarriedOver = modifiers.within == nil && !reading.actions.isEmpty
    // "Hover your mouse pointer over X": X is what is hovered over.
    if entry.verb == .hover, let place, target?.isPointer ?? false {
      action.target = place
      action.intent = .hover
      reading.add(action)
      return
    }
    switch entry.frame {
    case .typing:
      // "enter **Guest** in the **Name** field": a field by its noun is one, whatever is typed.
      let isSaid = place?.noun?.control == .field && target?.noun?.control != .field
      // "paste the link into an e-mail": what it is pasted into.
      let isInto =
        (entry.words.first == "paste" || modifiers.isInto) && modifiers.within != nil
      let isOfField = place?.isField == true && place?.isBeside == false
      if let place, let target,
        isSaid || isInto || (isOfField || target.form == .literal) && !target.isField
      {
        action.target = place
        action.value = value(target)
      } else if let target, target.form != .literal {
        action.target = target
        action.within = place
        action.value = modifiers.value.map(value) ?? object.value
      } else if place == nil, let target, target.form == .literal, isQuoted(target) {
        // "Type the "Email"": a field, or a text that has none.
        action.target = target
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
    if let example = modifiers.example, action.value == nil { action.value = value(example) }
    if modifiers.isRestricting { action.target?.isRestricted = true }
    action.target?.exceptions += exceptions
    if let target = action.target {
      action.target?.referent = ReferentReader.referent(of: target)
    }
    action.intent = IntentReader.intent(of: action)
    // "Click the arrow next to **X**": X is opened by it.
    if [.click, .select].contains(entry.verb), let place = action.within, place.isBeside,
      place.form == .label, action.target?.opensWhatIsBeside == true
    {
      action.target = place
      action.target?.isBeside = false
      action.within = place.around.map {
        Target(text: $0.text, range: $0.range, form: .label, isMarked: true)
      }
      action.intent = .setExpanded(true)
    }
    if entry.frame == .moving { action.intent = .drag(onto: modifiers.value ?? modifiers.within) }
    reading.add(action)
  }

  private func isOfWhereabouts(_ condition: Condition) -> Bool {
    let words = Set(condition.text.lowercased().split(separator: " ").map(String.init))
    return words.contains { $0.hasPrefix("you") }
      && !words.isDisjoint(with: ["left", "there", "elsewhere", "away", "leave"])
  }

  private func isQuoted(_ target: Target) -> Bool {
    tokens.contains { $0.isQuoted && place.range($0).start == target.range.start }
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

  /// What is imported by handing over a file.
  private static let files: Set<String> = [
    "file", "csv", "list", "image", "picture", "photo", "document", "spreadsheet", "data",
  ]

  /// What is gone through to its end, and not typed into.
  private static let courses: Set<String> = [
    "step", "process", "procedure", "task", "setup", "configuration", "wizard", "installation",
    "registration", "workflow", "work",
  ]

  /// "add a description" types it; "complete the steps" types nothing.
  private func verb(of entry: VerbEntry, _ target: Target?) -> Verb {
    guard let target, target.form != .label, let noun = target.noun?.text else {
      return entry.verb
    }
    // "Import the package", "push the changes".
    if entry.words == ["import"], !Self.files.contains(noun) { return .other }
    if entry.words == ["push"], target.noun?.control == nil { return .other }
    guard target.form == .described else { return entry.verb }
    // "Check the user's role": it is looked at.
    if entry.words == ["check"], target.noun?.control == nil, target.text.contains("'s ") {
      return .verify
    }
    if entry.words == ["add"], Self.texts.contains(noun) { return .enter }
    if entry.words == ["complete"], Self.courses.contains(noun) { return .other }
    return entry.verb
  }

  func value(_ target: Target) -> Value {
    Value(
      text: target.text, range: target.range,
      kind: target.form == .literal || target.isMarked ? .literal : .described)
  }

  /// What something shall be: "make sure that **X** is (not) checked".
  mutating func statedState() -> Value? {
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
    understood(index..<words + 1)
    index = words + 1
    return Value(text: isOn != isNegated ? "on" : "off", range: range, kind: .described)
  }
}

extension Target {
  /// "your mouse", "the pointer".
  fileprivate var isPointer: Bool {
    form == .described
      && ["mouse", "pointer", "cursor"].contains { text.lowercased().contains($0) }
  }

  /// A sign that opens what it stands beside: "the plus sign", "the arrow".
  fileprivate var opensWhatIsBeside: Bool {
    let signs: Set = ["plus", "arrow", "triangle", "caret", "chevron", "twisty", "expander"]
    return form == .described
      && text.lowercased().split(separator: " ").contains { signs.contains(String($0)) }
  }

  /// "Fill in "Email"": what is filled in is a field, in whatever marks.
  fileprivate func asLabel(ifQuotedAfter entry: VerbEntry) -> Target {
    guard form == .literal, ["fill", "complete"].contains(entry.words.first) else { return self }
    var label = Target(text: text, range: range, form: .label, isMarked: true, noun: noun)
    label.link = link
    return label
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
