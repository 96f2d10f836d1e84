import ProcedureModel

/// Finds what the words of a target refer to; the step resolves its pronouns.
enum ReferentReader {
  private static let making: Set<String> = [
    "created", "added", "made", "defined", "established", "built", "generated", "saved", "new",
    "newly",
  ]
  private static let earlier: Set<String> = ["previous", "earlier", "last"]

  static func referent(of target: Target) -> Referent? {
    let qualifier = words(target.qualifier ?? "")
    if !making.isDisjoint(with: qualifier) {
      if let path = target.link?.resolved { return .page(path) }
      return step(in: qualifier).map(Referent.step) ?? .made
    }
    guard target.form == .described, let first = words(target.text).first else { return nil }
    if making.contains(first) { return .made }
    return earlier.contains(first) ? .previous : nil
  }

  /// "In step 2".
  private static func step(in words: [String]) -> Int? {
    guard let place = words.firstIndex(of: "step"), place + 1 < words.count else { return nil }
    return Int(words[place + 1])
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
