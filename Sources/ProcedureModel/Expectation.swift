package import Diagnostics

/// A result that the page states.
package struct Expectation: Hashable, Sendable {
  package enum Claim: Hashable, Sendable {
    /// The product shows this text, or a part of it does: "**Security Settings** says".
    case showsText(String, by: Target? = nil)
    /// A thing appears or is displayed, or opens: then it has to be in front.
    case appears(Target, isOpening: Bool = false)
    /// A thing closes or disappears.
    case closes(Target)
    /// A thing is created, added, saved or sent: "the role **Auditor** is created" names it.
    case isMade(String, named: String? = nil)
    /// A thing is deleted or removed.
    case isGone(String, named: String? = nil)
    /// A thing is not made: "without an invite email having to be sent".
    case isNotMade(String)
    /// A thing is in a list: "the user is listed", "it appears in the **Users** list".
    case isListed(Target, in: Target?)
    /// A control is in a state: "the **Admin** check box is selected".
    case hasState(Target, State)
    /// A record has a value, or does not have it any more: "the role has the permission **Approve
    /// Assets**". One that holds in a place is written "Analytics User (Europe)".
    case hasValue(Target, attribute: String, value: String, isHeld: Bool = true)
    /// Something else holds, which no engine can be asked for: "the column is resized".
    case isSo(String)

    /// A state that a person can see on a control.
    package enum State: String, Hashable, Sendable {
      case selected, enabled, disabled, expanded, empty
    }

    /// The claim's name in the model's JSON.
    package var name: String {
      switch self {
      case .showsText: "contains-text"
      case .appears: "appears"
      case .closes: "closes"
      case .isMade: "is-created"
      case .isGone: "is-deleted"
      case .isNotMade: "is-not-created"
      case .isListed: "is-listed"
      case .hasState: "has-state"
      case .hasValue: "has-value"
      case .isSo: "holds"
      }
    }
  }

  package let claim: Claim
  /// The sentence that states it.
  package let text: String
  /// The words meant: the quotation, or the clause.
  package let range: SourceRange

  package init(claim: Claim, text: String, range: SourceRange) {
    self.claim = claim
    self.text = text
    self.range = range
  }
}
