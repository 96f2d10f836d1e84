import Diagnostics
import ProcedureModel

/// Blocks as plain text, for formats that know no formatting.
enum ContentText {
  /// - Parameter content: The blocks; steps inside a step are left out: they are told on their own.
  /// - Returns: Lines; none is blank.
  static func lines(_ content: [Content]) -> [String] {
    content.flatMap { block -> [String] in
      switch block {
      case .paragraph(let text): [line(text)]
      case .list(let first, let items):
        items.enumerated().flatMap { index, item in
          ContentMarkdown.indented(lines(item), by: first.map { "\($0 + index). " } ?? "- ")
        }
      case .admonition(let kind, let title, let inside):
        headed(title ?? AdmonitionName.name(of: kind), lines(inside))
      case .quote(let inside): lines(inside).map { "> " + $0 }
      case .section(let title, let inside):
        (title.map { [OutputGate.visible($0.text.collapsed)] } ?? []) + lines(inside)
      case .table(let rows): rows.map { $0.map(line).joined(separator: " | ") }
      case .code(_, let text):
        text.split(separator: "\n").map(OutputGate.visible)
      case .substeps: []
      }
    }
    .filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// Formatted text on one line; a picture is its words, in brackets.
  static func line(_ text: FormattedText) -> String {
    let words = text.runs.reduce(into: "") { line, run in
      switch run {
      case .text(let words, _, _): line += words
      case .image(let image): line += " (picture: \(image.words)) "
      }
    }
    return OutputGate.visible(words.collapsed)
  }

  private static func headed(_ name: String, _ lines: [String]) -> [String] {
    ["\(OutputGate.visible(name)): \(lines.first ?? "")"] + lines.dropFirst()
  }
}

extension Checklist.Item {
  /// The item and all in it, in reading order.
  var all: [Checklist.Item] { [self] + items.flatMap(\.all) }

  /// What is to be done, on one line: its first paragraph, with what was added to it.
  var instruction: String {
    var text = lines.first ?? OutputGate.visible(step.text)
    if isMarkedOptional { text = "(optional) " + text }
    if !failures.isEmpty { text = "Failed: " + text }
    if let omission { text = "Skipped \(omission): " + text }
    return text
  }

  /// What is said beside the instruction, a line each.
  var details: [String] {
    Array(lines.dropFirst()) + failures.map { "✗ " + OutputGate.visible($0) }
  }

  private var lines: [String] { ContentText.lines(content) }

  /// What is entered, as "Field: value".
  var dataLines: [String] { data.map { OutputGate.visible("\($0.field): \($0.value)") } }
  /// What is to be seen, as the page says it, and what the run saw.
  var expectedLines: [String] {
    expected.map { OutputGate.visible($0.collapsed) }
      + (seen.isEmpty ? [] : ["Seen: " + OutputGate.visible(seen.joined(separator: ", "))])
  }
}

extension Checklist {
  /// Who may do it and what has to be there before, a line each.
  func before(_ procedure: Procedure) -> [String] {
    warnings.map(OutputGate.visible)
      + (conditions + procedure.conditions).map { "\($0.label): \(ContentText.line($0.text))" }
      + (prerequisites + procedure.prerequisites).map {
        ContentText.lines($0).joined(separator: "\n")
      }
  }

  /// The title of a procedure with that of its page, where it has one of its own.
  func name(of procedure: Procedure) -> String {
    OutputGate.visible(procedure.title.map { "\(title): \($0)" } ?? title)
  }
}
