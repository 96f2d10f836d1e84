/// A place in a file: a 1-based line, and a 1-based column in UTF-8 bytes.
package struct SourcePosition: Hashable, Comparable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of a file as stored; `end` is the place after the last byte.
package struct SourceRange: Hashable, Sendable {
  package let file: String
  package let start: SourcePosition
  package let end: SourcePosition

  package init(file: String, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }

  package var line: Int { start.line }

  package static func == (a: SourceRange, b: SourceRange) -> Bool {
    a.start == b.start && a.end == b.end && PathKey(a.file) == PathKey(b.file)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(PathKey(file))
    hasher.combine(start)
    hasher.combine(end)
  }

  /// Whether a place of the same file is in this range, or at one of its ends.
  package func contains(_ place: SourcePosition) -> Bool { start <= place && place <= end }

  /// From the start of this range to the end of another one of the same file.
  package func extended(to other: SourceRange) -> SourceRange {
    SourceRange(file: file, start: start, end: max(end, other.end))
  }
}
