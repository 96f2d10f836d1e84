import Diagnostics
import ProcedureModel

/// Reads what a title promises: "Create an API Only User", "Deleting a Role".
enum TitleReader {
  private static let effects: [String: Promise.Effect] = [
    "create": .creation, "creating": .creation, "add": .creation, "adding": .creation,
    "delete": .deletion, "deleting": .deletion, "remove": .deletion, "removing": .deletion,
  ]

  static func promise(in tokens: [Token], place: Places) -> Promise? {
    var tokens = tokens[...]
    if tokens.starts(with: ["how", "to"], by: { $0.lower == $1 }) { tokens = tokens.dropFirst(2) }
    guard let first = tokens.first, let effect = effects[first.lower] else { return nil }
    // Behind the verb, words up to a preposition; "Create and Edit X" promises no single thing.
    let object = tokens.dropFirst().drop { Words.determiners.contains($0.lower) }.prefix {
      ($0.kind == .word && !Words.isFunctionWord($0.lower)) || $0.kind == .label
    }
    let rest = tokens[object.endIndex...]
    guard !object.isEmpty, rest.first.map({ Words.prepositions.contains($0.lower) }) ?? true else {
      return nil
    }
    return Promise(effect, of: place.passage(Array(object), 0..<object.count))
  }
}
