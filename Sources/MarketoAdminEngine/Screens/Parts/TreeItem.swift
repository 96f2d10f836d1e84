import EngineInterface

/// A node of a tree: a leaf that leads somewhere, or a box to tick, with or without a branch.
struct TreeItem<Model>: Part {
  private(set) var element: Element<Model>

  init(
    _ name: String,
    isCurrent: Bool,
    action: @escaping (inout Model, inout Desk) throws(Refusal) -> Void
  ) {
    element = Element(
      role: .treeitem,
      name: name,
      content: .action(action),
      isSelected: isCurrent
    )
  }

  init(
    _ name: String,
    description: @escaping @autoclosure () -> String? = nil,
    isChecked: Bool,
    set: @escaping (inout Model, Bool) -> Void
  ) {
    element = Element(
      role: .treeitem,
      name: name,
      content: .check({ _ in isChecked }, set: { model, _, isOn in set(&model, isOn) }),
      description: description
    )
  }

  init(_ name: String) { element = Element(role: .treeitem, name: name) }

  /// This node, with further nouns that its users have for it.
  func called(_ nouns: [String]) -> TreeItem {
    element.nouns = nouns
    return self
  }

  /// This node with a branch; what is below a closed one is not built.
  func branch(
    isExpanded: Bool,
    set: @escaping (inout Model, Bool) -> Void,
    @ScreenBuilder<Model> content: @escaping () -> [Element<Model>]
  ) -> TreeItem {
    element.isExpanded = isExpanded
    element.expand = set
    if isExpanded { element.children = content }
    return self
  }
}
