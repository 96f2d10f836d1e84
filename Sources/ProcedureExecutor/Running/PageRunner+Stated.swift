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
    let named = page.referredNames { noun in
      E.product.factKinds.contains { $0.includes(noun) }
    }
    var taken: Set<String> = []
    for statement in page.statementsAround where statement.isPreparation {
      for kind in Self.kinds(in: statement) where taken.insert(kind.name).inserted {
        let present = prepared.session.observation.facts.filter { $0.kind == kind.name }
        let isMadeHere = ([page.promise] + page.procedures.map(\.promise)).contains { promise in
          promise?.effect == .creation
            && E.product.factKind(called: promise?.thing.text ?? "") == kind
        }
        let isCalled = named.contains { name in
          kind.includes(name.noun) && !present.contains { LabelMatching.matches($0.name, name.name) }
        }
        // One of them may be what every product has, and can't be done without.
        guard !isMadeHere, isCalled || present.count < 2 else { continue }
        let passage = statement.passage
        let link = Link(
          destination: "", text: passage.text, range: passage.range, lead: .foreign, anchor: nil)
        let record = NamedRecord(
          kind: kind.name,
          name: prepared.session.memory.values.name(for: kind, besides: present.map(\.name)))
        var outcome = PrerequisiteResult(
          link: link, title: passage.text, path: nil, gap: .onlyStated,
          substitute: .assumed(record, nameField: kind.nameField))
        prepared.circumstances.assumed.append(record)
        guard try await prepared.session.assume(under: prepared.circumstances) else { continue }
        outcome.link = link
        told.add(outcome, over: link)
        told.standIn(outcome)
      }
    }
  }

  /// The kinds of records that a statement names, of which the engine can make one: the API only
  /// user, and no other user.
  private static func kinds(in statement: Statement) -> [FactKind] {
    let makeable = E.product.circumstances.flatMap { circumstance -> [String] in
      if case .records(let kinds) = circumstance.domain { kinds } else { [] }
    }
    func names(_ kind: FactKind) -> [String] {
      ([kind.name] + kind.nouns).filter {
        LabelMatching.holdsStems(statement.passage.text, $0)
      }
    }
    let found = E.product.factKinds.filter { makeable.contains($0.name) && !names($0).isEmpty }
    return found.filter { kind in
      !found.contains { other in
        other != kind
          && names(other).contains { longer in
            names(kind).allSatisfy { longer != $0 && LabelMatching.holdsStems(longer, $0) }
          }
      }
    }
  }
}
