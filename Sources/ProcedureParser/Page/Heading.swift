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
    guard TitleReader.mayPromise(title.text) else {
      promise = nil
      return
    }
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
    guard title.utf8.allSatisfy({ $0 < 0x80 }) else {
      return title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
    // The same for plain ASCII, which nearly all titles are.
    var slug: [UInt8] = []
    slug.reserveCapacity(title.utf8.count)
    for byte in title.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        slug.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
      default: if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
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
