import Diagnostics
package import EngineInterface
package import ProcedureModel

/// Performs pages on an engine: what they require first, then their procedures, then the
/// conditions that they state the other way round.
package struct PageRunner<E: Engine>: Sendable {
  private let engine: E
  private let pages: [String: Page]
  private let circumstances: Circumstances
  private let values: [String: String]
  private let isStrict: Bool
  private let shared: SharedRuns<E>

  /// - Parameters:
  ///   - engine: The product in its standard state.
  ///   - pages: Pages by path, with those that they require.
  ///   - circumstances: What is given; the rest is the product's standard.
  ///   - values: Texts by field label.
  ///   - isStrict: Nothing is assumed: where a prerequisite can't be performed, the page's own steps
  ///     are blocked.
  ///   - shared: What required pages leave, for all pages of a check.
  package init(
    engine: E, pages: [String: Page], circumstances: Circumstances, values: [String: String],
    isStrict: Bool = false, shared: SharedRuns<E> = SharedRuns()
  ) {
    self.engine = engine
    self.pages = pages
    self.circumstances = circumstances
    self.values = values
    self.isStrict = isStrict
    self.shared = shared
  }

  package func run(_ page: Page) async throws(E.Failure) -> PageResult {
    let account = SearchAccount()
    let start = try await engine.mark()
    func perform(
      _ circumstances: Circumstances, explains: Bool
    ) async throws(E.Failure) -> PageResult {
      try await self.perform(
        page, under: circumstances, from: start, account, explains: explains
      ).result
    }
    var result = try await perform(circumstances, explains: true)
    if start != nil, result.procedures.allSatisfy(\.hasPassed), !result.isBlocked {
      result.conditions = try await conditions(of: page, &result.findings) {
        circumstances throws(E.Failure) in
        try await perform(circumstances, explains: false)
      }
    }
    let broken = Set(
      result.findings.filter { $0.rule == .prerequisiteNotFound }.map(\.range))
    result.findings += page.findings.filter { finding in
      !(finding.rule == .brokenLink && broken.contains(finding.range))
    }
    result.findings = result.findings.map { Self.tellingInclude($0, in: page) }
    result.findings.sort(by: Finding.inReportOrder)
    result.searched = account.spent
    return result
  }

  /// The product as a page leaves it, after what it requires.
  package func product(after page: Page) async throws(E.Failure) -> E {
    try await perform(
      page, under: circumstances, from: engine.mark(), SearchAccount(), explains: true
    ).engine
  }

  /// Words in another file are wrong for this page: it says where it includes them.
  private static func tellingInclude(_ finding: Finding, in page: Page) -> Finding {
    guard finding.range.file != page.path else { return finding }
    let included = page.procedures.lazy.flatMap(\.allSteps).last { step in
      step.range.file == finding.range.file && step.range.start <= finding.range.start
    }
    guard let place = included?.includedAt else { return finding }
    var told = finding
    told.because.append("\(place.file):\(place.line) includes this")
    return told
  }

  // MARK: One run

  private func perform(
    _ page: Page, under circumstances: Circumstances, from start: E.Mark?,
    _ account: SearchAccount, explains: Bool
  ) async throws(E.Failure) -> (result: PageResult, engine: E) {
    var result = PageResult(page: page)
    let plan = RunOrder(of: page, among: pages)
    result.findings += plan.findings
    var engine = engine
    if let start { try await engine.goBack(to: start) }
    var session = try await Session(
      engine: engine, product: E.product,
      values: ValueBook(given: values, referring: plan.speakers) { noun in
        E.product.factKinds.contains { $0.includes(noun) }
      },
      circumstances: circumstances,
      account: account)
    session.explains = explains
    var circumstances = circumstances
    let blocker = try await prerequisites(of: plan, in: &session, under: &circumstances, &result)
    if let blocker {
      result.procedures = page.procedures.map { procedure in
        let steps = procedure.allSteps.map {
          StepResult(step: $0, outcome: .blocked(by: blocker))
        }
        return ProcedureResult(procedure: procedure, steps: steps)
      }
    } else {
      result.procedures = try await procedures(of: page, in: &session, under: circumstances)
      result.findings += result.procedures.flatMap(\.findings).map { tellingAssumed($0, result) }
    }
    return (result, session.engine)
  }

  /// Performs what the page requires; what can't be performed is taken as done.
  ///
  /// - Returns: What the page's own steps are blocked by, where nothing may be assumed.
  private func prerequisites(
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
          chain: chain, circumstances: standIn, values: session.values,
          explains: session.explains)
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
        for: required, besides: session.observation.facts, values: &session.values)
      switch outcome.substitute {
      case .given: continue
      case .assumed(let record) where !isStrict:
        outcome.nameField = substitution.kind(promisedBy: required)?.nameField
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
  private func tellingAssumed(_ finding: Finding, _ result: PageResult) -> Finding {
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
      session.account = SearchAccount()
      try await session.engine.goBack(to: mark)
      let results = try await procedures(of: page, in: &session, under: circumstances)
      let end = try await session.engine.mark()
      return SharedRuns<E>.State(procedures: results, session: session, mark: end)
    }
    session = state.session
    session.account = before.account
    session.account.add(state.session.account)
    if let end = state.mark { try await session.engine.goBack(to: end) }
    return state.procedures
  }

  private func procedures(
    of page: Page, in session: inout Session<E>, under circumstances: Circumstances
  ) async throws(E.Failure) -> [ProcedureResult] {
    var results: [ProcedureResult] = []
    for (index, procedure) in page.procedures.enumerated() {
      var goesOn = false
      if index > 0 { goesOn = try await continuesHere(procedure, session, circumstances) }
      if !goesOn { try await session.start(under: circumstances) }
      var result = try await session.run(procedure)
      if let cause = results.last(where: { $0.failedStep != nil }) {
        result.blame(cause)
      }
      results.append(result)
    }
    return results
  }

  /// Whether a procedure's first target is only on the screen where its predecessor ended.
  private func continuesHere(
    _ procedure: Procedure, _ session: Session<E>, _ circumstances: Circumstances
  ) async throws(E.Failure) -> Bool {
    guard let action = procedure.allSteps.lazy.flatMap(\.performed).first,
      let target = action.parts.first?.target, session.screen.modal == nil
    else { return false }
    func isHere(_ session: Session<E>) -> Bool {
      let resolver = session.resolver
      let reachable = session.screen.reachable
      if target.form == .described, let noun = target.noun {
        return !resolver.collections(named: noun.text, in: reachable).isEmpty
      }
      return !resolver.candidates(for: target, to: action.intent, in: reachable).controls.isEmpty
    }
    guard isHere(session) else { return false }
    let isAtStart = try await session.trying(session.search(.goingOn)) {
      fresh throws(E.Failure) in
      try await fresh.start(under: circumstances)
      return isHere(fresh)
    }
    return isAtStart == false
  }

  // MARK: Conditions

  /// Tries what the page requires the other way round: then it must fail.
  private func conditions(
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
              ? "the page says that its steps are different then, and they work as they are"
              : "the page says that this is required, and its steps work without it",
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
        // A requirement that the standard run does not meet was told by the run.
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

extension ProcedureResult {
  /// Tells that an earlier procedure failed: this one may lack what that did not make.
  fileprivate mutating func blame(_ earlier: ProcedureResult) {
    for index in findings.indices where findings[index].severity == .error {
      let title = earlier.procedure.title.text
      findings[index].because.append("\"\(title)\", before this, failed")
    }
  }
}
