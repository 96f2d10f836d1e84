import Algorithms
import Diagnostics
import EngineInterface
import ProcedureModel

extension Session {
  /// Among what a target is looked for: all that can be reached, or what a control holds.
  struct Scope {
    var holder: Control.ID?
  }

  func controls(in scope: Scope) -> [Control] {
    guard let holder = scope.holder else { return screen.reachable }
    return screen.reachable.first { $0.id == holder }?.children.flatMap(\.descendants) ?? []
  }

  /// The scope that an action names; opens a container that is closed.
  mutating func scope(
    of action: Action, _ attempt: inout Attempt
  ) async throws(E.Failure) -> Scope? {
    // What stands beside the target does not hold it.
    if let place = action.within, place.isBeside {
      let around = place.around.map {
        Target(text: $0.text, range: $0.range, form: .label, isMarked: true)
      }
      if case .inside(let holder) = resolver.container(around) { return Scope(holder: holder) }
      return Scope()
    }
    switch resolver.container(action.within) {
    case .everywhere: return Scope()
    case .inside(let holder):
      // "For the **Certificate**, click **Browse**": a field holds no buttons.
      let isField = screen.control(holder)?.role == .combobox && action.intent == .activate
      return isField ? Scope() : Scope(holder: holder)
    case .behind(let opener):
      if action.isWithinCarriedOver { return Scope() }
      if opener.isExpanded == false {
        try await expand(.setExpanded(opener.id, true), &attempt)
        // A button may open what stands beside it under the same name.
        if case .inside(let holder) = resolver.container(action.within) {
          return Scope(holder: holder)
        }
        return Scope(holder: opener.id)
      }
      try await act(on: opener, action.asking(.visit), reason: nil, &attempt)
      guard attempt.failure == nil else { return nil }
      if case .inside(let holder) = resolver.container(action.within) {
        return Scope(holder: holder)
      }
      return Scope()
    case .notFound:
      guard !action.isWithinCarriedOver, let within = action.within else { return Scope() }
      if within.path.count > 1 {
        // "Under **Admin** > **Integration**, click **X**": the path is gone first.
        return try await follow(within, action, &attempt)
      }
      try await failNotFound(within, action, &attempt)
      return nil
    }
  }

  // MARK: Locating

  /// The one control that a label means; what is collapsed is expanded on the way.
  mutating func locate(
    _ target: Target, _ intent: Intent, in scope: Scope, _ attempt: inout Attempt
  ) async throws(E.Failure) -> Control? {
    var found = resolver.candidates(for: target, to: intent, in: controls(in: scope))
    // One label in two marks goes before its first part.
    if target.joined != nil, let whole = asWritten(target, intent, in: scope, &attempt) {
      return whole
    }
    if found.controls.isEmpty, let route = try await route(to: target, intent, in: scope) {
      let before = attempt.deeds.count
      for interaction in route {
        try await expand(interaction, &attempt)
      }
      let opened = attempt.deeds[before...].map { "\"\($0.name)\"" }
      if !opened.isEmpty {
        attempt.findings.append(
          Finding(
            .openedOnTheWay, at: target.range,
            "a reader has to expand \(opened.joined(separator: " and then ")) first,"
              + " which the page does not say"))
      }
      found = resolver.candidates(for: target, to: intent, in: controls(in: scope))
    }
    // "in the **X** list, click **Y**": what is outside counts where the place was left since.
    if found.controls.isEmpty, attempt.action.isWithinCarriedOver {
      found = resolver.candidates(for: target, to: intent, in: screen.reachable)
    }
    if found.controls.isEmpty, let control = asWritten(target, intent, in: scope, &attempt) {
      return control
    }
    guard let first = found.controls.first else {
      let kinds = Array(found.otherKinds.map(\.role.withArticle).uniqued())
      let others = kinds.joined(separator: " or ")
      if let noun = target.noun, !kinds.isEmpty {
        attempt.fail(
          .wrongControlKind, at: noun.range,
          "\"\(target.text)\" is \(others) here; the page"
            + " says \"\(noun.text)\""
        )
      } else {
        try await failNotFound(target, attempt.action, in: scope, &attempt)
        if !kinds.isEmpty {
          attempt.failure?.because.append(
            "the control with this name is \(others), which \"\(attempt.action.verb.rawValue)\""
              + " doesn't apply to")
        }
      }
      return nil
    }
    if found.controls.count > 1 {
      if let beside = beside(attempt.action.within, found.controls) { return beside }
      if let only = try await theOne(of: found.controls, attempt.action) { return only }
      if let one = try await serving(found.controls, target, &attempt) { return one }
      let places = found.controls.map { control in
        control.role.withArticle + (screen.holderName(of: control).map { " in \($0)" } ?? "")
      }
      attempt.fail(
        .ambiguousTarget, at: target.range,
        "\"\(target.text)\" could be \(places.joined(separator: " or ")); say which one")
      return nil
    }
    guard !stands(first, besides: stepState.expandedLast, target, &attempt) else { return nil }
    return first
  }

