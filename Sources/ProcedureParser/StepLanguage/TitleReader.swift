import Diagnostics
import ProcedureModel

/// Reads what a title promises: "Create an API Only User", "Deleting a Role".
enum TitleReader {
  private static let effects: [String: Promise.Effect] = {
    let rows: [(Promise.Effect, String)] = [
      (.creation, "create creating add adding make making invite inviting"),
      (.deletion, "delete deleting remove removing"),
      (.renaming, "rename renaming"),
      (.change, "change changing edit editing modify modifying update updating set setting"),
      (.change, "reset resetting require requiring restrict restricting move moving"),
      (.enabling, "enable enabling"), (.disabling, "disable disabling"),
      (.assignment, "assign assigning give giving grant granting"),
      (.export, "export exporting"),
    ]
    return Dictionary(
      uniqueKeysWithValues: rows.flatMap { effect, words in
        words.split(separator: " ").map { (String($0), effect) }
      })
  }()

  /// What is changed under these nouns, no title says.
  private static let vague: Set<String> = [
    "settings", "setting", "options", "preferences", "details", "information", "configuration",
    "changes", "change", "data", "sure", "it", "them",
  ]

  /// Further ways to say that something was made, in the words of a link: "you must have
  /// [established a role](...)".
  private static let makings: Set<String> = [
    "created", "added", "make", "making", "made", "define", "defining", "defined", "establish",
    "establishing", "established", "generate", "generating", "generated", "invite", "inviting",
    "invited",
  ]

  /// Whether a title begins so that it can promise something; most do not.
  static func mayPromise(_ title: String) -> Bool {
    let first = title.prefix { $0 != " " }.lowercased()
    return first == "how" || first == "turn" || first == "turning" || effects[first] != nil
  }

  static func promise(in tokens: [Token], place: Places) -> Promise? {
    read(tokens).map { $0.promise(place.passage(Array($0.thing), 0..<$0.thing.count)) }
  }

  private struct Reading {
    let effect: Promise.Effect
    let thing: ArraySlice<Token>
    var records: [RecordPhrase] = []
    var owner: String?
    var isEditing = false

    func promise(_ thing: Passage) -> Promise {
      var promise = Promise(effect, of: thing, records: records, owner: owner)
      promise.isEditing = isEditing
      return promise
    }
  }

  private static func read(_ tokens: [Token]) -> Reading? {
    let words = withoutHowTo(tokens)
    guard let (effect, width) = effect(words) else { return nil }
    let rest = words.dropFirst(width)
    guard let (records, end) = RecordReader(tokens).records(from: rest.startIndex) else {
      return nil
    }
    let behind = tokens[end...]
    if effect == .assignment, records.count == 1,
      let (given, _) = RecordReader(tokens).records(from: end)
    {
      // "Give a User the **Admin** Role".
      let thing = behind.drop { $0.isA(.determiner) }
      return Reading(effect: effect, thing: thing, records: given, owner: records[0].noun)
    }
    guard let thing = thing(in: rest) ?? firstThing(rest, records) else { return nil }
    guard thing.last.map({ !vague.contains($0.lower) }) ?? false else { return nil }
    // "Add X as a Service" makes a service.
    let isFirst = thing.startIndex < end
    var reading = Reading(effect: effect, thing: thing, records: isFirst ? records : [])
    reading.isEditing = ["edit", "editing", "modify", "modifying"].contains(words.first?.lower)
    return owned(reading, by: behind)
  }

  /// The verb of a title, and how many words it has.
  private static func effect(_ words: ArraySlice<Token>) -> (Promise.Effect, width: Int)? {
    guard let first = words.first else { return nil }
    let second = words.dropFirst().first?.lower
    if ["turn", "turning"].contains(first.lower) {
      return second == "on" ? (.enabling, 2) : second == "off" ? (.disabling, 2) : nil
    }
    return effects[first.lower].map { ($0, 1) }
  }

  /// The first of several things: "Create a Role and a User".
  private static func firstThing(
    _ tokens: ArraySlice<Token>, _ records: [RecordPhrase]
  ) -> ArraySlice<Token>? {
    guard records.count > 1 || records[0].names.count > 1 else { return nil }
    let phrase = nounPhrase(tokens)
    return phrase.isEmpty ? nil : phrase
  }

