import Diagnostics
import EngineInterface
import ProcedureModel

// What a page says must hold, tried the other way round.
extension PageRunner {
  /// Tries what the page requires the other way round: then it must fail.
  func conditions(
    of page: Page, _ findings: inout [Finding],
    performing perform: (Circumstances) async throws(E.Failure) -> PageResult
  ) async throws(E.Failure) -> [ConditionResult] {
    var results: [ConditionResult] = []
    let known = findings
    for (statement, circumstance, value) in stated(by: page) {
      // What is given is fixed.
      guard !E.product.isGiven(circumstance, in: circumstances) else { continue }
      var others = circumstance.values.filter { $0 != value }
      if statement.force == .exception { others = [value] }
      others.removeAll { !E.product.isPossible($0, of: circumstance, in: circumstances) }
      var tried: [ConditionResult] = []
      for other in others {
        let changed = E.product.changing(circumstance, to: other, in: circumstances)
        let run = try await perform(changed)
        let failure = run.findings.first { finding in
          finding.severity == .error
            && !known.contains { $0.rule == finding.rule && $0.range == finding.range }
        }
        let step = run.procedures.lazy.compactMap(\.failedStep).first
        let place = step.map { "step \($0.step.ordinal): " } ?? ""
        tried.append(
          ConditionResult(
            statement: statement, tried: circumstance.phrase(other),
            failure: failure.map { place + $0.message }))
        if failure != nil { break }
      }
      if let confirmed = tried.last, confirmed.failure != nil {
        results.append(confirmed)
      } else if let last = tried.last {
        results.append(last)
        findings.append(
          Finding(
            .conditionWithoutEffect, at: statement.passage.range,
            statement.force == .exception
              ? "the page says that its steps are different then, but they work unchanged"
              : "the page says that this is required, but its steps work without it",
            because: ["tried " + tried.map(\.tried).joined(separator: ", ")]))
      }
    }
    return results
  }

  /// The statements of a page that name a circumstance, once each.
  private func stated(by page: Page) -> [(Statement, Circumstance, String)] {
    let own = page.statements + page.admonitions.flatMap(\.statements)
    let all = own + page.procedures.flatMap { $0.statements + $0.admonitions.flatMap(\.statements) }
    var found: [(Statement, Circumstance, String)] = []
    for statement in all where statement.force != .plain {
      for (circumstance, value) in E.product.circumstances(namedIn: statement.passage.text) {
        guard !found.contains(where: { $0.1.key == circumstance.key }) else { continue }
        // The run has reported a requirement that it does not meet.
        let present = circumstances[circumstance.key] ?? circumstance.standard
        guard (value == present) == (statement.force == .requirement) else { continue }
        found.append((statement, circumstance, value))
      }
    }
    return found
  }
}

extension ProductDescription {
  /// Whether a circumstance, or another one that says who is signed in, was given.
  fileprivate func isGiven(_ circumstance: Circumstance, in given: Circumstances) -> Bool {
    let keys = actorKeys.contains(circumstance.key) ? actorKeys : [circumstance.key]
    return keys.contains { given[$0] != nil }
  }
}
