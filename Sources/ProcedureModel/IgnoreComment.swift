package import Diagnostics

/// A comment by which a page says that something found is all right: `stepcheck-ignore RULE: reason`.
package struct IgnoreComment: Hashable, Sendable {
  /// What of a page a comment is for.
  package enum Scope: Hashable, Sendable {
    case page
    /// From a place up to another one, to the end of the page where that is nil; and what it is
    /// called.
    case part(from: SourcePosition, to: SourcePosition?, name: String)

    /// Whether it is for what stands at a place of the page.
    package func holds(_ place: SourcePosition) -> Bool {
      switch self {
      case .page: true
      case .part(let start, let end, _): start <= place && end.map { place < $0 } ?? true
      }
    }

    /// "step 3".
    package var name: String {
      switch self {
      case .page: "the whole page"
      case .part(_, _, let name): name
      }
    }
  }

  package let range: SourceRange
  package let rule: Rule
  /// Why it is all right, in the writer's words.
  package let reason: String
  package let scope: Scope

  package init(range: SourceRange, rule: Rule, reason: String, scope: Scope) {
    self.range = range
    self.rule = rule
    self.reason = reason
    self.scope = scope
  }
}
