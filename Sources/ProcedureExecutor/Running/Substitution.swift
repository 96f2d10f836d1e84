import Diagnostics
import EngineInterface
import ProcedureModel

/// What stands for prerequisites that can't be performed: a record that was given, else one that
/// is assumed.
struct Substitution: Sendable {
  private let product: ProductDescription
  private let kinds: [String]
  /// Records that were given, and stand for no prerequisite yet.
  private var given: [NamedRecord] = []

  init(product: ProductDescription, given circumstances: Circumstances) {
    self.product = product
    var kinds: [String] = []
    for circumstance in product.circumstances {
      guard case .records(let known) = circumstance.domain else { continue }
      kinds += known
      given += circumstances.records(circumstance.key)
    }
    self.kinds = kinds
  }

  /// The kind of record that a prerequisite's title promises, its own or else its link's words.
  private func kind(promisedBy link: Link, to page: Page?) -> FactKind? {
    let anchored = page?.procedures.first { $0.anchor == link.anchor }
    let promises = [anchored?.promise, page?.promise, link.promise]
    guard let promise = promises.lazy.compactMap(\.self).first, promise.effect == .creation,
      let kind = product.factKind(called: promise.thing.text), kinds.contains(kind.name)
    else { return nil }
    return kind
  }

  /// Nil where the title promises nothing of which the engine can make one.
  mutating func substitute(
    for link: Link, to page: Page?, besides facts: [Fact], values: inout ValueBook
  ) -> PrerequisiteResult.Substitute? {
    guard let kind = kind(promisedBy: link, to: page) else { return nil }
    if let index = given.firstIndex(where: { $0.kind == kind.name }) {
      return .given(given.remove(at: index))
    }
    let taken = facts.filter { $0.kind == kind.name }.map(\.name)
    return .assumed(
      NamedRecord(kind: kind.name, name: values.name(for: kind, besides: taken)),
      nameField: kind.nameField)
  }
}

extension PrerequisiteResult {
  /// A reason for a failure at the record that stands for it; nil where the action does not speak
  /// of such a record.
  func reason(
    for finding: Finding, in procedures: [ProcedureResult], of product: ProductDescription
  ) -> String? {
    guard let record = assumed ?? given,
      let kind = product.factKinds.first(where: { $0.name == record.kind })
    else { return nil }
    let step = procedures.flatMap(\.steps).first {
      $0.outcome == .failed && $0.step.range.contains(finding.range.start)
    }
    let failed = step?.actions.filter { $0.outcome == .failed } ?? []
    let speaks = failed.contains { $0.action.speaks(of: record, kind) }
    guard speaks else { return nil }
    let verb = assumed == nil ? "given" : "assumed"
    return "\(record.text) is \(verb) in place of the prerequisite in line \(link.range.line)"
  }
}

extension Action {
  fileprivate func speaks(of record: NamedRecord, _ kind: FactKind) -> Bool {
    let targets = parts.map(\.target) + [within]
    return targets.compactMap(\.self).contains { target in
      LabelMatching.matches(target.text, record.name) || kind.includes(target.text)
        || target.noun.map { kind.includes($0.text) } == true
    }
  }
}
