/// A place that the engine knows to be there, and nothing of what it shows.
struct Elsewhere: Place {
  let name: String
  let isInsideAdmin: Bool
  var isModelled: Bool { false }

  func body(_ desk: Desk) -> [Element<Self>] {}
}
