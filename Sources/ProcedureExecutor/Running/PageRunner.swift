import Diagnostics
package import EngineInterface
package import ProcedureModel

/// Performs pages on an engine: what they require first, then their procedures, then the
/// conditions that they state the other way round.
package struct PageRunner<E: Engine>: Sendable {
  let engine: E
  let graph: PageGraph
  let circumstances: Circumstances
  let values: [String: String]
  let isStrict: Bool
  let keepsMoments: Bool
  let shared: SharedRuns<E>

  /// - Parameters:
  ///   - engine: The product in its standard state.
  ///   - graph: The pages of the check, with those that they require.
  ///   - circumstances: What is given; the rest is the product's standard.
  ///   - values: Texts by field label.
  ///   - isStrict: Nothing is assumed: where a prerequisite can't be performed, the page's own steps
  ///     are blocked.
  ///   - keepsMoments: Each step keeps what was on the screen when it used a control.
  ///   - shared: What required pages leave, for all pages of a check.
  package init(
    engine: E, pages graph: PageGraph, circumstances: Circumstances, values: [String: String],
    isStrict: Bool = false, keepsMoments: Bool = false, shared: SharedRuns<E> = SharedRuns()
  ) {
    self.engine = engine
    self.graph = graph
    self.circumstances = circumstances
    self.values = values
    self.isStrict = isStrict
    self.keepsMoments = keepsMoments
    self.shared = shared
  }

  package func run(_ page: Page) async throws(E.Failure) -> PageResult {
    let account = SearchAccount()
    let start = try await engine.mark()
    var circumstances = circumstances(of: page)
    var result = try await perform(page, under: circumstances, from: start, account, explains: true)
      .result
    if start != nil, !result.procedures.allSatisfy(\.hasPassed),
      let others = setting(of: page, besides: circumstances)
    {
      // The page is about another setting than the usual one.
      let other = try await perform(page, under: others, from: start, account, explains: true)
      if other.result.failures < result.failures {
        (circumstances, result) = (others, other.result)
      }
    }
    try await tryConditions(of: page, under: circumstances, from: start, account, &result)
    result.procedures.forgetEnds()
    if page.procedures.isEmpty, !page.isTooLarge {
      result.findings.append(
        Finding(.noProcedure, at: page.title.range, "this page has no procedure to perform"))
    }
    let broken = Set(
      result.findings.filter { $0.rule == .prerequisiteNotFound }.map(\.range))
    result.findings += page.findings.filter { finding in
      !(finding.rule == .brokenLink && broken.contains(finding.range))
    }
    result.findings = result.findings.map { Self.tellingInclude($0, in: page) }
    result.heedComments()
    result.findings.sort(by: Finding.inReportOrder)
    result.searched = account.spent
    return result
  }

  /// Tries what the page says of when it works, for whom, and what of it can be left out; of a page
  /// that works.
  private func tryConditions(
    of page: Page, under circumstances: Circumstances, from start: E.Mark?,
    _ account: SearchAccount, _ result: inout PageResult
  ) async throws(E.Failure) {
    guard start != nil, !page.procedures.isEmpty, result.procedures.allSatisfy(\.hasPassed),
      !result.isBlocked
    else { return }
    let again = { (circumstances: Circumstances) async throws(E.Failure) in
      try await self.perform(page, under: circumstances, from: start, account, explains: false)
        .result
    }
    result.conditions = try await conditions(
      of: page, under: circumstances, isRead: result.isRead, &result.findings, performing: again)
    result.conditions += try await access(
      to: page, under: circumstances, &result.findings, performing: again)
    let without = { (page: Page) async throws(E.Failure) in
      try await self.perform(page, under: circumstances, from: start, account, explains: false)
        .result
    }
    let performed = result
    result.findings += try await optional(in: performed, performing: without)
    result.findings += try await redundant(in: performed, performing: without)
    result.findings += try await offers(in: performed, performing: without)
  }

  /// The product as a page leaves it, after what it requires.
  package func product(after page: Page) async throws(E.Failure) -> E {
    try await perform(
      page, under: circumstances, from: engine.mark(), SearchAccount(), explains: true
    ).engine
  }

  /// Words in another file are wrong for this page: it says where it includes them.
  private static func tellingInclude(_ finding: Finding, in page: Page) -> Finding {
    guard let place = page.inclusion(of: finding) else { return finding }
    var told = finding
    told.because.append("included at \(place.file):\(place.line)")
    return told
  }

  // MARK: One run

  private func perform(
    _ page: Page, under circumstances: Circumstances, from start: E.Mark?,
    _ account: SearchAccount, explains: Bool
  ) async throws(E.Failure) -> (result: PageResult, engine: E) {
    var result = PageResult(page: page)
    var engine = engine
    if let start { try await engine.goBack(to: start) }
    var others = circumstances
    for key in E.product.actorKeys { others.values[key] = nil }
    // What is required is the same, whoever performs the page.
    var usual = self.circumstances
    for key in E.product.actorKeys { usual.values[key] = nil }
    var prepared = Prepared(
      session: try await Session(
        engine: engine,
        terms: RunTerms(
          product: E.product, account: account, explains: explains,
          keepsMoments: keepsMoments && explains),
        memory: RunMemory(values: ValueBook(given: values)), circumstances: circumstances),
      circumstances: others,
      substitution: Substitution(product: E.product, given: circumstances),
      last: .start(others, explains: explains || others == usual, given: values))
    let names = names(by: page) + graph.dependents(of: page.path).flatMap(shared.names)
    let circle = tellCircle(of: page)
    if let circle { result.findings.append(circle.finding) }
    var told = Requirements()
    if let teller = circle?.teller {
      told.block(by: .prerequisite(teller.title.text))
    } else {
      told = try await require(of: page, in: &prepared, calling: names)
      if told.blocker == nil { try await takeStated(by: page, in: &prepared, &told) }
    }
    result.prerequisites = told.results
    result.findings += told.findings
    var circumstances = circumstances
    circumstances.assumed = prepared.circumstances.assumed
    var session = prepared.session
    session.terms.explains = explains
    session.terms.keepsMoments = keepsMoments && explains
    session.memory.values.names = names
    if let blocker = told.blocker {
      result.procedures = page.procedures.map { procedure in
        let steps = procedure.allSteps.map {
          StepResult(step: $0, outcome: .blocked(by: blocker))
        }
        return ProcedureResult(procedure: procedure, steps: steps)
      }
    } else {
      result.procedures = try await procedures(of: page, in: &session, under: circumstances)
      result.findings += result.procedures.flatMap(\.findings).map {
        tellingAssumed($0, told.standIns, in: result.procedures)
      }
      result.findings += Contradictions(in: page).findings(result.procedures)
    }
    return (result, session.engine)
  }

  func procedures(
    of page: Page, in session: inout Session<E>, under circumstances: Circumstances
  ) async throws(E.Failure) -> [ProcedureResult] {
    var results: [ProcedureResult] = []
    /// Where the ways began of which the present procedure is one.
    var fork: Fork?
    for (index, procedure) in page.procedures.enumerated() {
      if let open = fork, open.branch.group != procedure.branch?.group {
        try await close(open, &results, &session)
        fork = nil
      }
      if let open = fork {
        try await session.goBack(to: open.start)
      } else {
        var goesOn = false
        if index > 0 { goesOn = try await continuesHere(procedure, &session, circumstances) }
        if !goesOn { try await session.start(under: circumstances) }
        if let branch = procedure.branch, let start = try await session.checkpoint() {
          fork = Fork(branch: branch, start: start, first: results.count)
        }
      }
      var result = try await session.run(
        procedure, without: Contradictions(in: page).avoided(in: procedure))
      if let cause = results.last(where: { $0.failedStep != nil }) {
        result.blame(cause)
      } else if let unread = results.last(where: \.isLeftUndone) {
        result.excuse(unread)
      }
      results.append(result)
      if fork != nil { fork?.ends.append(try await session.checkpoint()) }
    }
    if let fork { try await close(fork, &results, &session) }
    return Self.tellingUnread(results)
  }

  /// Where other procedures of the page were checked, one of which nothing was understood is not the
  /// page's fault.
  private static func tellingUnread(_ results: [ProcedureResult]) -> [ProcedureResult] {
    guard results.contains(where: { $0.steps.contains(where: \.outcome.isChecked) }) else {
      return results
    }
    return results.map { result in
      guard result.steps.contains(where: { $0.outcome == .notUnderstood }) else { return result }
      var told = result
      told.findings = result.findings.map { finding in
        finding.rule != .nothingChecked
          ? finding : Finding(.stepNotUnderstood, at: finding.range, finding.message)
      }
      return told
    }
  }
}

