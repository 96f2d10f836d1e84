/// Records that words mean: "a user", "the two roles", "the roles **A** and **B**".
package struct RecordPhrase: Hashable, Sendable {
  /// The noun, in the words of the page: "roles"; empty where it may be any record.
  package let noun: String
  /// What each of them is called, where the words say so.
  package let names: [String]
  /// How many, where the words count: "two roles", "both".
  package let count: Int?
  /// Of mail, who gets it, in the words of the page.
  package let recipient: String?

  package init(
    _ noun: String, names: [String] = [], count: Int? = nil, to recipient: String? = nil
  ) {
    self.recipient = recipient
    self.noun = noun
    self.names = names
    self.count = count
  }

  /// Any record at all.
  package static let any = RecordPhrase("")

  /// "role Auditor", "2 roles".
  package var text: String {
    let words = [count.map(String.init), noun.isEmpty ? "record" : noun].compactMap(\.self)
    let receiver = recipient.map { "to \($0)" }
    return
      (words + [names.joined(separator: ", ")].filter { !$0.isEmpty }
      + [receiver].compactMap(\.self)).joined(separator: " ")
  }
}
