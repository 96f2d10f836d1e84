import Diagnostics

/// What a sentence says of who may do something: "You need the permission **Access Users**".
package struct AccessClaim: Hashable, Sendable {
  package enum Force: String, Sendable {
    /// Without it, it can't be done.
    case needed
    /// With just that, it can be done.
    case enough
    /// With just that, it can't be done.
    case notEnough
    /// Without it, it can be done.
    case notNeeded
  }

  /// A permission, a role, or people, in the words of the page.
  package struct Right: Hashable, Sendable {
    package enum Kind: String, Sendable {
      case permission, role, people
      /// A label without a noun: "You need **Access Users**".
      case unsaid
    }

    package let words: Passage
    package let kind: Kind
    /// Marked, or beside the noun that says what it is: then the product must have it.
    package let isNamed: Bool

    package init(_ words: Passage, kind: Kind, isNamed: Bool) {
      self.words = words
      self.kind = kind
      self.isNamed = isNamed
    }
  }

  package let force: Force
  /// Empty where it is said of anybody: "everyone can do this".
  package let rights: [Right]
  /// One of them will do: "A or B".
  package var isAny = false
  /// Nobody else: "only administrators can".
  package var isOnly = false
  /// What it is said of, as written: "to create roles"; nil for the page's own task.
  package var task: String?
  /// What those words would promise as a title.
  package var promise: Promise?
  /// Another application in which it is meant: "in Salesforce".
  package var elsewhere: String?

  package init(_ force: Force, _ rights: [Right]) {
    self.force = force
    self.rights = rights
  }
}
