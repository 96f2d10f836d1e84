/// Something that the page says not to do: "Do not click **Send**".
package struct Prohibition: Hashable, Sendable {
  /// The words that forbid it.
  package let words: Passage
  /// What is wanted not to be done, and to what.
  package let intent: Intent
  package let target: Target

  package init(_ words: Passage, intent: Intent, target: Target) {
    self.words = words
    self.intent = intent
    self.target = target
  }
}
