import Diagnostics
import EngineInterface
import ProcedureModel

// "Repeat steps 2 to 4".
extension Session {
  /// "Repeat steps 2 to 4": performs them once more, where they can be.
  mutating func goThroughAgain(
    _ taken: inout StepResult, _ steps: [Step], _ course: inout Course,
    _ findings: inout [Finding]
  ) async throws(E.Failure) {
    for reference in taken.step.references {
      guard let again = reference.again(steps, before: taken.step), isAskedFor(reference) else {
        continue
      }
      let failure: String?
      if again.isEmpty {
        failure = "there is no such step before this one"
      } else {
        failure = try await performAgain(again, &taken)
      }
      guard let failure else { continue }
      // What was to be done once more may be what is missing later.
      if course.open == nil { course.open = taken.step.ordinal }
      findings.append(
        Finding(
          .notPerformable, at: reference.words.range,
          "\"\(reference.words.text)\" can't be performed here: \(failure)"))
    }
  }

  private func isAskedFor(_ reference: Reference) -> Bool {
    guard let condition = reference.condition else { return true }
    if case .holds = decide(condition) { return true }
    return condition.kind == .time
  }

  /// - Returns: Why it could not be done; then nothing of it was done.
  private mutating func performAgain(
    _ steps: [Step], _ taken: inout StepResult
  ) async throws(E.Failure) -> String? {
    guard let start = try await checkpoint() else { return "the engine has no way back" }
    var actions: [ActionResult] = []
    for step in steps {
      var ignored: [Finding] = []
      let done = try await run(step, blockedBy: nil, after: nil, &ignored)
      guard [.passed, .nothingToDo, .skipped].contains(done.outcome) else {
        try await goBack(to: start)
        let why = ignored.first { $0.severity == .error } ?? ignored.first
        return "step \(step.ordinal): " + (why?.message ?? "it can't be done")
      }
      actions += done.actions
    }
    taken.actions += actions
    if taken.outcome == .nothingToDo, !actions.isEmpty { taken.outcome = .passed }
    return nil
  }
}

extension Reference {
  /// The steps that it asks to perform once more; nil where it asks for none, empty where there are
  /// none such before it.
  fileprivate func again(_ steps: [Step], before step: Step) -> [Step]? {
    guard let repetition, let numbers = self.steps,
      let here = steps.firstIndex(where: {
        step.ordinal.hasPrefix($0.ordinal + ".") || $0.ordinal == step.ordinal
      })
    else { return nil }
    let last = repetition == .onward ? here : numbers.upperBound
    guard numbers.lowerBound >= 1, numbers.lowerBound <= last, last <= here else { return [] }
    return steps[(numbers.lowerBound - 1)..<last].flatMap { [$0] + $0.allSubsteps }
  }
}
