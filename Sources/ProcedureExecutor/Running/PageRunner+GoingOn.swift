import Diagnostics
import EngineInterface
import ProcedureModel

// Where a procedure begins: afresh, or where the one before it ended.
extension PageRunner {
  /// Whether a procedure begins on the screen where its predecessor ended, also below a dialog that
  /// it left open, which is closed then.
  func continuesHere(
    _ procedure: Procedure, _ session: inout Session<E>, _ circumstances: Circumstances
  ) async throws(E.Failure) -> Bool {
    guard let action = procedure.allSteps.lazy.flatMap(\.performed).first else { return false }
    let beneath = try await session.trying(session.search(.goingOn)) {
      fresh throws(E.Failure) in
      try await fresh.closeDialogs()
      return fresh.screen.modal == nil && fresh.shows(action)
    }
    guard beneath == true else { return false }
    let isAtStart = try await session.trying(session.search(.goingOn)) {
      fresh throws(E.Failure) in
      try await fresh.start(under: circumstances)
      return fresh.shows(action)
    }
    guard isAtStart == false else { return false }
    try await session.closeDialogs()
    return true
  }
}

extension Session {
  /// Whether what an action is done to is on the screen, or the place that it names is.
  func shows(_ action: Action) -> Bool {
    guard let target = action.parts.first?.target else { return false }
    let reachable = screen.reachable
    if let within = action.within, within.form == .label, !within.isBeside {
      if LabelMatching.matches(screen.name, within.text) { return true }
      switch resolver.container(within) {
      case .inside: return true
      case .behind(let opener) where opener.role == .tab: return true
      default: break
      }
    }
    if target.form == .described, let noun = target.noun {
      return !resolver.collections(named: noun.text, in: reachable).isEmpty
    }
    return !resolver.candidates(for: target, to: action.intent, in: reachable).controls.isEmpty
      || resolver.asWritten(target, to: action.intent, in: reachable) != nil
  }

  /// Leaves the dialogs that are open, as far as they can be left without keeping anything.
  fileprivate mutating func closeDialogs() async throws(E.Failure) {
    for _ in 0..<3 {
      guard let dialog = screen.modal,
        let way = dialog.descendants.first(where: { $0.purpose == .cancel && $0.isEnabled })
      else { return }
      _ = try await perform(.activate(way.id))
    }
  }
}

extension Question {
  /// Whether a procedure goes on where its predecessor ended.
  fileprivate static let goingOn = Question("going-on", budget: 60)
}
