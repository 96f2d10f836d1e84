import ProcedureExecutor

extension Effect {
  /// What was seen, in as few words as can be.
  var phrase: String {
    switch self {
    case .screen(let name): "screen \"\(name)\""
    case .dialogOpened(let name): "dialog \"\(name)\" opens"
    case .dialogClosed(let name): "dialog \"\(name)\" closes"
    case .heading(let name): "\"\(name)\""
    case .tab(let name): "tab \"\(name)\""
    case .message(let text): "message \"\(text)\""
    }
  }
}
