import Diagnostics
import ProcedureExecutor
import ProcedureModel

/// A page with one claim made false.
struct ClaimMutant: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case negated = "negated"
    case number = "another number"
    case name = "another name"
    case place = "another place"
    case person = "another person"
    case optional = "called optional"
    case title = "another promise"
    case engine = "broken product"
  }

  let kind: Kind
  let text: String
  /// The line that was turned, counted from 1, and its words now.
  let number: Int
  let line: String
}

/// What came of a false claim.
enum Verdict: Sendable {
  /// It is an error.
  case disproved
  /// It is said that it can't be judged, or was not understood.
  case unproved
  /// Nothing is said of it.
  case survived

  /// - Parameters:
  ///   - result: What came of the page with the claim made false.
  ///   - line: The line of the claim, on the page; nil where any line will do.
  ///   - known: The lines where the page as it is has a claim that can't be judged.
  init(_ result: PageResult, at line: Int?, besides known: Set<Int>) {
    if result.findings.contains(where: { $0.severity == .error }) {
      self = .disproved
      return
    }
    let isSaid = result.unproved.contains { $0 == line || line == nil && !known.contains($0) }
    self = isSaid ? .unproved : .survived
  }
}

extension PageResult {
  /// The lines of what was said not to be judged or not to be understood.
  var unproved: Set<Int> {
    let rules: Set<Rule> = [.claimNotJudged, .stepNotUnderstood]
    return Set(findings.filter { rules.contains($0.rule) }.map(\.range.line))
  }
}
