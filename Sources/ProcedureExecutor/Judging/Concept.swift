import ProcedureModel

/// A thing of the product in the words of a title: "Time Zone", "User Roles".
struct Concept {
  let stems: [String]

  init(_ words: String) { stems = LabelMatching.stems(words) }

  /// The noun that the other words tell apart.
  var head: String { stems.last ?? "" }
  /// Without the words that may be a value: "the **Admin** role".
  var headAlone: Concept { Concept(head) }

  /// "The name of a role".
  var isOfName: Bool { Words.thing(named: stems).count < stems.count }

  /// Whether a name is that of the thing, in more words or in fewer.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - context: Names of what it belongs to: "the workspace language" is that of a workspace.
  /// - Returns: Whether it is meant.
  func isMeant(by name: String, of context: [String] = []) -> Bool {
    let other = LabelMatching.stems(name)
    guard !stems.isEmpty, !other.isEmpty else { return false }
    if other.suffix(stems.count) == stems[...] { return true }
    guard stems.suffix(other.count) == other[...] else { return false }
    let around = context.flatMap(LabelMatching.stems)
    return stems.dropLast(other.count).allSatisfy {
      Words.tellsNoSetting($0) || around.contains($0)
    }
  }
}
