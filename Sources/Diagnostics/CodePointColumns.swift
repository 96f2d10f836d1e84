/// Columns in Unicode code points of places in one file.
///
/// Places that come in their order are counted from one to the next, so that a line that is very
/// long is only counted once.
package struct CodePointColumns {
  private let source: SourceText
  private var line = 1
  private var offset = 0
  private var column = 1

  package init(_ source: SourceText) { self.source = source }

  /// The 1-based column of a position.
  package mutating func column(of position: SourcePosition) -> Int {
    let start = source.lineOffsets(position.line).lowerBound
    let place = min(max(source.offset(of: position), start), source.bytes.count)
    if position.line != line || place < offset {
      (line, offset, column) = (position.line, start, 1)
    }
    column += source.bytes[offset..<place].count { $0 & 0xC0 != 0x80 }
    offset = place
    return column
  }
}
