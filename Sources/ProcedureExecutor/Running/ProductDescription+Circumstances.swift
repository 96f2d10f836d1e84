package import EngineInterface

extension ProductDescription {
  /// The circumstances that a text is about, by key, with the value that it means.
  package func circumstances(statedIn text: String) -> [(key: String, value: String)] {
    circumstances(namedIn: text).map { ($0.circumstance.key, $0.value) }
  }

  /// The circumstances that a text names, with the value that it means.
  func circumstances(namedIn text: String) -> [(circumstance: Circumstance, value: String)] {
    circumstances.compactMap { circumstance in
      circumstance.phrases.first { LabelMatching.holds(text, $0.words) }
        .map { (circumstance, $0.value) }
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
