import Diagnostics

/// What a procedure's title promises: "Create an API Only User" makes one.
package struct Promise: Hashable, Sendable {
  package enum Effect: String, Sendable {
    case creation, deletion
  }

  package let effect: Effect
  /// The words for what is made or gone, as written.
  package let thing: Passage

  package init(_ effect: Effect, of thing: Passage) {
    self.effect = effect
    self.thing = thing
  }
}
