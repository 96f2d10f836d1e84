import Diagnostics
import ProcedureExecutor

/// How an outcome is shown: by a sign and a word, besides its colour.
struct HTMLOutcome {
  let sign: String
  let className: String

  init(_ outcome: Outcome) {
    (sign, className) =
      switch outcome {
      case .passed: ("✓", "good")
      case .failed: ("✗", "bad")
      case .manual: ("○", "other")
      case .nothingToDo: ("·", "other")
      case .blocked, .notUnderstood, .notPerformable, .skipped: ("?", "warn")
      }
  }

  func word(_ step: StepResult) -> String {
    switch step.outcome {
    case .passed: "Passed"
    case .failed: "Failed"
    case .blocked(let cause): "Blocked by \(cause.phrase)"
    case .manual: "Manual"
    case .notUnderstood: "Not understood"
    case .notPerformable: "Not supported by the engine"
    case .nothingToDo: "Nothing to do"
    case .skipped: "Skipped: its condition does not hold"
    }
  }

  /// One word for a page.
  static func word(_ result: PageResult) -> String {
    if result.isOfOtherProduct { return "about another product" }
    return result.hasFailed ? "failed" : "passed"
  }

  /// A page's verdict with its counts.
  static func verdict(_ result: PageResult) -> HTMLTree {
    let checked = result.steps.count { $0.outcome.isChecked }
    let isGood = !result.hasFailed && !result.isOfOtherProduct
    let counts =
      ["\(checked) of \(counted(result.steps.count, "step")) checked"]
      + Severity.allCases.reversed().map { counted(result.count($0), $0.rawValue) }
      + [result].countsAside
    return .element(
      "p", class: "verdict \(isGood ? "good" : "bad")",
      [
        .element("strong", "\(isGood ? "✓" : "✗") \(word(result).capitalized)"),
        .text(" · " + counts.joined(separator: ", ")),
      ])
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
