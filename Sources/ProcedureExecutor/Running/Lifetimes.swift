import Diagnostics
import EngineInterface
import ProcedureModel

// What a run keeps, a type for each time that it is kept.

/// What is fixed for the run of a page.
struct RunTerms: Sendable {
  let product: ProductDescription
  /// What all questions of the run have cost.
  var account: SearchAccount
  /// Whether failures are reported, so that explaining them is worth a search.
  var explains: Bool
  /// Whether each step keeps what was on the screen when it used a control.
  var keepsMoments = false
}

/// What one procedure of a run leaves for the next ones.
struct RunMemory: Sendable {
  var values: ValueBook
  /// Records that earlier procedures made, the newest last.
  var made: [Fact] = []
  /// The step that signed the person out; nil while somebody is signed in.
  var signedOut: String?

  mutating func keep(_ changes: [FactChange]) {
    for change in changes {
      switch change {
      case .added(let fact): made.append(fact)
      // What was made before may have another name now.
      case .changed(let old, let new): made = made.map { $0.isSame(as: old) ? new : $0 }
      case .removed: break
      }
    }
  }
}

/// From one start of the product to the next: to see how the screen would be under other
/// circumstances.
struct Visit<Mark: Sendable>: Sendable {
  let circumstances: Circumstances
  /// The product before it was started; nil where there is no way back to it.
  var origin: Mark?
  /// What was done since.
  var log: [Interaction] = []
}

/// What lasts for a procedure.
struct ProcedureState: Sendable {
  /// The facts when it began.
  var factsBefore: [Fact] = []
  /// Items that were chosen where the page leaves a choice, and led nowhere.
  var avoided: Set<String> = []
  var sightings: [Sighting] = []
  /// Dialogs as they were before they showed another page.
  var pages: [Screen] = []
  /// The steps behind the present one.
  var later: ArraySlice<Step> = []
  /// The step that chose any item, because its words tell nothing that can be seen.
  var guessed: String?
  /// What was unchecked.
  var cleared: Set<Control.ID> = []
  /// Which words selected a row last, and of which list.
  var selection: Selection?
  /// What was looked at, or scrolled to, last.
  var lookedAt: Control.ID?
  /// The last step that is for a person, and where it came.
  var handedOver: (step: String, place: String)?

  struct Selection: Sendable {
    let words: SourceRange
    let list: Control.ID
  }
}

/// What lasts for a step.
struct StepState: Sendable {
  var ordinal = ""
  /// A key such as Ctrl is held down.
  var isHolding = false
  /// What was on the screen when a control was used, where that is kept.
  var moments: [Moment] = []
  /// What was before the person where the page states something between two actions: by how many
  /// of them come before it.
  var between: [Int: Observation] = [:]
  /// What the action before those of this verb expanded, where it did.
  var expandedLast: ExpandedBranch?
  /// What this action expands.
  var expandedNow: ExpandedBranch?
  /// The drop-down list that was clicked last.
  var list: Control.ID?
  /// The reader is to find something, which may be any.
  var seeksAny = false
  /// An action was left out, because it can't be told whether its condition holds.
  var leftOpen = false
}

/// A branch that an instruction of the page expanded.
struct ExpandedBranch: Sendable {
  let id: Control.ID
  /// The words that name it.
  let range: SourceRange
}

extension FactChange {
  var addedFact: Fact? { if case .added(let fact) = self { fact } else { nil } }
}

extension Fact {
  fileprivate func isSame(as other: Fact) -> Bool { kind == other.kind && name == other.name }
}
