import Diagnostics
import EngineInterface
import ProcedureModel

// What a page requires: performed first, or taken as done.
extension PageRunner {
  /// Performs what the page requires; what can't be performed is taken as done.
  ///
  /// - Returns: What the page's own steps are blocked by, where nothing may be assumed.
  func prerequisites(
    of plan: RunOrder, in session: inout Session<E>, under circumstances: inout Circumstances,
    _ result: inout PageResult
  ) async throws(E.Failure) -> Blocker? {
    var substitution = Substitution(product: E.product, given: circumstances)
    var standIn = circumstances
    for key in E.product.actorKeys { standIn[key] = nil }
    var chain: [String] = []
    for required in plan.prerequisites {
      var outcome = PrerequisiteResult(
        link: required.root, title: required.page?.title.text ?? required.link.text,
        path: required.page?.path, gap: required.gap)
      defer { result.prerequisites.append(outcome) }
      if let page = required.page, required.gap == nil {
        let before = session
        let mark = try await session.engine.mark()
        chain.append(page.path)
        outcome.runKey = RunKey(
          chain: chain, circumstances: standIn, values: session.memory.values,
          explains: session.terms.explains)
        outcome.procedures = try await procedures(
          ofRequired: page, outcome.runKey, in: &session, under: standIn)
        guard let finding = Self.failure(of: page, outcome) else { continue }
        result.findings.append(finding)
        outcome.gap = .failed
        // What it left half done is not what it would have left.
        if let mark {
          session = before
          try await session.engine.goBack(to: mark)
        }
      }
      outcome.substitute = substitution.substitute(
        for: required, besides: session.observation.facts, values: &session.memory.values)
      switch outcome.substitute {
      case .given: continue
      case .assumed(let record, _) where !isStrict:
        standIn.assumed.append(record)
        circumstances.assumed.append(record)
        if try await !session.assume(under: standIn) { outcome.substitute = nil }
      case .assumed, nil:
        guard isStrict, let blocker = Self.blocker(required, outcome) else { continue }
        outcome.substitute = nil
        if outcome.gap == .notHere { result.findings.append(Self.notHere(required)) }
        return blocker
      }
    }
    return nil
  }

  /// That a prerequisite failed; nil where it passed.
  private static func failure(of page: Page, _ outcome: PrerequisiteResult) -> Finding? {
    let causes = outcome.procedures.flatMap(\.findings).filter { $0.severity == .error }
    guard !causes.isEmpty else { return nil }
    return Finding(
      .prerequisiteFailed, at: outcome.link.range,
      "the prerequisite \"\(page.title.text)\" can't be done",
      because: causes.map { "\($0.range.file):\($0.range.line): \($0.message)" })
  }

  /// What the steps are blocked by where nothing may be assumed; nil where there was nothing to do.
  private static func blocker(
    _ required: RunOrder.Prerequisite, _ outcome: PrerequisiteResult
  ) -> Blocker? {
    switch outcome.gap {
    case .failed: .prerequisite(outcome.title)
    case .notFound, .circle: .prerequisites
    case .notHere: required.link.lead == .foreign ? nil : .prerequisites
    case .noProcedure, nil: nil
    }
  }

  private static func notHere(_ required: RunOrder.Prerequisite) -> Finding {
    Finding(
      .prerequisiteNotFound, at: required.root.range,
      "the prerequisite \"\(required.link.destination)\" is not here")
  }

  /// A failure at a record that was assumed says so.
  func tellingAssumed(_ finding: Finding, _ result: PageResult) -> Finding {
    guard finding.severity == .error else { return finding }
    var told = finding
    told.because += result.prerequisites.compactMap {
      $0.reason(for: finding, in: result.procedures, of: E.product)
    }
    return told
  }

  /// Performs a required page, or takes over what it left when another page required it.
  private func procedures(
    ofRequired page: Page, _ key: RunKey?, in session: inout Session<E>,
    under circumstances: Circumstances
  ) async throws(E.Failure) -> [ProcedureResult] {
    // Without a way back there is one product, and it is as the last page left it.
    guard let key, let mark = try await session.engine.mark() else {
      return try await procedures(of: page, in: &session, under: circumstances)
    }
    let before = session
    let state = try await shared.state(key) { () async throws(E.Failure) in
      var session = before
      session.terms.account = SearchAccount()
      try await session.engine.goBack(to: mark)
      let results = try await procedures(of: page, in: &session, under: circumstances)
      let end = try await session.engine.mark()
      return SharedRuns<E>.State(procedures: results, session: session, mark: end)
    }
    session = state.session
    session.terms.account = before.terms.account
    session.terms.account.add(state.session.terms.account)
    if let end = state.mark { try await session.engine.goBack(to: end) }
    return state.procedures
  }
}
