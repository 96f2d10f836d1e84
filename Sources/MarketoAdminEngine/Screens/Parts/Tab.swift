import EngineInterface

/// A tab; one of its list is selected.
struct Tab<Model>: Part {
  let element: Element<Model>

  init(
    _ name: String,
    isSelected: Bool,
    action: @escaping (inout Model, inout Desk) throws(Refusal) -> Void = { _, _ in }
  ) {
    element = Element(role: .tab, name: name, content: .action(action), isSelected: isSelected)
  }
}
