/// Why nothing of a step can be performed, with the words that say so.
package struct Reason: Hashable, Sendable {
  /// All reasons that there are.
  package enum Kind: String, CaseIterable, Sendable {
    /// No words: a picture, an empty item.
    case noWords = "no-words"
    /// For a person to do, outside the product.
    case forPerson = "for-a-person"
    /// It points to other steps or to another page.
    case pointsElsewhere = "points-elsewhere"
    /// It only says what not to do.
    case forbids
    /// It introduces what follows it.
    case introduces
    /// It says what is or happens, and asks for nothing.
    case states
    /// No verb of an instruction is known in it.
    case noInstruction = "no-instruction"
    /// It offers ways, and none of them is understood.
    case noWay = "no-way"
    /// It says what shall come about and not how: "Create a report".
    case goal
    /// It names nothing to act on: "Click".
    case noTarget = "no-target"
  }

  package let kind: Kind
  /// The words that it rests on; empty where there are none.
  package let words: String

  package init(_ kind: Kind, words: String) {
    self.kind = kind
    self.words = words
  }

  /// The reason for a reader of a report.
  package var text: String {
    switch kind {
    case .noWords: "it has no text"
    case .forPerson: "it is for a person to do, outside the product: \"\(words)\""
    case .pointsElsewhere: "refers to other steps or pages: \"\(words)\""
    case .forbids: "only forbids: \"\(words)\""
    case .introduces: "introduces what follows: \"\(words)\""
    case .states: "only states something: \"\(words)\""
    case .noInstruction: "no instruction is recognised in \"\(words)\""
    case .noWay: "none of its ways is recognised: \"\(words)\""
    case .goal: "says what to achieve, but not how: \"\(words)\""
    case .noTarget: "names nothing to act on: \"\(words)\""
    }
  }
}
