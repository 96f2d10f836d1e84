/// Closed classes of English words that tell nothing of which thing is meant.
package enum Words {
  private static let empty: Set<String> = [
    "existing", "desired", "of", "the", "a", "new", "appropriate", "any",
  ]
  private static let open: Set<String> = [
    "different", "other", "another", "previous", "old", "current", "former", "present", "one",
    "preferred", "right", "correct", "suitable", "relevant", "your", "selection", "choice",
    "option", "item", "want", "need", "like",
  ]

  /// Whether a word of open words tells nothing of which item is meant: "a different role".
  package static func tellsNoItem(_ word: String) -> Bool {
    open.contains(word) || tellsNothing(word)
  }

  private static let wholes: Set<String> = [
    "credential", "detail", "information", "data", "field", "value", "info", "login",
  ]

  /// Whether a noun means whatever a form asks for: "your credentials".
  package static func meansAllFields(_ noun: String) -> Bool { wholes.contains(noun) }

  private static let idle: Set<String> = [
    "default", "preferred", "present", "current", "own", "usual", "global", "general", "initial",
  ]

  /// Whether an adjective does not tell a setting from others: "the default language".
  package static func tellsNoSetting(_ word: String) -> Bool {
    idle.contains(word) || tellsNothing(word)
  }

  private static let changing: Set<String> = [
    "change", "edit", "update", "modify", "adjust", "replace",
  ]

  /// Whether a verb gives what is there another value: "change the name".
  package static func meansChange(_ verb: String) -> Bool { changing.contains(verb.lowercased()) }

  /// Words for the same deed; those of two rows are never the same.
  private static let deeds: [Set<String>] = [
    ["add", "new", "create", "make", "invite"], ["edit", "change", "modify", "update", "rename"],
    ["delete", "remove"], ["enable"], ["disable"], ["export"], ["import"], ["reset"],
    ["open", "view", "show"], ["close", "cancel"],
  ]

  /// Which deed a word of a label names; nil where it names none.
  package static func deed(_ word: String) -> Int? {
    deeds.firstIndex { $0.contains(word) }
  }

  private static let people: Set<String> = [
    "people", "person", "somebody", "someone", "other", "colleague",
  ]

  /// Whether a noun means whoever it may be: "invite people".
  package static func meansPeople(_ noun: String) -> Bool { people.contains(noun) }

  package static func isArticle(_ word: String) -> Bool { ["a", "an", "the"].contains(word) }

  private static let linking: Set<String> = [
    "is", "are", "was", "be", "been", "being", "has", "have", "must", "need", "should", "to",
    "already", "already", "currently", "must", "a", "an", "the", "your", "in", "for",
  ]

  /// Whether a word only links a thing with what is said of it: "workspaces **need to be** enabled".
  package static func onlyLinks(_ word: String) -> Bool { linking.contains(word) }

  private static let choosing: Set<String> = [
    "a", "an", "the", "any", "one", "your", "you", "desired", "preferred", "appropriate", "new",
    "other", "another", "what", "whatever", "which", "either", "different",
  ]

  /// Whether a word of "the existing role" tells nothing of which role it is.
  package static func tellsNothing(_ word: String) -> Bool { empty.contains(word) }

  private static let here: Set<String> = [
    "this", "these", "so", "following", "it", "page", "steps", "procedure", "task",
  ]

  /// Whether words mean what a page is about: "do this", "perform these steps".
  package static func pointsHere(_ text: String) -> Bool {
    text.lowercased().split(separator: " ").prefix(3).contains { here.contains(String($0)) }
  }

  /// What a label names: "Role Name" is about a role.
  package static func thing(named label: [String]) -> ArraySlice<String> {
    label.last == "name" ? label.dropLast() : label[...]
  }

  /// Whether a word leaves the choice to the reader: "the one that you want".
  package static func leavesChoice(_ word: String) -> Bool { choosing.contains(word) }
}

/// What a field takes, as far as its label tells.
package enum FieldKind: Sendable {
  case email, firstName, lastName, ipAddress, url, phone, password, date, number, text

  /// One row a kind: the words of which the label holds one.
  private static let table: [(kind: FieldKind, words: Set<String>)] = [
    (.ipAddress, ["ip"]),
    (.url, ["url", "link", "website", "endpoint"]),
    (.phone, ["phone", "telephone", "mobile"]),
    (.password, ["password"]),
    (.date, ["date", "expires", "expiration", "expiry"]),
    (.number, ["days", "number", "count", "timeout", "limit"]),
    (.text, ["description", "reason", "comment", "comments", "message", "note"]),
  ]

  /// What a noun beside a field can mean: an address is that of a person, of a page, or of a machine.
  package static func all(meantBy noun: String) -> [FieldKind] {
    if noun == "address" { return [.email, .url, .ipAddress] }
    // Texts and numbers are of many kinds.
    return FieldKind(label: [noun]).map { $0 == .text || $0 == .number ? [] : [$0] } ?? []
  }

  /// The kind of a label's words, in lower case; nil where they tell none.
  package init?(label words: [String]) {
    if words.contains("email") || words.contains("e-mail") || words.suffix(2) == ["e", "mail"] {
      self = .email
    } else if words == ["first", "name"] {
      self = .firstName
    } else if words == ["last", "name"] {
      self = .lastName
    } else if words.count == 1, ["from", "to", "until", "since", "start", "end"].contains(words[0])
    {
      // The ends of a span of time.
      self = .date
    } else if let row = Self.table.first(where: { !$0.words.isDisjoint(with: words) }) {
      self = row.kind
    } else {
      return nil
    }
  }
}
