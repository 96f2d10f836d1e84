/// One element as a screen's body writes it: a text box, a button, a row.
protocol Part<Model> {
  associatedtype Model
  var element: Element<Model> { get }
}

/// Makes elements of the parts that a screen's body names, in their order.
@resultBuilder
enum ScreenBuilder<Model> {
  typealias Elements = [Element<Model>]

  static func buildExpression(_ part: some Part<Model>) -> Element<Model> { part.element }
  static func buildExpression(_ elements: Elements) -> Elements { elements }
  static func buildPartialBlock(first: Element<Model>) -> Elements { [first] }
  static func buildPartialBlock(first: Elements) -> Elements { first }
  static func buildPartialBlock(
    accumulated: consuming Elements,
    next: Element<Model>
  ) -> Elements {
    accumulated.append(next)
    return accumulated
  }
  static func buildPartialBlock(accumulated: consuming Elements, next: Elements) -> Elements {
    accumulated.append(contentsOf: next)
    return accumulated
  }
  static func buildBlock() -> Elements { [] }
  static func buildOptional(_ elements: Elements?) -> Elements { elements ?? [] }
  static func buildEither(first elements: Elements) -> Elements { elements }
  static func buildEither(second elements: Elements) -> Elements { elements }
  static func buildArray(_ elements: [Elements]) -> Elements { elements.flatMap { $0 } }
}
