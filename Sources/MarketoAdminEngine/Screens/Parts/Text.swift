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
