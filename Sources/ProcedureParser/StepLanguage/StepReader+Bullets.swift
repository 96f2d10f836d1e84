import Diagnostics
import ProcedureModel

/// Bullets of a step: ways of which one is done, or steps of their own.
extension StepReader {
  enum BulletKind {
    /// One of them is done.
    case ways
    /// All of them are done.
    case steps
    /// They instruct nothing: values, explanations.
    case text
  }

  private static let choice = PhraseSet(
    "one of the following", "any of the following", "either of the following", "one of these",
    "any of these", "either of these", "one or more of the following", "following options",
    "options below", "either")

  /// What the bullets behind the text so far are, by how that introduces them.
  mutating func bulletKind(_ bullets: [ReadParagraph?]) -> BulletKind {
    // Ways that an image or a remark cut in two go on.
    if isListingWays, introduction?.sentence.isIntroducing != true { return .ways }
    let kind = kind(of: bullets)
    isListingWays = kind == .ways
    return kind
  }

  /// "Choose what kind it is:", and numbered labels with what they mean: one of them is chosen.
  func listsWays(_ items: [ReadParagraph?]) -> Bool {
    introduction?.reading.isChoosing == true && introduces
      && items.allSatisfy { $0.map { $0.isOption && $0.tokens.count > 2 } ?? false }
  }

  private func kind(of bullets: [ReadParagraph?]) -> BulletKind {
    let instructions = bullets.count { bullet in
      // A list of links points elsewhere.
      guard let bullet, let first = bullet.sentences.first,
        !first.tokens.allSatisfy({ $0.link != nil || $0.kind == .punctuation })
      else { return false }
      return bullet.beginsWithInstruction
    }
    // "Keep these, clear the rest:" says of the bullets what stands first.
    let leftOver: Set = ["rest", "others"]
    if actions.count > 1, leftOver.contains(actions.last?.target?.noun?.text ?? "") { return .text }
    let isMostlyInstructions = instructions * 2 >= bullets.count && instructions > 0
    if let introduction {
      let words = introduction.sentence.words
      if introduction.sentence.contains(Self.choice) { return .ways }
      let isChoice = introduction.reading.isChoosing
      if isChoice, words.contains("following") { return .ways }
      let options = bullets.count { $0?.isOption ?? false }
      if isChoice, introduction.sentence.isIntroducing, options > 1, options * 2 >= bullets.count {
        return .ways
      }
    }
    // "To do this, click ...", "If you want that, ...": each for its own case.
    let cases = bullets.count { $0?.sentences.first?.tokens.first.map(Self.isCase) ?? false }
    if cases > 1, cases * 2 >= bullets.count { return .ways }
    return isMostlyInstructions ? .steps : .text
  }

  /// "To ..." or "If ...", in bold or not.
  private static func isCase(_ token: Token) -> Bool {
    ["to", "if"].contains(token.lower.prefix { $0 != " " })
  }

  /// "Enter these values, then click **Next**:", and what goes into each field: that is what is
  /// entered.
  ///
  /// - Returns: Whether the step asks for entries.
  mutating func takeEntries(_ entries: [Action]) -> Bool {
    guard introduces, !entries.isEmpty,
      let index = actions.firstIndex(where: { action in
        action.verb == .enter && action.value == nil
          && (action.target.map { $0.form == .described } ?? true)
      })
    else { return false }
    actions.replaceSubrange(index...index, with: entries)
    return true
  }

  mutating func beginWays() {
    // "Select one of the following": what is selected stands in the bullets.
    guard let last = actions.last else { return }
    // "Click X, then choose a method. Choose a method:" is said twice and done once.
    let isSaid = actions.dropLast().contains {
      $0.verb == last.verb && $0.target?.text == last.target?.text
    }
    if isSaid {
      actions.removeLast()
      return
    }
    guard let target = last.target else {
      if introduces { actions.removeLast() }
      return
    }
    let words = target.text.lowercased()
    guard target.form == .described, words.contains("following") || words == "one" else { return }
    actions.removeLast()
  }

  /// "Choose either:", and a table: what is chosen stands in its rows, which are not read.
  mutating func chooseFromTable() {
    guard introduces, introduction?.reading.isChoosing == true, let last = actions.last,
      last.target == nil
    else { return }
    actions.removeLast()
  }

  mutating func readWay(_ bullet: ReadParagraph) {
    var reader = StepReader(isExplaining: isExplaining)
    reader.read(bullet)
    let isCase = bullet.tokens.first.map(Self.isCase) ?? false
    let isNamed = bullet.isOption && !isCase && introduction?.reading.isChoosing == true
    let text = bullet.place.text.text
    if reader.actions.isEmpty || isNamed, let chosen = chosen(bullet) {
      ways.append(Way(text: text, actions: [chosen]))
    } else {
      ways.append(Way(text: text, actions: reader.actions))
      // An "or" inside a way gives a further one.
      ways += reader.alternatives.map { Way(text: text, actions: $0) }
      if reader.actions.isEmpty { leftovers += reader.firstSentence.map { [$0] } ?? [] }
    }
    expects += reader.expects
    take(reader)
    leftovers += reader.leftovers
  }

  mutating func readInWay(_ paragraph: ReadParagraph) {
    var reader = StepReader(isExplaining: isExplaining)
    reader.read(paragraph)
    if !ways.isEmpty { ways[ways.count - 1].actions += reader.actions }
    expects += reader.expects
    take(reader)
  }

  /// "Click one of the following: **Edit**: to change it": the bullet names what is clicked.
  private func chosen(_ bullet: ReadParagraph) -> Action? {
    guard let introduction, let verb = introduction.reading.lastVerb,
      let first = bullet.tokens.first
    else { return nil }
    if first.kind == .label {
      let target = Target(
        text: first.text, range: bullet.place.range(first), form: .label, isMarked: true)
      return Self.action(verb, target)
    }
    // A few words are a name; a sentence explains.
    let words = bullet.tokens.prefix { $0.kind == .word || $0.kind == .literal }
    guard introduction.reading.isChoosing, !words.isEmpty, words.count <= 5,
      words.count == bullet.tokens.count
        || bullet.tokens[words.count].kind == .punctuation && bullet.tokens.count <= words.count + 1
    else { return nil }
    let name = bullet.place.passage(Array(words), 0..<words.count)
    let target = Target(
      text: name.text, range: name.range, form: first.isCapitalised ? .label : .described,
      isMarked: false)
    return Self.action(verb, target)
  }

  private static func action(_ verb: (verb: Verb, rawVerb: Passage), _ target: Target) -> Action {
    var action = Action(verb: verb.verb, rawVerb: verb.rawVerb, target: target)
    action.intent = IntentReader.intent(of: action)
    return action
  }
}
