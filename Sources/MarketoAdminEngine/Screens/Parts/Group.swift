import EngineInterface

/// What holds other parts: a toolbar, a tree, a grid, a dialog.
struct Group<Model>: Part {
  let element: Element<Model>

  init(
    _ role: Role,
    _ name: String = "",
    required: Bool = false,
    modal: Bool = false,
    @ScreenBuilder<Model> content: @escaping () -> [Element<Model>]
  ) {
    element = Element(
      role: role,
      name: name,
      isRequired: required,
      isModal: modal,
      children: content
    )
  }
}
