import EngineInterface

/// A row of a grid; a click selects it.
struct Row<Model>: Part {
  let element: Element<Model>

  /// The columns after the one that names the row are its description.
  init(
    _ name: String,
    columns: [String],
    isSelected: Bool,
    action: @escaping (inout Model, inout Desk) throws(Refusal) -> Void
  ) {
    element = Element(
      role: .row,
      name: name,
      content: .action(action),
      description: columns.filter { !$0.isEmpty }.joined(separator: "; "),
      isSelected: isSelected
    )
  }
}
