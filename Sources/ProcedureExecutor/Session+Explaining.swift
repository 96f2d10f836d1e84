import Diagnostics
import EngineInterface
import ProcedureModel

extension Session {
  /// Says that a target is not on the screen, with what is near and where it would be.
  func failNotFound(
    _ target: Target, _ action: Action, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    let verb = action.verb
    let noun = target.noun.map { " \($0.text)" } ?? ""
    var because = screen.alerts(observation.messages).map { "the product says: \"\($0)\"" }
    if !screen.isModelled {
      because.append("the engine does not know what \(screen.name) shows")
    }
    let explained = explains && !isTrial
    let near = explained ? try await oneStepAway(target, action) : []
    let otherwise = explained && near.isEmpty ? try await elsewhere(target, action) : near
    because += otherwise
    let usable = screen.reachable.filter {
      Resolver.isUsable($0, by: verb) && !$0.isDestructive && !$0.name.isEmpty
    }
    // A label that is right under other circumstances is not misspelt.
    let nearest =
      otherwise.isEmpty
      ? LabelMatching.nearest(to: target.text, among: usable.map(\.name)) : nil
    attempt.fail(
      .controlNotFound, at: target.range,
      target.form == .described
        ? "nothing on \(screen.placeName) is \"\(target.text)\""
        : "there is no \"\(target.text)\"\(noun) on \(screen.placeName)", because: because,
      perhaps: nearest.map { ["\"\($0)\""] } ?? [])
  }

  /// Other circumstances under which the target is here: what was done since the start is done
  /// again on a copy under each.
  private func elsewhere(_ target: Target, _ action: Action) async throws(E.Failure) -> [String] {
    guard let origin, origin.trial != nil else { return [] }
    var told: [String] = []
    let here = screen.reachable
    for circumstance in product.circumstances {
      guard case .choice(let values) = circumstance.domain else { continue }
      let present = product.present(circumstance, in: circumstances)
      for value in values where value != present {
        guard let copy = origin.trial else { continue }
        var session = self
        session.engine = copy
        session.isTrial = true
        let changed = product.changing(circumstance, to: value, in: circumstances)
        try await session.start(under: changed)
        for interaction in log { _ = try await session.perform(interaction) }
        let there = session.screen.reachable
        var scope = Scope()
        if case .inside(let holder) = session.resolver.container(action.within),
          target != action.within
        {
          scope.holder = holder
        }
        let found = session.resolver.candidates(
          for: target, verb: action.verb, in: session.controls(in: scope)
        ).controls
        guard let control = found.first, session.screen.name == screen.name,
          // What is here under the same name is not what differs.
          resolver.candidates(for: target, verb: action.verb, in: here).controls.isEmpty
        else { continue }
        let other = here.first { candidate in
          candidate.role == control.role && Resolver.isUsable(candidate, by: action.verb)
            && !there.contains { $0.name == candidate.name && $0.role == candidate.role }
        }
        let instead = other.map { "; here \"\($0.name)\" stands instead" } ?? ""
        told.append("\"\(control.name)\" is there \(circumstance.phrase(value))\(instead)")
        break
      }
    }
    return told
  }
}

extension Screen {
  /// What the product tells the person now: messages, and alerts that stand on the screen.
  func alerts(_ messages: [String]) -> [String] {
    let standing = reachable.filter { $0.role == .alert || $0.role == .status }.map(\.name)
    return messages + standing.filter { !messages.contains($0) && !$0.isEmpty }
  }
}

extension ProductDescription {
  /// Circumstances with another value for one of them; it alone says then who is signed in.
  func changing(
    _ circumstance: Circumstance, to value: String, in given: Circumstances
  ) -> Circumstances {
    var changed = given
    if actorKeys.contains(circumstance.key) {
      for key in actorKeys { changed[key] = nil }
    }
    changed[circumstance.key] = value
    return changed
  }

  /// The value that holds; nil where another circumstance takes its place.
  func present(_ circumstance: Circumstance, in given: Circumstances) -> String? {
    if let value = given[circumstance.key] { return value }
    let isReplaced =
      actorKeys.contains(circumstance.key) && actorKeys.contains { given[$0] != nil }
    return isReplaced ? nil : circumstance.standard
  }
}

extension Circumstance {
  /// The value in words, such as "with edition=trial" or "when signed in as Guest".
  func phrase(_ value: String) -> String {
    key.hasSuffix("-as")
      ? "when \(key.replacing("-", with: " ")) \(value)" : "with \(key)=\(value)"
  }
}
