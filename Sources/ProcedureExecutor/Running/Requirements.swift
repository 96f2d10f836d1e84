import Diagnostics
import ProcedureModel

/// What came of the pages that a page requires.
struct Requirements: Sendable {
  /// How many findings of a page are reported one by one to the pages that require it.
  private static let most = 5

  /// Of each link of the page, in their order.
  private(set) var results: [PrerequisiteResult] = []
  /// Findings for prerequisites that can't be met, each at the page's own link.
  private(set) var troubles: [Finding] = []
  /// What stands for it, also for what is required by what is required.
  private(set) var standIns: [PrerequisiteResult] = []
  /// What the steps are blocked by where nothing may be assumed.
  private(set) var blocker: Blocker?
  private var untold = 0

  mutating func add(_ result: PrerequisiteResult, over link: Link) {
    var result = result
    result.link = link
    results.append(result)
  }

  mutating func add(_ trouble: Finding) {
    if troubles.count < Self.most { troubles.append(trouble) } else { untold += 1 }
  }

  mutating func standIn(_ result: PrerequisiteResult) {
    var result = result
    result.procedures = []
    standIns.append(result)
  }

  mutating func block(by blocker: Blocker) { self.blocker = blocker }

  /// Takes over what came of a page's own requirements, all but their results.
  mutating func add(_ others: Requirements, over link: Link) {
    for trouble in others.troubles { add(trouble.moved(to: link.range)) }
    untold += others.untold
    for result in others.standIns {
      var result = result
      result.link = link
      standIns.append(result)
    }
    if let other = others.blocker { blocker = other }
  }

  /// The findings to report, and how many more there are.
  var findings: [Finding] {
    guard untold > 0, var last = troubles.last else { return troubles }
    last.because.append("\(untold) more of the required pages can't be performed either")
    return troubles.dropLast() + [last]
  }
}

extension Finding {
  fileprivate func moved(to range: SourceRange) -> Finding {
    Finding(rule, at: range, message, because: because, perhaps: perhaps)
  }
}
