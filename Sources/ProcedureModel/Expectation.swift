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
    /// Records are created, added, saved or sent: all of these.
    case isMade([RecordPhrase])
    /// Records are deleted or removed.
    case isGone([RecordPhrase])
    /// A thing is in a list: "the user is listed", "it appears in the **Users** list".
    case isListed(Target, in: Target?)
    /// The person is at a place: "you return to the **Admin** screen", "the **Roles** tab is shown".
    case isAt(Target)
    /// A thing is there: "there is a **Send** button", "the role exists".
    case exists(Target)
    /// A control is in a state: "the **Admin** check box is selected".
    case hasState(Target, State)
    /// A record has a value: "the role has the permission **Approve Assets**".
    case hasValue(Target, RecordValue)
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
      case .isListed: "is-listed"
      case .isAt: "is-at"
      case .exists: "exists"
      case .hasState: "has-state"
      case .hasValue: "has-value"
      case .isSo: "holds"
      }
    }
  }

  package let claim: Claim
  /// The sentence that states it.
  package var text: String
  /// The words to report: the quotation, or the clause.
  package let range: SourceRange
  /// Denied, where the page says that it is not so: "the dialog doesn't close".
  package var polarity = Polarity.affirmed
  /// Whether it says that something comes about, which was not so before: "appears", and not "is
  /// shown".
  package var isChange = false
  /// It looks like a claim, and nothing was read of what it claims.
  package var isUnread = false
  /// How many actions of the step come before it; nil where it comes behind all of them.
  package var actionsBefore: Int?
  /// Whether it is said of all that the procedure does: "without an email being sent".
  package var isOfProcedure = false

  /// What it is about, where a pronoun may stand for that.
  package var subject: Target? {
    switch claim {
    case .appears(let target, _), .closes(let target), .isListed(let target, _),
      .isAt(let target), .exists(let target), .hasState(let target, _), .hasValue(let target, _):
      target
    case .showsText, .isMade, .isGone, .isSo: nil
    }
  }

  package init(claim: Claim, text: String, range: SourceRange) {
    self.claim = claim
    self.text = text
    self.range = range
  }
}

/// A value that a record is said to have: "the role **Editor** in the **Europe** workspace".
package struct RecordValue: Hashable, Sendable {
  package let attribute: String
  package let value: String
  /// Where it holds; nil where no place is named.
  package let place: String?

  package init(attribute: String, value: String, place: String?) {
    self.attribute = attribute
    self.value = value
    self.place = place
  }
}
