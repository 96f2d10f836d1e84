import Diagnostics
import ProcedureModel

/// What stands after an object.
struct Modifiers {
  var within: Target?
  /// "Type the old one into **X**": X is the field.
  var isInto = false
  /// The V of "to V" or "with V".
  var value: Target?
  /// The V of "as V", of what is selected.
  var chosen: Target?
  /// "by clicking X": how it is done.
  var means: VerbEntry?
  var isOptional = false
  /// "The user with the unverified address": what follows tells which.
  var isRestricting = false
  /// "Enter an A and a B (optional)": of several things, the last.
  var isLastOptional = false
  var condition: Condition?
  /// "A role, **X** for example": what may be chosen or entered.
  var example: Target?
  /// "Sign in with your X login": what is entered before.
  var credentials: Target?
  /// "to the person in charge": the clause is for people.
  var recipient = false
}

/// Reads what stands behind the objects of a verb: where, to what, when, what for.
extension SentenceReader {
  mutating func modifiers(of entry: VerbEntry, _ modifiers: inout Modifiers) {
    while let token = current {
      if token.isPunctuation("(") || token.kind == .image {
        let before = index
        var remark = Object()
        takeParenthesis(&remark)
        if remark.isOptional { modifiers.isLastOptional = true }
        modifiers.condition = modifiers.condition ?? remark.condition
        if index == before { return }
      } else if token.kind != .word {
        // A condition may stand behind a comma: "..., if necessary"
        if token.isPunctuation(","), takeExample(at: index + 1, &modifiers) { continue }
        if token.isPunctuation(","), let example = exampleAhead(of: index + 1) {
          modifiers.example = example
          // The comma, the name, "for example".
          reading.note(.qualifier, (index + 1)..<(index + 4))
          index += 4
          continue
        }
        guard token.isPunctuation(","), let next = self.token(index + 1),
          ["if", "when", "as", "unless", "depending", "provided"].contains(next.lower)
        else { return }
        index += 1
      } else if takeExample(at: index, &modifiers) {
        continue
      } else if token.isA(.subordinator)
        || token.isWord("as") && self.token(index + 1)?.isWord("needed") == true
        || token.isWord("as") && self.token(index + 1)?.isWord("long") == true
        || token.isWord("provided")
      {
        takeCondition(&modifiers)
      } else if entry.frame != .assignment, let width = placeWidth(at: index),
        isBeside(at: index, width)
      {
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
          if token.isWord("into"), place.form == .label { modifiers.isInto = true }
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
        // "enter "Guest" as the **Name**", "select **Guest** as the **Role**"
        let isSelectedAsThing =
          entry.verb == .select
          && (self.token(index + 1)?.isA(.determiner) == true
            // "Select **X** as **Type**": a label is no field where something else is named as one.
            || self.token(index - 1)?.kind == .label && self.token(index + 1)?.kind == .label)
        // "Pick a date for **Access Expires**", "click **Edit** for the feature that you want".
        let isFor =
          token.isWord("for")
          && [.object, .typing].contains(entry.frame) && entry.verb != .other
        let isField = token.isWord("as") && (entry.frame == .typing || isSelectedAsThing)
        index += 1
        var object = nounPhrase()
        if isFor, modifiers.within == nil,
          object.map({ $0.form == .label || $0.form == .literal || $0.qualifier != nil }) == true
        {
          object?.isBeside = true
          modifiers.within = object
        }
        if token.isWord("with"), entry.frame == .object, object?.form == .described {
          if Self.credentials.contains(object?.noun?.text ?? "") {
            modifiers.credentials = object
          } else {
            modifiers.isRestricting = true
          }
        }
        if takesValue, modifiers.value == nil { modifiers.value = object }
        if isField, modifiers.within == nil, object?.form == .label {
          modifiers.within = object
          modifiers.isInto = true
        }
        // "select the operator as **except**": what is selected, in the operator
        if token.isWord("as"), !isField, entry.verb == .select, object?.isMarked == true {
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
      } else if Self.directions.contains(token.lower) {
        // "Up or down", "left".
        index += 1
        if current?.isWord("or") == true, let other = self.token(index + 1),
          Self.directions.contains(other.lower)
        {
          index += 2
        }
      } else {
        return
      }
    }
  }

  /// "A role, **Marketing User** for example".
  func exampleAhead(of index: Int) -> Target? {
    guard let token = token(index),
      token.kind == .label || token.kind == .literal || token.isCapitalised && token.kind == .word,
      self.token(index + 1)?.isWord("for") == true,
      let word = self.token(index + 2), word.isWord("example") || word.isWord("instance")
    else { return nil }
    return Target(
      text: token.text, range: place.range(token), form: .literal, isMarked: true)
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
    "instructed", "specified", "indicated", "illustrated", "seen", "follows", "before", "above",
    "usual",
  ]

  private static let credentials: Set<String> = [
    "login", "credential", "password", "username", "account", "logon",
  ]

  private static let directions: Set<String> = ["up", "down", "left", "right"]

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
    if isOrder(words) { return }
    if words.first?.isWord("so") != true, words.first?.isWord("where") != true,
      reading.statedCondition == nil
    {
      reading.statedCondition = condition(start..<index)
    }
    if isByChoice(start..<index) {
      modifiers.isOptional = true
    } else if words.first?.isWord("so") != true, words.first?.isWord("where") != true,
      modifiers.condition == nil
    {
      modifiers.condition = condition(start..<index)
    }
  }

  /// "Before leaving the page": when it is done, whatever is so.
  func isOrder(_ words: ArraySlice<Token>) -> Bool {
    words.first?.isWord("before") == true && words.dropFirst().first?.lower.hasSuffix("ing") == true
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
    let purpose =
      VerbTable.entry(startingAt: first, of: tokens) ?? openEntry(joinedAt: first)
    if let purpose, !startsObject(at: first) {
      // "to expand and view it": one purpose.
      let after = first + purpose.words.count
      if let token = token(after), token.isWord("and") || token.isWord("or"),
        let second = VerbTable.entry(startingAt: after + 1, of: tokens),
        // "Wait for it to load and click **X**": an instruction of its own.
        entry.verb != .wait || !startsObject(at: after + 1 + second.words.count)
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
