import EngineInterface

/// A row of a grid; a click selects it.
struct Row<Model>: Part {
  private(set) var element: Element<Model>

  /// The columns after the one that names the row are its description.
  init(
    _ name: String,
    columns: @escaping @autoclosure () -> [String],
    isSelected: Bool,
    action: @escaping (inout Model, inout Desk) throws(Refusal) -> Void
  ) {
    element = Element(
      role: .row,
      name: name,
      content: .action(action),
      description: { columns().filter { !$0.isEmpty }.joined(separator: "; ") },
      isSelected: isSelected
    )
  }

  /// A row that can't be selected.
  init(_ name: String, columns: @escaping @autoclosure () -> [String]) {
    element = Element(
      role: .row,
      name: name,
      description: { columns().filter { !$0.isEmpty }.joined(separator: "; ") }
    )
  }

  /// This row, with further nouns that its users have for it.
  func called(_ nouns: [String]) -> Row {
    element.nouns = nouns
    return self
  }

  /// This row with links in it.
  func links(@ScreenBuilder<Model> _ links: @escaping () -> [Element<Model>]) -> Row {
    element.children = links
    return self
  }
}

/// The name of a column of a grid.
struct ColumnHeader<Model>: Part {
  let element: Element<Model>

  /// With a menu that a click with the other button opens, or without one.
  init(_ name: String, menu isOpen: WritableKeyPath<Model, Bool>? = nil) {
    element = Element(
      role: .columnheader,
      name: name,
      openMenu: isOpen.map { isOpen in { $0[keyPath: isOpen] = true } }
    )
  }
}
