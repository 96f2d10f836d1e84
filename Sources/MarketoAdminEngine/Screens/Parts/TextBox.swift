import EngineInterface

/// A field for text, of one line or of several.
struct TextBox<Model>: Part {
  let element: Element<Model>

  init(_ name: String, _ text: WritableKeyPath<Model, String>, required: Bool = false) {
    element = Element(
      role: .textbox,
      name: name,
      content: .text({ $0[keyPath: text] }, set: { $0[keyPath: text] = $1 }),
      isRequired: required
    )
  }

  init(
    _ name: String,
    get: @escaping (Model) -> String,
    set: @escaping (inout Model, String) -> Void
  ) {
    element = Element(role: .textbox, name: name, content: .text(get, set: set))
  }

  /// A field that shows a word of its own while it holds nothing, such as a date's "Never".
  init(_ name: String, _ text: WritableKeyPath<Model, String?>, whenEmpty word: String) {
    element = Element(
      role: .textbox,
      name: name,
      content: .text(
        { $0[keyPath: text] ?? word },
        set: { $0[keyPath: text] = $1.isBlank || $1 == word ? nil : $1 }
      )
    )
  }
}
