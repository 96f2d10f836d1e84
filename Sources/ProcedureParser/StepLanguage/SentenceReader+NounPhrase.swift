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
    skipDeterminers()
    let isAll = tokens[start..<index].contains { $0.isWord("all") || $0.isWord("every") }
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
    target.isAll = isAll
    target.link = token.link.map { place.links[$0] } ?? target.link
    target.qualifier = takeQualifier(&target)
    return target
  }

  private mutating func skipDeterminers() {
    // "one or more of the items"
    if current?.isWord("one") == true, token(index + 1)?.isWord("or") == true,
      let many = token(index + 2), ["more", "several", "many", "two"].contains(many.lower)
    {
      index += 3
      if current?.isWord("of") == true { index += 1 }
    }
    while let token = current, token.kind == .word {
      let isPartitive =
        token.isWord("of") && index > 0
        && ["one", "any", "all", "each", "some", "both"].contains(tokens[index - 1].lower)
      guard token.isA(.determiner) || isPartitive else { return }
      // "this", "one" alone is a pronoun.
      if token.isA(.pronoun), !startsNounPhrase(at: index + 1),
        self.token(index + 1)?.isWord("of") != true
      {
        return
      }
      index += 1
    }
  }

  // MARK: Labels

  private mutating func labelled() -> Target? {
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
    let passages = parts.map { passage($0..<$0 + 1) }
    let whole = passages[0].range.extended(to: passages[passages.count - 1].range)
    var target = Target(
      text: parts.map { tokens[$0].text }.joined(separator: " > "), range: whole, form: .label,
      isMarked: true, noun: trailingNoun())
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
  private mutating func trailingNoun() -> Noun? {
    while current?.kind == .image { index += 1 }
    var end = index
    while let token = token(end), token.kind == .word, end - index < 3,
      !token.isA(.function), !token.isA(.adverb),
      !token.isA(.participle), !token.isA(.relative),
      !isFiniteVerb(token), !isVerbInside(end)
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
  private func isVerbInside(_ index: Int) -> Bool {
    guard let entry = VerbTable.entry(startingAt: index, of: tokens), entry.verb != .other,
      entry.verb != .enter
    else { return false }
    return !entry.isAmbiguous && startsObject(at: index + entry.words.count)
  }

  /// "**X** opens": the word after the label is a verb, not its noun.
  private func isFiniteVerb(_ token: Token) -> Bool {
    Self.finiteVerbs.contains(token.lower)
  }

  private static let finiteVerbs: Set<String> = [
    "opens", "appears", "displays", "closes", "shows", "lets", "allows", "remains", "stays",
    "becomes",
  ]

  private static let ordinals: Set<String> = ["next", "first", "second", "third", "only", "above"]

  // MARK: Plain words

  /// "Admin > Integration > LaunchPoint" without marks.
  private mutating func followingPath(_ first: Target) -> Target {
    guard first.form == .label else { return first }
    var parts = [first]
    while current?.kind == .separator, token(index + 1)?.isCapitalised == true {
      let saved = index
      index += 1
      guard let part = plain(from: index), part.form == .label else {
        index = saved
        break
      }
      parts.append(part)
    }
    guard parts.count > 1, let last = parts.last else { return first }
    var target = Target(
      text: parts.map(\.text).joined(separator: " > "),
      range: first.range.extended(to: last.range), form: .label, isMarked: false, noun: last.noun)
    target.path = parts.map { Passage($0.text, at: $0.range) }
    return target
  }

  private mutating func plain(from start: Int) -> Target? {
    guard let token = current else { return nil }
    if token.isA(.pronoun) {
      index += 1
      return Target(
        text: token.text, range: place.range(token), form: .pronoun, isMarked: false)
    }
    let first = index
    var end = index
    // "the next screen", "the first row": behind a determiner they are no adverbs.
    if index > start, Self.ordinals.contains(token.lower), self.token(index + 1)?.kind == .word {
      end += 1
    }
    while let token = self.token(end), token.kind == .word,
      !stops(token, at: end, first: first) || goesOnInLink(end, first)
    {
      end += 1
      if let of = self.token(end), of.isWord("of"), let next = self.token(end + 1),
        next.kind == .word
      {
        end += 1
        while let token = self.token(end), token.isA(.determiner) { end += 1 }
      }
    }
    guard end > first else { return nil }
    if let label = self.token(end), label.kind == .label {
      return plainBeforeLabel(first..<end)
    }
    index = end
    return plainTarget(first..<end)
  }

  /// "the option **X**" names X; "the custom **X** service" describes a service.
  private mutating func plainBeforeLabel(_ words: Range<Int>) -> Target? {
    index = words.upperBound
    guard let label = labelled() else { return nil }
    let before = tokens[words].map(\.lower).joined(separator: " ")
    let last = tokens[words.upperBound - 1].lower
    let control = ControlNoun(spelled: before) ?? ControlNoun(spelled: last)
    if label.noun == nil {
      var target = label
      // "the selection of **X**" tells nothing of X itself.
      if !tokens[words].contains(where: { $0.isWord("of") }) {
        let isWhole = ControlNoun(spelled: before) != nil
        let noun = (isWhole ? words.lowerBound : words.upperBound - 1)..<words.upperBound
        target.noun = Noun(
          text: Noun.singular(isWhole ? before : last), range: passage(noun).range,
          control: control)
      }
      return target
    }
    let range = passage(words).range.extended(to: label.noun?.range ?? label.range)
    return Target(
      text: [before, label.text, label.noun?.text ?? ""].joined(separator: " "), range: range,
      form: .described, isMarked: true, noun: label.noun)
  }

  /// The words of a link belong together: "the [log on information](...)".
  private func goesOnInLink(_ index: Int, _ first: Int) -> Bool {
    index > first && tokens[index].link != nil && tokens[index].link == tokens[index - 1].link
  }

  private func stops(_ token: Token, at index: Int, first: Int) -> Bool {
    if index > first, isVerbInside(index) { return true }
    if token.isA(.function) || token.isA(.relative) || isFiniteVerb(token) { return true }
    // "the previously created user" begins with them, "the user created above" ends.
    if !tokens[first..<index].allSatisfy({ $0.isA(.participle) }), token.isA(.participle),
      !tokens[index - 1].isWord("of")
    {
      return true
    }
    return index > first && token.isA(.adverb)
  }

  /// Capitalised words are a label, with a lower-case noun of a control after it.
  private func plainTarget(_ range: Range<Int>) -> Target {
    if let linked = linkedTarget(range) { return linked }
    var labelEnd = range.lowerBound
    while labelEnd < range.upperBound, isLabelWord(labelEnd, in: range) { labelEnd += 1 }
    let rest = tokens[labelEnd..<range.upperBound].map(\.lower).joined(separator: " ")
    let head = headNoun(range)
    if labelEnd > range.lowerBound, rest.isEmpty || ControlNoun(spelled: rest) != nil {
      // A capitalised "Roles Tab" has its noun too.
      let label = passage(range.lowerBound..<labelEnd)
      let noun =
        rest.isEmpty
        ? nil
        : Noun(
          text: rest, range: passage(labelEnd..<range.upperBound).range,
          control: ControlNoun(spelled: rest))
      return Target(
        text: label.text, range: label.range, form: .label, isMarked: false, noun: noun)
    }
    if let named = namedBehindNoun(range) { return named }
    let words = passage(range)
    return Target(
      text: words.text, range: words.range, form: .described, isMarked: false, noun: head)
  }

  /// "the option Service Account": capitalised words behind a control's noun name it.
  private func namedBehindNoun(_ range: Range<Int>) -> Target? {
    guard let start = range.first(where: { tokens[$0].isCapitalised }), start > range.lowerBound,
      (start..<range.upperBound).allSatisfy({ isLabelWord($0, in: start..<range.upperBound) }),
      let control = ControlNoun(spelled: tokens[start - 1].lower)
    else { return nil }
    let label = passage(start..<range.upperBound)
    let noun = Noun(
      text: Noun.singular(tokens[start - 1].lower), range: place.range(tokens[start - 1]),
      control: control)
    return Target(text: label.text, range: label.range, form: .label, isMarked: false, noun: noun)
  }

  /// "a first [Query](...) activity": the words of the link name it.
  private func linkedTarget(_ range: Range<Int>) -> Target? {
    guard let start = range.first(where: { tokens[$0].link != nil }) else { return nil }
    let end = range[start...].first { tokens[$0].link != tokens[start].link } ?? range.upperBound
    guard start..<end != range else { return nil }
    var target = plainTarget(start..<end)
    target.link = tokens[start].link.map { place.links[$0] }
    if end < range.upperBound, target.noun?.control == nil { target.noun = headNoun(range) }
    return target
  }

  private func isLabelWord(_ index: Int, in range: Range<Int>) -> Bool {
    let token = tokens[index]
    if token.isCapitalised { return true }
    // "Users & Roles", "Name of Role"
    guard index > range.lowerBound, index + 1 < range.upperBound else { return false }
    return ["&", "of"].contains(token.lower) && tokens[index + 1].isCapitalised
  }

  /// The last word before "of".
  private func headNoun(_ range: Range<Int>) -> Noun? {
    let end = range.first { $0 > range.lowerBound && tokens[$0].isWord("of") } ?? range.upperBound
    let head = tokens[end - 1]
    guard head.kind == .word else { return nil }
    return Noun(
      text: Noun.singular(head.lower), range: place.range(head),
      control: ControlNoun(spelled: head.lower))
  }

  // MARK: What tells it apart

  /// "you want to assign", "that users will need", "created above": read up to the next clause.
  private mutating func takeQualifier(_ target: inout Target) -> String? {
    guard let token = current, token.kind == .word else { return nil }
    let isClause =
      token.isA(.relative) || token.isA(.subject)
      || token.isA(.participle)
    guard isClause else { return nil }
    let start = index
    if token.isA(.participle) {
      while let token = current, token.kind == .word,
        !["and", "or", "then", "to"].contains(token.lower), index - start < 6
      {
        if target.link == nil, let link = token.link { target.link = place.links[link] }
        index += 1
      }
    } else {
      skipToNextClause()
    }
    reading.note(.qualifier, start..<index)
    return index > start ? phrase(start..<index).text : nil
  }
}
