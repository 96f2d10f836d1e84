import EngineInterface

/// A box to tick.
struct CheckBox<Model>: Part {
  let element: Element<Model>

  init(_ name: String, _ flag: WritableKeyPath<Model, Bool>) {
    element = Element(
      role: .checkbox,
      name: name,
      content: .check({ $0[keyPath: flag] }, set: { model, _, isOn in model[keyPath: flag] = isOn })
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
      content: .check({ _ in isChecked }, set: { model, _, isOn in set(&model, isOn) }),
      refusals: refusals
    )
  }

  /// A box that takes effect at once, without a button that saves it.
  init(
    _ name: String,
    isChecked: Bool,
    change: @escaping (inout Desk, Bool) throws(Refusal) -> Void
  ) {
    element = Element(
      role: .checkbox,
      name: name,
      content: .check(
        { _ in isChecked }, set: { _, desk, isOn throws(Refusal) in try change(&desk, isOn) })
    )
  }
}
