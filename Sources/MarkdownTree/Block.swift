/// A block of a page, with its place in the source.
package struct Block: Sendable {
  package enum Kind: Sendable {
    case paragraph(Inlines)
    case heading(level: Int, Inlines)
    case list(List)
    case blockQuote([Block])
    case codeBlock
    case htmlBlock
    case thematicBreak
  }

  package let kind: Kind
  /// The offset of the block's first byte.
  package let offset: Int
  /// 1-based.
  package let lines: ClosedRange<Int>

  package init(kind: Kind, offset: Int, lines: ClosedRange<Int>) {
    self.kind = kind
    self.offset = offset
    self.lines = lines
  }
}

/// A bullet list, or an ordered one with the number of its first item.
package struct List: Sendable {
  package let firstNumber: Int?
  package let items: [ListItem]

  package var isOrdered: Bool { firstNumber != nil }
}

package struct ListItem: Sendable {
  package let blocks: [Block]
  /// The offset of the item's marker.
  package let offset: Int
  /// 1-based.
  package let lines: ClosedRange<Int>
}
