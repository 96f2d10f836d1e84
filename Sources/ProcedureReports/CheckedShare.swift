import Diagnostics
package import ProcedureExecutor

/// How much of some pages was checked: steps that were performed to their last word, and claims
/// that were judged, of all but those for a person or left out by a condition.
package struct CheckedShare: Sendable {
  package private(set) var checked = 0
  package private(set) var all = 0

  package init(of results: [PageResult]) {
    for result in results where !result.isOfOtherProduct {
      for step in result.steps {
        switch step.outcome {
        case .passed, .failed: add(isChecked: true)
        case .blocked, .notUnderstood, .notPerformable: add(isChecked: false)
        case .manual, .skipped, .nothingToDo: break
        }
      }
      let expectations = result.procedures.flatMap(\.expectations)
      for expectation in expectations { add(isChecked: expectation.verdict.isJudged) }
      for _ in result.conditions { add(isChecked: true) }
      // Claims outside the steps that could not be tried.
      let unjudged = expectations.count { !$0.verdict.isJudged }
      let told = result.findings.count { $0.rule == .claimNotJudged }
      for _ in 0..<max(told - unjudged, 0) { add(isChecked: false) }
    }
  }

  private mutating func add(isChecked: Bool) {
    all += 1
    if isChecked { checked += 1 }
  }

  /// In whole percent, rounded down; where there is nothing to check, all of it is checked.
  package var percent: Int { all == 0 ? 100 : checked * 100 / all }
}
