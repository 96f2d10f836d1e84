/// A stretch of a page that CommonMark shall not read as it stands; its length stays, so that
/// places do too.
package struct Mask: Sendable {
  package enum Appearance: Sendable {
    /// As white space: front matter, a comment.
    case blank
    /// As a thematic break: a line of its own that ends a paragraph and is never taken into one,
    /// so that whoever masked it finds it again.
    case thematicBreak
    /// As the marker of a bullet: what is indented behind it becomes the bullet's content.
    case bullet
    /// As a tag inside a text, which shows nothing: a comment before the words of an item.
    case inlineTag
    /// As text that opens nothing.
    case text
  }

  package let range: Range<Int>
  package let appearance: Appearance

  package init(_ range: Range<Int>, as appearance: Appearance) {
    self.range = range
    self.appearance = appearance
  }
}
