import Diagnostics

/// What a procedure's title promises: "Create an API Only User" makes one.
package struct Promise: Hashable, Sendable {
  package enum Effect: String, Sendable {
    case creation, deletion, renaming, change, enabling, disabling, assignment, export
  }

  package let effect: Effect
  /// The words for what it is done to, as written; of several things, the first.
  package let thing: Passage
  /// The records that the words mean, one phrase for each kind.
  package let records: [RecordPhrase]
  /// "Edit a role", which is the role itself, and not which one somebody has.
  package var isEditing = false
  /// What the thing belongs to: "add a role **to a user**", "the language **of a workspace**".
  package let owner: String?

  package init(
    _ effect: Effect, of thing: Passage, records: [RecordPhrase] = [], owner: String? = nil
  ) {
    self.effect = effect
    self.thing = thing
    self.records = records.isEmpty ? [RecordPhrase(thing.text)] : records
    self.owner = owner
  }
}
