import EngineInterface

/// A link that leads to another place.
struct Link<Model>: Part {
  let element: Element<Model>

  /// `isCurrent` is nil where the link does not show whether its place is open.
  init(
    _ name: String,
    nouns: [String] = [],
    isCurrent: Bool? = nil,
    action: @escaping (inout Model, inout Desk) throws(Refusal) -> Void
  ) {
    element = Element(
      role: .link,
      name: name,
      content: .action(action),
      isSelected: isCurrent,
      nouns: nouns
    )
  }
}
