import Diagnostics
import MarkdownTree

/// Reads ordered lists and text out of HTML.
///
/// Tables of settings are not instructions in an order, so their texts are only shown; a list
/// `<ol>` is one wherever it stands.
struct HTMLReader {
  struct Item {
    var paragraphs: [Inlines] = []
    var lists: [Listing] = []
    var start: Int
    var end: Int
  }

  struct Listing {
    let isOrdered: Bool
    let isInTable: Bool
    var items: [Item] = []
    let start: Int
    var end: Int
  }

  private let bytes: [UInt8]
  /// The lists that are not closed, outermost first.
  private var open: [Listing] = []
  private var tables = 0
  /// How many lists were too deep to be opened.
  private var ignored = 0
  /// Where the first of them is.
  private(set) var tooDeep: Range<Int>?
  private var text = Inlines()
  private var style: Inlines.Style = []
  private var link: Int?
  /// Ordered lists that are in no other one.
  private(set) var lists: [Listing] = []
  private(set) var anchors: [String] = []
  /// The paragraphs outside ordered lists that were read since they were last taken.
  private var outside: [Inlines] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether what comes next is still inside.
  var isOpen: Bool { tables > 0 || !open.isEmpty }

  mutating func read(_ range: Range<Int>) {
    var scanner = HTMLScanner(bytes, range)
    while let token = scanner.next() {
      switch token {
      case .text(let range): add(range)
      case .open(let tag): begin(tag, scanner)
      case .close(let name): end(name, at: range.upperBound)
      }
    }
  }

  /// The paragraphs outside ordered lists, each once.
  mutating func takeText() -> [Inlines] {
    if !isInItem { closeParagraph() }
    defer { outside = [] }
    return outside
  }

  mutating func finish(at offset: Int) {
    while !open.isEmpty { closeList(at: offset) }
  }

  private mutating func begin(_ tag: HTMLScanner.Tag, _ scanner: HTMLScanner) {
    if let anchor = scanner.attribute("id", of: tag) { anchors.append(anchor) }
    switch tag.name {
    case "table": tables += 1
    case "ol", "ul":
      closeParagraph()
      guard open.count < ContainerStack.limit else {
        ignored += 1
        tooDeep = tooDeep ?? tag.range
        return
      }
      open.append(
        Listing(
          isOrdered: tag.name == "ol", isInTable: tables > 0, start: tag.range.lowerBound,
          end: tag.range.upperBound))
    case "li":
      closeParagraph()
      guard !open.isEmpty else { return }
      open[open.count - 1].items.append(
        Item(start: tag.range.lowerBound, end: tag.range.upperBound))
    case "p", "div", "tr", "td", "th", "summary", "h1", "h2", "h3", "h4", "h5", "h6":
      closeParagraph()
    case "br": text.runs.append(run(.hardBreak, tag.range))
    case "b", "strong": style.insert(.strong)
    case "i", "em": style.insert(.emphasis)
    case "code": style.insert(.code)
    case "a":
      if let anchor = scanner.attribute("name", of: tag) { anchors.append(anchor) }
      guard let destination = scanner.attribute("href", of: tag) else { return }
      let written = Inlines.Link(destination: destination, range: tag.range)
      text.links.append(written)
      link = text.links.count - 1
    case "img":
      guard let source = scanner.attribute("src", of: tag) else { return }
      let image = Inlines.Image(
        destination: source, alt: scanner.attribute("alt", of: tag) ?? "", range: tag.range)
      text.images.append(image)
      text.runs.append(run(.image(text.images.count - 1), tag.range))
    default: break
    }
  }

  private mutating func end(_ name: String, at offset: Int) {
    switch name {
    case "table": tables = max(0, tables - 1)
    case "ol", "ul":
      if ignored > 0 { ignored -= 1 } else { closeList(at: offset) }
    case "li", "p", "div", "td", "th", "summary", "h1", "h2", "h3", "h4", "h5", "h6":
      closeParagraph()
    case "b", "strong": style.remove(.strong)
    case "i", "em": style.remove(.emphasis)
    case "code": style.remove(.code)
    case "a": link = nil
    default: break
    }
  }

  private var isInItem: Bool { open.last?.items.isEmpty == false }

  /// Cuts a text where line ends and entities are, so that the rest has exact places.
  private mutating func add(_ range: Range<Int>) {
    var start = range.lowerBound
    var offset = start
    func flush(_ reader: inout HTMLReader) {
      guard start < offset else { return }
      let first = reader.text.bytes.count
      reader.text.bytes += reader.bytes[start..<offset]
      reader.text.runs.append(
        reader.run(.text(first..<reader.text.bytes.count), start..<offset))
    }
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        flush(&self)
        text.runs.append(run(.softBreak, offset..<offset + 1))
        offset += 1
        while offset < range.upperBound, " \t\n\r".utf8.contains(bytes[offset]) { offset += 1 }
        start = offset
      } else if byte == UInt8(ascii: "&"), let (end, shown) = entity(at: offset, in: range) {
        flush(&self)
        let first = text.bytes.count
        text.bytes += shown
        text.runs.append(run(.text(first..<text.bytes.count), offset..<end))
        offset = end
        start = end
      } else {
        offset += 1
      }
    }
    flush(&self)
  }

  private func run(_ content: Inlines.Content, _ range: Range<Int>) -> Inlines.Run {
    Inlines.Run(content: content, style: style, link: link, range: range)
  }

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "rarr": "\u{2192}", "hellip": "\u{2026}", "ldquo": "\u{201C}", "rdquo": "\u{201D}",
    "rsquo": "\u{2019}",
  ]

  private func entity(at offset: Int, in range: Range<Int>) -> (end: Int, shown: [UInt8])? {
    guard
      let end = bytes[offset..<min(offset + 12, range.upperBound)]
        .firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    let name = String(decoding: bytes[offset + 1..<end], as: UTF8.self)
    if let shown = Self.entities[name] { return (end + 1, Array(shown.utf8)) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { (end + 1, Array(String($0).utf8)) }
  }

  private mutating func closeParagraph() {
    defer {
      text = Inlines()
      link = nil
    }
    let isBlank =
      text.links.isEmpty
      && text.runs.allSatisfy { run in
        switch run.content {
        case .text(let range): text.bytes[range].allSatisfy { " \t".utf8.contains($0) }
        case .softBreak, .hardBreak, .html: true
        case .image: false
        }
      }
    guard !isBlank else { return }
    guard isInItem else {
      outside.append(text)
      return
    }
    let item = open[open.count - 1].items.count - 1
    open[open.count - 1].items[item].paragraphs.append(text)
    open[open.count - 1].items[item].end = text.runs.last?.range.upperBound ?? 0
  }

  private mutating func closeList(at offset: Int) {
    closeParagraph()
    guard var closed = open.popLast() else { return }
    closed.end = max(closed.start, offset)
    if isInItem {
      let item = open[open.count - 1].items.count - 1
      open[open.count - 1].items[item].lists.append(closed)
    } else if closed.isOrdered, open.isEmpty {
      lists.append(closed)
    } else {
      keepText(of: closed)
    }
  }

  /// Of bullets only ordered lists matter; the rest is text.
  private mutating func keepText(of list: Listing) {
    for item in list.items {
      outside += item.paragraphs
      for inner in item.lists {
        if inner.isOrdered { lists.append(inner) } else { keepText(of: inner) }
      }
    }
  }
}
