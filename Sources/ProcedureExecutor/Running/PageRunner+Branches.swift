import Diagnostics
import ProcedureModel

// Of the ways that a page has beside each other, in tabs, zones or versions, a reader takes one.
extension PageRunner {
  /// Where several ways begin, and how each of them ended.
  struct Fork {
    let branch: Branch
    let start: Session<E>.Checkpoint
    /// The place of its first way among the results.
    let first: Int
    var ends: [Session<E>.Checkpoint?] = []
  }

  /// Settles what came of the ways: the run goes on behind the first that works, and those that do
  /// not are for another product; where none works, the first is at fault.
  func close(
    _ fork: Fork, _ results: inout [ProcedureResult], _ session: inout Session<E>
  ) async throws(E.Failure) {
    let ways = fork.first..<results.count
    guard ways.count > 1 else { return }
    let works = ways.filter { results[$0].failedStep == nil && results[$0].hasPassed }
    let taken = works.first ?? fork.first
    let name = results[taken].procedure.branch?.name ?? ""
    for index in ways where index != taken && !works.contains(index) {
      let why = works.isEmpty ? "\"\(name)\" fails too" : "\"\(name)\" works"
      results[index].leave(because: why)
    }
    if let end = fork.ends[taken - fork.first] { try await session.goBack(to: end) }
  }
}

extension ProcedureResult {
  /// A way that is not the one for this product is left, with what would have been its fault told.
  fileprivate mutating func leave(because why: String) {
    guard let error = findings.first(where: { $0.severity == .error }) else { return }
    let name = procedure.branch?.name ?? ""
    findings = [
      Finding(
        .conditionNotChecked, at: error.range,
        "\"\(name)\", one of several ways, does not work here, and \(why): " + error.message)
    ]
    for index in steps.indices {
      steps[index].outcome = .skipped
      steps[index].actions = []
    }
    changes = []
    expectations = []
  }
}
