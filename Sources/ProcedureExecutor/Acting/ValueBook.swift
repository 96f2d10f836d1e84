import Diagnostics
import EngineInterface
package import ProcedureModel

/// Where the texts come from that a page does not give.
///
/// In this order: what the person who runs the check gives; the name by which later steps and
/// dependent pages call the thing; a table by the field's label. Never random.
package struct ValueBook: Hashable, Sendable {
  /// By field label.
  package let given: [String: String]
  private let names: [ReferredName]
  private var addresses = 0

  /// "the **API Only** role" on some page: a role is called so.
  struct ReferredName: Hashable, Sendable {
    let noun: String
    let name: String
    let page: String
    let line: Int
  }

  /// - Parameters:
  ///   - given: What the person who runs the check gives.
  ///   - pages: Those whose words say how things are called.
  ///   - isRecord: Whether a noun is one of the product's records: other things have no name to be
  ///     typed.
  package init(
    given: [String: String], referring pages: [Page], isRecord: (String) -> Bool = { _ in true }
  ) {
    self.given = given
    names = pages.flatMap { page in
      page.procedures.flatMap(\.allSteps).flatMap(\.performed).compactMap { action in
        guard let target = action.target, target.form == .label, let noun = target.noun,
          noun.control == nil, target.path.isEmpty, isRecord(noun.text)
        else { return nil }
        return ReferredName(
          noun: noun.text, name: target.text, page: page.path, line: target.range.line)
      }
    }
  }

  /// What was given for a label: "Role Name", or the noun of a thing to choose.
  func given(for label: String) -> String? {
    let wanted = LabelMatching.normalised(label)
    return given.first { LabelMatching.normalised($0.key) == wanted }?.value
  }

  /// The text for a field, and why this one.
  mutating func text(for field: Control) -> (text: String, reason: String) {
    if let text = given(for: field.name) { return (text, "given") }
    let label = LabelMatching.normalised(field.name)
    if let name = names.first(where: { label == $0.noun + " name" }) {
      return (name.name, "so called at \(name.page):\(name.line)")
    }
    return (madeUp(LabelMatching.words(label)), "made up")
  }

  /// One row a kind of field: the words of which its label holds one, and the text.
  private static let table: [(words: [String], text: String)] = [
    (["ip"], "192.0.2.1"),
    (["url", "link", "website", "endpoint"], "https://www.example.com/"),
    (["phone", "telephone", "mobile"], "+1 555 0100"),
    (["password"], "Example-Pass-2030"),
    (["date", "expires", "expiration", "expiry"], "2030-12-31"),
    (["days", "number", "count", "timeout", "limit"], "10"),
    (["description", "reason", "comment", "comments", "message", "note"], "An example"),
  ]

  /// What a record is called that a page takes for granted: as the pages call it, if that is not
  /// the name of one that stands there already.
  mutating func name(for kind: FactKind, besides taken: [String]) -> String {
    func isFree(_ name: String) -> Bool {
      !taken.contains { LabelMatching.matches($0, name) }
    }
    if let name = given(for: kind.nameField), isFree(name) { return name }
    let referred = names.first { kind.includes($0.noun) && isFree($0.name) }
    if let referred { return referred.name }
    let name = madeUp(LabelMatching.words(kind.nameField))
    guard !isFree(name) else { return name }
    let numbers = 2...taken.count + 2
    return numbers.lazy.map { "\(name) \($0)" }.first(where: isFree) ?? name
  }

  private mutating func madeUp(_ words: [String]) -> String {
    if words.contains("email") || words.contains("e-mail") || words.suffix(2) == ["e", "mail"] {
      addresses += 1
      return "api.user\(addresses == 1 ? "" : String(addresses))@example.com"
    }
    if words == ["first", "name"] { return "Api" }
    if words == ["last", "name"] { return "User" }
    if let row = Self.table.first(where: { !$0.words.filter(words.contains).isEmpty }) {
      return row.text
    }
    let thing = words.last == "name" ? words.dropLast() : words[...]
    return (["example"] + thing).map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}
