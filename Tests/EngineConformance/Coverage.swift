import EngineInterface

/// Where a walk was, and what it used there.
package struct Coverage: Sendable {
  package typealias Index = Int

  private struct Entry {
    /// Where it was met first: a menu is on many screens.
    let place: Int
    let control: Control.ID
    /// Whether it has to be used.
    let counts: Bool
    var uses = 0
    /// It was enabled when it was used, once at least.
    var wasUsable = false
    /// Where its last use led to.
    var destination: Int?
  }

  /// Names that the walk typed: those of records, which may soon be gone.
  private let typed: Set<String>
  private var places: [String] = []
  private var placeNumbers: [String: Int] = [:]
  private var visits: [Int] = []
  /// How many controls were met first at a place.
  private var sizes: [Int] = []
  private var entries: [Entry] = []
  private var numbers: [Control.ID: Index] = [:]

  init(typed: Set<String>) { self.typed = typed }

  /// The place, its dialog and its tab.
  mutating func place(of screen: Screen) -> Int {
    var name = screen.name
    if let application = screen.application { name += " (\(application))" }
    if let modal = screen.modal {
      name += ", \(modal.name)"
      // A wizard is a place a step.
      if let heading = modal.children.first(where: { $0.role == .heading }) {
        name += ", \(heading.name)"
      }
    }
    if let number = placeNumbers[name] { return number }
    placeNumbers[name] = places.count
    places.append(name)
    visits.append(0)
    sizes.append(0)
    return places.count - 1
  }

  mutating func use(of control: Control, at place: Int) -> Index {
    if let index = numbers[control.id] { return index }
    let index = entries.count
    numbers[control.id] = index
    entries.append(
      Entry(
        place: place, control: control.id,
        counts: control.role.isClickable && !typed.contains(control.name))
    )
    sizes[place] += 1
    return index
  }

  /// How well known a control is: how often it was used, and how often, for each of its controls,
  /// the place that it leads to was visited.
  func familiarity(_ index: Index) -> Int {
    guard let destination = entries[index].destination else { return entries[index].uses }
    return entries[index].uses + visits[destination] / (sizes[destination] + 1)
  }

  mutating func note(_ index: Index, ledTo place: Int) {
    entries[index].destination = place
  }

  mutating func note(_ control: Control, at place: Int, uses index: Index) {
    entries[index].uses += 1
    entries[index].wasUsable = entries[index].wasUsable || control.isEnabled
    visits[place] += 1
  }

  /// Notes what can be reached, so that what is never used is known.
  mutating func see(_ screen: Screen) {
    let place = place(of: screen)
    for control in screen.reachable where control.role.isClickable {
      _ = use(of: control, at: place)
    }
  }

  package var screens: [String] { places.indices.filter { visits[$0] > 0 }.map { places[$0] } }

  /// Clickable controls that were seen and not used.
  package var unused: [String] {
    entries.filter { $0.uses == 0 && $0.counts }.map {
      "\(places[$0.place]): \($0.control.path)"
    }
  }

  /// Controls that were used, and never while they were enabled.
  package var alwaysDisabled: [String] {
    entries.filter { $0.uses > 0 && !$0.wasUsable }
      .map { "\(places[$0.place]): \($0.control.path)" }
  }

  /// A line a place.
  package var text: String {
    let lines = places.indices.sorted { places[$0] < places[$1] }.map { place in
      let own = entries.filter { $0.place == place }
      let used = own.count { $0.uses > 0 }
      return "\(places[place]): \(visits[place]) interactions, \(used) of \(own.count) controls"
    }
    return lines.joined(separator: "\n")
  }
}
