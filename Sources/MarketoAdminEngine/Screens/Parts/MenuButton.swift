import EngineInterface

/// A button that opens a menu; using an item of it closes it again.
struct MenuButton<Model>: Part {
  let element: Element<Model>

  init(
    _ name: String,
    _ isOpen: WritableKeyPath<Model, Bool>,
    of model: Model,
    unless refusals: @escaping @autoclosure () -> [Refusal] = [],
    @ScreenBuilder<Model> items: @escaping () -> [Element<Model>]
  ) {
    let isExpanded = model[keyPath: isOpen]
    element = Element(
      role: .button,
      name: name,
      refusals: refusals,
      isExpanded: isExpanded,
      expand: { $0[keyPath: isOpen] = $1 },
      children: { isExpanded ? items().map { Self.closing($0, isOpen) } : [] }
    )
  }

  private static func closing(
    _ item: Element<Model>,
    _ isOpen: WritableKeyPath<Model, Bool>
  ) -> Element<Model> {
    guard case .action(let action) = item.content else { return item }
    item.content = .action { model, desk throws(Refusal) in
      model[keyPath: isOpen] = false
      try action(&model, &desk)
    }
    return item
  }
}

/// One thing of a menu.
struct MenuItem<Model>: Part {
  let element: Element<Model>

  init(
    _ name: String,
    purpose: Control.Purpose? = nil,
    unless refusals: @escaping @autoclosure () -> [Refusal] = [],
    action: @escaping (inout Model, inout Desk) throws(Refusal) -> Void
  ) {
    element = Element(
      role: .menuitem,
      name: name,
      content: .action(action),
      refusals: refusals,
      purpose: purpose
    )
  }

  /// One thing of a menu, to tick; the menu stays open.
  init(_ name: String, isChecked: Bool, set: @escaping (inout Model, Bool) -> Void) {
    element = Element(
      role: .menuitemcheckbox,
      name: name,
      content: .check({ _ in isChecked }, set: { model, _, isOn in set(&model, isOn) })
    )
  }
}
