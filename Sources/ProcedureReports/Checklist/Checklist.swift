import Diagnostics
import ProcedureModel

/// A page as a list of steps for a person to work through, in no format yet.
///
/// Nothing of the procedures' part of a page is left out but by a rule: links to what comes after
/// the page stand at the end, sections without steps are named, what a given circumstance leaves
/// out is marked and stays.
package struct Checklist: Sendable {
  package let title: String
  package let path: String
  /// What is wrong with the list, or with whom it is for; told first.
  var warnings: [String] = []
  /// Who may do it, and for whom it is not, in the writer's words.
  var conditions: [Condition] = []
  /// What has to be there before; each is ticked off.
  var prerequisites: [[Content]] = []
  var introduction: [Content] = []
  var procedures: [Procedure] = []
  /// What the page leads on to.
  var related: [Content] = []
  /// The headings of what is not on the list.
  var otherSections: [String] = []
  /// When and on what the steps were performed; nil where they were not.
  var proof: String?

  struct Condition: Sendable {
    /// "Needed" or "Not for you".
    let label: String
    let text: FormattedText
  }

  struct Procedure: Sendable {
    /// Nil where it is that of the page, or of the procedure before.
    let title: String?
    var conditions: [Condition] = []
    var prerequisites: [[Content]] = []
    var introduction: [Content] = []
    var steps: [Item] = []
    /// What is to be there at the end: "there is one more Role".
    var result: String?
    var conclusion: [Content] = []
    /// What the run changed in the product's data.
    var changes: [String] = []
  }

  struct Item: Sendable {
    let step: Step
    /// The page does not say itself that it is optional.
    var isMarkedOptional = false
    /// Why it is left out: "with identity=adobe".
    var omission: String?
    /// What is entered or chosen, by the field's label.
    var data: [(field: String, value: String)] = []
    /// What the run saw behind the step.
    var seen: [String] = []
    /// What the run found wrong in the step.
    var failures: [String] = []
    /// What it shows, without what stands at the end of the list.
    var content: [Content] = []
    var items: [Item] = []
  }
}

extension Checklist.Item {
  /// The part of its number that tells it from its siblings: "b" of "4.b".
  var label: String { String(step.ordinal.split(separator: ".").last ?? "") }

  /// What the page says is seen then; of two claims of one sentence, the sentence.
  var expected: [String] {
    step.expects.map(\.text).reduce(into: []) { texts, text in
      if !texts.contains(where: { $0.contains(text) }) { texts.append(text) }
    }
  }
}
