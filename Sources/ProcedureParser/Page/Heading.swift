import Diagnostics
import ProcedureModel

/// A heading's text and anchor: "# Create a Role {#create-a-role}".
struct Heading {
  let title: Passage
  let anchor: String
  let promise: Promise?

  init(_ heading: PageText, in source: SourceText) {
    let text = heading.marked
    let (end, written) = Self.split(text)
    title = Passage(text.bytes[..<end].collapsed, at: source.range(text.offsets(0..<end)))
    anchor = written ?? Self.slug(title.text)
    let tokens = Tokenizer.tokens(of: text).filter { $0.range.upperBound <= end }
    promise = TitleReader.promise(
      in: tokens, place: Places(text: text, source: source, links: []))
  }

  /// The anchor of a heading, written or derived from its words.
  static func anchor(of text: MarkedText) -> String {
    let (end, written) = split(text)
    return written ?? slug(text.text(0..<end))
  }

  static func writtenAnchor(of text: MarkedText) -> String? { split(text).anchor }

  private static func slug(_ title: String) -> String {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// Where the words end, and the anchor behind them.
  private static func split(_ text: MarkedText) -> (end: Int, anchor: String?) {
    var end = text.bytes.count
    var written: String?
    if let open = text.bytes.lastIndex(of: UInt8(ascii: "{")), text.bytes.last == UInt8(ascii: "}"),
      open + 1 < end, text.bytes[open + 1] == UInt8(ascii: "#")
    {
      written = text.text(open + 2..<end - 1)
      end = open
    }
    while end > 0, text.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return (end, written)
  }
}
