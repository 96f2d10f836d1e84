import Diagnostics
import EngineInterface
import ProcedureModel

// Records that a page says must be there, without a link to how they are made.
extension PageRunner {
  /// Takes as there what the page says must be: "a custom service must exist already".
  ///
  /// Only what the product lacks: a record of the kind, or the one that the page's steps call by
  /// its name.
  func takeStated(
    by page: Page, in prepared: inout Prepared<E>, _ told: inout Requirements
  ) async throws(E.Failure) {
    guard !isStrict else { return }
    prepared.session.memory.values.names = names(by: page)
    let statements = page.statementsAround
    guard statements.contains(where: { $0.isPreparation || !$0.names.isEmpty }) else { return }
    let named = page.referredNames { noun in
      E.product.factKinds.contains { $0.includes(noun) }
    }
    let made = Set(prepared.session.madeSoFar.map(\.kind))
    let reader = NamedKinds(of: E.product)
    // What is called by a name further on is not assumed under another.
    var taken = Set(
      statements.filter { !$0.names.isEmpty }.compactMap { reader.kinds(in: $0).last?.name })
    var last: FactKind?
    for (index, statement) in statements.enumerated()
    where isSo(statement, under: prepared.circumstances) {
      let kinds = reader.kinds(in: statement)
      for kind in kinds where statement.isPreparation && statement.names.isEmpty {
        last = kind
        // "A custom service exists. It is called **X**": the next sentence names it.
        let isNamedNext = index + 1 < statements.count && !statements[index + 1].names.isEmpty
        guard !isNamedNext, taken.insert(kind.name).inserted,
          !page.makes(kind, E.product)
        else { continue }
        let present = prepared.session.observation.facts.filter { $0.kind == kind.name }
        let isCalled = named.contains { name in
          kind.includes(name.noun)
            && !present.contains { LabelMatching.matches($0.name, name.name) }
        }
        // One of them may be what every product has, and can't be done without.
        let isAlone = present.isEmpty || present.count == 1 && !made.contains(kind.name)
        let isOther = Self.isQualified(kind, in: statement, besides: present.map(\.name))
        guard isCalled || isAlone || isOther || statement.isOfNew else { continue }
        let name = prepared.session.memory.values.name(for: kind, besides: present.map(\.name))
        try await take(kind, called: name, statement, in: &prepared, &told)
      }
      // "An API only role exists. It is called X": of the kind that was named before.
      guard !statement.names.isEmpty, let kind = Self.kind(kinds.last, after: last),
        !page.makes(kind, E.product)
      else { continue }
      last = kind
      for name in statement.names {
        let present = prepared.session.observation.facts.filter { $0.kind == kind.name }
        guard !present.contains(where: { LabelMatching.matches($0.name, name) }) else { continue }
        try await take(kind, called: name, statement, in: &prepared, &told)
      }
    }
  }

  /// Of what kind a name is: of that of its own sentence, or of that before where it says more: the
  /// user is the API only user.
  private static func kind(_ own: FactKind?, after last: FactKind?) -> FactKind? {
    guard let own else { return last }
    return last.map { $0.includes(own.name) } == true ? last : own
  }

  private func take(
    _ kind: FactKind, called name: String, _ statement: Statement, in prepared: inout Prepared<E>,
    _ told: inout Requirements
  ) async throws(E.Failure) {
    let passage = statement.passage
    let link = Link(
      destination: "", text: passage.text, range: passage.range, lead: .foreign, anchor: nil)
    let record = NamedRecord(kind: kind.name, name: name)
    let outcome = PrerequisiteResult(
      link: link, title: passage.text, path: nil, gap: .onlyStated,
      substitute: .assumed(record, nameField: kind.nameField))
    prepared.circumstances.assumed.append(record)
    guard try await prepared.session.assume(under: prepared.circumstances) else { return }
    told.add(outcome, over: link)
    told.standIn(outcome)
  }

  /// Whether a statement says what there must be, and the circumstances are such: without workspaces
  /// there is none.
  private func isSo(_ statement: Statement, under circumstances: Circumstances) -> Bool {
    (statement.isPreparation || !statement.names.isEmpty)
      && E.product.circumstances(statedIn: statement.clauses).allSatisfy {
        $0.holds(with: E.product.present($0.circumstance, in: circumstances)) != false
      }
  }

  /// "An API role": a word before the kind says which, and none of those that are there has it.
  private static func isQualified(
    _ kind: FactKind, in statement: Statement, besides names: [String]
  ) -> Bool {
    let words = statement.passage.text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    guard statement.clauses.allSatisfy({ $0.polarity == .affirmed }),
      let noun = words.firstIndex(where: { LabelMatching.stems(String($0)).last == kind.name }),
      noun > 0, words[noun - 1].contains(where: \.isUppercase), words[noun - 1].count > 1
    else { return false }
    let word = LabelMatching.stems(String(words[noun - 1]))
    return !names.contains { name in word.allSatisfy(LabelMatching.stems(name).contains) }
  }
}

extension Page {
  /// Whether its own steps are said to make a record of a kind.
  fileprivate func makes(_ kind: FactKind, _ product: ProductDescription) -> Bool {
    ([promise] + procedures.map(\.promise)).contains { promise in
      promise?.effect == .creation && product.factKind(called: promise?.thing.text ?? "") == kind
    }
  }
}
