import EngineInterface
import ProcedureModel

// Records that are said to come into being, or to go: which ones, and how many.
extension Judge {
  /// Whether all of some records were created, or deleted.
  func occurrence(
    _ effect: Promise.Effect, of records: [RecordPhrase], in changes: [FactChange]
  ) -> ExpectationResult.Verdict {
    let verdicts = records.map { occurrence(effect, of: $0, in: changes) }
    return verdicts.contains(.notMet) ? .notMet : verdicts.first { !$0.isMet } ?? .met(.data)
  }

  private func occurrence(
    _ effect: Promise.Effect, of record: RecordPhrase, in changes: [FactChange]
  ) -> ExpectationResult.Verdict {
    let found = changes.records(effect)
    guard let kind = product.factKind(of: record) else {
      // A record by its name. Of what else there may be, the engine keeps none.
      let names = record.names.isEmpty ? [record.noun] : record.names
      let areNamed = names.allSatisfy { name in
        found.contains { LabelMatching.matches($0.name, name) }
      }
      return areNamed ? .met(.data) : .notJudged
    }
    var ofKind = found.filter { kind.isCalled($0.kind) }
    if let recipient = record.recipient, !ofKind.isEmpty {
      let received = ofKind.filter { isReceived($0, by: recipient) }
      guard !received.isEmpty || areAllKnown(ofKind) else { return .notJudged }
      ofKind = received
    }
    guard missing(record, among: ofKind) == nil else { return .notMet }
    // The record has the name that was entered for it.
    if effect == .creation, let name = entered[LabelMatching.normalised(kind.nameField)],
      !ofKind.contains(where: { $0.isCalled(name) })
    {
      return .notMet
    }
    return .met(.data)
  }

  /// Whether a message goes to whom the words mean: a record by its name, or one of a kind that was
  /// made or changed here.
  private func isReceived(_ message: Fact, by words: String) -> Bool {
    guard let recipient = message.recipient else { return false }
    if LabelMatching.matches(recipient, words) { return true }
    let kind = product.factKind(called: words)
    return touched.contains { fact in
      fact.name == recipient && kind?.isCalled(fact.kind) == true
    }
  }

  /// Whether it is known who gets some messages: all of them go to records of which the steps say
  /// more, so that nobody else gets one.
  private func areAllKnown(_ messages: [Fact]) -> Bool {
    messages.allSatisfy { message in touched.contains { $0.name == message.recipient } }
  }

  /// The records that the steps made or changed.
  private var touched: [Fact] {
    changes.compactMap { change in
      switch change {
      case .added(let fact), .changed(_, let fact): fact
      case .removed: nil
      }
    }
  }

  /// What is missing of records among those that were made or deleted; nil where they are all
  /// there, and no more of them than the words count.
  func missing(_ record: RecordPhrase, among found: [Fact]) -> Missing? {
    let absent = record.names.first { name in
      !found.contains { $0.isCalled(name) }
    }
    if let absent { return .named(absent) }
    if let count = record.count, found.count != count { return .number(found.count) }
    return found.isEmpty ? .all : nil
  }

  enum Missing {
    case named(String)
    /// How many there are instead.
    case number(Int)
    case all
  }
}

extension ProductDescription {
  /// The kind of records that a phrase means: of what its noun says, or of what is called so alone.
  func factKind(of record: RecordPhrase) -> FactKind? {
    let words = record.noun.isEmpty && record.names.count == 1 ? record.names[0] : record.noun
    return factKind(called: words)
  }
}

extension Fact {
  /// Whether words name it: by what it is called, or by the name it has besides, as a user has.
  func isCalled(_ words: String) -> Bool {
    LabelMatching.matches(name, words)
      || otherName.map { LabelMatching.matches($0, words) } ?? false
  }
}
