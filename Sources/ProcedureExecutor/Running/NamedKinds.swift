import EngineInterface
import ProcedureModel

/// Finds the kinds of records that sentences name, of which the engine can make one.
///
/// It is made once for the sentences of a page: the words of a product's kinds stay the same.
struct NamedKinds {
  private let byFirstWord: [String: [(kind: FactKind, words: [String])]]
  private let makeable: Set<String>

  init(of product: ProductDescription) {
    let names = product.factKinds.flatMap { kind in
      ([kind.name] + kind.nouns).map { (kind: kind, words: LabelMatching.stems($0)) }
    }
    byFirstWord = Dictionary(grouping: names.filter { !$0.words.isEmpty }) { $0.words[0] }
    makeable = Set(
      product.circumstances.flatMap { circumstance -> [String] in
        if case .records(let kinds) = circumstance.domain { kinds } else { [] }
      })
  }

  func kinds(in statement: Statement) -> [FactKind] {
    var text = statement.passage.text
    // The permission "Access Webhooks" is no webhook.
    for right in statement.access?.rights ?? [] {
      text = text.split(separator: right.words.text, omittingEmptySubsequences: false)
        .joined(separator: ";")
    }
    let words = LabelMatching.stems(text)
    // The longest name at each place, and of names side by side the last: "API only user role".
    var found: [(kind: FactKind, end: Int)] = []
    var index = 0
    while index < words.count {
      let here = byFirstWord[words[index]]?.filter { words[index...].starts(with: $0.words) }
      guard let longest = here?.max(by: { $0.words.count < $1.words.count }) else {
        index += 1
        continue
      }
      if found.last?.end == index { found.removeLast() }
      index += longest.words.count
      found.append((longest.kind, index))
    }
    return found.map(\.kind).filter { makeable.contains($0.name) }
  }
}
