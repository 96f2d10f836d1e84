/// What holds around a run and can be set: who is signed in, which edition.
package struct Circumstance: Hashable, Sendable {
  package enum Domain: Hashable, Sendable {
    /// One of these.
    case choice([String])
    /// Several of these, separated by commas.
    case subset([String])
  }

  /// Words of a page that mean a value of this circumstance.
  package struct Phrase: Hashable, Sendable {
    package let words: String
    package let value: String

    package init(_ words: String, means value: String) {
      self.words = words
      self.value = value
    }
  }

  package let key: String
  package let summary: String
  package let domain: Domain
  /// Nil where it holds nothing unless it is given.
  package let standard: String?
  package let phrases: [Phrase]

  package init(
    _ key: String, summary: String, domain: Domain, standard: String?, phrases: [Phrase] = []
  ) {
    self.key = key
    self.summary = summary
    self.domain = domain
    self.standard = standard
    self.phrases = phrases
  }

  /// Single values that can be given.
  package var values: [String] {
    switch domain {
    case .choice(let values), .subset(let values): values
    }
  }
}

/// Circumstances that were set, by key.
package struct Circumstances: Hashable, Sendable {
  package var values: [String: String]

  package init(_ values: [String: String] = [:]) { self.values = values }

  package subscript(key: String) -> String? {
    get { values[key] }
    set { values[key] = newValue }
  }

  /// These, with others in their place where both say something.
  package func overridden(by others: Circumstances) -> Circumstances {
    Circumstances(values.merging(others.values) { $1 })
  }
}
