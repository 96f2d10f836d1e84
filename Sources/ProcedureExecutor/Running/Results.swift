package import Diagnostics
package import EngineInterface
package import ProcedureModel

/// What performing a page showed.
package struct PageResult: Sendable {
  package let page: Page
  /// The engine models another product than the page is about: nothing of it was judged.
  package private(set) var isOfOtherProduct = false
  package var prerequisites: [PrerequisiteResult] = []
  package var procedures: [ProcedureResult] = []
  package var conditions: [ConditionResult] = []
  /// What searching for it has cost, in interactions by question.
  package var searched: [Question: Int] = [:]
  /// Everything to tell the writer, in report order.
  package var findings: [Finding] = []
  /// What was found and does not count, in report order.
  package var setAside: [SetAside] = []

  package var steps: [StepResult] { procedures.flatMap(\.steps) }

  /// Nothing on the page was tried, because its prerequisites can't be met.
  var isBlocked: Bool {
    !steps.isEmpty && steps.allSatisfy(\.outcome.isBlocked)
  }

  /// What fields and choices are called for which a value can be given.
  package var fieldNames: [String] {
    let all = procedures + prerequisites.flatMap(\.procedures)
    return all.flatMap(\.steps).flatMap(\.actions).flatMap { result in
      let target = result.action.target
      let words = [target?.text, target?.noun?.text].compactMap(\.self)
      return words + result.deeds.flatMap { [$0.name, $0.collection].compactMap(\.self) }
    } + prerequisites.compactMap(\.nameField)
  }

  /// The same page, taken for one about another product: its failures tell nothing.
  package func asOfOtherProduct(_ findings: [Finding]) -> PageResult {
    var result = PageResult(page: page)
    result.isOfOtherProduct = true
    result.findings = findings
    return result
  }

  package func count(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity }
  }
}

/// Something that was found and does not count.
package struct SetAside: Sendable {
  package enum Cause: Hashable, Sendable {
    /// A comment of the page says that it is all right, and why.
    case ignored(reason: String)
    /// It was there when the baseline was written.
    case known
    /// Another rule was asked for.
    case notAsked
  }

  package let finding: Finding
  package let cause: Cause

  package init(_ finding: Finding, _ cause: Cause) {
    self.finding = finding
    self.cause = cause
  }
}

/// What had to be done before, and whether it was.
package struct PrerequisiteResult: Sendable {
  /// Why it was not performed, or not to its end.
  package enum Gap: Sendable {
    /// The documentation that the link leads into is not here.
    case notHere
    /// The page should be here, and is not.
    case notFound
    /// The page is here, and holds no procedure.
    case noProcedure
    case failed
    /// Its own prerequisites can't be met.
    case blocked
    /// The pages require each other.
    case circle
    /// The page says that it must be there, and links to no page for it.
    case onlyStated
  }

  /// What stands for what was not performed.
  package enum Substitute: Hashable, Sendable {
    /// A record that was given.
    case given(NamedRecord)
    /// A record that was made in the product's data, as the title promises; with the label of the
    /// field that names such a record.
    case assumed(NamedRecord, nameField: String)
  }

  /// The link of the checked page over which it came in.
  package internal(set) var link: Link
  /// The title of its page, else the words of the link to it.
  package let title: String
  /// Nil where there is no such page.
  package let path: String?
  package var gap: Gap?
  /// Nil where it was performed, or its title promises no record that can be made.
  package var substitute: Substitute?
  package var procedures: [ProcedureResult] = []
  /// Its run is that of an earlier page of the same check, which requires it too.
  package internal(set) var isShared = false
  /// Its run; nil where there is no page.
  var run: RequiredRun.ID?

  package var given: NamedRecord? {
    if case .given(let record) = substitute { record } else { nil }
  }

  package var assumed: NamedRecord? {
    if case .assumed(let record, _) = substitute { record } else { nil }
  }

  /// The label of the field that names the record that is assumed.
  var nameField: String? {
    if case .assumed(_, let label) = substitute { label } else { nil }
  }
}

package struct ProcedureResult: Sendable {
  package let procedure: Procedure
  package var steps: [StepResult] = []
  /// What the procedure changed in the product's data.
  package var changes: [FactChange] = []
  /// What was not created, where that is worth reporting: "no mail sent".
  package var absences: [String] = []
  package var expectations: [ExpectationResult] = []
  package var findings: [Finding] = []
  /// What was before the person at its end, and all texts that were shown.
  var end: (screen: Screen, texts: Set<String>)?

  package var hasPassed: Bool { !findings.contains { $0.severity == .error } }
  package var failedStep: StepResult? { steps.first { $0.outcome.isFailure } }
}

