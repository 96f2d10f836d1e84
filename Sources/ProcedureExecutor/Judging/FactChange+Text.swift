package import EngineInterface

extension Fact {
  /// The fact on a line, such as "role Guest: permissions none".
  package var text: String {
    let details = attributes.map { "\($0.name) \($0.value)" }.joined(separator: "; ")
    return "\(kind) \(name)" + (details.isEmpty ? "" : ": \(details)")
  }
}

extension FactChange {
  /// "+ role API Only: permissions ...", with the new values only where a record was changed.
  package var text: String {
    switch self {
    case .added(let fact): return "+ \(fact.text)"
    case .removed(let fact): return "- \(fact.kind) \(fact.name)"
    case .changed(let old, let new):
      let renamed = old.name == new.name ? [] : ["renamed to \(new.name)"]
      let changed = new.attributes.filter { !old.attributes.contains($0) }
      let gone = old.attributes.filter { attribute in
        !new.attributes.contains { $0.name == attribute.name }
      }
      let details =
        renamed
        + changed.map { attribute in
          let before = old.attributes.first { $0.name == attribute.name }
          return before.flatMap(attribute.difference) ?? "\(attribute.name) \(attribute.value)"
        } + gone.map { "\($0.name) removed" }
      return "~ \(old.kind) \(old.name): \(details.joined(separator: "; "))"
    }
  }
}

extension Fact.Attribute {
  /// "+ Approve Email, - Delete Email", where both values are lists and something else than all
  /// came or went.
  fileprivate func difference(from old: Fact.Attribute) -> String? {
    guard !items.isEmpty, !old.items.isEmpty else { return nil }
    let added = items.filter { !old.items.contains($0) }
    let removed = old.items.filter { !items.contains($0) }
    let told = [("+", added), ("-", removed)].filter { !$0.1.isEmpty }.map { sign, items in
      // A long list tells less than its beginning.
      let shown = items.count > 6 ? Array(items.prefix(5)) : items
      let rest = items.count - shown.count
      return shown.map { "\(sign) \($0.text)" }.joined(separator: ", ")
        + (rest == 0 ? "" : " and \(rest) more")
    }
    return told.isEmpty ? nil : told.joined(separator: ", ")
  }
}
