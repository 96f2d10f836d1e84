import EngineInterface

/// A screen of its own: what the person is in while no dialog is open.
protocol Place: Surface {
  /// As its users call it.
  var name: String { get }
  /// It has the tree of Admin on its left.
  var isInsideAdmin: Bool { get }
  /// False where the engine knows that it is there, and nothing of what it shows.
  var isModelled: Bool { get }
}

extension Place {
  var origin: String { name }
  var isInsideAdmin: Bool { true }
  var isModelled: Bool { true }

  fileprivate func equals(_ other: any Place) -> Bool { (other as? Self) == self }
}

/// Any place, as a value.
struct AnyPlace: Hashable, Sendable {
  var place: any Place

  init(_ place: any Place) { self.place = place }

  static func == (left: AnyPlace, right: AnyPlace) -> Bool { left.place.equals(right.place) }
  func hash(into hasher: inout Hasher) { place.hash(into: &hasher) }
}