extension [ProcedureResult] {
  /// Lets go of the last screens, which no report tells of, and which are larger than all the rest.
  mutating func forgetEnds() {
    for index in indices { self[index].end = nil }
  }
}

/// What stands in the way of a step.
package enum Blocker: Hashable, Sendable {
  /// A step of the same procedure, by its ordinal.
  case step(String)
  /// A page that is required.
  case prerequisite(String)
  /// What is required, where no single page can be named.
  case prerequisites
}

/// The outcome of a step.
package enum Outcome: Hashable, Sendable {
  case passed
  case failed
  /// It could not be done because of what should have come before.
  case blocked(by: Blocker)
  /// For a person, outside the product.
  case manual
  case notUnderstood
  /// The engine can't take what it asks for, and nothing was done instead.
  case notPerformable
  /// It points elsewhere, or states something: there was nothing to do.
  case nothingToDo
  /// Its condition does not hold, as far as could be seen.
  case skipped

  package var isFailure: Bool { self == .failed }
  package var isBlocked: Bool { if case .blocked = self { true } else { false } }
  /// It was tried and judged.
  package var isChecked: Bool { self == .passed || self == .failed }
}

package struct StepResult: Sendable {
  package let step: Step
  package var outcome: Outcome
  package var actions: [ActionResult]
  /// What came of its ways that the run did not take.
  package var ways: [WayResult] = []
  /// It failed, and the run goes on with another of its ways.
  package var goesOn = false
  /// What was on the screen each time it used a control; empty where that was not asked for.
  package var moments: [Moment] = []
  /// What was before the person where the step failed; nil where it did not.
  package var screen: Screen?

  package init(step: Step, outcome: Outcome, actions: [ActionResult] = []) {
    self.step = step
    self.outcome = outcome
    self.actions = actions
  }
}

/// A screen, and what was done on it then.
package struct Moment: Sendable {
  package let screen: Screen
  package let interaction: Interaction
}

/// One of several ways of a step.
package struct WayResult: Sendable {
  package let actions: [ActionResult]
}

package struct ActionResult: Sendable {
  package let action: Action
  package var outcome: Outcome
  package var deeds: [Deed]
}

/// One thing that was done to a control, and what came of it.
package struct Deed: Sendable {
  package enum Kind: Hashable, Sendable {
    case activated
    case typed(String)
    case chose(String)
    case checked
    case unchecked
    case expanded
    case collapsed
    case doubleActivated
    case contextMenuOpened
    /// Selected besides others.
    case added
    case dragged(onto: String)
    case hovered
    case uploaded(String)
    case pressed(KeyChord)
    case signedIn
    case signedOut
    /// It was looked for, and is there.
    case found
    /// The control was already in the requested state.
    case alreadySo
  }

  package let kind: Kind
  package let role: Role
  package let name: String
  /// What using the control is for.
  var purpose: Control.Purpose?
  /// The collection that the control is in, where it is one of several.
  package let collection: String?
  /// Why this text, or this item.
  package let reason: Reason?
  package var effects: [Effect]
}

package struct ExpectationResult: Sendable {
  package enum Verdict: Hashable, Sendable {
    case met(Evidence)
    case notMet
    /// The engine knows nothing of what is claimed, or its words were not understood.
    case notJudged
    /// It is so, and was so before the steps that are said to bring it about.
    case wasSoBefore

    package var isMet: Bool { if case .met = self { true } else { false } }
    package var isJudged: Bool { self != .notJudged && self != .wasSoBefore }
  }

  package let expectation: Expectation
  package let verdict: Verdict
}

/// What the page states of when it works and for whom, tried.
package struct ConditionResult: Sendable {
  package let statement: Statement
  /// What was set instead, in words.
  package let tried: String
  /// Where the page then failed; nil where it worked.
  package let failure: String?
  /// Whether it should fail then: what is needed was left out.
  package var shouldFail = true

  package var isAsStated: Bool { (failure != nil) == shouldFail }

  /// What came of it, in words.
  package var outcome: String {
    failure.map { "fails at \($0)" } ?? (shouldFail ? "makes no difference" : "works")
  }
}
