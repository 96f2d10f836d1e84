import Diagnostics
import MarkdownTree
import ProcedureModel

// What parts of a page show, with nothing left out but what a reader does not see.
extension PagePart {
  /// What the part shows; HTML can be several paragraphs.
  var content: [Content] {
    switch kind {
    case .heading(_, let text): [.section(title: text.formatted, [])]
    case .paragraph(let text): text.formatted.isBlank ? [] : [.paragraph(text.formatted)]
    case .list(let list):
      [.list(firstNumber: list.firstNumber, list.items.map { $0.parts.flatMap(\.content) })]
    case .admonition(let head, let inside):
      [.admonition(kind: head.kind, title: head.title, inside.flatMap(\.content))]
    case .quote(let inside): [.quote(inside.flatMap(\.content))]
    case .section(let title, let inside):
      [.section(title: title?.formatted, inside.flatMap(\.content))]
    case .branch(let name, let inside):
      [.section(title: FormattedText([.text(name, [], nil)]), inside.flatMap(\.content))]
    case .table(let text): table(text)
    case .code: [code]
    case .html(let texts): texts.map(\.formatted).filter { !$0.isBlank }.map(Content.paragraph)
    case .snippet(_, let tail): tail.flatMap(\.content)
    case .thematicBreak: []
    }
  }

  /// A code block without its fences, and without the white space in which all of it stands.
  private var code: Content {
    var lines = String(decoding: source.bytes[offsets], as: UTF8.self)
      // A carriage return and a line feed are one character.
      .split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
      .map { $0.drop { _ in false } }
    var language = ""
    if let first = lines.first?.trimming(\.isWhitespace),
      first.hasPrefix("```") || first.hasPrefix("~~~")
    {
      let fence = first.prefix(3)
      language = first.drop { fence.contains($0) }.trimming(\.isWhitespace)
      language = String(language.prefix { !$0.isWhitespace && $0 != "{" })
      lines.removeFirst()
      if lines.last?.trimming(\.isWhitespace).hasPrefix(fence) == true { lines.removeLast() }
    }
    let indents = lines.filter { !$0.allSatisfy(\.isWhitespace) }
      // The first line of an indented block begins behind its indentation.
      .dropFirst(language.isEmpty && !source.bytes[offsets].starts(with: "```".utf8) ? 1 : 0)
      .map { $0.prefix { $0 == " " }.count }
    let indent = indents.min() ?? 0
    let text = lines.map { line in
      line.dropFirst(min(indent, line.prefix { $0 == " " }.count))
    }
    .joined(separator: "\n")
    return .code(language: language, text: text)
  }

  /// The cells of a table of GitHub's Markdown; its second line only draws.
  private func table(_ text: PageText) -> [Content] {
    var rows: [[FormattedText]] = []
    var line = 0
    for cell in text.cells(in: source) {
      if cell.line != line { rows.append([]) }
      line = cell.line
      rows[rows.count - 1].append(cell.text)
    }
    let isDrawn = rows.count > 1 && rows[1].allSatisfy { $0.text.allSatisfy { "-: ".contains($0) } }
    if isDrawn { rows.remove(at: 1) }
    rows = rows.filter { !$0.allSatisfy(\.isBlank) }
    return rows.isEmpty ? [] : [.table(rows)]
  }
}

extension PageText {
  /// The text as it is shown.
  var formatted: FormattedText {
    var runs: [FormattedText.Run] = []
    marked.forEachRun { bytes, marks, link, image, _ in
      if let image {
        runs.append(.image(images[image]))
      } else {
        runs.append(run(bytes, marks, link))
      }
    }
    return FormattedText(runs)
  }

  private func run(
    _ bytes: ArraySlice<UInt8>, _ marks: MarkedText.Marks, _ link: Int?
  ) -> FormattedText.Run {
    var style: FormattedText.Style = []
    if marks.contains(.label) { style.insert(.strong) }
    if marks.contains(.emphasis) { style.insert(.emphasis) }
    if marks.contains(.code) { style.insert(.code) }
    return .text(String(decoding: bytes, as: UTF8.self), style, link.map { links[$0] })
  }

  /// The text between the bars of a table, with the line on which it stands.
  fileprivate func cells(in source: SourceText) -> [(line: Int, text: FormattedText)] {
    var cells: [(line: Int, text: FormattedText)] = []
    var runs: [FormattedText.Run] = []
    var line = 0
    /// Whether a bar opened the present cell: the one behind the last bar is none.
    var isOpened = false
    func close(isLast: Bool) {
      let cell = FormattedText(runs)
      if !(cell.isBlank && (isLast || !isOpened)) { cells.append((line, cell)) }
      runs = []
    }
    marked.forEachRun { bytes, marks, link, image, range in
      for (bytes, offset) in lines(of: bytes, at: range, in: source) {
        let here = source.position(at: offset).line
        if here != line {
          close(isLast: true)
          line = here
          isOpened = false
        }
        if let image {
          runs.append(.image(images[image]))
          continue
        }
        // A bar that is escaped, or in code, is text.
        guard !marks.contains(.code), bytes.count == range.count || bytes.count > 1 else {
          runs.append(run(bytes, marks, link))
          continue
        }
        let parts = bytes.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
          if index > 0 {
            close(isLast: false)
            isOpened = true
          }
          if !part.isEmpty { runs.append(run(part, marks, link)) }
        }
      }
    }
    close(isLast: true)
    return cells
  }

  /// The parts of a run that stand on lines of their own.
  private func lines(
    of bytes: ArraySlice<UInt8>, at range: Range<Int>, in source: SourceText
  ) -> [(ArraySlice<UInt8>, Int)] {
    // What does not stand there verbatim is no longer than a line.
    guard bytes.count == range.count else { return [(bytes, range.lowerBound)] }
    var lines: [(ArraySlice<UInt8>, Int)] = []
    var start = bytes.startIndex
    for index in bytes.indices {
      let offset = range.lowerBound + index - bytes.startIndex
      let isLineEnd = "\n\r".utf8.contains(source.bytes[offset])
      guard isLineEnd || index == bytes.endIndex - 1 else { continue }
      let end = isLineEnd ? index : index + 1
      if start < end {
        lines.append((bytes[start..<end], range.lowerBound + start - bytes.startIndex))
      }
      start = index + 1
    }
    return lines
  }
}
