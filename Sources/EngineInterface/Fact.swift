/// Something true in the product's data, so that an outcome can be proved beyond the screen.
package struct Fact: Hashable, Sendable {
  package struct Attribute: Hashable, Sendable {
    package let name: String
    package let value: String
    /// What the value sums up, where it is a list: a difference then names the items.
    package let items: [Item]

    /// One of several values, and where it holds if that is not everywhere.
    package struct Item: Hashable, Sendable {
      package let name: String
      package let place: String?

      package init(_ name: String, in place: String? = nil) {
        self.name = name
        self.place = place
      }

      package var text: String { place.map { "\(name) (\($0))" } ?? name }
    }

    package init(_ name: String, _ value: String, items: [String] = []) {
      self.name = name
      self.value = value
      self.items = items.map { Item($0) }
    }

    /// A list; nothing in it is "none".
    package init(_ name: String, list items: [Item]) {
      self.name = name
      value = items.isEmpty ? "none" : items.map(\.text).joined(separator: ", ")
      self.items = items
    }
  }

  /// One of the engine's fact kinds: "role".
  package let kind: String
  /// What its screens show it by, and what tells it apart where it has no id.
  package let name: String
  /// What stays when its name is changed; nil where that can't happen.
  package let id: String?
  /// Of a message, the name of the record that gets it.
  package let recipient: String?
  /// In a fixed order; a value not worth reporting is omitted.
  package let attributes: [Attribute]

  /// What it is called besides its name: a user, known by an e-mail address, has a name of its own.
  package var otherName: String? { attributes.first { $0.name == "name" }?.value }

  /// Whether it is in use, as its attribute "state" says; nil without one.
  package var isEnabled: Bool? {
    attributes.first { $0.name == "state" }.map { $0.value == "enabled" }
  }

  package init(
    kind: String, name: String, id: String? = nil, recipient: String? = nil,
    attributes: [Attribute] = []
  ) {
    self.recipient = recipient
    self.kind = kind
    self.name = name
    self.id = id
    self.attributes = attributes
  }
}

/// A kind of facts, and how pages speak of it.
package struct FactKind: Hashable, Sendable {
  package let name: String
  /// Further nouns that pages use for it, singular, in lower case.
  package let nouns: [String]
  /// The label of the field that asks for what its screens show it by: a user's e-mail address.
  package let nameField: String
  /// What to report if none was created, where that is worth it: "no mail sent".
  package let absence: String?

  /// Without a label for it, the field is called "Name" and the kind: "Role Name".
  package init(
    _ name: String, nouns: [String] = [], nameField: String? = nil, absence: String? = nil
  ) {
    self.name = name
    self.nouns = nouns
    self.nameField = nameField ?? "\(name) name"
    self.absence = absence
  }
}

/// What became of a fact between two observations.
package enum FactChange: Hashable, Sendable {
  case added(Fact)
  case removed(Fact)
  case changed(from: Fact, to: Fact)

  package var kind: String {
    switch self {
    case .added(let fact), .removed(let fact), .changed(_, let fact): fact.kind
    }
  }

  /// The difference, in the order of the facts; facts are the same where kind and id are, or kind
  /// and name of those without an id.
  package static func difference(from before: [Fact], to after: [Fact]) -> [FactChange] {
    guard before != after else { return [] }
    // Most of what a person does changes one fact, and to compare is cheaper than to hash.
    let same = zip(before, after).prefix { $0 == $1 }.count
    struct Key: Hashable {
      let kind: String
      let id: String
      let hasID: Bool
      var occurrence = 0
    }
    func keyed(_ facts: [Fact]) -> [(key: Key, fact: Fact)] {
      var seen: [Key: Int] = [:]
      return facts.dropFirst(same).map { fact in
        var key = Key(kind: fact.kind, id: fact.id ?? fact.name, hasID: fact.id != nil)
        let occurrence = seen[key, default: 0]
        seen[key] = occurrence + 1
        key.occurrence = occurrence
        return (key, fact)
      }
    }
    let old = keyed(before)
    let new = keyed(after)
    let oldByKey = Dictionary(old.map { ($0.key, $0.fact) }) { first, _ in first }
    let newKeys = Set(new.map(\.key))
    var changes: [FactChange] = old.filter { !newKeys.contains($0.key) }.map { .removed($0.fact) }
    for (key, fact) in new {
      switch oldByKey[key] {
      case nil: changes.append(.added(fact))
      case let previous? where previous != fact: changes.append(.changed(from: previous, to: fact))
      case _?: break
      }
    }
    return changes
  }
}
