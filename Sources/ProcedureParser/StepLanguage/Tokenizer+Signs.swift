// Signs that writers put around labels: icons by their names, arrows of menu paths, quotation marks.
extension Tokenizer {
  /// An icon by its name: `{% octicon "plus" %}`, `:material-plus:`.
  func iconWidth() -> Int? {
    if bytes[index] == UInt8(ascii: "{") {
      guard let tag = InlineTag(bytes[index...]), tag.isIcon else { return nil }
      return tag.end - index
    }
    guard bytes[index] == UInt8(ascii: ":"), isSpaced || index == 0 else { return nil }
    let name = bytes[(index + 1)...].prefix {
      $0 == UInt8(ascii: "-") || $0 < 0x80 && Self.isWordByte($0)
    }
    guard name.contains(UInt8(ascii: "-")), name.endIndex < bytes.count,
      bytes[name.endIndex] == UInt8(ascii: ":")
    else { return nil }
    return name.count + 2
  }

  private static let pathSigns: [[UInt8]] = ["\u{BB}", "\u{203A}", "->", "=>", ">>"].map {
    Array($0.utf8)
  }

  /// "**A** » **B**": a sign of a menu path, with space around it.
  func pathSignWidth() -> Int? {
    guard isSpaced else { return nil }
    return Self.pathSigns.first { sign in
      bytes[index...].starts(with: sign) && blankWidth(at: index + sign.count) != nil
    }?.count
  }

  /// `'**Save**'`: a mark that stands right before or right behind a label.
  func isQuoteAtLabel() -> Bool {
    guard bytes[index] == UInt8(ascii: "'") else { return false }
    let isBefore = index + 1 < bytes.count && marks[index + 1].contains(.label)
    let isBehind = index > 0 && marks[index - 1].contains(.label) && !isSpaced
    let isPossessive =
      isBehind && index + 1 < bytes.count && bytes[index + 1] | 0x20 == UInt8(ascii: "s")
    return isBefore || isBehind && !isPossessive
  }
}
