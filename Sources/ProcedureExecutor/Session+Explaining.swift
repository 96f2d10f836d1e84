import Diagnostics
import EngineInterface
import ProcedureModel

extension Session {
  /// Says that a target is not on the screen, with what is near and where it would be.
  func failNotFound(
    _ target: Target, _ action: Action, in scope: Scope = Scope(), _ attempt: inout Attempt
  ) async throws(E.Failure) {
    let intent = action.intent
    let noun = target.noun.map { " \($0.text)" } ?? ""
    var because = screen.alerts(observation.messages).map { "the product says: \"\($0)\"" }
    if !screen.isModelled {
      because.append("the engine does not know what \(screen.name) shows")
    }
    // Outside the place that is named it may be there.
    if let place = scope.holder.flatMap(screen.control),
      let control = resolver.candidates(for: target, to: intent, in: screen.reachable).controls
        .first
    {
      let holder = screen.holderName(of: control).map { "in \"\($0)\"" } ?? "elsewhere"
      because.append("it is \(holder), and not in \"\(place.name)\"")
    }
    let explained = explains && !isTrial
    let near = explained ? try await oneStepAway(target, action) : []
    let otherwise = explained && near.isEmpty ? try await elsewhere(target, action) : near
    because += otherwise
    let usable = screen.reachable.filter {
      Resolver.isUsable($0, to: intent) && !$0.isDestructive && !$0.name.isEmpty
    }
    // A label that is right under other circumstances is not misspelt.
    var nearest: String?
    if otherwise.isEmpty {
      nearest = LabelMatching.nearest(to: target.text, among: usable.map(\.name))
      if nearest == nil, explained {
        let hidden = try await unfolded().screen.reachable.filter {
          Resolver.isUsable($0, to: intent) && !$0.isDestructive
        }
        nearest = LabelMatching.nearest(to: target.text, among: hidden.map(\.name))
      }
    }
    attempt.fail(
      .controlNotFound, at: target.range,
      target.form == .described
        ? "nothing on \(screen.placeName) is \"\(target.text)\""
        : "there is no \"\(target.text)\"\(noun) on \(screen.placeName)", because: because,
      perhaps: nearest.map { ["\"\($0)\""] } ?? [])
  }

  /// A copy in which all that was collapsed is expanded.
  private func unfolded() async throws(E.Failure) -> Session {
    guard var session = trial() else { return self }
    var tried: Set<Control.ID> = []
    // What opens may hold more that can be opened.
    while tried.count < 200,
      let next = session.screen.reachable.first(where: {
        $0.isExpanded == false && $0.isEnabled && !tried.contains($0.id)
      })
    {
      tried.insert(next.id)
      _ = try await session.perform(.setExpanded(next.id, true))
    }
    return session
  }

  /// The first other circumstance under which the target is here.
  ///
  /// What was done since the start is done again on a copy under each.
  private func elsewhere(_ target: Target, _ action: Action) async throws(E.Failure) -> [String] {
    guard let origin, origin.trial != nil else { return [] }
    let here = try await unfolded().screen.reachable
    for circumstance in product.circumstances {
      guard case .choice(let values) = circumstance.domain else { continue }
      let present = product.present(circumstance, in: circumstances)
      for value in values
      where value != present && product.isPossible(value, of: circumstance, in: circumstances) {
        guard let copy = origin.trial else { continue }
        var session = self
        session.engine = copy
        session.isTrial = true
        let changed = product.changing(circumstance, to: value, in: circumstances)
        try await session.start(under: changed)
        for interaction in log { _ = try await session.perform(interaction) }
        session = try await session.unfolded()
        let there = session.screen.reachable
        var scope = Scope()
        if case .inside(let holder) = session.resolver.container(action.within),
          target != action.within
        {
          scope.holder = holder
        }
        let found = session.resolver.candidates(
          for: target, to: action.intent, in: session.controls(in: scope)
        ).controls
        guard let control = found.first, session.screen.name == screen.name,
          // What is here under the same name is not what differs.
          resolver.candidates(for: target, to: action.intent, in: here).controls.isEmpty
        else { continue }
        let others = here.filter { candidate in
          candidate.role == control.role && Resolver.isUsable(candidate, to: action.intent)
            && !there.contains { $0.name == candidate.name && $0.role == candidate.role }
        }
        // Of several, the one in the same place.
        let other =
          others.count == 1
          ? others[0]
          : others.first { here.nameBefore($0) == there.nameBefore(control) }
        let instead = other.map { "; here \"\($0.name)\" stands instead" } ?? ""
        return ["\"\(control.name)\" is there \(circumstance.phrase(value))\(instead)"]
      }
    }
    return []
  }
}

extension Screen {
  /// What the product tells the person now: messages, and alerts that stand on the screen.
  func alerts(_ messages: [String]) -> [String] {
    let standing = reachable.filter { $0.role == .alert }.map(\.name)
    return messages + standing.filter { !messages.contains($0) && !$0.isEmpty }
  }
}

extension [Control] {
  /// The name of the control before one, among those of its role.
  fileprivate func nameBefore(_ control: Control) -> String? {
    let peers = filter { $0.role == control.role }
    return peers.firstIndex { $0.id == control.id }.flatMap { $0 > 0 ? peers[$0 - 1].name : nil }
  }
}
