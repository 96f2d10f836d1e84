/// A path pattern: "*" within a folder, "**" over folders, "?" one character.
///
/// All places of the pattern that a path can have reached are kept side by side, so that a path of m
/// characters costs m times the pattern's length, whatever stars there are.
struct Glob {
  private enum Part: Equatable {
    case scalar(Unicode.Scalar)
    /// One character other than "/".
    case any
    /// Any part of a name.
    case star
    /// Anything, over folders.
    case stars
    /// "**/": nothing, or whole folders.
    case folders
  }

  private let parts: [Part]

  init(_ pattern: String) {
    var rest = Array(pattern.unicodeScalars)[...]
    var parts: [Part] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "?": parts.append(.any)
      case "*" where rest.first == "*":
        rest.removeFirst()
        if rest.first == "/" {
          rest.removeFirst()
          parts.append(.folders)
        } else {
          parts.append(.stars)
        }
      case "*": parts.append(.star)
      default: parts.append(.scalar(scalar))
      }
    }
    self.parts = parts
  }

  func matches(_ path: String) -> Bool {
    var reached = Set([0])
    skip(&reached, atStart: true)
    for scalar in path.unicodeScalars {
      var next: Set<Int> = []
      for place in reached where place < parts.count {
        switch parts[place] {
        case .scalar(let wanted): if scalar == wanted { next.insert(place + 1) }
        case .any: if scalar != "/" { next.insert(place + 1) }
        case .star: if scalar != "/" { next.insert(place) }
        case .stars, .folders: next.insert(place)
        }
      }
      skip(&next, atStart: scalar == "/")
      reached = next
      if reached.isEmpty { return false }
    }
    return reached.contains(parts.count)
  }

  /// Adds the places behind what can stand for nothing.
  private func skip(_ reached: inout Set<Int>, atStart: Bool) {
    var open = Array(reached)
    while let place = open.popLast(), place <= parts.count {
      guard place < parts.count else { continue }
      let canBeNothing =
        switch parts[place] {
        case .star, .stars: true
        case .folders: atStart
        case .scalar, .any: false
        }
      if canBeNothing, reached.insert(place + 1).inserted { open.append(place + 1) }
    }
  }
}
