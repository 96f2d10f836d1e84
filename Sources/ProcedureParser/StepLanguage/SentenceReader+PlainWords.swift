import Diagnostics
import ProcedureModel

/// Reads things that no mark sets off: capitalised labels, and words that describe.
extension SentenceReader {
  private static let ordinals: Set<String> = ["next", "first", "second", "third", "only", "above"]

  /// "Admin > Integration > LaunchPoint" without marks.
  mutating func followingPath(_ first: Target) -> Target {
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

  mutating func plain(from start: Int) -> Target? {
    guard let token = current else { return nil }
    if token.isA(.pronoun) {
      index += 1
      // "The one that you just made": no pronoun, where words tell which.
      if token.isWord("one") || token.isWord("ones"),
        let next = current, next.isA([.subject, .relative, .participle])
      {
        return Target(
          text: token.text, range: place.range(token), form: .described, isMarked: false,
          noun: Noun(text: "one", range: place.range(token), control: nil))
      }
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
      if let of = self.token(end), of.isWord("of"), !isOfChoice(end),
        let next = self.token(end + 1),
        next.kind == .word
      {
        end += 1
        while let token = self.token(end), token.isA(.determiner) { end += 1 }
      }
    }
    guard end > first else { return nil }
    if let one = self.token(end), one.isWord("one") || one.isWord("ones") {
      // "The new one": of what kind, an earlier noun says.
      index = end + 1
      let words = passage(first..<index)
      return Target(
        text: words.text, range: words.range, form: .described, isMarked: false,
        noun: Noun(text: "one", range: place.range(one), control: nil))
    }
    if let label = self.token(end), label.kind == .label {
      return plainBeforeLabel(first..<end)
    }
    if let code = self.token(end), code.kind == .literal, !code.isQuoted,
      let composed = plainAroundCode(first..<end)
    {
      return composed
    }
    index = end
    return plainTarget(behindRow(first..<end))
  }

  /// "The row of the user": the user.
  private func behindRow(_ words: Range<Int>) -> Range<Int> {
    guard words.count > 2, ["row", "line"].contains(tokens[words.lowerBound].lower),
      tokens[words.lowerBound + 1].isWord("of")
    else { return words }
    var start = words.lowerBound + 2
    while start < words.upperBound - 1, tokens[start].isA(.determiner) { start += 1 }
    return start..<words.upperBound
  }

  /// "the option **X**" names X; "the custom **X** service" describes a service.
  mutating func plainBeforeLabel(_ words: Range<Int>) -> Target? {
    index = words.upperBound
    guard let label = labelled() else { return nil }
    let nouns = tokens[words.upperBound..<index].filter { $0.kind == .word }.map(\.lower)
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
      text: ([before, label.text] + nouns).joined(separator: " "), range: range,
      form: .described, isMarked: true, noun: label.noun)
  }

  /// "An HTTP `POST` request", "the 2.x `influx` CLI": the code is part of the name.
  private mutating func plainAroundCode(_ words: Range<Int>) -> Target? {
    index = words.upperBound + 1
    guard let noun = trailingNoun() else { return nil }
    if tokens[words].allSatisfy({ Self.ordinals.contains($0.lower) || $0.isWord("following") }) {
      let code = tokens[words.upperBound]
      return Target(
        text: code.text, range: place.range(code), form: .literal, isMarked: false, noun: noun)
    }
    let whole = passage(words.lowerBound..<index)
    let text = tokens[words.lowerBound..<index].map(\.text).joined(separator: " ")
    return Target(
      text: text, range: whole.range, form: .described, isMarked: false, noun: noun)
  }

  /// The words of a link belong together: "the [log on information](...)".
  private func goesOnInLink(_ index: Int, _ first: Int) -> Bool {
    index > first && tokens[index].link != nil && tokens[index].link == tokens[index - 1].link
  }

  private func stops(_ token: Token, at index: Int, first: Int) -> Bool {
    if index > first, isVerbInside(index) { return true }
    if exceptionWidth(at: index) != nil || comparesWithLabel(at: index) { return true }
    if isCapitalisedLabel(at: index, first: first) { return false }
    if token.isA(.function) || token.isA(.relative) || isFiniteVerb(token) { return true }
    // "the previously created user" begins with them, "the user created above" ends.
    if !tokens[first..<index].allSatisfy({ $0.isA(.participle) }), token.isA(.participle),
      !tokens[index - 1].isWord("of")
    {
      return true
    }
    if index > first, isDescribing(at: index) { return true }
    // "Up", "down": which way, behind the thing.
    if index > first, isDirection(at: index) { return true }
    // "The permissions people will need": a clause without "that".
    if index > first, token.isWord("people") || token.isWord("users"),
      let verb = tokens[index...].first(where: { $0.isA([.modal, .auxiliary]) || $0.kind != .word }
      ),
      verb.isA([.modal, .auxiliary])
    {
      return true
    }
    // "The API only user".
    if token.isWord("only"), index > first, tokens[index - 1].isCapitalised,
      let next = self.token(index + 1), next.kind == .word, !next.isA(.function), !next.isA(.adverb)
    {
      return false
    }
    return index > first && token.isA(.adverb)
  }

  /// "The option matching your runners": a clause that tells which.
  func isDescribing(at index: Int) -> Bool {
    guard let token = token(index), token.kind == .word, !token.isCapitalised,
      token.lower.hasSuffix("ing"), token.lower.utf8.count > 5, let next = self.token(index + 1),
      self.token(index - 1)?.isA(.determiner) == false
    else { return false }
    return next.isA(.determiner) && !next.isA(.relative)
  }

  /// "Drag it up or down", "up into its place"; but "the drop down menu".
  private func isDirection(at index: Int) -> Bool {
    guard ["up", "down"].contains(tokens[index].lower) else { return false }
    guard let next = token(index + 1) else { return true }
    return next.isWord("or") || ["into", "to", "until"].contains(next.lower)
  }

  /// "Click Next", "the API Only checkbox": inside a sentence, a capital makes a label of any word.
  private func isCapitalisedLabel(at index: Int, first: Int) -> Bool {
    guard tokens[index].isCapitalised, index > 0, tokens[index - 1].kind == .word else {
      return false
    }
    let isBegun = index > first && tokens[first..<index].allSatisfy(\.isCapitalised)
    return isBegun || index == first && VerbTable.entry(startingAt: index - 1, of: tokens) != nil
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
    // "The required [build matrix](...) configuration" names nothing.
    guard tokens[start..<end].contains(where: \.isCapitalised) || end == range.upperBound else {
      return nil
    }
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
    // "The dialog box".
    if end - range.lowerBound > 1 {
      let words = passage(end - 2..<end)
      if let control = ControlNoun(spelled: words.text.lowercased()) {
        return Noun(text: words.text.lowercased(), range: words.range, control: control)
      }
    }
    return Noun(
      text: Noun.singular(head.lower), range: place.range(head),
      control: ControlNoun(spelled: head.lower))
  }
}
