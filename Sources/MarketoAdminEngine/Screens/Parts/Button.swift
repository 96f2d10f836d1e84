import EngineInterface

/// A button, disabled while a refusal says why.
struct Button<Model>: Part {
  let element: Element<Model>

  init(
    _ name: String,
    unless refusals: [Refusal] = [],
    isDestructive: Bool = false,
    action: @escaping (inout Model, inout Desk) throws(Refusal) -> Void
  ) {
    element = Element(
      role: .button,
      name: name,
      content: .action(action),
      refusals: refusals,
      isDestructive: isDestructive
    )
  }
}
