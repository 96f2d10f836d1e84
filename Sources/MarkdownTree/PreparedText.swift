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

  init(_ source: SourceText, hiding hidden: [Range<Int>]) {
    bytes = source.bytes
    for range in hidden {
      for offset in range
      where bytes[offset] != Byte.lineFeed && bytes[offset] != Byte.carriageReturn {
        bytes[offset] = Byte.space
      }
    }
    var brackets = 0
    for line in 1...source.lineStarts.count {
      let offsets = source.lineOffsets(line)
      limitNesting(in: offsets, line: line)
      var isBlank = true
      for offset in offsets {
        switch bytes[offset] {
        case 0: bytes[offset] = Byte.maskedNul
        case Byte.openBracket:
          brackets += 1
          guard brackets > Self.bracketLimit else { continue }
          bytes[offset] = Byte.maskedBracket
          if bracketLines.last != line { bracketLines.append(line) }
        default: break
        }
        if bytes[offset] != Byte.space, bytes[offset] != Byte.tab { isBlank = false }
      }
      if isBlank { brackets = 0 }
    }
  }

  /// Masks the container markers of a line from the 101st on.
  private mutating func limitNesting(in offsets: Range<Int>, line: Int) {
    var depth = 0
    var offset = offsets.lowerBound
    while offset < offsets.upperBound {
      switch bytes[offset] {
      case Byte.space, Byte.tab: offset += 1
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
        guard end > offset, end < offsets.upperBound, bytes[end] == Byte.period else { return }
        depth += 1
        if depth > Self.nestingLimit {
          bytes[end] = Byte.maskedPeriod
          if nestingLines.last != line { nestingLines.append(line) }
        }
        offset = end + 1
      }
    }
  }
}
