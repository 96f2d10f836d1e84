/// What holds around a run and can be set: who is signed in, which edition.
package struct Circumstance: Hashable, Sendable {
  package enum Domain: Hashable, Sendable {
    /// One of these.
    case choice([String])
    /// Several of these, separated by commas.
    case subset([String])
    /// Names of records, each after one of these kinds, separated by commas.
    case records([String])
    /// A day, such as 2026-01-15.
    case date
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
  /// Nouns that mean a value where a page says for whom it is: "only for Spark".
  package let nouns: [Phrase]
  /// Values that there are only with a value of another circumstance.
  package let needs: [String: Need]
  /// Further nouns for the people that the values are, in lower case: by value.
  package let people: [String: [String]]
  /// Its value is who is signed in, and its key says so in words: "signed-in-as".
  package let isWho: Bool
  /// Of who can be signed in, the one with the fewest rights that an ordinary person has.
  package let plainest: String?
  /// By value, the values without which it has no effect: a permission's parents.
  package let ancestors: [String: [String]]

  /// A value of another circumstance.
  package struct Need: Hashable, Sendable {
    package let key: String
    package let value: String

    package init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  package init(
    _ key: String, summary: String, domain: Domain, standard: String?, phrases: [Phrase] = [],
    nouns: [Phrase] = [], needs: [String: Need] = [:], isWho: Bool = false,
    people: [String: [String]] = [:],
    plainest: String? = nil, ancestors: [String: [String]] = [:]
  ) {
    self.plainest = plainest
    self.ancestors = ancestors
    self.people = people
    self.needs = needs
    self.isWho = isWho
    self.key = key
    self.summary = summary
    self.domain = domain
    self.standard = standard
    self.phrases = phrases
    self.nouns = nouns
  }

  /// Single values that can be given.
  package var values: [String] {
    switch domain {
    case .choice(let values), .subset(let values): values
    case .records, .date: []
    }
  }
}

/// A record by its kind and its name: "role API Only".
package struct NamedRecord: Hashable, Sendable {
  package let kind: String
  package let name: String

  package init(kind: String, name: String) {
    self.kind = kind
    self.name = name
  }

  /// Reads "role API Only"; nil where it begins with none of these kinds.
  package init?(_ text: some StringProtocol, of kinds: [String]) {
    // The longest first: "API only user" is not "API".
    let kind = kinds.sorted { $0.count > $1.count }.first { kind in
      text.count > kind.count + 1 && text.prefix(kind.count).lowercased() == kind.lowercased()
        && text.dropFirst(kind.count).first == " "
    }
    guard let kind else { return nil }
    self.init(kind: kind, name: String(text.dropFirst(kind.count + 1)))
  }

  package var text: String { "\(kind) \(name)" }
}

/// Circumstances that were set, by key.
package struct Circumstances: Hashable, Sendable {
  /// What holds of one.
  package enum Value: Hashable, Sendable {
    /// A choice, or a day.
    case one(String)
    case several([String])
    case records([NamedRecord])
  }

  package var values: [String: Value]
  /// Records that pages take for granted, besides those that are given: an engine makes them with
  /// what such a record needs to be of use.
  package var assumed: [NamedRecord] = []

  package init(_ values: [String: Value] = [:]) { self.values = values }

  /// The choice or the day that holds.
  package subscript(key: String) -> String? {
    get { if case .one(let value) = values[key] { value } else { nil } }
    set { values[key] = newValue.map { .one($0) } }
  }

  /// Nil if the key is not set; an empty list means none.
  package func members(_ key: String) -> [String]? {
    if case .several(let members) = values[key] { members } else { nil }
  }

  package func records(_ key: String) -> [NamedRecord] {
    if case .records(let records) = values[key] { records } else { [] }
  }

  /// These, with others in their place where both say something.
  package func overridden(by others: Circumstances) -> Circumstances {
    var all = self
    all.values.merge(others.values) { $1 }
    all.assumed += others.assumed
    return all
  }
}
