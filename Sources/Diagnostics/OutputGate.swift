/// The one gate through which text leaves, to a terminal, a log or a file.
///
/// Page text, file names and keys of configs are untrusted. What steers a
/// terminal or turns the direction of text is made visible, and no line can be taken for a
/// command of a CI log: the runner of GitHub Actions takes a line that begins with "::", behind
/// white space too, and "##[" anywhere in a line.
package enum OutputGate {
  /// Whether a character is to be shown by its number: C0, C1, DEL, line separators, overrides and
  /// isolates of direction.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0x061C,
      0x200E, 0x200F:
      true
    default: false
    }
  }

  /// A text on one line: a tab is a space, what is hidden is shown as "<U+202E>", and what has no
  /// width and no use there is left out.
  package static func visible(_ text: some StringProtocol) -> String {
    // Most text needs no look at what its characters are.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return String(text) }
    var visible = ""
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        visible += " "
      } else if isHidden(scalar) {
        visible += shown(scalar)
      } else if scalar.properties.generalCategory != .format || scalar == "\u{200D}" {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  /// What stands for a hidden character: "<U+001B>".
  package static func shown(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(4 - hex.count, 0)) + hex + ">"
  }

  /// Whether a bracket would make "##[" of what stands before it.
  ///
  /// By bytes: with some signs before or behind them these are parts of other characters.
  package static func makesCommand(_ scalar: Unicode.Scalar, after text: String) -> Bool {
    scalar == "[" && text.utf8.suffix(2).elementsEqual("##".utf8)
  }

  /// A whole report, line by line; a tab is a space.
  ///
  /// - Parameters:
  ///   - report: Lines, each ended by a line feed.
  ///   - allowsColor: The escape sequences for colours go through: they are for a terminal.
  /// - Returns: The same lines, where nothing in them does harm.
  package static func lines(_ report: String, allowsColor: Bool = false) -> String {
    guard report.utf8.contains(where: isSuspicious) else { return report }
    return report.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { part in
        let text = Substring(part)
        return isHarmless(part)
          ? text : Substring(line(text.unicodeScalars, allowsColor: allowsColor))
      }
      .joined(separator: "\n")
  }

  /// Whether a byte may belong to what is changed.
  private static func isSuspicious(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A: false
    case UInt8(ascii: "#"), UInt8(ascii: ":"): true
    default: isPartOfHidden(byte)
    }
  }

  /// Whether a byte is a control character, or may begin what is hidden.
  private static func isPartOfHidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x1F, 0x7F, 0xC2, 0xD8, 0xE2: true
    default: false
    }
  }

  /// Whether it is plain to see that nothing of a line is changed.
  private static func isHarmless(_ line: Substring.UTF8View) -> Bool {
    // What stands before "::" may be white space of any kind.
    guard let first = line.first(where: { $0 != UInt8(ascii: " ") }) else { return true }
    guard first < 0x80, first != UInt8(ascii: ":") else { return false }
    var signs = 0
    for byte in line {
      if isPartOfHidden(byte) || byte == UInt8(ascii: "[") && signs > 1 { return false }
      signs = byte == UInt8(ascii: "#") ? signs + 1 : 0
    }
    return true
  }

  private static func line(
    _ line: Substring.UnicodeScalarView, allowsColor: Bool
  ) -> String {
    var rest = line
    var safe = ""
    var isAtStart = true
    while let scalar = rest.first {
      if scalar == "\u{1B}", allowsColor,
        let color = Substring(rest).prefixMatch(of: /\u{1B}\[[0-9]{1,2}m/)
      {
        safe += color.output
        rest = rest[color.range.upperBound...]
        continue
      }
      if isAtStart, rest.starts(with: "::".unicodeScalars) { safe += "\\" }
      if !scalar.properties.isWhitespace, scalar != "\u{FEFF}" { isAtStart = false }
      if makesCommand(scalar, after: safe) { safe += "\\" }
      if scalar == "\t" {
        safe += " "
      } else if isHidden(scalar) {
        safe += shown(scalar)
      } else {
        safe.unicodeScalars.append(scalar)
      }
      rest.removeFirst()
    }
    return safe
  }
}

extension String {
  /// The text with some other text for each of one sign: also where a combining mark stands behind
  /// it, with which the sign is another character and for a format still itself.
  package func replacingSign(_ sign: Unicode.Scalar, with other: String) -> String {
    guard unicodeScalars.contains(sign) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == sign { text += other } else { text.unicodeScalars.append(scalar) }
    }
  }
}
