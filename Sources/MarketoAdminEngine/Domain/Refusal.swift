/// Why the product does not do what it is asked for.
package struct Refusal: Error, Hashable, Sendable {
  /// Begins in lower case, except for a label.
  package let reason: String

  package init(_ reason: String) { self.reason = reason }
}
