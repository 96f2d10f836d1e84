package import ProcedureModel

extension Page {
  /// What was understood of each step, without places.
  package var readings: [String] { procedures.flatMap(\.allSteps).map(\.reading) }
}

extension Step {
  /// What was understood of the step, without places.
  package var reading: String {
    let ways = self.ways.map(\.actions) + alternatives
    return [
      text, kind.rawValue, isOptional ? "optional" : "", condition?.text ?? "",
      reason?.text ?? "", actions.map(\.reading).joined(separator: "; "),
      ways.map { $0.map(\.reading).joined(separator: "; ") }.joined(separator: " or "),
      expects.map { $0.claim.name + " " + $0.text }.joined(separator: "; "),
      references.map(\.words.text).joined(separator: "; "),
    ].joined(separator: " | ")
  }
}

extension Action {
  /// What is done to what, without places.
  package var reading: String {
    [
      verb.rawValue, target?.text, target?.form.rawValue, target?.noun?.text, value?.text,
      within?.text, condition?.text,
    ].map { $0 ?? "-" }.joined(separator: ",")
  }
}
