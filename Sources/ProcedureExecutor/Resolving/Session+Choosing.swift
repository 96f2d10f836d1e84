import Diagnostics
import EngineInterface
import ProcedureModel

extension Session {
  /// Binds an open target: "the API access permissions you want to give", "the user created above".
  ///
  /// In this order: what is given; a record that the text points at or that the run made; the
  /// first item, in screen order, that holds all content words and with which the rest of the
  /// step can be done.
  mutating func choose(
    _ target: Target, in collection: Control?, scope: Scope, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    if let collection, collection.role == .combobox {
      try await chooseOption(of: collection, &attempt)
      return
    }
    let noun = target.noun.map(\.text) ?? LabelMatching.stems(target.text).last ?? ""
    let holders =
      collection.map { [$0] } ?? resolver.collections(named: noun, in: screen.reachable)
    // A container that is named counts before a collection that only has the noun's name.
    let places = scope.holder.map { [$0] } ?? holders.map(\.id)
    let items = self.items(in: places)
    let words = contentWords(of: target, noun: noun, holders: holders)
    if target.isAll, !places.isEmpty, words.isEmpty {
      for item in items {
        try await act(on: item, selecting(attempt.action), reason: nil, &attempt)
      }
      return
    }
    if let bound = boundName(target, noun: noun, holders: holders) {
      let named = items.filter { LabelMatching.matches($0.name, bound.name) }
      if let item = named.first {
        try await take(item, for: target, reason: bound.reason, &attempt)
        return
      }
      if bound.isGiven {
        attempt.fail(
          .controlNotFound, at: target.range,
          "\"\(bound.name)\", given for \"\(target.text)\", is not there")
        return
      }
    }
    // "the first" is a choice among things of the kind that is meant, not among all there is.
    guard !places.isEmpty || !words.isEmpty else {
      try await failNotFound(target, attempt.action, &attempt)
      return
    }
    let said = LabelMatching.words(target.text).filter { words.contains(Noun.singular($0)) }
    let reason: Deed.Reason =
      said.isEmpty ? .firstServing : .firstSaying(said.joined(separator: " "))
    if let item = try await firstServing(items.filter { holds($0, words) }, attempt) {
      try await take(item, for: target, reason: reason, &attempt)
      return
    }
    // Nothing in sight: look into what is collapsed.
    let placed = Set(
      (places.isEmpty ? [Scope()] : places.map { Scope(holder: $0) })
        .flatMap { controls(in: $0).map(\.id) })
    let known = Set(items.map(\.id))
    let hidden = try await firstExpansion { session in
      session.items(in: places).first { !known.contains($0.id) && holds($0, words) }
    } within: {
      placed.contains($0.id)
    }
    if let hidden {
      for interaction in hidden.route { try await expand(interaction, &attempt) }
      try await take(hidden.found, for: target, reason: reason, &attempt)
      return
    }
    try await failNotFound(target, attempt.action, &attempt)
  }

  /// The items that some controls hold; all items where none is named.
  private func items(in places: [Control.ID]) -> [Control] {
    let scopes = places.isEmpty ? [Scope()] : places.map { Scope(holder: $0) }
    return scopes.flatMap { controls(in: $0) }.filter { $0.role.isItem && isChoosable($0) }
  }

  private func isChoosable(_ item: Control) -> Bool {
    item.isChecked != nil || item.isSelected != nil || item.role == .option
      || item.role == .menuitem || item.role == .row
  }

  private func holds(_ item: Control, _ words: [String]) -> Bool {
    let name = Set(LabelMatching.stems(item.name))
    return words.allSatisfy(name.contains)
  }

  /// The words that tell the item, not its kind.
  private func contentWords(of target: Target, noun: String, holders: [Control]) -> [String] {
    let kind = Set(holders.flatMap { LabelMatching.stems($0.name) } + LabelMatching.stems(noun))
    return LabelMatching.stems(target.text).filter { !kind.contains($0) && !Words.tellsNothing($0) }
  }

  /// The name that a value, a pointer of the text, or what the run made gives the target.
  private func boundName(
    _ target: Target, noun: String, holders: [Control]
  ) -> (name: String, reason: Deed.Reason, isGiven: Bool)? {
    for label in [target.text, noun] + holders.map(\.name) {
      if let given = values.given(for: label) { return (given, .given, true) }
    }
    let record = madeSoFar.last { fact in
      product.factKinds.contains { $0.name == fact.kind && $0.includes(noun) }
    }
    return record.map { ($0.name, .madeBefore, false) }
  }

  /// The first item with which the rest of the step can be done, found by trying.
  private func firstServing(
    _ items: [Control], _ attempt: Attempt
  ) async throws(E.Failure) -> Control? {
    let enabled = items.filter { $0.isEnabled && !avoided.contains($0.name) }
    // What is so already is not what a person wants to do.
    let isToCheck = attempt.action.intent != .setChecked(false)
    let usable =
      enabled.filter { $0.isChecked != isToCheck } + enabled.filter { $0.isChecked == isToCheck }
    if isTrial { return usable.first }
    let search = search(.serving)
    for item in usable {
      let serves = try await trying(search) { session throws(E.Failure) in
        try await session.canGoOn(with: item, attempt)
      }
      guard let serves else { break }
      if serves { return item }
    }
    return usable.first
  }

  /// Takes an item and does the rest of the step; whether all of it can be done.
  private mutating func canGoOn(
    with item: Control, _ attempt: Attempt
  ) async throws(E.Failure) -> Bool {
    var tried = Attempt(action: attempt.action, following: [])
    try await act(on: item, selecting(attempt.action), reason: nil, &tried)
    guard tried.failure == nil else { return false }
    for index in attempt.following.indices {
      let rest = attempt.following[(index + 1)...]
      let result = try await perform(attempt.following[index], following: rest)
      guard result.failure == nil else { return false }
    }
    return true
  }

  private func selecting(_ action: Action) -> Action {
    action.asking(action.intent == .setChecked(false) ? .setChecked(false) : .choose)
  }

  private mutating func take(
    _ item: Control, for target: Target, reason: Deed.Reason, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    let collection = screen.collection(of: item)?.name
    try await act(on: item, selecting(attempt.action), reason: reason, &attempt)
    let place = collection.map { " in \($0)" } ?? ""
    attempt.findings.append(
      Finding(
        .chosenTarget, at: target.range,
        "\"\(target.text)\" leaves a choice: \"\(item.name)\"\(place) is taken, \(reason.text)"))
  }
}
