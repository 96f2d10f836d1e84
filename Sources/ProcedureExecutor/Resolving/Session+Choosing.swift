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
    if target.members.count > 1, target.form == .described, collection == nil,
      resolver.collections(named: target.text, in: screen.reachable).isEmpty
    {
      return try await chooseEach(of: target, scope, &attempt)
    }
    let choice = choice(of: target, in: collection, scope)
    if target.form == .described, collection == nil, attempt.action.intent.givesValue,
      let field = openField(target, choice, scope, attempt.action)
    {
      try await use(field, &attempt)
      return
    }
    guard try await knowsExceptions(of: target, choice, &attempt) else { return }
    if target.isAll {
      let all = items(in: choice.places).filter { holds($0, choice.words) }
      if !choice.places.isEmpty, !all.isEmpty {
        for item in all where !target.excepts(item.name) && !isAvoided(item) {
          try await act(on: item, selecting(attempt.action), reason: nil, &attempt)
          if attempt.failure != nil { return }
        }
        return
      }
    }
    if target.form == .described, let column = column(target, choice, scope) {
      try await act(on: column, attempt.action, reason: nil, &attempt)
      return
    }
    if try await takeBound(target, choice, &attempt) { return }
    // "the first" means the first of the named kind, not of everything.
    guard !choice.places.isEmpty || !choice.words.isEmpty else {
      if let record = try await recordInside(target, choice, scope) {
        for interaction in record.route { try await expand(interaction, &attempt) }
        try await take(record.found, for: target, reason: .firstServing, &attempt)
        return
      }
      try await failToChoose(target, choice, &attempt)
      return
    }
    let serving = standing(
      items(in: choice.places).filter { holds($0, choice.words) && !target.excepts($0.name) },
      target.standing)
    if target.isRestricted, target.form == .described { procedureState.guessed = stepState.ordinal }
    let any = serving.isEmpty ? try await anyItem(for: target, choice, attempt) : nil
    if let any {
      procedureState.guessed = stepState.ordinal
      try await take(any, for: target, reason: .firstServing, &attempt)
    } else if let item = try await firstServing(serving, attempt) {
      try await take(item, for: target, reason: choice.reason, &attempt)
    } else if let hidden = try await firstHidden(choice, of: target) {
      for interaction in hidden.route { try await expand(interaction, &attempt) }
      try await take(hidden.found, for: target, reason: choice.reason, &attempt)
    } else if let record = try await recordInside(target, choice, scope) {
      for interaction in record.route { try await expand(interaction, &attempt) }
      try await take(record.found, for: target, reason: .firstServing, &attempt)
    } else {
      try await failToChoose(target, choice, &attempt)
    }
  }

  /// "Roles and workspaces": one of each; what of it is not there is told when the rest is done.
  private mutating func chooseEach(
    of target: Target, _ scope: Scope, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    var missing: [Passage] = []
    for member in target.members {
      let part = Target(
        text: member.text, range: member.range, form: .described, isMarked: false,
        noun: LabelMatching.words(member.text).last.map {
          Noun(text: Noun.singular($0), range: member.range, control: nil)
        })
      try await choose(part, in: nil, scope: scope, &attempt)
      if attempt.failure != nil { missing.append(member) }
      attempt.failure = nil
    }
    guard let first = missing.first else { return }
    attempt.fail(
      .stepNotUnderstood, at: first.range,
      "can't tell what \"\(first.text)\" means on \(screen.name)")
  }

  /// Whether what is left out is there; the attempt has failed where it is not.
  private func knowsExceptions(
    of target: Target, _ choice: Choice, _ attempt: inout Attempt
  ) async throws(E.Failure) -> Bool {
    guard !target.exceptions.isEmpty else { return true }
    let names = try await unfolded().reachable.filter(\.role.isItem).map(\.name)
    for exception in target.exceptions
    where !names.contains(where: { LabelMatching.matches($0, exception.text) }) {
      let nearest = LabelMatching.nearest(to: exception.text, among: names)
      attempt.fail(
        .controlNotFound, at: exception.range, "there is no \"\(exception.text)\" to leave out",
        perhaps: nearest.map { ["\"\($0)\""] } ?? [])
      return false
    }
    return true
  }

  /// What an open target leaves to choose from.
  struct Choice {
    /// Names by which a value may be given for it.
    let labels: [String]
    /// The kind of the things.
    let noun: String
    /// The controls that hold the items; any may where none is named.
    let places: [Control.ID]
    /// The words that tell the item, not its kind, as stems.
    let words: [String]
    let reason: Deed.Reason
  }

  func choice(of target: Target, in collection: Control?, _ scope: Scope) -> Choice {
    let noun = target.noun.map(\.text) ?? LabelMatching.stems(target.text).last ?? ""
    let box = target.noun?.control
    var holders =
      collection.map { [$0] } ?? resolver.collections(named: noun, in: screen.reachable)
    // "All except **Admin**": of the only list that there is.
    if holders.isEmpty, target.noun == nil, !target.exceptions.isEmpty {
      let lists = screen.reachable.filter { control in
        control.role.isCollection && control.descendants.contains { $0.isChecked != nil }
      }
      if lists.count == 1 { holders = lists }
    }
    // "The boxes": those of the place.
    if holders.isEmpty, scope.holder == nil, box == .checkbox || target.noun?.isBox == true,
      target.form == .described
    {
      holders = screen.modal.map { [$0] } ?? []
    }
    let isOpen = target.noun == nil && !target.exceptions.isEmpty
    let kind = Set(holders.flatMap { LabelMatching.stems($0.name) } + LabelMatching.stems(noun))
    let words = LabelMatching.stems(isOpen ? "" : target.text).filter {
      !kind.contains($0) && !Words.tellsNoItem($0)
    }
    let said = LabelMatching.words(target.text).filter { words.contains(Noun.singular($0)) }
    return Choice(
      labels: [target.text, noun] + holders.map(\.name), noun: noun,
      // A container that is named counts before a collection that only has the noun's name.
      places: scope.holder.map { [$0] } ?? holders.map(\.id), words: words,
      reason: said.isEmpty ? .firstServing : .firstSaying(said.joined(separator: " ")))
  }

  /// Takes the item that a given value or an earlier record names; whether that settles it.
  private mutating func takeBound(
    _ target: Target, _ choice: Choice, _ attempt: inout Attempt
  ) async throws(E.Failure) -> Bool {
    guard let bound = boundName(choice) ?? madeName(target, choice), !target.excepts(bound.name)
    else { return false }
    let item = items(in: choice.places).first { LabelMatching.matches($0.name, bound.name) }
    if let item {
      if let other = try await betterServing(than: item, bound, target, choice, attempt) {
        try await take(other, for: target, reason: .firstServing, &attempt)
        return true
      }
      try await take(item, for: target, reason: bound.reason, &attempt)
      return true
    }
    guard bound.reason == .given else { return false }
    attempt.fail(
      .controlNotFound, at: target.range,
      "there is no \"\(bound.name)\", which was given for \"\(target.text)\"")
    return true
  }

  /// "Select the user and click **Edit User**", in a procedure of its own: one of those with which
  /// that can be done, where it can't be done with the one that was made before.
  private func betterServing(
    than item: Control, _ bound: (name: String, reason: Deed.Reason), _ target: Target,
    _ choice: Choice, _ attempt: Attempt
  ) async throws(E.Failure) -> Control? {
    guard bound.reason == .madeBefore, target.referent == nil, !isTrial,
      memory.made.contains(where: { $0.name == bound.name })
    else { return nil }
    let others = items(in: choice.places).filter {
      $0.id != item.id && holds($0, choice.words) && !target.excepts($0.name) && $0.isEnabled
        && !isAvoided($0)
    }
    let search = search(.serving)
    for candidate in [item] + others {
      let serves = try await trying(search) { session throws(E.Failure) in
        try await session.canGoOn(with: candidate, attempt)
      }
      if serves == true { return candidate.id == item.id ? nil : candidate }
      if serves == nil { return nil }
    }
    return nil
  }

  /// The name that a value or what the run made gives an open target.
  func boundName(_ choice: Choice) -> (name: String, reason: Deed.Reason)? {
    if let given = choice.labels.lazy.compactMap(memory.values.given).first {
      return (given, .given)
    }
    let record = madeSoFar.last { fact in
      product.factKinds.contains { $0.name == fact.kind && $0.includes(choice.noun) }
    }
    return record.map { ($0.name, .madeBefore) }
  }

  /// "The one that you just made": the last record that is there to choose.
  private func madeName(_ target: Target, _ choice: Choice) -> (name: String, reason: Deed.Reason)?
  {
    guard target.referent == .made else { return nil }
    let names = items(in: choice.places).map(\.name)
    return madeSoFar.last { fact in names.contains { LabelMatching.matches($0, fact.name) } }
      .map { ($0.name, .madeBefore) }
  }

  /// The first item inside collapsed controls, if no visible item works.
  private func firstHidden(
    _ choice: Choice, of target: Target
  ) async throws(E.Failure) -> (route: [Interaction], found: Control)? {
    let placed = Set(scopes(choice.places).flatMap { controls(in: $0).map(\.id) })
    let known = Set(items(in: choice.places).map(\.id))
    return try await firstExpansion { session in
      session.items(in: choice.places).first {
        !known.contains($0.id) && holds($0, choice.words) && !target.excepts($0.name)
      }
    } within: {
      placed.contains($0.id)
    }
  }

  /// The items that some controls hold; all items where none is named.
  func items(in places: [Control.ID]) -> [Control] {
    scopes(places).flatMap { controls(in: $0) }.filter { $0.role.isItem && isChoosable($0) }
  }

  private func scopes(_ places: [Control.ID]) -> [Scope] {
    places.isEmpty ? [Scope()] : places.map { Scope(holder: $0) }
  }

  func isChoosable(_ item: Control) -> Bool {
    item.isChecked != nil || item.isSelected != nil || item.role == .option
      || item.role == .menuitem || item.role == .row
  }

  func holds(_ item: Control, _ words: [String]) -> Bool {
    let name = Set(LabelMatching.stems(item.name))
    return words.allSatisfy(name.contains)
  }

  /// The first item with which the rest of the step can be done, found by trying.
  func firstServing(
    _ items: [Control], _ attempt: Attempt
  ) async throws(E.Failure) -> Control? {
    let enabled = items.filter { $0.isEnabled && !isAvoided($0) }
    // An item already in the requested state comes last: the step wants a change.
    let isToCheck = !attempt.action.intent.unchecks
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

  /// Of some items, those that are chosen now, or those that are not and were not.
  func standing(_ items: [Control], _ standing: Target.Standing?) -> [Control] {
    func isOn(_ item: Control) -> Bool { item.isChecked == true || item.isSelected == true }
    switch standing {
    case .present:
      let present = items.filter(isOn)
      return present.isEmpty ? items : present
    case .other: return items.filter { !isOn($0) && !procedureState.cleared.contains($0.id) }
    case nil: return items
    }
  }

  func isAvoided(_ item: Control) -> Bool {
    procedureState.avoided.contains { LabelMatching.matches($0, item.name) }
  }

  /// Takes an item and does the rest of the step; whether all of it can be done.
  private mutating func canGoOn(
    with item: Control, _ attempt: Attempt
  ) async throws(E.Failure) -> Bool {
    var tried = Attempt(action: attempt.action, following: [])
    try await act(on: item, selecting(attempt.action), reason: nil, &tried)
    guard tried.failure == nil else { return false }
    // The steps behind have to begin as well.
    let next = procedureState.later.prefix(3).flatMap(\.performed).prefix(3)
    let following = attempt.following + next
    for index in following.indices {
      let action = following[index]
      guard leftOut(action, action.condition.map(decide)) == nil else { continue }
      let rest = following[(index + 1)...]
      let result = try await perform(action, following: rest)
      // What is not understood tells nothing of the item.
      guard result.failure == nil || result.failure?.rule == .stepNotUnderstood else {
        return false
      }
    }
    return true
  }

  private func selecting(_ action: Action) -> Action {
    action.asking(action.intent.unchecks ? .setChecked(false) : .choose)
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
        "\"\(target.text)\" doesn't name one item; chose \"\(item.name)\"\(place)"
          + " (\(reason.text))"))
  }
}

extension Intent {
  /// Whether it can give a field or a drop-down list a value.
  fileprivate var givesValue: Bool {
    switch self {
    case .choose, .assign, .goal: true
    default: false
    }
  }
}

extension Target {
  /// Whether it leaves out what is called so.
  func excepts(_ name: String) -> Bool {
    exceptions.contains { LabelMatching.matches($0.text, name) }
  }
}

extension Question {
  /// Which item lets the rest of the step be done.
  fileprivate static let serving = Question("serving", budget: 600)
}
