import Diagnostics
import EngineInterface
import HashTreeCollections
import ProcedureModel

// What a page requires: performed first, or taken as done.
extension PageRunner {
  /// Performs what a page requires, in the order of its links, each behind all that it requires
  /// itself; what can't be performed is taken as done.
  ///
  /// - Parameters:
  ///   - page: The page that requires it.
  ///   - prepared: The product, before and after.
  ///   - names: What the page calls things, then what those that require it do.
  /// - Returns: The result of each link, and the findings to report.
  /// - Throws: What the engine throws.
  func require(
    of page: Page, in prepared: inout Prepared<E>, calling names: [ReferredName]
  ) async throws(E.Failure) -> Requirements {
    var told = Requirements()
    var listed: Set = [PathKey(page.path)]
    for link in graph.links(of: page.path) {
      if link.resolved.map(PathKey.init) == PathKey(page.path) { continue }
      if let part = part(link), !listed.insert(part) { continue }
      prepared.session.memory.values.names = names
      guard let path = link.resolved, let required = graph.pages[path] else {
        try await takeAsDone(link, in: &prepared, &told)
        if told.blocker != nil { break }
        continue
      }
      let part = part(link) ?? path
      if let done = prepared.done[PathKey(part)] {
        if let id = done { told.add(shared.run(id).result, over: link) }
        continue
      }
      if let circle = graph.circle(of: path) {
        if circle != graph.circle(of: page.path) {
          told.add(failure(of: required, inCircle: circle, at: link))
        }
        prepared.done.updateValue(nil, forKey: PathKey(part))
        var outcome = PrerequisiteResult(
          link: link, title: required.title.text, path: path, gap: .circle)
        try await substitute(for: &outcome, link, to: required, in: &prepared, &told)
        told.add(outcome, over: link)
        if told.blocker != nil { break }
        continue
      }
      let own = try await state(after: required, link, from: prepared, calling: names)
      let account = prepared.session.terms.account
      prepared = own.prepared
      prepared.session.terms.account = account
      account.add(own.account)
      if let mark = own.mark { try await prepared.session.engine.goBack(to: mark) }
      told.add(own.requirements, over: link)
      told.add(own.result, over: link)
      if told.blocker != nil { break }
    }
    return told
  }

  /// What of a page a link requires, as a key: the page, and the titles of some of its procedures.
  private func part(_ link: Link) -> String? {
    guard let path = link.resolved, let page = graph.pages[path] else { return link.resolved }
    let required = page.procedures(requiredBy: link)
    return required.count == page.procedures.count
      ? path : "\(path)#\(required.map(\.anchor).joined(separator: "#"))"
  }

  /// A link to what is not here.
  private func takeAsDone(
    _ link: Link, in prepared: inout Prepared<E>, _ told: inout Requirements
  ) async throws(E.Failure) {
    guard
      prepared.done.updateValue(nil as RequiredRun.ID?, forKey: PathKey(link.destination)) == nil
    else {
      return
    }
    let isMissing = link.lead == .missing
    if isMissing {
      told.add(
        Finding(
          .prerequisiteNotFound, at: link.range,
          "the prerequisite \"\(link.destination)\" was not found"))
    }
    var outcome = PrerequisiteResult(
      link: link, title: link.text, path: nil, gap: isMissing ? .notFound : .notHere)
    try await substitute(for: &outcome, link, to: nil, in: &prepared, &told)
    told.add(outcome, over: link)
  }

  /// What a required page leaves: worked out once, where there is a way back to it.
  private func state(
    after page: Page, _ link: Link, from prepared: Prepared<E>, calling names: [ReferredName]
  ) async throws(E.Failure) -> SharedRuns<E>.State {
    // Without a way back there is one product, and it is as the last page left it.
    guard let mark = try await prepared.session.engine.mark() else {
      return try await perform(page, link, from: prepared, calling: names)
    }
    let key = RunKey(page: PathKey(part(link) ?? page.path), beginning: prepared.last, names: names)
    return try await shared.state(key) { () async throws(E.Failure) in
      var prepared = prepared
      try await prepared.session.engine.goBack(to: mark)
      return try await perform(page, link, from: prepared, calling: names)
    }
  }

