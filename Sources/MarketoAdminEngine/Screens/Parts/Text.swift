import EngineInterface

/// A text that nothing can be done to; its name is the text.
struct Text<Model>: Part {
  let element: Element<Model>

  init(_ text: String, role: Role = .paragraph) { element = Element(role: role, name: text) }
}

/// A heading.
struct Heading<Model>: Part {
  let element: Element<Model>

  init(_ text: String) { element = Element(role: .heading, name: text) }
}

/// A named text to read and copy, such as a generated identifier.
struct ReadOnlyText<Model>: Part {
  let element: Element<Model>

  init(_ name: String, _ text: String) {
    element = Element(
      role: .textbox,
      name: name,
      content: .text({ _ in text }, set: { _, _ in }),
      refusals: { [Refusal("\(name) is read-only")] }
    )
  }
}
