import Diagnostics

/// A finding for a person: what, where, the line with the words marked, why, what instead.
struct FindingText {
  let layout: TextLayout
  let sources: [PathKey: SourceText]

  func lines(_ finding: Finding) -> [String] {
    let range = finding.range
    let place = "\(OutputGate.visible(range.file)):\(range.start.line):\(range.start.column)"
    let head = "\(finding.severity.rawValue)[\(finding.rule.rawValue)]"
    let color: TextLayout.Color =
      switch finding.severity {
      case .error: .red
      case .warning: .yellow
      case .note: .cyan
      }
    let words = TextLayout.wrap(finding.message, first: head.count + 2, hanging: 2)
    var lines = [layout.paint(head, color) + ": " + (words.first ?? "")] + words.dropFirst()
    lines.append("  at \(layout.paint(place, .bold))")
    if finding.severity > .note { lines += excerpt(range, color) }
    for reason in finding.because { lines += labelled("because", reason) }
    for way in finding.perhaps { lines += labelled("perhaps", way) }
    return lines
  }

  private func labelled(_ label: String, _ text: String) -> [String] {
    let words = TextLayout.wrap(text, first: 11, hanging: 11)
    return ["  \(layout.paint(label, .dim)): " + (words.first ?? "")] + words.dropFirst()
  }

  /// The line, cut around the reported words, with a caret under each of their characters.
  private func excerpt(_ range: SourceRange, _ color: TextLayout.Color) -> [String] {
    guard let source = sources[range.file] else { return [] }
    let offsets = source.lineOffsets(range.start.line)
    let line = Array(source.bytes[offsets])
    let start = min(source.offset(of: range.start) - offsets.lowerBound, line.count)
    let isOneLine = range.end.line == range.start.line
    let end = min(
      max(isOneLine ? source.offset(of: range.end) - offsets.lowerBound : line.count, start),
      line.count)
    guard !line.isEmpty, start < line.count else { return [] }
    // Of a line that is very long, no more than can be shown is looked at.
    let reach = 8 * TextLayout.width
    func text(_ bytes: ArraySlice<UInt8>) -> String {
      OutputGate.visible(String(decoding: bytes.drop { $0 & 0xC0 == 0x80 }, as: UTF8.self))
    }
    var before = text(line[..<start].suffix(reach))
    let marked = text(line[start..<end].prefix(reach))
    var after = text(line[end...].prefix(reach))
    let number = String(range.start.line)
    let room = TextLayout.width - number.count - 5
    let shown = marked.count > room - 24 ? marked.prefix(room - 27) + "..." : marked
    if before.count + shown.count > room - 12 {
      before = "..." + before.suffix(max(room - shown.count - 15, 0))
    }
    let rest = room - before.count - shown.count
    if shown.count < marked.count {
      after = ""
    } else if after.count > rest {
      after = after.prefix(max(rest - 3, 0)) + "..."
    }
    let gutter = String(repeating: " ", count: number.count)
    let carets = String(repeating: "^", count: max(shown.count, 1))
    let indent = String(repeating: " ", count: before.count)
    return [
      "  \(number) | \(before)\(shown)\(after)",
      "  \(gutter) | \(indent)\(layout.paint(carets, color))",
    ]
  }
}
