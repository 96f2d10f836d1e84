import Diagnostics
import EngineInterface
import ProcedureModel

/// Where the texts come from that a page does not give.
///
/// In this order: what the person who runs the check gives; the name by which later steps and
/// dependent pages call the thing; a table by the field's label. Never random.
package struct ValueBook: Sendable {
  /// By field label.
  package let given: [String: String]
  /// What pages call the records that the present page may make, the page that counts most first.
  var names: [ReferredName]
  private var addresses = 0

  /// - Parameters:
  ///   - given: What the person who runs the check gives.
  ///   - names: What pages call records, the page that counts most first.
  package init(given: [String: String], names: [ReferredName] = []) {
    self.given = given
    self.names = names
  }

  /// What was given for a label: "Role Name", or the noun of a thing to choose.
  func given(for label: String) -> String? {
    let wanted = LabelMatching.normalised(label)
    return given.first { LabelMatching.normalised($0.key) == wanted }?.value
  }

  /// The text for a field, and why this one.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - taken: The names of the records that there are: a new one has another.
  /// - Returns: The text with its reason.
  mutating func text(
    for field: Control, besides taken: [String] = []
  ) -> (text: String, reason: Deed.Reason) {
    func isFree(_ name: String) -> Bool {
      !taken.contains { LabelMatching.matches($0, name) }
    }
    if let text = given(for: field.name) { return (text, .given) }
    let label = LabelMatching.normalised(field.name)
    if let name = names.first(where: { label == $0.noun + " name" && isFree($0.name) }) {
      return (name.name, .called(page: name.page, line: name.line))
    }
    let words = LabelMatching.words(label)
    let text = madeUp(words)
    guard !isFree(text) else { return (text, .madeUp) }
    // An address has its own numbers.
    let others = (2...taken.count + 2).lazy.map { number in
      text.hasSuffix("/") ? "\(text)\(number)" : "\(text) \(number)"
    }
    let other =
      FieldKind(label: words) == .email ? madeUp(words) : others.first(where: isFree) ?? text
    return (other, .madeUp)
  }

  /// The name for an assumed record: the one that pages use, unless a record already has it.
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
    switch FieldKind(label: words) {
    case .email:
      addresses += 1
      return "api.user\(addresses == 1 ? "" : String(addresses))@example.com"
    case .firstName: return "Api"
    case .lastName: return "User"
    case .ipAddress: return "192.0.2.1"
    case .url: return "https://www.example.com/"
    case .phone: return "+1 555 0100"
    case .password: return "Example-Pass-2030"
    case .date: return "2030-12-31"
    case .number: return "10"
    case .text: return "An example"
    case nil: break
    }
    return (["example"] + Words.thing(named: words)).map {
      $0.prefix(1).uppercased() + $0.dropFirst()
    }
    .joined(separator: " ")
  }
}

/// A name that some page uses: "API Only" in "the **API Only** role".
package struct ReferredName: Hashable, Sendable {
  let noun: String
  let name: String
  let page: String
  let line: Int
}

extension Page {
  /// What the page's steps call records.
  ///
  /// - Parameter isRecord: Whether a noun is one of the product's records: other things have no name
  ///   to be typed.
  /// - Returns: The names, in the order of the steps.
  func referredNames(_ isRecord: (String) -> Bool) -> [ReferredName] {
    procedures.flatMap(\.allSteps).flatMap(\.performed).compactMap { action in
      guard let target = action.target, target.form == .label, let noun = target.noun,
        noun.control == nil, target.path.isEmpty, isRecord(noun.text)
      else { return nil }
      return ReferredName(
        noun: noun.text, name: target.text, page: path, line: target.range.line)
    }
  }
}
