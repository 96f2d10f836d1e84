import EngineInterface

/// A button, disabled while a refusal says why.
struct Button<Model>: Part {
  let element: Element<Model>

  init(
    _ name: String,
    purpose: Control.Purpose? = nil,
    unless refusals: @escaping @autoclosure () -> [Refusal] = [],
    action: @escaping (inout Model, inout Desk) throws(Refusal) -> Void
  ) {
    element = Element(
      role: .button,
      name: name,
      content: .action(action),
      refusals: refusals,
      purpose: purpose
    )
  }

  /// A button that shows and hides what follows it.
  init(
    _ name: String,
    nouns: [String] = [],
    isExpanded: Bool,
    set: @escaping (inout Model, Bool) -> Void
  ) {
    element = Element(
      role: .button,
      name: name,
      content: .action { model, _ in set(&model, !isExpanded) },
      isExpanded: isExpanded,
      expand: set,
      nouns: nouns
    )
  }
}
