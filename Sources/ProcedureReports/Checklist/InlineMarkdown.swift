import Diagnostics
import ProcedureModel

/// Formatted text as Markdown in which nothing is markup but what the writer marked.
enum InlineMarkdown {
  /// - Parameters:
  ///   - text: The text; white space in it becomes single spaces.
  ///   - isCell: It stands in a table, where a bar ends a cell.
  /// - Returns: One line, or an empty text.
  static func text(_ text: FormattedText, isCell: Bool = false) -> String {
    var markdown = ""
    for group in groups(text.runs) {
      let words = group.runs.map { run($0, isCell: isCell) }.joined()
      if let link = group.link, let destination = Destination.encoded(link.destination) {
        let (lead, inner, trail) = trimmed(words)
        markdown += lead + (inner.isEmpty ? "" : "[\(inner)](\(destination))") + trail
      } else {
        markdown += words
      }
    }
    return guarded(markdown.trimmedLine)
  }

  /// Text that begins no block of its own where it begins a line.
  private static func guarded(_ line: String) -> String {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    if !digits.isEmpty, rest.hasPrefix(".") || rest.hasPrefix(")") {
      return digits + "\\" + rest
    }
    guard let first = line.unicodeScalars.first, "#+-=~|:".unicodeScalars.contains(first) else {
      return line
    }
    return "\\" + line
  }

  /// Runs that follow each other in one link; those of one style are one run.
  private static func groups(
    _ runs: [FormattedText.Run]
  ) -> [(link: Link?, runs: [FormattedText.Run])] {
    var groups: [(link: Link?, runs: [FormattedText.Run])] = []
    for run in runs {
      var link: Link?
      if case .text(_, _, let own) = run { link = own }
      guard let last = groups.last, last.link == link else {
        groups.append((link, [run]))
        continue
      }
      if case .text(let words, let style, _) = run,
        case .text(let before, style, _)? = last.runs.last
      {
        groups[groups.count - 1].runs.removeLast()
        groups[groups.count - 1].runs.append(.text(before + words, style, link))
      } else {
        groups[groups.count - 1].runs.append(run)
      }
    }
    return groups
  }

  private static func run(_ run: FormattedText.Run, isCell: Bool) -> String {
    switch run {
    case .image(let image): return picture(image)
    case .text(let words, let style, _):
      let (lead, inner, trail) = trimmed(words)
      guard !inner.isEmpty else { return lead + trail }
      var text = style.contains(.code) ? code(inner) : MarkdownText.escaped(inner)
      if isCell { text = text.replacingSign("|", with: "\\|") }
      if style.contains(.strong) { text = "**\(text)**" }
      if style.contains(.emphasis) { text = "*\(text)*" }
      return lead + text + trail
    }
  }

  /// A picture by its words: where the list is pasted, its file is not.
  private static func picture(_ image: Image) -> String {
    if Destination.isWeb(image.path), let path = Destination.encoded(image.path) {
      return "![\(MarkdownText.escaped(image.alt))](\(path))"
    }
    return " (picture: \(MarkdownText.escaped(image.words)))"
  }

  private static func code(_ text: String) -> String {
    let text = OutputGate.visible(text)
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// White space at the ends of marked words stands outside the marks.
  private static func trimmed(_ text: String) -> (lead: String, inner: String, trail: String) {
    let lead = text.prefix(while: \.isWhitespace)
    guard lead.endIndex < text.endIndex else { return (lead.isEmpty ? "" : " ", "", "") }
    var inner = text.dropFirst(lead.count)
    while inner.last?.isWhitespace == true { inner.removeLast() }
    let hasTrail = inner.endIndex < text.endIndex
    return (lead.isEmpty ? "" : " ", String(inner), hasTrail ? " " : "")
  }
}

extension String {
  /// Without spaces at its ends, and without two behind each other.
  fileprivate var trimmedLine: String {
    split(separator: " ").joined(separator: " ")
  }
}

extension Image {
  /// What tells it in words: its alternative text, else its file's name.
  var words: String {
    alt.collapsed.isEmpty ? String(path.split(separator: "/").last ?? "") : alt.collapsed
  }
}
