import Diagnostics
import EngineInterface
import ProcedureModel

extension Session {
  /// Signs in as a person whom the engine can be: the data stay, and the start screen opens.
  ///
  /// Whom it can't be, a person has to be.
  mutating func signIn(as person: Target?, _ attempt: inout Attempt) async throws(E.Failure) {
    guard let person else {
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
    let before = observation
    try await start(under: product.changing(circumstance, to: value, in: circumstances))
    var deed = deed(.signedIn, value)
    deed.effects = Effect.difference(from: before, to: observation)
    attempt.deeds.append(deed)
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
