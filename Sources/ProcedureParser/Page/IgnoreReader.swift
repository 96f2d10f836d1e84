import Algorithms
import Diagnostics
import ProcedureModel

/// Reads the comments by which a page ignores findings, and what of the page each is for.
struct IgnoreReader {
  /// What such a comment begins with.
  static let word = "stepcheck-ignore"
  /// A page that has more of them was not written by a person.
  private static let limit = 1_000

  private(set) var comments: [IgnoreComment] = []
  private(set) var findings: [Finding] = []
  private let source: SourceText
  private let title: String
  /// The headings of the page, and where anything of it begins, in the order of the page.
  private var headings: [(place: SourcePosition, level: Int, title: String)] = []
  private var beginnings: [SourcePosition] = []
  /// The steps of all procedures, in the order of the page.
  private let steps: [WrittenStep]

  /// A step where it stands, or is included, on the page.
  private struct WrittenStep {
    let place: SourcePosition
    /// The last line of its own words; nil for one of another file.
    let lastLine: Int?
    let ordinal: String
    let depth: Int
    /// Which procedure it is of.
    let procedure: Int
  }

  init(_ structure: PageStructure, page: Page) {
    source = structure.source
    title = page.title.text
    steps =
      structure.ignores.isEmpty
      ? []
      : page.procedures.enumerated().flatMap { Self.written($1.steps, procedure: $0) }
        .enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
        .map(\.element)
    guard !structure.ignores.isEmpty else { return }
    collect(structure.parts)
    headings.sort { $0.place < $1.place }
    beginnings.sort()
    for offsets in structure.ignores.prefix(Self.limit) { read(offsets) }
    if structure.ignores.count > Self.limit {
      let first = source.range(structure.ignores[Self.limit])
      find(first, "the page has more than \(Self.limit) comments that ignore findings", nil)
    }
  }

  private static func written(
    _ steps: [Step], procedure: Int, depth: Int = 0
  ) -> [WrittenStep] {
    steps.flatMap { step in
      [
        WrittenStep(
          place: step.includedAt?.start ?? step.range.start,
          lastLine: step.includedAt == nil ? step.range.end.line : nil, ordinal: step.ordinal,
          depth: depth, procedure: procedure)
      ] + written(step.steps, procedure: procedure, depth: depth + 1)
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
        .branch(_, let inside),
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
    let next = beginnings[at: beginnings.partitioningIndex { comment.end <= $0 }]
    let line = headings.partitioningIndex { comment.start.line <= $0.place.line }
    if let heading = headings[at: line],
      heading.place == next || heading.place.line == comment.start.line
    {
      return section(of: line)
    }
    // In the line of a step, or between two.
    let following = steps.partitioningIndex { comment.start < $0.place }
    if following > 0 {
      let last = steps[following - 1]
      if let end = last.lastLine, comment.start.line <= end { return scope(of: following - 1) }
      if let next = steps[at: following], next.procedure == last.procedure {
        return scope(of: following)
      }
    }
    return surroundings(of: comment, before: following)
  }

  /// A heading with what is below it, also below lower headings.
  private func section(of index: Int) -> IgnoreComment.Scope {
    let heading = headings[index]
    let next = headings[(index + 1)...].first { $0.level <= heading.level }
    return .part(
      from: heading.place, to: next?.place, name: "the section \"\(heading.title)\"")
  }

  /// A step with what belongs to it.
  private func scope(of index: Int) -> IgnoreComment.Scope {
    let step = steps[index]
    let next = steps[(index + 1)...].first { $0.depth <= step.depth && step.place < $0.place }
    let end = next.flatMap { $0.procedure == step.procedure ? $0.place : nil }
    return .part(
      from: step.place, to: end ?? self.end(of: step.procedure), name: "step \(step.ordinal)")
  }

  /// The text between two headings; with all of a procedure that begins there.
  private func surroundings(
    of comment: SourceRange, before following: Int
  ) -> IgnoreComment.Scope {
    let next = headings.partitioningIndex { comment.start < $0.place }
    let heading = headings[at: next - 1]
    var end = headings[at: next]?.place
    if let step = steps[at: following], end.map({ step.place < $0 }) ?? true {
      end = self.end(of: step.procedure)
    }
    return .part(
      from: heading?.place ?? SourcePosition(line: 1, column: 1), to: end,
      name: "the section \"\(heading?.title ?? title)\"")
  }

  /// Where the next heading behind a procedure is.
  private func end(of procedure: Int) -> SourcePosition? {
    guard let last = steps.last(where: { $0.procedure == procedure }) else { return nil }
    return headings[at: headings.partitioningIndex { last.place < $0.place }]?.place
  }
}

extension Array {
  /// The element at an index; nil where there is none.
  fileprivate subscript(at index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
