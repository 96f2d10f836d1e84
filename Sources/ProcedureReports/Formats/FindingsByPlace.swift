import Diagnostics

/// Findings that are taken away by those whose places they stand in.
struct FindingsByPlace {
  private let findings: [Finding]
  private var isTaken: [Bool]
  /// Where the findings of a file begin and end in `findings`.
  private let files: [PathKey: Range<Int>]

  init(_ findings: [Finding]) {
    self.findings = findings.sorted(by: Finding.inReportOrder)
    isTaken = Array(repeating: false, count: findings.count)
    var files: [PathKey: Range<Int>] = [:]
    for (index, finding) in self.findings.enumerated() {
      let start = files[finding.range.file]?.lowerBound ?? index
      files[finding.range.file] = start..<index + 1
    }
    self.files = files
  }

  /// Those that begin in a range, and that nobody has taken.
  mutating func take(in range: SourceRange) -> [Finding] {
    guard let file = files[range.file] else { return [] }
    var low = file.lowerBound
    var high = file.upperBound
    while low < high {
      let middle = (low + high) / 2
      if findings[middle].range.start < range.start { low = middle + 1 } else { high = middle }
    }
    var taken: [Finding] = []
    while low < file.upperBound, findings[low].range.start <= range.end {
      if !isTaken[low] { taken.append(findings[low]) }
      isTaken[low] = true
      low += 1
    }
    return taken
  }

  var left: [Finding] { findings.indices.filter { !isTaken[$0] }.map { findings[$0] } }
}
