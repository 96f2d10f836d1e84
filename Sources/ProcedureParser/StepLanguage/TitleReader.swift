import Diagnostics
import ProcedureModel

/// Reads what a title promises: "Create an API Only User", "Deleting a Role".
enum TitleReader {
  private static let effects: [String: Promise.Effect] = [
    "create": .creation, "creating": .creation, "add": .creation, "adding": .creation,
    "delete": .deletion, "deleting": .deletion, "remove": .deletion, "removing": .deletion,
  ]

  /// Whether a title begins so that it can promise something; most do not.
  static func mayPromise(_ title: String) -> Bool {
    let first = title.prefix { $0 != " " }.lowercased()
    return first == "how" || effects[first] != nil
  }

  static func promise(in tokens: [Token], place: Places) -> Promise? {
    var tokens = tokens[...]
    if tokens.starts(with: ["how", "to"], by: { $0.lower == $1 }) { tokens = tokens.dropFirst(2) }
    guard let first = tokens.first, let effect = effects[first.lower] else { return nil }
    // Behind the verb, words up to a preposition; "Create and Edit X" promises no single thing.
    var object = nounPhrase(tokens.dropFirst())
    var rest = tokens[object.endIndex...]
    // "Add X as a Service": what X is made.
    if !object.isEmpty, rest.first?.lower == "as" {
      object = nounPhrase(rest.dropFirst())
      rest = tokens[object.endIndex...]
    }
    guard !object.isEmpty, rest.first.map({ $0.isA(.preposition) }) ?? true else {
      return nil
    }
    return Promise(effect, of: place.passage(Array(object), 0..<object.count))
  }

  private static func nounPhrase(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    tokens.drop { $0.isA(.determiner) }.prefix {
      ($0.kind == .word && !$0.isA(.function)) || $0.kind == .label
    }
  }
}
