import EngineInterface
import ProcedureModel

extension Screen {
  /// How many names a report can list before it is no help.
  private static let limit = 8

  /// What there is of the kind that was looked for: "buttons there: Cancel, Back, Send".
  ///
  /// - Parameters:
  ///   - target: What is not there.
  ///   - intent: What was to be done to it.
  /// - Returns: Nil where nothing is of the kind.
  func peers(of target: Target, for intent: Intent) -> String? {
    let usable = reachable.filter { Resolver.isUsable($0, to: intent) && !$0.name.isEmpty }
    let kind: [Control]
    if let noun = target.noun?.control {
      let named = usable.filter { noun.roles.contains($0.role) }
      kind = named.isEmpty ? usable.filter(noun.admits) : named
    } else {
      // Of what can be clicked, buttons are what a label most often means.
      let buttons = usable.filter { $0.role == .button }
      kind = buttons.isEmpty ? usable.filter { $0.role == usable.first?.role } : buttons
    }
    guard let role = kind.first?.role else { return nil }
    var names: [String] = []
    for control in kind where control.role == role && !names.contains(control.name) {
      names.append(control.name)
    }
    let more = names.count > Self.limit ? " and \(names.count - Self.limit) more" : ""
    return "\(role.plural) there: " + names.prefix(Self.limit).joined(separator: ", ") + more
  }
}
