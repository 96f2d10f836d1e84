import Diagnostics
import EngineInterface
import ProcedureModel

// Who may perform a page: what it says of that is tried.
extension PageRunner {
  typealias Performing = (Circumstances) async throws(E.Failure) -> PageResult

  /// Tries what the page says is needed without it, and what it says is enough with nothing else.
  func access(
    to page: Page, under circumstances: Circumstances, _ findings: inout [Finding],
    performing perform: Performing
  ) async throws(E.Failure) -> [ConditionResult] {
    guard let who = AccessTerms(E.product), who.canVary(self.circumstances) else { return [] }
    let known = findings
    var results: [ConditionResult] = []
    var isNeedStated = false
    /// Why somebody with all permissions fails; nil before that was tried.
    var controls: [String]?
    for (statement, claim) in page.accessClaims where claim.isAbout(page) {
      isNeedStated = isNeedStated || claim.force == .needed
      let (trials, troubles) = who.trials(of: claim, at: statement.passage)
      findings += troubles
      for trial in trials {
        // Whoever may do all must be able to, or the failure is not for want of a right.
        if trial.shouldFail, let all = who.holdingAll(like: trial) {
          if controls == nil {
            controls =
              try await perform(all.circumstances(in: circumstances, who))
              .failure(besides: known)
              .map { [$0] } ?? []
          }
          if controls?.isEmpty == false {
            findings.append(who.untried(at: trial.range ?? statement.passage.range))
            break
          }
        }
        let run = try await perform(trial.circumstances(in: circumstances, who))
        let failure = run.failure(besides: known)
        var result = ConditionResult(
          statement: statement, tried: trial.phrase, failure: failure)
        result.shouldFail = trial.shouldFail
        results.append(result)
        if !result.isAsStated {
          findings.append(trial.finding(failure, at: statement.passage.range))
          break
        }
      }
    }
    if !isNeedStated,
      let finding = try await unstated(page, under: circumstances, who, known, performing: perform)
    {
      findings.append(finding)
    }
    return results
  }

  /// A finding if the page can't be performed by the plainest person, and says nowhere that more is
  /// needed.
  private func unstated(
    _ page: Page, under circumstances: Circumstances, _ who: AccessTerms, _ known: [Finding],
    performing perform: Performing
  ) async throws(E.Failure) -> Finding? {
    guard let plainest = who.asPlainest, !page.procedures.isEmpty,
      !graph.indexes(of: page.path).contains(where: \.statesNeed)
    else { return nil }
    let run = try await perform(plainest.circumstances(in: circumstances, who))
    guard let failure = run.failure(besides: known) else { return nil }
    return Finding(
      .unstatedCondition, at: page.procedures[0].title.range,
      "the page does not say what a person needs to do this, but \(plainest.phrase) it fails",
      because: [failure])
  }
}

extension PageResult {
  /// The first error that other runs of the page did not have, with its step.
  func failure(besides known: [Finding]) -> String? {
    let failure = findings.first { finding in
      finding.severity == .error
        && !known.contains { $0.rule == finding.rule && $0.range == finding.range }
    }
    let step = procedures.lazy.compactMap(\.failedStep).first
    let place = step.map { "step \($0.step.ordinal): " } ?? ""
    return failure.map { place + $0.message }
  }
}

extension Page {
  /// What the page says of who may do something, once each.
  fileprivate var accessClaims: [(Statement, AccessClaim)] {
    let around = statements + admonitions.flatMap(\.statements)
    let inside = procedures.flatMap { procedure in
      procedure.statements + procedure.admonitions.flatMap(\.statements)
        + procedure.allSteps.flatMap(\.admonitions).flatMap(\.statements)
    }
    var seen: Set<[String]> = []
    return (around + inside).compactMap { statement in
      guard let claim = statement.access else { return nil }
      let key = [claim.force.rawValue, claim.task ?? ""] + claim.rights.map(\.words.text)
      return seen.insert(key).inserted ? (statement, claim) : nil
    }
  }

  fileprivate var statesNeed: Bool {
    accessClaims.contains { $0.1.force == .needed && $0.1.task == nil }
  }
}

extension Promise {
  /// Whether it does the same to things of the same kind: "deleting a role", "delete roles".
  fileprivate func isLike(_ other: Promise) -> Bool {
    let noun = LabelMatching.stems(thing.text).last
    return effect == other.effect
      && (noun == LabelMatching.stems(other.thing.text).last || noun.map(Words.meansPeople) == true)
  }
}

extension AccessClaim {
  /// Whether it is said of what a page is about, and not of some other task.
  fileprivate func isAbout(_ page: Page) -> Bool {
    guard let task else { return true }
    guard !Words.pointsHere(task) else { return true }
    if let promise, page.procedures.compactMap(\.promise).contains(where: { $0.isLike(promise) }) {
      return true
    }
    let wanted = Set(LabelMatching.stems(task).filter { !Words.tellsNothing($0) }.prefix(4))
    return ([page.title] + page.procedures.map(\.title)).contains { title in
      let words = Set(LabelMatching.stems(title.text))
      return wanted.subtracting(words).count <= wanted.count / 3
    }
  }
}
