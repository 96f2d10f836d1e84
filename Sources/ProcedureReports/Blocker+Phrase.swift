import ProcedureExecutor

extension Blocker {
  /// Behind "blocked by".
  var phrase: String {
    switch self {
    case .step(let ordinal): "step \(ordinal)"
    case .prerequisite(let title): "the prerequisite \"\(title)\""
    case .prerequisites: "the prerequisites"
    }
  }
}
