import Diagnostics
import EngineInterface
import ProcedureExecutor
import ProcedureModel

/// A page with all that holds for it.
struct PageRun: Sendable {
  let page: Page
  let circumstances: Circumstances
  let values: [String: String]
  let rules: Rules
  /// The rules whose findings are told.
  let shown: Set<Rule>
  let baseline: BaselineFile?
  /// The texts of all files that were read.
  let sources: [PathKey: SourceText]
  /// Nobody asks whether the page is about the engine's product.
  let isEngineKnown: Bool

  /// The result with the severities that the config gives, and what is to be told of it.
  func judged(_ result: PageResult) -> PageResult {
    var result = result
    result.findings = rules.applied(to: result.findings)
    baseline?.apply(to: &result, in: sources)
    result.setAside { finding in
      // Without it, pages of which nothing was judged would pass.
      shown.contains(finding.rule) || finding.rule == .otherProduct ? nil : .notAsked
    }
    return result
  }
}