  /// Performs a required page, behind what it requires itself.
  private func perform(
    _ page: Page, _ link: Link, from beginning: Prepared<E>, calling names: [ReferredName]
  ) async throws(E.Failure) -> SharedRuns<E>.State {
    var prepared = beginning
    prepared.session.terms.account = SearchAccount()
    let own = self.names(by: page)
    let before = try await require(of: page, in: &prepared, calling: own + names)
    var told = before
    let isEmpty = page.procedures.isEmpty && !page.isTooLarge
    var outcome = PrerequisiteResult(
      link: link, title: page.title.text, path: page.path, gap: isEmpty ? .noProcedure : nil)
    prepared.session.memory.values.names = names + own
    if told.blocker != nil {
      outcome.gap = .blocked
    } else {
      if outcome.gap == nil {
        try await perform(page, as: &outcome, in: &prepared, &told)
      }
      if outcome.gap != nil {
        try await substitute(for: &outcome, link, to: page, in: &prepared, &told)
      }
    }
    let id = shared.keep(&outcome, behind: before.results)
    prepared.done[PathKey(part(link) ?? page.path)] = id
    prepared.last = .end(of: id)
    return SharedRuns<E>.State(
      prepared: prepared, requirements: told, result: outcome,
      mark: try await prepared.session.engine.mark(),
      account: prepared.session.terms.account)
  }

  /// Performs the procedures of a required page; what it left half done is not what it would have
  /// left, and is taken back.
  private func perform(
    _ page: Page, as outcome: inout PrerequisiteResult, in prepared: inout Prepared<E>,
    _ told: inout Requirements
  ) async throws(E.Failure) {
    let before = prepared.session
    let mark = try await before.engine.mark()
    var part = page
    part.procedures = page.procedures(requiredBy: outcome.link)
    outcome.procedures = try await procedures(
      of: part, in: &prepared.session, under: prepared.circumstances)
    guard let finding = Self.failure(of: page, outcome) else { return }
    told.add(finding)
    outcome.gap = .failed
    if let mark {
      prepared.session = before
      try await prepared.session.engine.goBack(to: mark)
    }
  }

  /// What stands for a prerequisite that was not performed.
  private func substitute(
    for outcome: inout PrerequisiteResult, _ link: Link, to page: Page?,
    in prepared: inout Prepared<E>, _ told: inout Requirements
  ) async throws(E.Failure) {
    outcome.substitute = prepared.substitution.substitute(
      for: link, to: page, besides: prepared.session.observation.facts,
      values: &prepared.session.memory.values)
    switch outcome.substitute {
    case .given: break
    case .assumed(let record, _) where !isStrict:
      prepared.circumstances.assumed.append(record)
      if try await !prepared.session.assume(under: prepared.circumstances) {
        outcome.substitute = nil
      }
    case .assumed, nil:
      guard isStrict, let blocker = Self.blocker(link, outcome) else { break }
      outcome.substitute = nil
      if outcome.gap == .notHere { told.add(Self.notHere(link)) }
      told.block(by: blocker)
    }
    if outcome.substitute != nil { told.standIn(outcome) }
  }

  /// What a page, and those that it requires, call things.
  func names(by page: Page) -> [ReferredName] {
    let required = graph.links(of: page.path).compactMap { $0.resolved.flatMap { graph.pages[$0] } }
    return ([page] + required).flatMap(shared.names)
  }

  /// That a prerequisite failed; nil where it passed.
  private static func failure(of page: Page, _ outcome: PrerequisiteResult) -> Finding? {
    let causes =
      outcome.procedures.flatMap(\.findings).filter { $0.severity == .error }
      + page.findings.filter { $0.rule == .tooLarge }
    guard !causes.isEmpty else { return nil }
    return Finding(
      .prerequisiteFailed, at: outcome.link.range,
      "the prerequisite \"\(page.title.text)\" can't be performed",
      because: causes.map { "\($0.range.file):\($0.range.line): \($0.message)" })
  }

  /// What the steps are blocked by where nothing may be assumed; nil where there was nothing to do.
  private static func blocker(_ link: Link, _ outcome: PrerequisiteResult) -> Blocker? {
    switch outcome.gap {
    case .failed: .prerequisite(outcome.title)
    case .notFound, .circle, .blocked: .prerequisites
    case .notHere: link.lead == .foreign ? nil : .prerequisites
    case .noProcedure, .onlyStated, nil: nil
    }
  }

  private static func notHere(_ link: Link) -> Finding {
    Finding(
      .prerequisiteNotFound, at: link.range,
      "the prerequisite \"\(link.destination)\" is in documentation that is not available")
  }

  /// Adds to a failure that its record was only assumed.
  func tellingAssumed(
    _ finding: Finding, _ standIns: [PrerequisiteResult], in procedures: [ProcedureResult]
  ) -> Finding {
    guard finding.severity == .error else { return finding }
    var told = finding
    told.because += standIns.compactMap { $0.reason(for: finding, in: procedures, of: E.product) }
    return told
  }
}
