import Diagnostics
import ProcedureModel

/// Reads the comments by which a page ignores findings, and what of the page each is for.
struct IgnoreReader {
  /// What such a comment begins with.
  static let word = "stepcheck-ignore"

  private(set) var comments: [IgnoreComment] = []
  private(set) var findings: [Finding] = []
  private let source: SourceText
  private let title: String
  /// The headings of the page, and where anything of it begins, in the order of the page.
  private var headings: [(place: SourcePosition, level: Int, title: String)] = []
  private var beginnings: [SourcePosition] = []
  private let procedures: [[WrittenStep]]

  /// A step where it stands, or is included, on the page.
  private struct WrittenStep {
    let place: SourcePosition
    /// The last line of its own words; nil for one of another file.
    let lastLine: Int?
    let ordinal: String
    let depth: Int
  }

  init(_ structure: PageStructure, page: Page) {
    source = structure.source
    title = page.title.text
    procedures = structure.ignores.isEmpty ? [] : page.procedures.map { Self.written($0.steps) }
    guard !structure.ignores.isEmpty else { return }
    collect(structure.parts)
    headings.sort { $0.place < $1.place }
    beginnings.sort()
    for offsets in structure.ignores { read(offsets) }
  }

  private static func written(_ steps: [Step], depth: Int = 0) -> [WrittenStep] {
    steps.flatMap { step in
      [
        WrittenStep(
          place: step.includedAt?.start ?? step.range.start,
          lastLine: step.includedAt == nil ? step.range.end.line : nil, ordinal: step.ordinal,
          depth: depth)
      ] + written(step.steps, depth: depth + 1)
    }
  }

  private mutating func collect(_ parts: [PagePart]) {
    for part in parts {
      beginnings.append(part.includedAt?.start ?? part.range.start)
      guard part.includedAt == nil else { continue }
      switch part.kind {
      case .heading(let level, let text):
        headings.append((part.range.start, level, Heading(text, in: source).title.text))
      case .list(let list):
        for item in list.items {
          let place = item.includedAt?.start ?? source.range(item.offsets).start
          beginnings.append(place)
          if item.includedAt == nil { collect(item.parts) }
        }
      case .admonition(_, let inside), .quote(let inside), .section(_, let inside),
        .snippet(_, let inside):
        collect(inside)
      case .paragraph, .table, .code, .html, .thematicBreak: break
      }
    }
  }

  // MARK: What a comment says

  private mutating func read(_ offsets: Range<Int>) {
    let range = source.range(offsets)
    let text = source.text(at: range).dropLast(3)
    guard let word = text.firstRange(of: Self.word) else { return }
    let words = text[word.upperBound...].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let parts = words.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].trimming { $0 == " " }
    let reason = parts.count > 1 ? String(parts[1].trimming { $0 == " " }) : ""
    guard let rule = Rule(rawValue: String(name)) else {
      let nearest = Spelling.nearest(to: String(name), among: Rule.allCases.map(\.rawValue))
      find(
        range,
        name.isEmpty
          ? "this comment doesn't say which rule to ignore" : "there is no rule \"\(name)\"",
        name.isEmpty ? nil : nearest.map { "\"\($0)\"" })
      return
    }
    guard !reason.isEmpty else {
      find(range, "this comment doesn't say why \(rule.rawValue) is ignored", nil)
      return
    }
    comments.append(
      IgnoreComment(range: range, rule: rule, reason: reason, scope: scope(of: range)))
  }

  private mutating func find(_ range: SourceRange, _ message: String, _ suggestion: String?) {
    let form = "write it so: <!-- \(Self.word) RULE: reason -->"
    findings.append(
      Finding(
        .badIgnore, at: range, message, because: ["it has no effect"],
        perhaps: [suggestion ?? form]))
  }

  // MARK: What a comment is for

  private func scope(of comment: SourceRange) -> IgnoreComment.Scope {
    guard let first = beginnings.first, first < comment.start else { return .page }
    let next = beginnings.first { comment.end <= $0 }
    if let index = headings.firstIndex(where: {
      $0.place == next || $0.place.line == comment.start.line
    }) {
      return section(of: index)
    }
    for steps in procedures {
      // In the line of a step, or between two.
      let own = steps.lastIndex {
        $0.place.line <= comment.line && comment.line <= $0.lastLine ?? 0
      }
      if let own { return scope(of: own, in: steps) }
      guard steps.first.map({ $0.place < comment.start }) == true,
        let next = steps.firstIndex(where: { comment.end <= $0.place })
      else { continue }
      return scope(of: next, in: steps)
    }
    return surroundings(of: comment)
  }

  /// A heading with what is below it, also below lower headings.
  private func section(of index: Int) -> IgnoreComment.Scope {
    let heading = headings[index]
    let next = headings[(index + 1)...].first { $0.level <= heading.level }
    return .part(
      from: heading.place, to: next?.place, name: "the section \"\(heading.title)\"")
  }

  /// A step with what belongs to it.
  private func scope(of index: Int, in steps: [WrittenStep]) -> IgnoreComment.Scope {
    let step = steps[index]
    let next = steps[(index + 1)...].first { $0.depth <= step.depth && step.place < $0.place }
    return .part(
      from: step.place, to: next?.place ?? end(of: steps), name: "step \(step.ordinal)")
  }

  /// The text between two headings; with all of a procedure that begins there.
  private func surroundings(of comment: SourceRange) -> IgnoreComment.Scope {
    let heading = headings.last { $0.place < comment.start }
    var end = headings.first { comment.start < $0.place }?.place
    let begun = procedures.first { steps in
      steps.first.map { step in comment.end <= step.place && end.map { step.place < $0 } ?? true }
        == true
    }
    if let begun { end = self.end(of: begun) }
    return .part(
      from: heading?.place ?? SourcePosition(line: 1, column: 1), to: end,
      name: "the section \"\(heading?.title ?? title)\"")
  }

  /// Where the next heading behind a procedure is.
  private func end(of steps: [WrittenStep]) -> SourcePosition? {
    guard let last = steps.map(\.place).max() else { return nil }
    return headings.first { last < $0.place }?.place
  }
}
