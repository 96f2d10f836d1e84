import Diagnostics
import EngineInterface
import ProcedureModel

/// Who acts from here on.
enum PersonChange {
  case signIn(as: Target?)
  case signOut
}

extension Session {
  /// The change of the person that an action asks for, as far as it is about the product.
  func personChange(_ action: Action) -> PersonChange? {
    let isOfProduct = action.target.map { $0.form != .label || product.isCalled($0.text) }
    switch action.intent {
    case .signIn(let person):
      // "Log back in": the same person as before.
      let isMeant = action.target.map { product.isCalled($0.text) } ?? (person != nil)
      return isMeant || isOfProduct != false && memory.signedOut != nil ? .signIn(as: person) : nil
    case .signOut: return isOfProduct != false ? .signOut : nil
    default: return nil
    }
  }

  mutating func perform(
    _ change: PersonChange, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    switch change {
    case .signIn(let person): try await signIn(as: person, &attempt)
    case .signOut:
      memory.signedOut = stepState.ordinal
      attempt.deeds.append(deed(.signedOut, screen.place.text))
    }
  }

  /// Nothing is done by nobody.
  func nobodyIsSignedIn(since step: String, _ attempt: inout Attempt) {
    attempt.fail(
      .manualStep, at: attempt.action.range,
      "nobody is signed in after step \(step), so this was not performed")
  }

  /// Signs in as a person whom the engine can be: the data stay, and the start screen opens.
  ///
  /// Whom it can't be, a person has to be.
  mutating func signIn(as person: Target?, _ attempt: inout Attempt) async throws(E.Failure) {
    guard let person else {
      if memory.signedOut != nil {
        // The same person as before, who begins at the start screen again.
        try await signInAgain()
        attempt.deeds.append(deed(.signedIn, present?.value ?? screen.place.text))
        return
      }
      // A run starts signed in.
      attempt.deeds.append(deed(.alreadySo, screen.place.text))
      return
    }
    guard let (circumstance, value) = who(person) else {
      attempt.fail(
        .manualStep, at: person.range,
        "the engine can't sign in as \"\(person.text)\", so a person has to do this")
      return
    }
    memory.signedOut = nil
    let before = observation
    try await start(under: product.changing(circumstance, to: value, in: circumstances))
    var deed = deed(.signedIn, value)
    deed.effects = Effect.difference(from: before, to: observation)
    attempt.deeds.append(deed)
  }

  /// The person of before begins at the start screen.
  mutating func signInAgain() async throws(E.Failure) {
    memory.signedOut = nil
    try await start(under: circumstances)
  }

  /// Who is signed in, as far as one circumstance tells.
  var present: (circumstance: Circumstance, value: String)? {
    product.circumstances.lazy.filter(\.isWho).compactMap { circumstance in
      product.present(circumstance, in: circumstances).map { (circumstance, $0) }
    }.first
  }

  private func who(_ person: Target) -> (Circumstance, String)? {
    for circumstance in product.circumstances where circumstance.isWho {
      let value = circumstance.values.first { value in
        ([value] + (circumstance.people[value] ?? [])).contains {
          LabelMatching.matches($0, person.text)
        }
      }
      if let value { return (circumstance, value) }
    }
    return nil
  }

  private func deed(_ kind: Deed.Kind, _ name: String) -> Deed {
    Deed(kind: kind, role: .document, name: name, collection: nil, reason: nil, effects: [])
  }
}
