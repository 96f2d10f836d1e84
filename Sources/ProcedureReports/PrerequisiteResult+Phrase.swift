import EngineInterface
import ProcedureExecutor

extension PrerequisiteResult {
  /// How far it was performed, and what stands for the rest: "not here; assumed: role API Only".
  var standing: String {
    let steps = procedures.flatMap(\.steps)
    let passed = steps.count { $0.outcome == .passed }
    let performed = "\(passed) of \(counted(steps.count, "step"))"
    let done: String
    switch gap {
    case nil: return performed
    case .failed: done = performed
    case .notHere: done = "not available"
    case .notFound: done = "not found"
    case .noProcedure: done = "no steps to perform"
    case .blocked: done = "not performed: its own prerequisites can't be met"
    case .onlyStated: done = "stated without a link"
    case .circle: done = "not performed: it requires this page in turn"
    }
    return switch substitute {
    case .given(let record): "\(done); given: \(record.text)"
    case .assumed(let record, _): "\(done); assumed: \(record.text)"
    case nil: done
    }
  }
}
