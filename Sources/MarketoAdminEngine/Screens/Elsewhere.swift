/// A place that the engine knows to be there, and nothing of what it shows.
struct Elsewhere: Surface {
  let name: String
  var isInsideAdmin = false

  static func admin(_ name: String) -> Elsewhere { Elsewhere(name: name, isInsideAdmin: true) }

  func body(_ desk: Desk) -> [Element<Self>] {}
}
