/// A path pattern: "*" within a folder, "**" over folders, "?" one character.
///
/// All places of the pattern that a path can have reached are kept side by side, so that a path of m
/// characters costs m times the pattern's length, whatever stars there are.
struct Glob {
  private enum Part: Equatable {
    case scalar(Unicode.Scalar)
    /// One character of a set, or one outside of it: "[a-z]", "[!a-z]".
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
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

  /// A pattern as in `.gitignore`: with sets of characters and backslashes, and with "**" only
  /// between slashes.
  init(git pattern: String) {
    var rest = Array(pattern.unicodeScalars)[...]
    var parts: [Part] = []
    var isAtStart = true
    while let scalar = rest.popFirst() {
      let wasAtStart = isAtStart
      isAtStart = scalar == "/"
      switch scalar {
      case "?": parts.append(.any)
      case "*":
        var count = 1
        while rest.first == "*" {
          rest.removeFirst()
          count += 1
        }
        if count > 1, wasAtStart, rest.isEmpty {
          parts.append(.stars)
        } else if count > 1, wasAtStart, rest.first == "/" {
          rest.removeFirst()
          parts.append(.folders)
          isAtStart = true
        } else {
          parts.append(.star)
        }
      case "[":
        if let set = Self.set(&rest) { parts.append(set) } else { parts.append(.scalar(scalar)) }
      case "\\": if let escaped = rest.popFirst() { parts.append(.scalar(escaped)) }
      default: parts.append(.scalar(scalar))
      }
    }
    self.parts = parts
  }

  /// Reads a set up to its bracket; nil where it is not closed.
  private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Part? {
    var inside = rest
    let isNegated = inside.first == "!" || inside.first == "^"
    if isNegated { inside.removeFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var isFirst = true
    while let scalar = inside.popFirst() {
      if scalar == "]", !isFirst {
        rest = inside
        return .set(ranges, isNegated: isNegated)
      }
      isFirst = false
      let low = scalar == "\\" ? inside.popFirst() ?? scalar : scalar
      if inside.first == "-", let high = inside.dropFirst().first, high != "]", high >= low {
        inside.removeFirst(2)
        ranges.append(low...high)
      } else {
        ranges.append(low...low)
      }
    }
    return nil
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
        case .set(let ranges, let isNegated):
          if scalar != "/", ranges.contains(where: { $0.contains(scalar) }) != isNegated {
            next.insert(place + 1)
          }
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
        case .scalar, .any, .set: false
        }
      if canBeNothing, reached.insert(place + 1).inserted { open.append(place + 1) }
    }
  }
}
