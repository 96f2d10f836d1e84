import EngineInterface

/// A drop-down list; its options can be seen at any time.
struct ComboBox<Model>: Part {
  private(set) var element: Element<Model>

  init(
    _ name: String,
    _ value: WritableKeyPath<Model, String?>,
    options: [String],
    required: Bool = false,
    nouns: [String] = []
  ) {
    self.init(name, options: options, required: required) {
      $0[keyPath: value]
    } set: {
      $0[keyPath: value] = $1
    }
    element.nouns = nouns
  }

  /// A drop-down list of a closed set of things, each by its name.
  init<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String,
    _ value: WritableKeyPath<Model, Value>,
    required: Bool = false
  ) {
    self.init(name, options: Value.allCases.map(\.rawValue), required: required) {
      $0[keyPath: value].rawValue
    } set: { model, option in
      if let chosen = Value(rawValue: option) { model[keyPath: value] = chosen }
    }
  }

  /// A drop-down list of a closed set of things, none of which is chosen at first.
  init<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String,
    _ value: WritableKeyPath<Model, Value?>,
    required: Bool = false
  ) {
    self.init(name, options: Value.allCases.map(\.rawValue), required: required) {
      $0[keyPath: value]?.rawValue
    } set: { model, option in
      model[keyPath: value] = Value(rawValue: option)
    }
  }

  private init(
    _ name: String,
    options: [String],
    required: Bool,
    get: @escaping (Model) -> String?,
    set: @escaping (inout Model, String) -> Void
  ) {
    element = Element(
      role: .combobox,
      name: name,
      content: .choice(get, options: options, set: set),
      isRequired: required,
      children: {
        options.map { option in
          Element(role: .option, name: option, content: .action { model, _ in set(&model, option) })
        }
      }
    )
  }
}