  /// "A User's Role", "the Role of a User", "a Role to a User": whose it is.
  private static func owned(_ reading: Reading, by behind: ArraySlice<Token>) -> Reading {
    let words = reading.thing
    if let owner = words.firstIndex(where: { $0.lower.hasSuffix("'s") || $0.lower.hasSuffix("s'") }
    ),
      owner + 1 < words.endIndex
    {
      let thing = words[(owner + 1)...]
      let name = words[...owner].map(\.lower).joined(separator: " ")
      return Reading(
        effect: reading.effect, thing: thing,
        records: [RecordPhrase(thing.map(\.text).joined(separator: " "))],
        owner: String(name.dropLast(name.hasSuffix("'s") ? 2 : 1)))
    }
    // What a new thing is for or in tells nothing of its kind.
    let isRecord = reading.effect == .creation || reading.effect == .deletion
    guard let first = behind.first,
      (isRecord ? ["to", "from"] : ["to", "from", "of", "for", "in"]).contains(first.lower)
    else { return reading }
    let owner = nounPhrase(behind.dropFirst())
    var owned = reading
    owned.owner = owner.isEmpty ? nil : owner.map(\.text).joined(separator: " ")
    return owned
  }

  private static func withoutHowTo(_ tokens: [Token]) -> ArraySlice<Token> {
    tokens.starts(with: ["how", "to"]) { $0.lower == $1 } ? tokens.dropFirst(2) : tokens[...]
  }

  /// What is made or gone, behind the verb: words up to a preposition.
  ///
  /// "Create and Edit X" promises no single thing.
  private static func thing(in tokens: ArraySlice<Token>) -> ArraySlice<Token>? {
    var object = nounPhrase(tokens)
    var rest = tokens[object.endIndex...]
    // "Add X as a Service": what X is made.
    if !object.isEmpty, rest.first?.lower == "as" {
      object = nounPhrase(rest.dropFirst())
      rest = tokens[object.endIndex...]
    }
    guard !object.isEmpty, rest.first.map({ $0.isA(.preposition) }) ?? true else { return nil }
    return object
  }

  private static func nounPhrase(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    tokens.drop { $0.isA(.determiner) }.prefix {
      ($0.kind == .word && !$0.isA(.function)) || $0.kind == .label
    }
  }

  // MARK: What must have been done before

  /// What the title of a page promises that must have been performed.
  static func promise(ofTitle title: Passage) -> Promise? {
    guard mayPromise(title.text) else { return nil }
    return promise(title, read(Tokenizer.tokens(of: MarkedText(plain: title.text))))
  }

  /// What words would promise as a title: "create roles".
  static func promise(ofWords text: String, at range: SourceRange) -> Promise? {
    guard mayPromise(text) else { return nil }
    return promise(Passage(text, at: range), read(Tokenizer.tokens(of: MarkedText(plain: text))))
  }

  /// A link to what must have been done before, with what its words promise.
  static func promising(_ link: Link) -> Link {
    var link = link
    let tokens = Tokenizer.tokens(of: MarkedText(plain: link.text))
    link.promise = promise(Passage(link.text, at: link.range), read(tokens) ?? readMade(tokens))
    return link
  }

  private static func promise(_ words: Passage, _ reading: Reading?) -> Promise? {
    reading.map { reading in
      let thing = reading.thing.map(\.text).joined(separator: " ")
      return reading.promise(Passage(thing, at: words.range))
    }
  }

  /// "Established a role", "an API Only role": each tells of one thing that is there then.
  private static func readMade(_ tokens: [Token]) -> Reading? {
    var words = withoutHowTo(tokens)
    guard let first = words.first else { return nil }
    if first.isWord("set"), words.dropFirst().first?.isWord("up") == true {
      words = words.dropFirst(2)
    } else if makings.contains(first.lower) {
      words = words.dropFirst()
    } else if !isOneThing(words) {
      return nil
    }
    return thing(in: words).map { Reading(effect: .creation, thing: $0) }
  }

  /// Whether words name one thing: no subject to read about, and nothing to do.
  private static func isOneThing(_ tokens: ArraySlice<Token>) -> Bool {
    let phrase = nounPhrase(tokens)
    // "A role with API permissions".
    let isWhole =
      phrase.endIndex == tokens.endIndex
      || tokens[phrase.endIndex].isWord("with") && tokens.first?.isA(.determiner) == true
    guard isWhole, let first = phrase.first, let last = phrase.last
    else { return false }
    return first.lower != "understand" && !first.isA([.verb, .gerund, .adverb])
      && Noun.singular(last.lower) == last.lower
  }
}
