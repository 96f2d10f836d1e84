import Diagnostics
import EngineInterface
import ProcedureModel

// Looking, seeking, scrolling and waiting: what changes nothing.
extension Session {
  /// "Find **X**", a link to a screen, where what comes next is only there: a reader opens it.
  mutating func enter(
    _ target: Target, _ action: Action, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    guard attempt.failure == nil, target.form == .label,
      let next = attempt.following.first ?? procedureState.later.lazy.flatMap(\.performed).first,
      !shows(next),
      let link = resolver.candidates(for: target, to: .visit, in: screen.reachable).controls.first,
      link.role == .link || link.role == .tab
    else { return }
    let opens = try await trying(search(.entering)) { session throws(E.Failure) in
      _ = try await session.perform(.activate(link.id))
      return session.shows(next)
    }
    guard opens == true else { return }
    try await act(on: link, action.asking(.visit), reason: .onTheWay, &attempt)
    attempt.findings.append(
      Finding(
        .openedOnTheWay, at: target.range,
        "a reader has to open \"\(link.name)\" first, which the page does not say"))
  }

  /// Looking changes nothing: finds the named control, or leaves the check to the reader.
  mutating func look(for target: Target, _ action: Action, _ attempt: inout Attempt) {
    if target.form != .label, action.intent == .scroll || action.intent == .wait {
      // "To the bottom of the page", "a moment": nothing that could be missing, or be proved.
      return
    }
    let named = resolver.candidates(for: target, to: .look, in: screen.reachable).controls
    let isSought = target.form == .described && action.intent == .seek
    if isSought, named.isEmpty, itemLookedFor(target) == nil, !attempt.following.isEmpty {
      // "Find a feature that you like and click **Edit**": any, and what follows says which.
      stepState.seeksAny = true
      return
    }
    let shown =
      target.form == .label
      ? named.first ?? resolver.asWritten(target, to: .look, in: screen.reachable) : nil
    // What is to be verified is more than that something of the kind is there.
    guard let control = shown ?? (isSought ? itemLookedFor(target) : nil) else {
      attempt.fail(
        .stepNotUnderstood, at: action.range,
        "can't check what the page says about \"\(target.text)\"")
      return
    }
    guard !stands(control, besides: stepState.expandedLast, target, &attempt) else { return }
    if !control.children.isEmpty || control.role.isItem { procedureState.lookedAt = control.id }
    attempt.deeds.append(
      Deed(
        kind: .found, role: control.role, name: control.name,
        collection: screen.collection(of: control)?.name,
        reason: .onlyLookedFor, effects: []))
  }
}

extension Question {
  /// Whether what comes next is behind the link that was looked for.
  fileprivate static let entering = Question("entering", budget: 20)
}
