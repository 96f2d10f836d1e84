import Diagnostics
import EngineInterface
import ProcedureModel

// What the title promises.
extension Judge {
  /// The title's promise, where the engine has no records of what is promised.
  func unjudgedPromise(of procedure: Procedure) -> ExpectationResult? {
    guard let promise = procedure.promise else { return nil }
    let isUnknown = promise.records.allSatisfy { product.factKind(of: $0) == nil }
    let claim: Expectation.Claim
    switch promise.effect {
    case .creation where promise.owner == nil && isUnknown: claim = .isMade(promise.records)
    case .deletion where promise.owner == nil && isUnknown: claim = .isGone(promise.records)
    case .creation, .deletion, .change, .enabling, .disabling, .renaming, .assignment, .export:
      return nil
    }
    let expectation = Expectation(
      claim: claim, text: procedure.title.text, range: promise.thing.range)
    return ExpectationResult(expectation: expectation, verdict: .notJudged)
  }

  /// A finding if the facts don't fulfil the title's promise.
  ///
  /// - Parameters:
  ///   - procedure: The procedure.
  ///   - set: Names of what the steps set: where it was so already, nothing had to change.
  /// - Returns: The finding; nil where the promise is kept, or can't be judged.
  func brokenPromise(of procedure: Procedure, besides set: [String]) -> Finding? {
    guard let promise = procedure.promise, let wanted = broken(promise),
      !(changes.isEmpty && set.contains { Concept(promise.thing.text).isMeant(by: $0) })
    else { return nil }
    return Finding(
      .promiseNotKept, at: promise.thing.range, "the title promises \(wanted)",
      because: changes.isEmpty
        ? ["the steps changed nothing in the product's data"]
        : ["what the steps changed: " + changes.map(\.text).joined(separator: "; ")])
  }

  /// What was promised and is not so, in words; nil where it is so, or can't be told.
  private func broken(_ promise: Promise) -> String? {
    let thing = promise.thing.text
    switch promise.effect {
    case .creation, .deletion:
      if let owner = promise.owner, let isGiven = isGiven(promise.records, owner) {
        return isGiven || isDone(promise)
          ? nil : "a change of what a \(owner.lowercased()) has, but there was none"
      }
      return promise.records.lazy.compactMap { missing($0, of: promise.effect) }.first
    case .assignment:
      guard let owner = promise.owner, isGiven(promise.records, owner) == false else { return nil }
      return "that a \(owner.lowercased()) is given \"\(thing)\", but it was not"
    case .renaming:
      guard let kind = product.factKind(called: thing) else { return nil }
      return changes.contains { kind.isCalled($0.kind) && $0.isRenaming }
        ? nil : "a new name for a \(kind.name), but none was renamed"
    case .export:
      guard let kind = product.factKinds.first(where: { $0.isCalled("file") }) else { return nil }
      let files = changes.records(.creation).filter { kind.isCalled($0.kind) }
      let ofThing =
        product.factKind(called: thing) == nil
        ? files : files.filter { LabelMatching.holdsStems($0.name, Concept(thing).head) }
      return ofThing.isEmpty ? "a file with \"\(thing)\", but none was exported" : nil
    case .change, .enabling, .disabling: return unchanged(promise)
    }
  }

  // MARK: Records

  private func isDone(_ promise: Promise) -> Bool {
    promise.records.allSatisfy { product.factKind(of: $0) != nil }
      && promise.records.allSatisfy { missing($0, of: promise.effect) == nil }
  }

  private func missing(_ record: RecordPhrase, of effect: Promise.Effect) -> String? {
    guard let kind = product.factKind(of: record) else { return nil }
    let found = changes.records(effect).filter { kind.isCalled($0.kind) }
    let done = effect == .creation ? "created" : "deleted"
    // "Delete the API Only Role", where there is one: no other will do.
    if effect == .deletion, let named = recordNamed(in: record, kind),
      !found.contains(where: { $0.name == named.name })
    {
      return "that the \(kind.name) \"\(named.name)\" is deleted, but it still exists"
    }
    if let count = record.count, found.count != count {
      return "that \(record.text.lowercased()) are \(done), but"
        + " \(found.count) \(found.count == 1 ? "was" : "were")"
    }
    if effect == .creation, let name = entered[LabelMatching.normalised(kind.nameField)],
      !found.isEmpty, !found.contains(where: { $0.isCalled(name) })
    {
      return "a new \(kind.name) \"\(name)\", but \"\(found[0].name)\" was created"
    }
    guard found.isEmpty else { return nil }
    return effect == .creation
      ? "a new \(kind.name), but none was created"
      : "the deletion of one \(kind.name), but none was deleted"
  }

  /// The record that was there before, and with whose name a phrase begins.
  private func recordNamed(in record: RecordPhrase, _ kind: FactKind) -> Fact? {
    let words = LabelMatching.words(([record.noun] + record.names).joined(separator: " "))
    let named = before.filter { fact in
      kind.isCalled(fact.kind)
        && (words.starts(with: LabelMatching.words(fact.name))
          || record.names.contains { LabelMatching.matches($0, fact.name) })
    }
    return named.max { $0.name.count < $1.name.count }
  }

  // MARK: Changes

  /// Whether the product's data speak of what is to be changed.
  private func isKnown(_ promise: Promise) -> Bool {
    let concept = Concept(promise.thing.text)
    let isKind =
      promise.owner == nil && promise.effect == .change
      && product.factKind(called: promise.thing.text) != nil
    let facts = before + changes.compactMap(\.present)
    return isKind || facts.contains { $0.speaks(of: concept, ownedBy: promise.owner) }
  }

