import Diagnostics
import ProcedureModel

/// Blocks as the lines of Markdown.
enum ContentMarkdown {
  /// - Parameters:
  ///   - content: The blocks.
  ///   - substeps: The lines of the steps that stand at some places in them.
  /// - Returns: Lines, with an empty one between two blocks.
  static func lines(
    _ content: [Content], substeps: (Range<Int>) -> [String] = { _ in [] }
  ) -> [String] {
    var lines: [String] = []
    for block in content {
      let own = self.block(block, substeps)
      guard !own.isEmpty else { continue }
      if !lines.isEmpty { lines.append("") }
      lines += own
    }
    return lines
  }

  private static func block(_ block: Content, _ substeps: (Range<Int>) -> [String]) -> [String] {
    switch block {
    case .paragraph(let text):
      let line = InlineMarkdown.text(text)
      return line.isEmpty ? [] : [line]
    case .list(let first, let items):
      return items.enumerated().flatMap { index, item in
        let marker = first.map { "\($0 + index). " } ?? "- "
        return indented(lines(item, substeps: substeps), by: marker)
      }
    case .admonition(let kind, let title, let inside):
      let name = title ?? AdmonitionName.name(of: kind)
      var inner = lines(inside, substeps: substeps)
      let head = "**\(MarkdownText.escaped(name)):**"
      if case .paragraph? = inside.first, let first = inner.first {
        inner[0] = head + " " + first
      } else {
        inner = [head, ""] + inner
      }
      return quoted(inner)
    case .quote(let inside): return quoted(lines(inside, substeps: substeps))
    case .section(let title, let inside):
      let head = title.map { ["**" + MarkdownText.escaped($0.text.collapsed) + "**"] } ?? []
      let inner = lines(inside, substeps: substeps)
      return head + (head.isEmpty || inner.isEmpty ? [] : [""]) + inner
    case .table(let rows): return table(rows)
    case .code(let language, let text): return code(text, language)
    case .substeps(let range): return substeps(range)
    }
  }

  /// Lines behind a marker: the first beside it, the others as far in.
  static func indented(_ lines: [String], by marker: String) -> [String] {
    let space = String(repeating: " ", count: marker.count)
    return (lines.isEmpty ? [""] : lines).enumerated().map { index, line in
      index == 0 ? marker + line : line.isEmpty ? "" : space + line
    }
  }

  private static func quoted(_ lines: [String]) -> [String] {
    lines.map { $0.isEmpty ? ">" : "> " + $0 }
  }

  private static func table(_ rows: [[FormattedText]]) -> [String] {
    let width = rows.map(\.count).max() ?? 0
    guard width > 0 else { return [] }
    let lines = rows.map { row in
      let cells = row.map { InlineMarkdown.text($0, isCell: true) }
      let all = cells + Array(repeating: "", count: width - cells.count)
      return "| " + all.joined(separator: " | ") + " |"
    }
    let rule = "| " + Array(repeating: "---", count: width).joined(separator: " | ") + " |"
    return [lines[0], rule] + lines.dropFirst()
  }

  private static func code(_ text: String, _ language: String) -> [String] {
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let name = language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-+_".contains($0)) }
    return [fence + name] + lines.map(OutputGate.visible) + [fence]
  }
}

/// What the boxes of a page are called.
enum AdmonitionName {
  private static let names = [
    "MORELIKETHIS": "More like this", "SEEALSO": "See also", "AVAILABILITY": "Availability",
  ]

  static func name(of kind: String) -> String {
    names[kind] ?? kind.prefix(1) + kind.dropFirst().lowercased()
  }
}
