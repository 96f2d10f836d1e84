import Diagnostics

/// A file of texts that pages include by `{{id}}`: each is a section `## Title {#id}`.
struct SnippetFile: Sendable {
  let source: SourceText
  private var sections: [String: [PagePart]] = [:]

  init(path: String, bytes: [UInt8], context: ReadingContext) {
    let structure = PageStructure(bytes, path: path, context: context, isSnippetFile: true)
    source = structure.source
    // A heading with an id begins a text, one as high ends it.
    var id: String?
    var level = 0
    for part in structure.parts {
      if case .heading(let depth, let text) = part.kind,
        let named = Heading.writtenAnchor(of: text.marked) ?? (depth <= level ? "" : nil)
      {
        id = named
        level = depth
        sections[named] = []
      } else if let id {
        sections[id]?.append(part)
      }
    }
  }

  func parts(of id: String) -> [PagePart]? { sections[id] }

  /// The text of each snippet, as it stands in the file.
  var texts: [String: String] {
    sections.mapValues { parts in
      guard let first = parts.first, let last = parts.last else { return "" }
      let place = SourceRange(
        file: source.path, start: first.range.start, end: last.range.end)
      return source.text(at: place)
    }
  }

  var ids: [String] { sections.keys.sorted() }
}
