import Diagnostics
import EngineInterface
import ProcedureModel

// What a page says must hold, tried the other way round.
extension PageRunner {
  /// Tries what the page requires the other way round: then it must fail.
  func conditions(
    of page: Page, under circumstances: Circumstances, isRead: Bool,
    _ findings: inout [Finding], performing perform: Performing
  ) async throws(E.Failure) -> [ConditionResult] {
    func withoutEffect(_ statement: Statement, tried: [String]) -> Finding {
      Self.withoutEffect(statement, tried: tried, isRead: isRead)
    }
    var results: [ConditionResult] = []
    let known = findings
    for (statement, stated) in stated(by: page, under: circumstances) {
      let circumstance = stated.circumstance
      // What is given is fixed.
      guard !E.product.isGiven(circumstance, in: self.circumstances) else { continue }
      let now = present(circumstance, in: circumstances)
      if statement.force == .exception, stated.holds(with: now) == true {
        // It is so in this run, and the steps have passed.
        let tried = circumstance.phrase(now ?? "")
        results.append(ConditionResult(statement: statement, tried: tried, failure: nil))
        findings.append(withoutEffect(statement, tried: [tried]))
        continue
      }
      var others = stated.meant
      if statement.force != .exception {
        others = circumstance.values.filter { stated.holds(with: $0) == false }
      }
      others.removeAll { !E.product.isPossible($0, of: circumstance, in: circumstances) }
      var tried: [ConditionResult] = []
      for other in others {
        let changed = E.product.changing(circumstance, to: other, in: circumstances)
        let run = try await perform(changed)
        let failure = run.failure(besides: known)
        tried.append(
          ConditionResult(
            statement: statement, tried: circumstance.phrase(other),
            failure: failure))
        if failure != nil { break }
      }
      if let confirmed = tried.last, confirmed.failure != nil {
        results.append(confirmed)
      } else if let last = tried.last {
        results.append(last)
        findings.append(withoutEffect(statement, tried: tried.map(\.tried)))
      }
    }
    return results
  }

  private static func withoutEffect(
    _ statement: Statement, tried: [String], isRead: Bool
  ) -> Finding {
    guard isRead else {
      // What was not understood may be what it has an effect on.
      return Finding(
        .claimNotJudged, at: statement.passage.range,
        "not all steps were understood, so whether this is required was not judged",
        because: ["tried " + tried.joined(separator: ", ")])
    }
    return Finding(
      .conditionWithoutEffect, at: statement.passage.range,
      statement.force == .exception
        ? "the page says that its steps are different then, but they work unchanged"
        : "the page says that this is required, but its steps work without it",
      because: ["tried " + tried.joined(separator: ", ")])
  }

  /// The circumstances of a page: where it says for whom alone it is, and what must be so, it is
  /// tried with that.
  func circumstances(of page: Page) -> Circumstances {
    var own = circumstances
    var settled: Set<String> = []
    for stated in self.stated(by: page, with: \.needs)
    where !E.product.isGiven(stated.circumstance, in: circumstances)
      && !E.product.actorKeys.contains(stated.key)
      // What the page says itself goes before what those say that it requires.
      && settled.insert(stated.key).inserted
    {
      let isSo = stated.holds(with: present(stated.circumstance, in: own))
      if isSo == false, let value = stated.meant.first { own[stated.key] = value }
    }
    return own
  }

  /// The circumstances with which the page says that it deals: "in a subscription with workspaces";
  /// nil where they are the usual ones.
  func setting(of page: Page, besides usual: Circumstances) -> Circumstances? {
    var own = usual
    for stated in self.stated(by: page, with: \.settings)
    where !E.product.isGiven(stated.circumstance, in: circumstances)
      && !E.product.actorKeys.contains(stated.key)
      && stated.holds(with: present(stated.circumstance, in: own)) == false
    {
      own[stated.key] = stated.meant.first
    }
    return own == usual ? nil : own
  }

  /// What a page, and then those that it requires, say of the circumstances.
  private func stated(
    by page: Page, with part: (StatedByPage) -> [StatedCircumstance]
  ) -> [StatedCircumstance] {
    let required = graph.links(of: page.path).compactMap { $0.resolved.flatMap { graph.pages[$0] } }
    return ([page] + required).flatMap { part(shared.stated(by: $0)) }
  }

  private func present(_ circumstance: Circumstance, in circumstances: Circumstances) -> String? {
    circumstances[circumstance.key] ?? circumstance.standard
  }

  /// The statements of a page that name a circumstance, once each.
  private func stated(by page: Page, under circumstances: Circumstances) -> [(
    Statement, StatedCircumstance
  )] {
    var found: [(Statement, StatedCircumstance)] = []
    for statement in page.statementsAround
    where statement.force != .plain && page.isMeant(by: statement) {
      for stated in E.product.circumstances(
        statedIn: statement.clauses, isLimit: statement.isLimit)
      {
        // Who may do it is tried by what the sentence says of that, where it was read.
        guard statement.access == nil || !E.product.actorKeys.contains(stated.key) else {
          continue
        }
        guard !found.contains(where: { $0.1.key == stated.key }) else { continue }
        // The run has reported a requirement that it does not meet.
        let isSo = stated.holds(with: present(stated.circumstance, in: circumstances))
        guard isSo == true || isSo == false && statement.force == .exception else { continue }
        found.append((statement, stated))
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

extension PageResult {
  /// Whether all steps of its procedures were understood.
  var isRead: Bool {
    procedures.allSatisfy { $0.steps.allSatisfy { $0.outcome != .notUnderstood } }
  }

  /// How many of its procedures fail.
  var failures: Int { procedures.count { !$0.hasPassed } }
}

extension Page {
  /// Whether a limit is this page's own: what it limits is in the page's title.
  func isMeant(by statement: Statement) -> Bool {
    guard let limited = statement.limited, let noun = LabelMatching.stems(limited).last else {
      return true
    }
    return ([title] + procedures.map(\.title)).contains {
      LabelMatching.stems($0.text).contains(noun)
    }
  }

  /// What is stated outside the steps.
  var statementsAround: [Statement] {
    statements + admonitions.flatMap(\.statements)
      + procedures.flatMap { $0.statements + $0.admonitions.flatMap(\.statements) }
  }
}
