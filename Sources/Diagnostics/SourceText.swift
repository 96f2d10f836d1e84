/// A file's bytes, and where its lines begin.
///
/// A line ends with LF, CR or CRLF, as CommonMark has it. Columns count the bytes of the file, also
/// where it is not UTF-8.
package struct SourceText: Sendable {
  package let path: String
  /// UTF-8: what was not is U+FFFD.
  package let bytes: [UInt8]
  private let repairs: [UTF8Repair]
  /// Offsets of the lines' first bytes; the first is 0.
  package let lineStarts: [Int]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    let repaired = UTF8Repair.repaired(bytes)
    repairs = repaired.repairs
    let bytes = repaired.bytes
    self.bytes = bytes
    var starts = [0]
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") {
        starts.append(offset)
      } else if byte == UInt8(ascii: "\r") {
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
        starts.append(offset)
      }
    }
    lineStarts = starts
  }

  /// Whether the file is UTF-8.
  package var isUTF8: Bool { repairs.isEmpty }

  /// The bytes of a 1-based line, without its line ending; empty where there is no such line.
  package func lineOffsets(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start,
      bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return start..<end
  }

  package func line(_ line: Int) -> String {
    String(decoding: bytes[lineOffsets(line)], as: UTF8.self)
  }

  package func position(at offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = repairs.original(lineStarts[low])
    return SourcePosition(line: low + 1, column: repairs.original(offset) - start + 1)
  }

  /// Where a position is in `bytes`; may lie behind their end.
  package func offset(of position: SourcePosition) -> Int {
    let start = lineOffsets(position.line).lowerBound
    guard !repairs.isEmpty else { return start + position.column - 1 }
    return repairs.repaired(repairs.original(start) + position.column - 1)
  }

  package func range(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(
      file: path, start: position(at: offsets.lowerBound), end: position(at: offsets.upperBound))
  }

  /// The text at a range of this file.
  package func text(at range: SourceRange) -> String {
    let start = offset(of: range.start)
    let end = offset(of: range.end)
    guard start <= end, end <= bytes.count else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
