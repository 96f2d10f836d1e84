import EngineInterface

/// One of several buttons of which one is on.
struct RadioButton<Model>: Part {
  let element: Element<Model>

  init(_ name: String, isChecked: Bool, choose: @escaping (inout Model) -> Void) {
    element = Element(
      role: .radio,
      name: name,
      // To turn one off is to turn another one on.
      content: .check({ _ in isChecked }, set: { model, _, isOn in if isOn { choose(&model) } })
    )
  }
}
