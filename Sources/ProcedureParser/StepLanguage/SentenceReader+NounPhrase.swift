import Diagnostics
import ProcedureModel

extension SentenceReader {
  /// Reads a noun phrase: a label with its noun, a menu path, an icon, or plain words.
  ///
  ///     the **API Only** role you want to assign
  ///     **Admin** > **Integration** > **LaunchPoint**
  ///     a Role Name
  ///     the permissions that users will need
  mutating func nounPhrase() -> Target? {
    let start = index
    if let all = allBefore(start) { return all }
    skipDeterminers()
    let isAll = tokens[start..<index].contains { ["all", "every", "each"].contains($0.lower) }
    guard let token = current else {
      index = start
      return nil
    }
    var target: Target?
    switch token.kind {
    case .label: target = labelled()
    case .literal:
      index += 1
      target = Target(
        text: token.text, range: place.range(token), form: .literal, isMarked: false,
        noun: trailingNoun())
    case .image where startsLabelBehindImages:
      while current?.kind == .image { index += 1 }
      target = labelled()
    case .image:
      index += 1
      if !token.text.isEmpty {
        target = Target(
          text: token.text, range: place.range(token), form: .label, isMarked: true,
          noun: Noun(text: "icon", range: place.range(token), control: .icon))
      }
    case .word: target = plain(from: start).map { followingPath($0) }
    case .separator, .punctuation: break
    }
    guard var target else {
      index = start
      return nil
    }
    takeName(of: &target)
    target.isAll = isAll
    target.isOnly = isOnly(at: start)
    if target.isOnly { understood(start..<start + 1) }
    target.link = token.link.map { place.links[$0] } ?? target.link
    target.standing = standing(of: target, from: start)
    let clause = current
    if !takeExcludingClause(&target) { target.qualifier = takeQualifier(&target) }
    // "Whose address is not verified", but not "whose role you want to change".
    target.isRestricted =
      target.qualifier != nil && clause?.isA(.relative) == true
      && target.qualifier?.lowercased().contains(" you") == false
    takeExceptions(from: &target)
    return target
  }

  /// "The role named **X**", "a role called `X`": X is what is meant, and the noun is its kind.
  private mutating func takeName(of target: inout Target) {
    guard target.form == .described, let verb = current,
      ["named", "called", "titled", "labeled", "labelled"].contains(verb.lower),
      let name = token(index + 1), name.kind == .label || name.kind == .literal
    else { return }
    let noun = target.noun
    index += 1
    let range = place.range(name)
    index += 1
    target = Target(text: name.text, range: range, form: .label, isMarked: true, noun: noun)
  }

  /// An icon, and the label that it stands before.
  private var startsLabelBehindImages: Bool {
    var next = index
    while token(next)?.kind == .image { next += 1 }
    return token(next)?.kind == .label
  }

  /// "Select only the **X** role", "check just **A** and **B**".
  private func isOnly(at index: Int) -> Bool {
    guard let token = token(index), token.kind == .word else { return false }
    return ["only", "just", "solely"].contains(token.lower) && startsObject(at: index + 1)
  }

  mutating func skipDeterminers() {
    // "one or more of the items"
    if current?.isWord("one") == true, token(index + 1)?.isWord("or") == true,
      let many = token(index + 2), ["more", "several", "many", "two"].contains(many.lower)
    {
      index += 3
      if current?.isWord("of") == true { index += 1 }
    }
    if isOnly(at: index) { index += 1 }
    while let token = current, token.kind == .word {
      let isPartitive =
        token.isWord("of") && index > 0
        && ["one", "any", "all", "each", "some", "both"].contains(tokens[index - 1].lower)
      if takesQuantifier() { continue }
      guard token.isA(.determiner) || isPartitive else { return }
      // "The one that you want": the clause tells which one.
      if token.isWord("one"), self.token(index + 1)?.isA(.relative) == true { return }
      // "this", "one" alone is a pronoun.
      if token.isA(.pronoun), !startsNounPhrase(at: index + 1),
        self.token(index + 1)?.isWord("of") != true
      {
        return
      }
      index += 1
    }
  }

  private static let quantifiers = [
    "up to", "at least", "at most", "no more than", "more than", "no fewer than", "fewer than",
    "no less than", "a maximum of", "a minimum of", "as many as",
  ].map { $0.split(separator: " ").map(String.init) }

  /// How many words of "up to 75", "at least two" stand before the number.
  func quantifierWidth(at start: Int) -> Int? {
    let found = Self.quantifiers.first { words in
      words.indices.allSatisfy { token(start + $0)?.isWord(words[$0]) == true }
    }
    guard let found, let number = token(start + found.count),
      Number.value(of: number.lower) != nil || number.lower.allSatisfy(\.isNumber)
    else { return nil }
    return found.count
  }

  /// "At least two roles": how many tells nothing of which.
  private mutating func takesQuantifier() -> Bool {
    guard let width = quantifierWidth(at: index) else { return false }
    index += width + 1
    return true
  }

  // MARK: Labels

