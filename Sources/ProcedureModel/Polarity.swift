/// Whether words affirm what they name, or deny it.
package enum Polarity: String, Hashable, Sendable {
  case affirmed, denied
  /// Words limit it in a way that was not understood: "hardly", "neither", "at most".
  case unknown

  package var inverted: Polarity {
    switch self {
    case .affirmed: .denied
    case .denied: .affirmed
    case .unknown: .unknown
    }
  }

  package func inverted(if isInverted: Bool) -> Polarity { isInverted ? inverted : self }

  /// Whether something is so that is said with this polarity; nil where that can't be told.
  package func turns(_ isSo: Bool?) -> Bool? {
    switch self {
    case .affirmed: isSo
    case .denied: isSo.map { !$0 }
    case .unknown: nil
    }
  }
}

/// Words of one clause, with those among them that turn its meaning round.
package struct Clause: Hashable, Sendable {
  package let text: String
  /// In lower case: "not", "isn't", "unless".
  package let denials: [String]
  /// Words that limit it in a way that is not understood: "hardly", "only".
  package let limits: [String]

  package init(_ text: String, denials: [String] = [], limits: [String] = []) {
    self.text = text
    self.denials = denials
    self.limits = limits
  }

  package var polarity: Polarity { polarity(of: "") }

  /// Whether the clause affirms a phrase that stands in it: two denials are none, and the words
  /// inside the phrase are its own.
  package func polarity(of phrase: String) -> Polarity {
    let words = phrase.lowercased().split(separator: " ").map(String.init)
    guard limits.allSatisfy(words.contains) else { return .unknown }
    let own = words.count(where: denials.contains)
    return (denials.count - own).isMultiple(of: 2) ? .affirmed : .denied
  }
}
