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
      because.append("the engine doesn't model the contents of \(screen.name)")
    }
    // Outside the place that is named it may be there.
    if let place = scope.holder.flatMap(screen.control),
      let control = resolver.candidates(for: target, to: intent, in: screen.reachable).controls
        .first
    {
      let holder = screen.holderName(of: control).map { "in \"\($0)\"" } ?? "elsewhere"
      because.append("it is \(holder), not in \"\(place.name)\"")
    }
    let explained = terms.explains && !isTrial
    let earlier = explained ? seenBefore(target) : []
    let near = explained && earlier.isEmpty ? try await oneStepAway(target, action) : earlier
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
        let hidden = try await unfolded().reachable.filter {
          Resolver.isUsable($0, to: intent) && !$0.isDestructive
        }
        nearest = LabelMatching.nearest(to: target.text, among: hidden.map(\.name))
      }
      if nearest == nil, because.isEmpty, let peers = screen.peers(of: target, for: intent) {
        because.append(peers)
      }
    }
    attempt.fail(
      .controlNotFound, at: target.range,
      target.form == .described
        ? "nothing on \(screen.place.text) matches \"\(target.text)\""
        : "there is no \"\(target.text)\"\(noun) on \(screen.place.text)", because: because,
      perhaps: nearest.map { ["\"\($0)\""] } ?? [])
  }

  /// Where the label was shown on the way here, in the same dialog: on an earlier page of it.
  private func seenBefore(_ target: Target) -> [String] {
    let page = procedureState.pages.last { page in
      page.place.name == screen.place.name
        && page.reachable.contains { LabelMatching.matches($0.name, target.text) }
    }
    return page.map { ["\"\(target.text)\" was on \($0.place.text)"] } ?? []
  }

  /// The first other circumstance under which the target is here.
  ///
  /// What was done since the start is done again under each.
  private func elsewhere(_ target: Target, _ action: Action) async throws(E.Failure) -> [String] {
    guard let origin = visit.origin else { return [] }
    let search = search(.elsewhere)
    let here = try await unfolded().reachable
    // What is here under the same name is not what differs.
    guard resolver.candidates(for: target, to: action.intent, in: here).controls.isEmpty else {
      return []
    }
    for circumstance in product.circumstances {
      guard case .choice(let values) = circumstance.domain else { continue }
      let present = product.present(circumstance, in: circumstances)
      for value in values
      where value != present && product.isPossible(value, of: circumstance, in: circumstances) {
        let changed = product.changing(circumstance, to: value, in: circumstances)
        let found = try await trying(search) { session throws(E.Failure) -> Twin? in
          try await session.engine.goBack(to: origin)
          try await session.start(under: changed)
          for interaction in visit.log { _ = try await session.perform(interaction) }
          return try await session.twin(of: target, action, here, on: screen)
        }
        guard let found else { return [] }
        guard let twin = found else { continue }
        let instead = twin.other.map { "; here \"\($0.name)\" is shown instead" } ?? ""
        return ["\"\(twin.control.name)\" is shown \(circumstance.phrase(value))\(instead)"]
      }
    }
    return []
  }

  /// A control that is there under other circumstances, and what stands in its place here.
  private struct Twin {
    let control: Control
    let other: Control?
  }

  /// What a target means now, where the screen is the same place as another one.
  private func twin(
    of target: Target, _ action: Action, _ here: [Control], on screen: Screen
  ) async throws(E.Failure) -> Twin? {
    let unfolded = try await unfolded()
    guard unfolded.name == screen.name else { return nil }
    let there = unfolded.reachable
    let resolver = Resolver(screen: unfolded, product: product)
    var scope = there
    if case .inside(let holder) = resolver.container(action.within), target != action.within {
      scope = there.first { $0.id == holder }?.children.flatMap(\.descendants) ?? []
    }
    let found = resolver.candidates(for: target, to: action.intent, in: scope).controls
    guard let control = found.first else { return nil }
    let others = here.filter { candidate in
      candidate.role == control.role && Resolver.isUsable(candidate, to: action.intent)
        && !there.contains { $0.name == candidate.name && $0.role == candidate.role }
    }
    // Of several, the one in the same place.
    let other =
      others.count == 1
      ? others[0]
      : others.first { here.nameBefore($0) == there.nameBefore(control) }
    return Twin(control: control, other: other)
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

extension Question {
  /// Under which other circumstances a control is there.
  fileprivate static let elsewhere = Question("elsewhere", budget: 2_000)
}
