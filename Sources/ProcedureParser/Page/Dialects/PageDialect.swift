import MarkdownTree

/// How one house writes what CommonMark does not know: admonitions, tabs, steps.
///
/// To add a house: a file beside this one, and its name in `all`.
struct PageDialect: Sendable {
  /// What a line opens or closes, if this house writes it so; for those who use lines of their own.
  var line: @Sendable (LineText) -> LineMark? = { _ in nil }
  /// The bytes with which such a line can begin.
  var firstBytes: [UInt8] = []
  /// What a block quote is that begins with this paragraph; for those who use block quotes.
  var quote: @Sendable (Inlines) -> QuoteHead? = { _ in nil }

  static let all: [PageDialect] = [
    experienceLeague, boldWord, microsoftLearn, docusaurus, mkDocs, myST, liquid, hugo, mdx,
  ]
}

/// A block quote's head, and the rest of the paragraph in which it stands.
struct QuoteHead {
  let head: AdmonitionHead
  /// Nil where the head is the whole paragraph.
  let rest: Inlines?
  /// It was read as meant, and no tool will show it so: `[TIP]`.
  var isMalformed = false
}

/// A line without its indentation.
struct LineText {
  let bytes: ArraySlice<UInt8>

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var first: UInt8? { bytes.first }

  /// How many times a byte stands at the beginning.
  func count(of byte: UInt8) -> Int { bytes.prefix { $0 == byte }.count }

  func dropping(_ count: Int) -> String {
    String(decoding: bytes.dropFirst(count), as: UTF8.self).trimming(\.isWhitespace)
  }
}

/// What a line means that is not CommonMark.
enum LineMark: Equatable {
  /// An admonition until a line that closes this fence.
  case opensFence(AdmonitionHead, Fence)
  case closesFence(Fence)
  /// An admonition, whose text is indented by four.
  case opensIndented(AdmonitionHead)
  /// `+++ title`: the beginning or the end of a collapsible part.
  case collapsible
  case snippet(String)
  /// A part until the tag that closes its element.
  case opensPart(PartTag)
  /// `{% else %}`: the next of several branches.
  case nextBranch(PartTag)
  case closesPart(String)
  /// A part whose text is indented by four.
  case opensIndentedPart(PartTag)
  /// A tag that is around other parts, and adds nothing to them.
  case wrapper
  /// A tag that is not known: what stands behind it is read as if it were not there.
  case unknown(String)
}

/// A tag on a line of its own that begins a part of the page.
struct PartTag: Equatable {
  enum Role: Equatable {
    /// One of several ways, of which a reader takes one: a tab, a version.
    case branch(String)
    /// One step of a procedure, with the place of its title.
    case step(title: Range<Int>?)
    case admonition(AdmonitionHead)
  }

  /// What closes it.
  let element: String
  let role: Role
  /// It ends at a thematic break, and where the next one of its kind begins.
  var endsAtBreak = false
}

struct Fence: Equatable {
  let byte: UInt8
  let count: Int

  func closes(_ other: Fence) -> Bool { byte == other.byte && count >= other.count }
}
