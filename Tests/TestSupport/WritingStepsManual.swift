/// The examples in the manual's page for writers.
package enum WritingStepsManual {
  package struct Example: Sendable, CustomStringConvertible {
    package let step: String
    /// What the tree of the model prints for it.
    package let readAs: [String]

    package var description: String { step }
  }

  package static let text =
    (try? Repository.text(Repository.root + "/help/stepcheck/writing-steps.md")) ?? ""

  /// The rows of the tables whose first column is headed so, as cells.
  package static func rows(of heading: String) -> [[String]] {
    var isInside = false
    var rows: [[String]] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("| ") else {
        isInside = false
        continue
      }
      let cells = line.dropFirst(2).dropLast(2).components(of: " | ")
      if isInside, cells.first != "---" { rows.append(cells) }
      isInside = isInside || cells.first == heading
    }
    return rows
  }

  package static let examples: [Example] = rows(of: "A step").map { cells in
    // Between backticks stands what it is read as.
    let readAs = cells[1].components(of: "`").enumerated().filter { $0.offset % 2 == 1 }
    return Example(step: cells[0], readAs: readAs.map(\.element))
  }
}

extension StringProtocol {
  package func components(of separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[startIndex..<endIndex]
    while let found = rest.range(of: separator, isLast: false) {
      parts.append(String(rest[..<found]))
      rest = rest[rest.index(found, offsetBy: separator.count)...]
    }
    return parts + [String(rest)]
  }

  /// Where a text begins.
  package func range(of text: String, isLast: Bool) -> Index? {
    let found = indices.lazy.filter { self[$0...].hasPrefix(text) }
    return isLast ? found.last { _ in true } : found.first
  }
}
