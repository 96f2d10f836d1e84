extension Set {
  /// Ticks or unticks one of several things.
  mutating func set(_ member: Element, isIn: Bool) {
    if isIn { insert(member) } else { remove(member) }
  }
}
