import Diagnostics
import EngineInterface
import ProcedureModel

// What makes no difference, and what is said to make none: the page is performed without it.
extension PageRunner {
  /// Tries each step that the page calls optional without it: then the others must still work.
  func optional(
    in result: PageResult, performing perform: (Page) async throws(E.Failure) -> PageResult
  ) async throws(E.Failure) -> [Finding] {
    var findings: [Finding] = []
    for step in result.steps where step.outcome == .passed {
      let optional = step.actions.filter {
        $0.outcome == .passed && (step.step.isOptional || $0.action.isOptional)
      }
      guard let first = optional.first, !step.step.isOptional || step.step.ways.isEmpty else {
        continue
      }
      let left = result.page.leavingOut(optional.map(\.action.range), in: step.step.range)
      let run = try await perform(left)
      let failed = run.steps.first { $0.outcome == .failed }
      let reason = run.findings.first { finding in
        finding.rule == .unfinishedProcedure
          || finding.severity == .error
            && failed?.step.range.contains(finding.range.start) == true
      }
      guard failed != nil || reason != nil else { continue }
      let place = failed.map { "step \($0.step.ordinal) fails" } ?? "the steps do not end"
      findings.append(
        Finding(
          .expectationNotMet, at: step.step.isOptional ? step.step.opening : first.action.range,
          "the page says that this is optional, but without it \(place)",
          because: [reason?.message].compactMap(\.self)))
    }
    return findings
  }
}

extension PageRunner {
  /// Notes for what enters, chooses or checks something, and makes no difference when left out.
  func redundant(
    in result: PageResult, performing perform: (Page) async throws(E.Failure) -> PageResult
  ) async throws(E.Failure) -> [Finding] {
    var findings: [Finding] = []
    for procedure in result.procedures {
      for step in procedure.steps where step.outcome == .passed && !step.step.isOptional {
        for action in step.actions where procedure.seemsRedundant(action) {
          let left = result.page.leavingOut([action.action.range], in: step.step.range)
          let run = try await perform(left)
          guard run.isLike(result) else { continue }
          findings.append(
            Finding(
              .redundantStep, at: action.action.range,
              "leaving this out makes no difference to the data and to what is shown"))
        }
      }
    }
    return findings
  }
}

extension ProcedureResult {
  /// Whether an action sets something of which neither the data nor the screen shows a trace: most
  /// leave one, and need not be tried.
  fileprivate func seemsRedundant(_ result: ActionResult) -> Bool {
    guard result.outcome == .passed, !result.action.isOptional, result.action.condition == nil,
      !result.deeds.isEmpty, result.deeds.allSatisfy({ $0.enters && $0.effects.isEmpty })
    else { return false }
    let traces = changes.map(\.text)
    return !result.deeds.contains { deed in
      let words = if case .typed(let text) = deed.kind { text } else { deed.name }
      return traces.contains { LabelMatching.holds($0, words) }
    }
  }
}

extension PageResult {
  /// Whether two runs end alike, and showed the same.
  fileprivate func isLike(_ other: PageResult) -> Bool {
    guard count(.error) == other.count(.error), procedures.count == other.procedures.count else {
      return false
    }
    return zip(procedures, other.procedures).allSatisfy { a, b in
      a.changes == b.changes && a.end?.screen == b.end?.screen && a.end?.texts == b.end?.texts
        && a.expectations.map(\.verdict) == b.expectations.map(\.verdict)
    }
  }
}

extension Page {
  /// The page without some actions of a step; without the step, where nothing is left of it.
  fileprivate func leavingOut(_ actions: [SourceRange], in step: SourceRange) -> Page {
    var page = self
    for index in page.procedures.indices {
      page.procedures[index].steps = Self.steps(
        page.procedures[index].steps, leavingOut: actions, in: step)
    }
    return page
  }

  private static func steps(
    _ steps: [Step], leavingOut actions: [SourceRange], in range: SourceRange
  ) -> [Step] {
    steps.compactMap { step in
      var step = step
      step.steps = Self.steps(step.steps, leavingOut: actions, in: range)
      guard step.range == range else { return step }
      step.actions.removeAll { actions.contains($0.range) }
      return step.actions.isEmpty && step.steps.isEmpty ? nil : step
    }
  }
}

extension Step {
  /// Where its text begins.
  fileprivate var opening: SourceRange {
    SourceRange(file: range.file, start: range.start, end: range.start)
  }
}
