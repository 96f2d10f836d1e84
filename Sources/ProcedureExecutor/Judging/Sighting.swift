import EngineInterface

/// A text that was before the person: for quotations.
struct Sighting: Sendable {
  let text: String
  /// The step in which it was seen, by its ordinal.
  let step: String
  let place: Place
}

/// Where the user is.
package struct Place: Hashable, Sendable {
  /// "Users & Roles", or the dialog that is in front of it.
  package let name: String
  /// The step of a wizard: "Step 1: INFO".
  package let heading: String?

  package var text: String { ([name] + [heading].compactMap(\.self)).joined(separator: ", ") }
}

/// Where it was seen that something is as the page says.
package enum Evidence: Hashable, Sendable {
  case data
  case shown(step: String, Place)
  case screen(Place)
  case list(String, Place)

  package var text: String {
    switch self {
    case .data: "the product's data"
    case .shown(let step, let place): "step \(step), \(place.text)"
    case .screen(let place): place.text
    case .list(let name, let place): "\(name), \(place.text)"
    }
  }
}

extension Observation {
  /// The texts before the person.
  func sightings(in step: String) -> [Sighting] {
    let place = screen.place
    let standing = screen.reachable.flatMap { control in
      // The name of what can be clicked is a label; what it tells of itself is a text.
      control.role.isClickable
        ? [control.description].compactMap(\.self)
        : [control.name, control.value, control.description].compactMap(\.self)
    }
    return (standing.filter { $0.contains(" ") } + messages).map {
      Sighting(text: $0, step: step, place: place)
    }
  }
}

extension Screen {
  package var place: Place {
    guard let modal else { return Place(name: name, heading: nil) }
    let heading = modal.descendants.first { $0.role == .heading && $0.name != modal.name }
    return Place(name: modal.name, heading: heading?.name)
  }
}
