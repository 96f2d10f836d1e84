import DequeModule
import EngineInterface

// The one place where something is tried: all that searches goes through here.
extension Session {
  /// Does something that leaves no trace, and gives what came of it.
  ///
  /// Each interaction counts for the question that it helps to answer. Nil where the engine has no
  /// way back, or where the question has cost all it may.
  func trying<Answer>(
    _ search: Search, _ body: (inout Session) async throws(E.Failure) -> Answer
  ) async throws(E.Failure) -> Answer? {
    guard search.mayGoOn, let mark = try await engine.mark() else { return nil }
    var session = self
    session.search = search
    let answer = try await body(&session)
    try await session.engine.goBack(to: mark)
    return answer
  }

  func search(_ question: Question) -> Search { Search(question, on: terms.account) }

  /// Expands what is collapsed, one control more each time, until something is found.
  ///
  /// At first only controls in scope are expanded, below them all that an expansion has brought. The
  /// route is the shortest that there is.
  func firstExpansion<Found>(
    _ test: (Session) -> Found?, within isInScope: (Control) -> Bool
  ) async throws(E.Failure) -> (route: [Interaction], found: Found)? {
    let search = search(.route)
    let known = Set(screen.reachable.map(\.id))
    var routes = Deque(
      collapsed(screen).filter(isInScope).map { [Interaction.setExpanded($0.id, true)] })
    while let route = routes.popFirst() {
      let answer = try await trying(search) { session throws(E.Failure) in
        for interaction in route { _ = try await session.perform(interaction) }
        return (found: test(session), more: session.collapsed(session.screen))
      }
      guard let answer else { return nil }
      if let found = answer.found { return (route, found) }
      routes += answer.more.filter { !known.contains($0.id) }.map {
        route + [.setExpanded($0.id, true)]
      }
    }
    return nil
  }

  /// The present screen with all expanded that is collapsed.
  func unfolded() async throws(E.Failure) -> Screen {
    guard !collapsed(screen).isEmpty else { return screen }
    let search = search(.unfolded)
    let unfolded = try await trying(search) { session throws(E.Failure) in
      var tried: Set<Control.ID> = []
      // What opens may hold more that can be opened.
      while search.mayGoOn,
        let next = session.collapsed(session.screen).first(where: { !tried.contains($0.id) })
      {
        tried.insert(next.id)
        _ = try await session.perform(.setExpanded(next.id, true))
      }
      return session.screen
    }
    return unfolded ?? screen
  }

  private func collapsed(_ screen: Screen) -> [Control] {
    screen.reachable.filter { $0.isExpanded == false && $0.isEnabled }
  }
}

extension Question {
  /// What has to be expanded before a control is there.
  fileprivate static let route = Question("route", budget: 200)
  /// What is on a screen when all that is collapsed is expanded.
  fileprivate static let unfolded = Question("unfolded", budget: 200)
}
