import Diagnostics
import ProcedureModel

/// Reads what a title promises: "Create an API Only User", "Deleting a Role".
enum TitleReader {
  private static let effects: [String: Promise.Effect] = [
    "create": .creation, "creating": .creation, "add": .creation, "adding": .creation,
    "delete": .deletion, "deleting": .deletion, "remove": .deletion, "removing": .deletion,
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
    return first == "how" || effects[first] != nil
  }

  static func promise(in tokens: [Token], place: Places) -> Promise? {
    read(tokens).map { Promise($0.effect, of: place.passage(Array($0.thing), 0..<$0.thing.count)) }
  }

  private typealias Reading = (effect: Promise.Effect, thing: ArraySlice<Token>)

  private static func read(_ tokens: [Token]) -> Reading? {
    let words = withoutHowTo(tokens)
    guard let first = words.first, let effect = effects[first.lower],
      let thing = thing(in: words.dropFirst())
    else { return nil }
    return (effect, thing)
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
      return Promise(reading.effect, of: Passage(thing, at: words.range))
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
    return thing(in: words).map { (.creation, $0) }
  }

  /// Whether words name one thing: no subject to read about, and nothing to do.
  private static func isOneThing(_ tokens: ArraySlice<Token>) -> Bool {
    let phrase = nounPhrase(tokens)
    guard phrase.endIndex == tokens.endIndex, let first = phrase.first, let last = phrase.last
    else { return false }
    return first.lower != "understand" && !first.isA([.verb, .gerund, .adverb])
      && Noun.singular(last.lower) == last.lower
  }
}
