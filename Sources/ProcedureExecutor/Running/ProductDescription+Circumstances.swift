package import EngineInterface
package import ProcedureModel

/// What words say of a circumstance: that it has a value, or that it has another one.
package struct StatedCircumstance: Sendable {
  package let circumstance: Circumstance
  /// The value that the words name.
  let value: String
  let polarity: Polarity

  package var key: String { circumstance.key }

  /// The values with which the words are true: "hasn't been onboarded" is each of the others.
  package var meant: [String] {
    circumstance.values.filter { polarity.turns($0 == value) == true }
  }

  /// Whether the words are true; nil where that can't be told.
  func holds(with present: String?) -> Bool? { polarity.turns(present == value) }
}

extension ProductDescription {
  /// The circumstances that some clauses are about.
  ///
  /// - Parameters:
  ///   - clauses: The clauses.
  ///   - isLimit: They name for whom a page is: then a noun is enough.
  /// - Returns: Each circumstance with what is said of it.
  package func circumstances(
    statedIn clauses: [Clause], isLimit: Bool = false
  ) -> [StatedCircumstance] {
    let stated = clauses.map { clause in
      let stems = LabelMatching.stems(clause.text)
      return (clause: clause, stems: stems, bare: stems.filter { !Words.onlyLinks($0) })
    }
    return circumstances.compactMap { circumstance in
      let phrases = circumstance.phrases + (isLimit ? circumstance.nouns : [])
      let wanted = phrases.map { LabelMatching.stems($0.words) }
      for (clause, stems, bare) in stated {
        let found = wanted.firstIndex {
          LabelMatching.holds(stems, $0) || LabelMatching.holds(bare, $0)
        }
        guard let phrase = found.map({ phrases[$0] }) else { continue }
        return StatedCircumstance(
          circumstance: circumstance, value: phrase.value,
          polarity: clause.polarity(of: phrase.words))
      }
      return nil
    }
  }

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

  /// Whether a value can be had under circumstances: some need a value of another.
  func isPossible(
    _ value: String, of circumstance: Circumstance, in given: Circumstances
  ) -> Bool {
    guard let need = circumstance.needs[value],
      let other = circumstances.first(where: { $0.key == need.key })
    else { return true }
    return present(other, in: given) == need.value
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
    isWho
      ? "when \(key.replacing("-", with: " ")) \(value)" : "with \(key)=\(value)"
  }
}
