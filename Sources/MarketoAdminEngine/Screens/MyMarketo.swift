/// The start screen: what there is to do on it is in the global menu.
struct MyMarketo: Place {
  var name: String { "My Marketo" }
  var isInsideAdmin: Bool { false }

  func body(_ desk: Desk) -> [Element<Self>] {
    Heading("My Marketo")
  }
}