extension ProcedureResult {
  /// Something of it was not understood, and what came after it was not done.
  fileprivate var isLeftUndone: Bool {
    steps.contains { $0.outcome == .notUnderstood } && steps.contains(where: \.outcome.isBlocked)
  }

  /// What fails after an earlier procedure that was left undone is not judged: what that would have
  /// made may be what is missing.
  fileprivate mutating func excuse(_ earlier: ProcedureResult) {
    guard let failed = failedStep else { return }
    let title = earlier.procedure.title.text
    for index in steps.indices where steps[index].outcome == .failed {
      steps[index].outcome = .blocked(by: .prerequisite(title))
      for action in steps[index].actions.indices
      where steps[index].actions[action].outcome == .failed {
        steps[index].actions[action].outcome = .blocked(by: .prerequisite(title))
      }
    }
    findings.removeAll { $0.severity == .error }
    findings.append(
      Finding(
        .stepNotUnderstood, at: failed.step.range,
        "this can't be done here, but \"\(title)\", an earlier procedure of the page, was not"
          + " understood, so it is not judged"))
  }

  /// Tells that an earlier procedure failed: this one may lack what that did not make.
  fileprivate mutating func blame(_ earlier: ProcedureResult) {
    for index in findings.indices where findings[index].severity == .error {
      let title = earlier.procedure.title.text
      findings[index].because.append("\"\(title)\", an earlier procedure of the page, failed")
    }
  }
}
