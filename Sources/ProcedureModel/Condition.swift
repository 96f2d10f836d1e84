package import Diagnostics

/// When something is to be done, or for whom.
package struct Condition: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// Only in a case: "if your subscription uses X".
    case inCase = "case"
    /// Only at a time: "when the dialog opens".
    case time
    /// As the reader likes: "if you want to delete it".
    case choice
  }

  /// Where words take their condition from that name none.
  package enum Link: String, Sendable {
    /// "In that case": from the condition before.
    case same
    /// "Otherwise": where none of the conditions before it holds.
    case otherwise
  }

  package let words: Passage
  package let kind: Kind
  /// The words with those that turn them round: "if X is not enabled".
  package let clause: Clause
  /// What can be looked up, as far as the words were understood: that the dialog is shown.
  package var test: Expectation? { tests.first }
  /// The test, where there is one: out of line, because actions are copied often and few have one.
  private let tests: [Expectation]
  package var link: Link?
  /// The conditions that a link points back to.
  package var others: [Condition] = []

  package init(_ words: Passage, kind: Kind, clause: Clause, test: Expectation? = nil) {
    self.words = words
    self.kind = kind
    self.clause = clause
    tests = test.map { [$0] } ?? []
  }

  package var text: String { words.text }
  package var range: SourceRange { words.range }
}
