import ProcedureModel

extension AccessClaim {
  /// What is claimed, in as few words as can be: "needed: Access Users".
  var phrase: String {
    let names = rights.map(\.words.text).joined(separator: isAny ? " or " : " and ")
    var parts = [names.isEmpty ? "nothing" : names]
    if isOnly { parts.append("nobody else") }
    if let task { parts.append("to \(task)") }
    if let elsewhere { parts.append("in \(elsewhere)") }
    return "\(force.words): \(parts.joined(separator: ", "))"
  }
}

extension AccessClaim.Force {
  fileprivate var words: String {
    switch self {
    case .needed: "needed"
    case .enough: "enough"
    case .notEnough: "not enough"
    case .notNeeded: "not needed"
    }
  }
}