  mutating func labelled() -> Target? {
    var parts: [Int] = [index]
    index += 1
    while let separator = separatorOfPath() {
      var next = separator + 1
      while self.token(next)?.kind == .image { next += 1 }
      guard self.token(next)?.kind == .label || self.token(next)?.isCapitalised == true else {
        break
      }
      parts.append(next)
      index = next + 1
    }
    var joined: Passage?
    if parts.count == 1 {
      let first = index - 1
      while current?.kind == .label { index += 1 }
      if index > first + 1 {
        let words = passage(first..<index)
        let text = tokens[first..<index].map(\.text).joined(separator: " ")
        joined = Passage(text, at: words.range)
      }
    }
    let passages = parts.map { passage($0..<$0 + 1) }
    let whole = passages[0].range.extended(to: passages[passages.count - 1].range)
    var target = Target(
      text: parts.map { tokens[$0].text }.joined(separator: " > "), range: whole, form: .label,
      isMarked: true, noun: trailingNoun())
    target.joined = joined
    if parts.count > 1 {
      target.path = zip(parts, passages).map { Passage(tokens[$0].text, at: $1.range) }
    }
    return target
  }

  /// Where a path goes on: "**More** menu > **Remove**" as well.
  private func separatorOfPath() -> Int? {
    var next = index
    while let token = token(next), next - index < 4 {
      if token.kind == .separator { return next }
      guard token.kind == .image || ControlNoun(spelled: token.lower) != nil && token.kind == .word
      else { return nil }
      next += 1
    }
    return nil
  }

  /// The noun right after a label: "**Roles** tab", "**API Only** role".
  mutating func trailingNoun() -> Noun? {
    while current?.kind == .image { index += 1 }
    var end = index
    while let token = token(end), token.kind == .word, end - index < 3,
      !token.isA(.function), !token.isA(.adverb),
      !token.isA(.participle), !token.isA(.relative), !token.isA(.pronoun),
      !isFiniteVerb(token), !isVerbInside(end), exceptionWidth(at: end) == nil
    {
      end += 1
    }
    guard end > index else { return nil }
    // The longest spelling of a control's noun, else the last word.
    for start in index..<end {
      let text = tokens[start..<end].map(\.lower).joined(separator: " ")
      if let control = ControlNoun(spelled: text) {
        let range = passage(start..<end).range
        index = end
        return Noun(text: text, range: range, control: control)
      }
    }
    let head = tokens[end - 1]
    index = end
    return Noun(
      text: Noun.singular(head.lower), range: place.range(head),
      control: ControlNoun(spelled: head.lower))
  }

  /// "From the menu select **X**": an instruction begins without a comma.
  ///
  /// Not with what is typed: "the action type **X**" has no verb.
  func isVerbInside(_ index: Int) -> Bool {
    guard let entry = VerbTable.entry(startingAt: index, of: tokens), entry.verb != .other,
      entry.words != ["type"]
    else { return false }
    guard startsObject(at: index + entry.words.count) else { return false }
    // "In the Roles tree tick **X**", "under Permissions tick **X**".
    let before = tokens[index - 1]
    let isBehindPlace =
      !tokens[index].isCapitalised && placeWidth(at: 0) != nil
      && (before.isCapitalised || ControlNoun(spelled: before.lower) != nil)
    return !entry.isAmbiguous || isBehindPlace
  }

  /// "**X** opens": the word after the label is a verb, not its noun.
  func isFiniteVerb(_ token: Token) -> Bool {
    Self.finiteVerbs.contains(token.lower)
  }

  private static let finiteVerbs: Set<String> = [
    "opens", "appears", "displays", "closes", "shows", "lets", "allows", "remains", "stays",
    "becomes",
  ]

  // MARK: What tells it apart

  /// "you want to assign", "that users will need", "created above": read up to the next clause.
  private mutating func takeQualifier(_ target: inout Target) -> String? {
    guard let token = current, token.kind == .word else { return nil }
    if isOfChoice(index) {
      let words = index..<index + 3
      index += 3
      reading.note(.qualifier, words)
      return phrase(words).text
    }
    let isClause =
      token.isA(.relative) || token.isA(.subject)
      || token.isA(.participle) || isDescribing(at: index)
    guard isClause else { return nil }
    let start = index
    if token.isA(.participle) || isDescribing(at: index) {
      while let token = current, token.kind == .word,
        !["and", "or", "then", "to"].contains(token.lower), index - start < 6
      {
        if target.link == nil, let link = token.link { target.link = place.links[link] }
        index += 1
      }
    } else {
      skipToNextClause()
      // "Type the password that you use into **X**": where it goes is not what tells it apart.
      if let into = (start..<index).last(where: { position in
        tokens[position].isWord("into") && self.token(position + 1)?.kind == .label
      }) {
        index = into
      }
      // "The one you no longer need": it tells which, and leaves nothing out.
      let words = (start..<index).dropLast()
      if let no = words.first(where: { tokens[$0].isWord("no") && tokens[$0 + 1].isWord("longer") })
      {
        understood(no..<no + 2)
      }
    }
    reading.note(.qualifier, start..<index)
    return index > start ? phrase(start..<index).text : nil
  }
}
