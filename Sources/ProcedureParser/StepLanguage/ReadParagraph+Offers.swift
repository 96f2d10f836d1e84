import ProcedureModel

// What a note says can be done besides the steps.
extension ReadParagraph {
  /// Words with which something is offered for another time, or in place of what the steps do.
  private static let elsewhere: Set<String> = [
    "later", "afterwards", "afterward", "anytime", "time", "again", "instead", "alternatively",
  ]

  /// What its sentences offer.
  var offers: [Offer] { sentences.indices.compactMap(offer) }

  /// "You can also enter a **Description**": what is set, of which the label is named.
  func offer(_ index: Int) -> Offer? {
    let sentence = sentences[index]
    // Most notes name no label, and offer nothing.
    guard sentence.tokens.contains(where: { $0.kind == .label }), sentence.links.isEmpty,
      !sentence.tokens.contains(where: { $0.isA(.denial) || Self.elsewhere.contains($0.lower) })
    else { return nil }
    let reading = reading(index)
    guard reading.isPermission || reading.isOptional, reading.alternatives.isEmpty,
      reading.prohibitions.isEmpty, !reading.isManual, !reading.isReference,
      reading.condition.map({ $0.kind == .choice }) ?? true,
      !reading.actions.isEmpty, reading.actions.allSatisfy(Self.sets)
    else { return nil }
    return Offer(words: sentence.passage, actions: reading.actions.map(Self.unconditional))
  }

  private static func sets(_ action: Action) -> Bool {
    guard action.target?.form == .label, action.polarity == .affirmed else { return false }
    return switch action.intent {
    case .enter, .choose, .assign, .setChecked(true), .include(true), .goal: true
    default: false
    }
  }

  /// It is tried whether the reader likes it or not.
  private static func unconditional(_ action: Action) -> Action {
    var action = action
    action.condition = nil
    return action
  }
}