  /// The control that a label in another form means, with a note.
  private func asWritten(
    _ target: Target, _ intent: Intent, in scope: Scope, _ attempt: inout Attempt
  ) -> Control? {
    guard let control = resolver.asWritten(target, to: intent, in: controls(in: scope)) else {
      return nil
    }
    let written = target.joined?.text ?? target.text
    attempt.findings.append(
      Finding(
        .labelAsWritten, at: target.joined?.range ?? target.range,
        LabelMatching.matches(written, control.name)
          ? "the label \"\(control.name)\" is written in several marks"
          : "the page writes \"\(written)\"; the label is \"\(control.name)\""))
    return control
  }

  /// Whether an item stands under another branch than the one that the action before expanded.
  ///
  /// "Expand **A** and check **B**" says that B is under A.
  func stands(
    _ control: Control, besides branch: ExpandedBranch?, _ target: Target,
    _ attempt: inout Attempt
  ) -> Bool {
    guard let branch, control.role == .treeitem, attempt.action.within == nil,
      let parent = screen.control(branch.id), let tree = screen.collection(of: control),
      tree.descendants.contains(where: { $0.id == parent.id }), parent.id != control.id,
      !parent.descendants.contains(where: { $0.id == control.id })
    else { return false }
    let holders = tree.descendants.filter { other in
      other.role == .treeitem && other.id != control.id
        && other.descendants.contains { $0.id == control.id }
    }
    // What is in the first rank of the tree is under nothing.
    guard let holder = holders.last else { return false }
    attempt.findings.removeAll { $0.rule == .openedOnTheWay }
    attempt.fail(
      .controlNotFound, at: branch.range,
      "\"\(control.name)\" is not under \"\(parent.name)\", but under \"\(holder.name)\"",
      perhaps: ["\"\(holder.name)\""])
    return true
  }

  /// The one of some controls that stands where a label is: "next to **X**, click **Edit**".
  private func beside(_ place: Target?, _ controls: [Control]) -> Control? {
    guard let place, place.isBeside else { return nil }
    let near = controls.filter { control in
      screen.holderName(of: control).map { LabelMatching.matches($0, place.text) } ?? false
    }
    return near.count == 1 ? near[0] : nil
  }

  /// The one of some controls that a person means: the only one that does anything, or any where
  /// all lead to the same state.
  private func theOne(
    of controls: [Control], _ action: Action
  ) async throws(E.Failure) -> Control? {
    let search = search(.theOne)
    var effective: [(control: Control, result: Observation)] = []
    for control in controls {
      let result = try await trying(search) { session throws(E.Failure) -> Observation? in
        guard let plan = session.plan(for: control, action) else { return nil }
        _ = try await session.perform(plan.interaction)
        return session.observation
      }
      guard let result = result ?? nil else { return nil }
      if result != observation { effective.append((control, result)) }
    }
    guard let first = effective.first else { return controls.first }
    return effective.allSatisfy { $0.result == first.result } ? first.control : nil
  }

  /// What has to be expanded before the target is there: found by trying, the shortest first.
  private func route(
    to target: Target, _ intent: Intent, in scope: Scope
  ) async throws(E.Failure) -> [Interaction]? {
    let scopeIDs = Set(controls(in: scope).map(\.id))
    return try await firstExpansion { session in
      session.resolver.candidates(for: target, to: intent, in: session.controls(in: scope))
        .controls.isEmpty ? nil : true
    } within: {
      scopeIDs.contains($0.id)
    }?.route
  }

  mutating func expand(_ interaction: Interaction, _ attempt: inout Attempt) async throws(E.Failure)
  {
    guard let control = interaction.control.flatMap(screen.control) else { return }
    let before = try await perform(interaction)
    attempt.deeds.append(
      Deed(
        kind: .expanded, role: control.role, name: control.name,
        collection: nil, reason: .onTheWay,
        effects: Effect.difference(from: before, to: observation)))
  }
}

extension Question {
  /// Which of several controls of one name does what is wanted.
  static let theOne = Question("the-one", budget: 60)
}
