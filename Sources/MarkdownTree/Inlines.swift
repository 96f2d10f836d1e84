/// The content of a paragraph or a heading: runs of text in one style, in reading order.
///
/// Flat, because writers put emphasis, links and product markup into each other in every order,
/// and what counts is which words are marked, not which mark is outside.
package struct Inlines: Sendable {
  /// The texts of the runs; between them may be bytes that none shows.
  package var bytes: [UInt8] = []
  package var runs: [Run] = []
  package var links: [Link] = []
  package var images: [Image] = []

  package init() {}

  package struct Style: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package static let strong = Style(rawValue: 1)
    package static let emphasis = Style(rawValue: 2)
    package static let code = Style(rawValue: 4)

    package init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  package enum Content: Hashable, Sendable {
    /// A range of `bytes`.
    case text(Range<Int>)
    /// An index into `images`.
    case image(Int)
    /// A tag or the like, as a range of `bytes`.
    case html(Range<Int>)
    case softBreak
    case hardBreak
  }

  package struct Run: Sendable {
    package var content: Content
    package var style: Style
    /// An index into `links`.
    package var link: Int?
    /// Offsets in the source.
    ///
    /// A text whose UTF-8 length is that of its range stands there
    /// verbatim, so each part of it has its exact place; another one (an entity, an escape) is
    /// one place as a whole.
    package var range: Range<Int>

    package init(content: Content, style: Style, link: Int?, range: Range<Int>) {
      self.content = content
      self.style = style
      self.link = link
      self.range = range
    }
  }

  package struct Link: Sendable {
    package let destination: String
    package var range: Range<Int>

    package init(destination: String, range: Range<Int>) {
      self.destination = destination
      self.range = range
    }
  }

  package struct Image: Sendable {
    package let destination: String
    package var alt: String
    package var range: Range<Int>

    package init(destination: String, alt: String, range: Range<Int>) {
      self.destination = destination
      self.alt = alt
      self.range = range
    }
  }
}
