import EngineInterface

/// A box to tick.
struct CheckBox<Model>: Part {
  let element: Element<Model>

  init(_ name: String, _ flag: WritableKeyPath<Model, Bool>) {
    element = Element(
      role: .checkbox,
      name: name,
      content: .check({ $0[keyPath: flag] }, set: { $0[keyPath: flag] = $1 })
    )
  }

  /// A box that stands for one of several things.
  init(
    _ name: String,
    isChecked: Bool,
    unless refusals: @escaping @autoclosure () -> [Refusal] = [],
    set: @escaping (inout Model, Bool) -> Void
  ) {
    element = Element(
      role: .checkbox,
      name: name,
      content: .check({ _ in isChecked }, set: set),
      refusals: refusals
    )
  }
}
