import EngineInterface

/// A button, disabled while a refusal says why.
struct Button<Model>: Part {
  let element: Element<Model>

  /// A button that submits waits for the required fields of its screen, too.
  init(
    _ name: String,
    submits: Bool = false,
    unless refusals: [Refusal] = [],
    isDestructive: Bool = false,
    action: @escaping (inout Model, inout Desk) throws(Refusal) -> Void
  ) {
    element = Element(
      role: .button,
      name: name,
      content: .action(action),
      refusals: refusals,
      submits: submits,
      isDestructive: isDestructive
    )
  }
}
