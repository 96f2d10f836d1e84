import Diagnostics
import MarkdownTree
import ProcedureModel

/// A heading's text and anchor: "# Create a Role {#create-a-role}".
struct Heading {
  let title: Passage
  let anchor: String
  let promise: Promise?

  init(_ inlines: Inlines, in source: SourceText) {
    let text = MarkedText(inlines)
    var end = text.bytes.count
    var written: String?
    if let open = text.bytes.lastIndex(of: UInt8(ascii: "{")), text.bytes.last == UInt8(ascii: "}"),
      open + 1 < end, text.bytes[open + 1] == UInt8(ascii: "#")
    {
      written = text.text(open + 2..<end - 1)
      end = open
    }
    while end > 0, text.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    title = Passage(text.text(0..<end).collapsingSpace, at: source.range(text.offsets(0..<end)))
    let words = title.text.lowercased().split { !$0.isLetter && !$0.isNumber }
    anchor = written ?? words.joined(separator: "-")
    let tokens = Tokenizer.tokens(of: text).filter { $0.range.upperBound <= end }
    promise = TitleReader.promise(
      in: tokens, place: Places(text: text, source: source, links: []))
  }
}
