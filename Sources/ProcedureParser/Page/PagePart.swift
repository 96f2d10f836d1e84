import Diagnostics
import MarkdownTree
import ProcedureModel

/// A part of a page, with Markdown dialects and malformed markup read as intended.
struct PagePart: Sendable {
  enum Kind: Sendable {
    case heading(level: Int, PageText)
    case paragraph(PageText)
    case list(PageList)
    case admonition(AdmonitionHead, [PagePart])
    case quote([PagePart])
    /// What is shown together: a collapsible part, a tab, a shaded box.
    case section(title: PageText?, [PagePart])
    /// One of several ways beside each other, of which a reader takes one: a tab, a version.
    case branch(String, [PagePart])
    /// A table's text: no sentences of the page.
    case table(PageText)
    case code
    /// HTML, with its text that is in no list.
    case html([PageText])
    /// Text that is kept in another file, by its id; and what is indented behind it.
    case snippet(String, [PagePart])
    case thematicBreak
  }

  var kind: Kind
  let source: SourceText
  /// Offsets in `source`.
  var offsets: Range<Int>
  /// Where the page includes it, if it stands in another file.
  var includedAt: SourceRange?

  var range: SourceRange { source.range(offsets) }
}

/// A list, as CommonMark has it or as people write one.
struct PageList: Sendable {
  /// Nil for bullets.
  var firstNumber: Int?
  var items: [PageItem]
  /// It was written as `<ol>` or `<ul>`.
  var isHTML = false
  /// Its steps are written with a tag each.
  var isTagged = false
  /// It stands in a cell of a table: which row applies is the reader's to know.
  var isInTable = false
  /// What had to be mended; findings if the list is a procedure.
  var repairs: [Finding] = []
  /// The parts before the repair; used if the list isn't a procedure.
  var original: [PagePart] = []

  var isOrdered: Bool { firstNumber != nil }
  /// Whether there are lists in its items.
  var isNesting: Bool {
    items.contains { item in
      item.parts.contains { part in
        if case .list = part.kind { true } else { false }
      }
    }
  }
  /// The number that would go on counting.
  var nextNumber: Int { (firstNumber ?? 1) + items.count }
}

struct PageItem: Sendable {
  var parts: [PagePart]
  let source: SourceText
  var offsets: Range<Int>
  var includedAt: SourceRange?

  /// Whether it is one paragraph, with images and notes at most.
  var isParagraph: Bool {
    var paragraphs = 0
    for part in parts {
      switch part.kind {
      case .paragraph(let text): paragraphs += text.isImage ? 0 : 1
      case .admonition, .html, .thematicBreak: continue
      default: return false
      }
    }
    return paragraphs == 1
  }
}

/// The text of a paragraph or heading, with where its links lead.
struct PageText: Sendable {
  let marked: MarkedText
  let links: [Link]
  let images: [Image]
}

/// An admonition's kind and title.
struct AdmonitionHead: Equatable, Sendable {
  /// In capitals.
  let kind: String
  let title: String?

  /// Whether it links to what comes after the page, so that it is never a step's, nor required.
  var leadsOn: Bool { kind == "MORELIKETHIS" || kind == "SEEALSO" }

  init(kind: some StringProtocol, title: String? = nil) {
    self.kind = kind.uppercased()
    let title = title?.trimming(\.isWhitespace)
    self.title = title?.isEmpty == false ? title : nil
  }
}
