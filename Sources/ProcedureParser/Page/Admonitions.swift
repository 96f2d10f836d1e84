import Diagnostics
import MarkdownTree
import ProcedureModel

/// How Experience League pages write admonitions: a block quote that begins with `[!KIND]`.
enum ExperienceLeagueAdmonition {
  /// The kind, and the text that stands on the same line as the marker.
  static func marker(_ inlines: Inlines) -> (kind: String, title: String?)? {
    guard case .text(let text)? = inlines.runs.first?.content, text.hasPrefix("[!") else {
      return nil
    }
    let inside = text.dropFirst(2).prefix { $0 != "]" }
    let kind = inside.prefix { $0.isASCII && $0.isUppercase }
    guard !kind.isEmpty, text.dropFirst(2).dropFirst(inside.count).first == "]",
      kind.count == inside.count || inside.dropFirst(kind.count).first == " ",
      kind != "UICONTROL", kind != "DNL", kind != "BADGE"
    else { return nil }
    let title = inside.dropFirst(kind.count).drop { $0 == " " }
    return (String(kind), title.isEmpty ? nil : String(title))
  }

  /// The blocks behind the marker.
  static func content(_ blocks: [Block]) -> [Block] {
    guard let first = blocks.first, case .paragraph(let inlines) = first.kind else { return blocks }
    // Text may follow the marker in its own paragraph.
    guard let end = inlines.runs.firstIndex(where: { $0.content == .softBreak }) else {
      return Array(blocks.dropFirst())
    }
    var rest = inlines
    rest.runs = Array(inlines.runs[(end + 1)...])
    let paragraph = Block(kind: .paragraph(rest), offset: first.offset, lines: first.lines)
    return [paragraph] + blocks.dropFirst()
  }
}