  /// What should have changed, and did not; nil where it did, or where the product knows nothing of
  /// that name.
  private func unchanged(_ promise: Promise) -> String? {
    let concept = Concept(promise.thing.text)
    // A record is edited, and not set or enabled.
    let kind =
      promise.owner == nil && promise.effect == .change
      ? product.factKind(called: promise.thing.text) : nil
    // An address is that of a user or of a machine.
    guard isKnown(promise), FieldKind.all(meantBy: concept.head).count < 2 else { return nil }
    // "Edit a Role": a record of this kind, and not what another one has of it.
    // "Change the role" may mean that of a user.
    let isKindAlone =
      promise.isEditing && kind.map { LabelMatching.stems($0.name) == concept.stems } ?? false
    let concerned = changes.filter { change in
      kind.map { $0.isCalled(change.kind) } == true
        || !isKindAlone && change.concerns(concept, ownedBy: promise.owner)
    }
    let wanted: Bool? =
      switch promise.effect {
      case .enabling: true
      case .disabling: false
      default: nil
      }
    let isTurned = concerned.contains { change in
      guard let wanted, let isEnabled = change.present?.isEnabled else { return true }
      return isEnabled == wanted
    }
    return isTurned ? nil : "a change of \"\(promise.thing.text)\", but there was none"
  }

  /// Whether a record of one kind was given what another word says, either way round: "a role to a
  /// user", "a user to a role"; nil where no record has such a thing.
  private func isGiven(_ records: [RecordPhrase], _ owner: String) -> Bool? {
    let things = records.map { ([$0.noun] + $0.names).filter { !$0.isEmpty } }
    func isGiven(_ thing: [String], to owner: [String]) -> Bool? {
      let facts = before + changes.compactMap(\.present)
      let isKnown = facts.contains { fact in
        owner.contains(where: { Concept($0).isMeant(by: fact.kind) })
          && thing.contains { fact.attribute(Concept($0).headAlone) != nil }
      }
      guard isKnown else { return nil }
      return changes.contains { change in
        owner.contains(where: { Concept($0).isMeant(by: change.kind) })
          && thing.contains { change.concerns(Concept($0).headAlone, ownedBy: nil) }
          && change.gives(thing, among: facts)
      }
    }
    let verdicts = things.flatMap { thing in
      [isGiven(thing, to: [owner]), isGiven([owner], to: thing)].compactMap(\.self)
    }
    return verdicts.isEmpty ? nil : verdicts.contains(true)
  }
}

extension Fact {
  fileprivate func attribute(_ concept: Concept) -> Attribute? {
    attributes.first { concept.isMeant(by: $0.name, of: [kind, name]) }
  }

  fileprivate func speaks(of concept: Concept, ownedBy owner: String?) -> Bool {
    if let owner { return Concept(owner).isMeant(by: kind) && attribute(concept) != nil }
    return concept.isMeant(by: name) || attribute(concept) != nil
  }
}

extension FactChange {
  /// The fact as it is now; nil where it is gone.
  fileprivate var present: Fact? {
    switch self {
    case .added(let fact), .changed(_, let fact): fact
    case .removed: nil
    }
  }

  fileprivate var isRenaming: Bool {
    guard case .changed(let old, let new) = self else { return false }
    return old.name != new.name || old.otherName != new.otherName
  }

  /// Whether it changes what a title speaks of.
  fileprivate func concerns(_ concept: Concept, ownedBy owner: String?) -> Bool {
    guard let present else { return false }
    guard owner.map({ Concept($0).isMeant(by: kind) }) ?? true else { return false }
    guard case .changed(let old, let new) = self else {
      return present.attribute(concept) != nil
    }
    if owner == nil, concept.isMeant(by: new.name) { return true }
    if isRenaming, concept.isOfName { return true }
    let changed = (new.attributes + old.attributes).filter { attribute in
      !new.attributes.contains(attribute) || !old.attributes.contains(attribute)
    }
    return changed.contains { concept.isMeant(by: $0.name, of: [new.kind, new.name]) }
  }
}

extension FactChange {
  /// Whether it is the value that words name, where they name one of which records have some: "the
  /// **Admin** role".
  fileprivate func gives(_ words: [String], among facts: [Fact]) -> Bool {
    func isNamed(_ item: Fact.Attribute.Item) -> Bool {
      let name = LabelMatching.stems(item.name)
      return words.contains { words in
        let stems = LabelMatching.stems(words)
        return stems.count >= name.count && Array(stems.prefix(name.count)) == name
      }
    }
    let known =
      (facts.flatMap(\.attributes)).flatMap(\.items)
      + facts.map { Fact.Attribute.Item($0.name) }
    guard known.contains(where: isNamed) else { return true }
    let items: ([Fact.Attribute]) -> [Fact.Attribute.Item] = { $0.flatMap(\.items) }
    switch self {
    case .added(let fact): return items(fact.attributes).contains(where: isNamed)
    case .removed: return false
    case .changed(let old, let new):
      return Set(items(old.attributes)).symmetricDifference(items(new.attributes))
        .contains(where: isNamed)
    }
  }
}

extension [FactChange] {
  /// The records that came into being, or that are gone.
  func records(_ effect: Promise.Effect) -> [Fact] {
    compactMap { change in
      switch (change, effect) {
      case (.added(let fact), .creation), (.removed(let fact), .deletion): fact
      default: nil
      }
    }
  }
}
