extension String {
  /// White space as single spaces, none at the ends.
  var collapsingSpace: String { Array(utf8)[...].collapsed }

  /// In lower case, typographic apostrophes straight.
  var lowercasedStraight: String {
    var hasCapital = false
    for byte in utf8 {
      if byte >= 0x80 {
        let lower = lowercased()
        return utf8.contains(0xE2) ? lower.replacing("\u{2019}", with: "'") : lower
      }
      hasCapital = hasCapital || (byte >= 0x41 && byte <= 0x5A)
    }
    return hasCapital ? lowercased() : self
  }
}

extension ArraySlice<UInt8> {
  /// The text with its white space as single spaces, none at the ends.
  var collapsed: String {
    if isCollapsed { return String(decoding: self, as: UTF8.self) }
    var collapsed: [UInt8] = []
    collapsed.reserveCapacity(count)
    var index = startIndex
    while index < endIndex {
      if let width = blankWidth(at: index) {
        if let last = collapsed.last, last != 0x20 { collapsed.append(0x20) }
        index += width
      } else {
        collapsed.append(self[index])
        index += 1
      }
    }
    if collapsed.last == 0x20 { collapsed.removeLast() }
    return String(decoding: collapsed, as: UTF8.self)
  }

  /// ASCII only, single spaces inside.
  private var isCollapsed: Bool {
    guard let last, last != 0x20 else { return isEmpty }
    var previous: UInt8 = 0x20
    for byte in self {
      if byte >= 0x80 || byte < 0x20 || byte == 0x20 && previous == 0x20 { return false }
      previous = byte
    }
    return true
  }

  /// The width in bytes of white space or of a zero-width character that stands at an index.
  func blankWidth(at index: Int) -> Int? {
    let byte = self[index]
    if byte == 0x20 || byte >= 0x09 && byte <= 0x0D { return 1 }
    guard byte >= 0xC2, index + 1 < endIndex else { return nil }
    if byte == 0xC2 { return self[index + 1] == 0xA0 || self[index + 1] == 0x85 ? 2 : nil }
    guard index + 2 < endIndex else { return nil }
    let next = (self[index + 1], self[index + 2])
    switch byte {
    case 0xE2 where next.0 == 0x80:
      // U+2000 to U+200D, U+2028, U+2029, U+202F
      return next.1 <= 0x8D || (0xA8...0xA9).contains(next.1) || next.1 == 0xAF ? 3 : nil
    case 0xE3: return next == (0x80, 0x80) ? 3 : nil
    case 0xEF: return next == (0xBB, 0xBF) ? 3 : nil
    default: return nil
    }
  }
}
