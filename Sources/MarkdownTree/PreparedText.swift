import Diagnostics

/// The bytes as libcmark gets them: as long as the source, so that offsets stay, with what it
/// must not see masked.
///
/// NUL would become three bytes; nesting and brackets without end cost libcmark quadratic time.
/// A masked byte is a control character that no page holds; it is turned back when text is taken
/// out.
struct PreparedText {
  static let nestingLimit = 100
  static let bracketLimit = 5_000

  private(set) var bytes: [UInt8]
  /// Lines on which something was masked for a limit.
  private(set) var nestingLines: [Int] = []
  private(set) var bracketLines: [Int] = []

  init(_ source: SourceText, masks: [Mask]) {
    bytes = source.bytes
    for mask in masks { apply(mask) }
    var brackets = 0
    for line in 1...source.lineStarts.count {
      let offsets = source.lineOffsets(line)
      guard let first = limitNesting(in: offsets, line: line) else {
        brackets = 0
        continue
      }
      for offset in first..<offsets.upperBound where bytes[offset] <= Byte.openBracket {
        if bytes[offset] == 0 {
          bytes[offset] = Byte.maskedNul
        } else if bytes[offset] == Byte.openBracket {
          brackets += 1
          guard brackets > Self.bracketLimit else { continue }
          bytes[offset] = Byte.maskedBracket
          if bracketLines.last != line { bracketLines.append(line) }
        }
      }
    }
  }

  private mutating func apply(_ mask: Mask) {
    switch mask.appearance {
    case .bullet:
      bytes[mask.range.lowerBound] = UInt8(ascii: "+")
    case .inlineTag:
      guard mask.range.count >= 4 else { return }
      for offset in mask.range { bytes[offset] = Byte.space }
      bytes[mask.range.lowerBound] = UInt8(ascii: "<")
      bytes[mask.range.lowerBound + 1] = UInt8(ascii: "i")
      bytes[mask.range.upperBound - 1] = UInt8(ascii: ">")
    case .text:
      for offset in mask.range { bytes[offset] = Byte.maskedMarker(for: bytes[offset]) }
    case .blank, .thematicBreak:
      for offset in mask.range where !Byte.isLineEnd(bytes[offset]) { bytes[offset] = Byte.space }
      guard mask.appearance == .thematicBreak, mask.range.count >= 3 else { return }
      for offset in mask.range.prefix(3) { bytes[offset] = UInt8(ascii: "_") }
    }
  }

  /// Masks the container markers of a line from the 101st on.
  ///
  /// - Returns: Where something else than blanks begins; nil in a blank line.
  private mutating func limitNesting(in offsets: Range<Int>, line: Int) -> Int? {
    var depth = 0
    var offset = offsets.lowerBound
    var first: Int?
    while offset < offsets.upperBound {
      let byte = bytes[offset]
      if byte == Byte.space || byte == Byte.tab {
        offset += 1
        continue
      }
      if first == nil { first = offset }
      switch byte {
      case Byte.greaterThan, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        depth += 1
        if depth > Self.nestingLimit {
          bytes[offset] = Byte.maskedMarker(for: bytes[offset])
          if nestingLines.last != line { nestingLines.append(line) }
        }
        offset += 1
      default:
        // An ordered marker counts as well: "1. 1. 1. ..."
        var end = offset
        while end < offsets.upperBound, bytes[end] >= Byte.zero, bytes[end] <= Byte.nine {
          end += 1
        }
        guard end > offset, end < offsets.upperBound,
          bytes[end] == Byte.period || bytes[end] == Byte.closeParenthesis
        else { return first }
        depth += 1
        if depth > Self.nestingLimit {
          bytes[end] =
            bytes[end] == Byte.period ? Byte.maskedPeriod : Byte.maskedMarker(for: bytes[end])
          if nestingLines.last != line { nestingLines.append(line) }
        }
        offset = end + 1
      }
    }
    return first
  }
}
