/// How one sentence of a step was read, part by part in the order of the words.
package struct Explanation: Sendable {
  /// What some words were taken for.
  package enum Part: String, CaseIterable, Sendable {
    case mark, place, condition, purpose, permission, verb, object, value, negation, reference
    /// It tells which one is meant: "that you created".
    case qualifier
    /// For a person, outside the product.
    case handover
    case result
    /// Words that hold the others together, and words that nothing was made of.
    case unread
  }

  package struct Piece: Sendable {
    package let words: String
    package let part: Part
    /// What it means, in the words of the model: "click", "label, button".
    package let detail: String

    package init(words: String, part: Part, detail: String) {
      self.words = words
      self.part = part
      self.detail = detail
    }
  }

  package let pieces: [Piece]

  package init(pieces: [Piece]) { self.pieces = pieces }
}
