/// The start screen: what there is to do on it is in the global menu.
struct MyMarketo: Surface {
  func body(_ desk: Desk) -> [Element<Self>] {
    Heading("My Marketo")
  }
}
