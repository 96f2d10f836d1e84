import Diagnostics
import MarkdownTree
import ProcedureModel

/// Makes a page's parts of its blocks: knows dialects, containers and tables.
struct PartAssembler {
  private let source: SourceText
  private let marks: [Int: LineMark]
  private let resolver: LinkResolver
  private(set) var links: [Link] = []
  private(set) var images: [Image] = []
  private(set) var anchors: [String] = []
  private(set) var findings: [Finding] = []

  init(source: SourceText, marks: [Int: LineMark], resolver: LinkResolver) {
    self.source = source
    self.marks = marks
    self.resolver = resolver
  }

  mutating func parts(_ blocks: [Block]) -> [PagePart] {
    var containers = ContainerStack(source: source)
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      switch block.kind {
      case .heading(let level, let inlines):
        containers.append(part(.heading(level: level, text(inlines)), block))
      case .paragraph(let inlines):
        if let snippet = snippet(inlines, block) {
          containers.append(part(.snippet(snippet, []), block))
        } else {
          let text = self.text(inlines)
          containers.append(part(isTable(block) ? .table(text) : .paragraph(text), block))
        }
      case .list(let list): self.list(list, block, &containers)
      case .blockQuote(let inside): quote(inside, block, &containers)
      case .codeBlock: containers.append(part(.code, block))
      case .htmlBlock:
        html(blocks, &index, &containers)
      case .thematicBreak:
        guard let mark = marks[block.offset] else {
          if !containers.endAtBreak(block.offset) {
            containers.append(part(.thematicBreak, block))
          }
          continue
        }
        let range = block.offset..<source.lineOffsets(block.lines.lowerBound).upperBound
        switch mark {
        case .snippet(let id): containers.append(part(.snippet(id, []), block))
        case .collapsible: containers.collapsible(range)
        case .opensFence(let head, let fence): containers.open(.fence(head, fence), range)
        case .closesFence(let fence): containers.close(fence, range)
        case .closesPart(let element): containers.close(element, range)
        case .opensIndented(let head):
          let (inside, end) = indented(blocks, &index) ?? ([], range.upperBound)
          containers.append(
            PagePart(
              kind: .admonition(head, inside), source: source,
              offsets: range.lowerBound..<max(end, range.upperBound)))
        case .opensIndentedPart(let tag):
          containers.open(tag, range)
          let (inside, end) = indented(blocks, &index) ?? ([], range.upperBound)
          for part in inside { containers.append(part) }
          containers.close(tag.element, range.lowerBound..<max(end, range.upperBound))
        case .opensPart(let tag), .nextBranch(let tag):
          if case .opensPart = mark {
            containers.open(tag, range)
          } else {
            containers.next(tag, range)
          }
          for part in indented(blocks, &index)?.parts ?? [] { containers.append(part) }
        case .wrapper, .unknown: break
        }
      }
    }
    let parts = containers.finish()
    findings += containers.findings
    return parts
  }

  /// The text of a part that is indented: shown to CommonMark as the content of a bullet.
  private mutating func indented(
    _ blocks: [Block], _ index: inout Int
  ) -> (parts: [PagePart], end: Int)? {
    guard index < blocks.count, case .list(let list) = blocks[index].kind,
      let first = list.items.first, source.bytes[first.offset] == UInt8(ascii: " ")
    else { return nil }
    index += 1
    return (parts(first.blocks), source.lineOffsets(first.lines.upperBound).upperBound)
  }

  private func part(_ kind: PagePart.Kind, _ block: Block) -> PagePart {
    let end = source.lineOffsets(block.lines.upperBound).upperBound
    return PagePart(
      kind: kind, source: source, offsets: block.offset..<max(block.offset, end))
  }

  /// A list, or includes, which are shown to CommonMark as bullets.
  private mutating func list(
    _ list: List, _ block: Block, _ containers: inout ContainerStack
  ) {
    var items = list.items[...]
    while !list.isOrdered, let item = items.first, let first = item.blocks.first,
      case .snippet(let id)? = marks[first.offset]
    {
      let line = source.lineOffsets(item.lines.lowerBound)
      containers.append(
        PagePart(
          kind: .snippet(id, parts(Array(item.blocks.dropFirst()))), source: source,
          offsets: item.offset..<max(item.offset, line.upperBound)))
      items = items.dropFirst()
    }
    guard items.count == list.items.count || !items.isEmpty else { return }
    let rest = self.list(Array(items), firstNumber: list.firstNumber)
    containers.append(part(.list(rest), block))
  }

  private mutating func list(_ items: [ListItem], firstNumber: Int?) -> PageList {
    let items = items.compactMap { item -> PageItem? in
      // What is left of a step that was commented out.
      if item.blocks.isEmpty, firstNumber != nil { return nil }
      let end = source.lineOffsets(item.lines.upperBound).upperBound
      return PageItem(
        parts: parts(item.blocks), source: source, offsets: item.offset..<max(item.offset, end))
    }
    return PageList(firstNumber: firstNumber, items: items)
  }

  // MARK: Text

  private mutating func text(_ inlines: Inlines) -> PageText {
    let marked = MarkedText(inlines)
    let links = inlines.links.isEmpty ? [] : self.links(inlines.links, marked)
    let images = inlines.images.map {
      Image(path: $0.destination, alt: $0.alt, range: source.range($0.range))
    }
    self.images += images
    return PageText(marked: marked, links: links, images: images)
  }

  private mutating func links(_ written: [Inlines.Link], _ text: MarkedText) -> [Link] {
    let read = zip(written, text.linkTexts(written.count)).map { link, text in
      resolver.link(to: link.destination, text: text, at: source.range(link.range), &findings)
    }
    links += read
    return read
  }

  /// A paragraph that is only an include.
  private func snippet(_ inlines: Inlines, _ block: Block) -> String? {
    guard inlines.runs.count == 1, case .text(let range)? = inlines.runs.first?.content else {
      return nil
    }
    return LineText(bytes: inlines.bytes[range]).snippet
  }

  /// A table of GitHub's Markdown: its second line is made of "|", "-" and ":".
  private func isTable(_ block: Block) -> Bool {
    guard block.lines.count > 1 else { return false }
    let line = source.bytes[source.lineOffsets(block.lines.lowerBound + 1)]
    return line.allSatisfy { "|-: \t>".utf8.contains($0) }
      && line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
  }

  // MARK: Block quotes

  private mutating func quote(
    _ blocks: [Block], _ block: Block, _ containers: inout ContainerStack
  ) {
    let range = part(.code, block).offsets
    guard let first = blocks.first, case .paragraph(let inlines) = first.kind else {
      containers.append(part(.quote(parts(blocks)), block))
      return
    }
    if isVideo(inlines) { return }
    guard let quote = PageDialect.all.lazy.compactMap({ $0.quote(inlines) }).first else {
      containers.append(part(.quote(parts(blocks)), block))
      return
    }
    if quote.isMalformed {
      findings.append(
        Finding(
          .brokenMarkup,
          at: source.range(first.offset..<source.lineOffsets(first.lines.lowerBound).upperBound),
          "this is shown as a quotation, because its mark lacks \"!\"",
          perhaps: ["[!\(quote.head.kind)]"]))
    }
    switch quote.head.kind {
    case "BEGINSHADEBOX", "BEGINTABS": containers.open(.box(quote.head), range)
    case "ENDSHADEBOX", "ENDTABS": containers.closeBox(quote.head.kind, range)
    case "TAB": containers.tab(quote.head, range)
    default:
      var inside = Array(blocks.dropFirst())
      if let rest = quote.rest {
        inside.insert(
          Block(kind: .paragraph(rest), offset: first.offset, lines: first.lines), at: 0)
      }
      containers.append(part(.admonition(quote.head, parts(inside)), block))
    }
  }

  /// Whether a quote is a video, `>[!VIDEO](address)`.
  private func isVideo(_ inlines: Inlines) -> Bool {
    guard let run = inlines.runs.first, run.link != nil, case .text(let range) = run.content else {
      return false
    }
    return inlines.bytes[range].elementsEqual("!VIDEO".utf8)
  }

  // MARK: HTML

  /// Reads HTML until its tables and lists are closed: blank lines cut it into several blocks.
  private mutating func html(
    _ blocks: [Block], _ index: inout Int, _ containers: inout ContainerStack
  ) {
    var reader = HTMLReader(source.bytes)
    let first = part(.code, blocks[index - 1])
    read(first, with: &reader, &containers)
    region: while reader.isOpen, index < blocks.count {
      let block = blocks[index]
      switch block.kind {
      case .htmlBlock, .codeBlock: read(part(.code, block), with: &reader, &containers)
      case .paragraph(let inlines): containers.append(part(.table(text(inlines)), block))
      case .list(let list): self.list(list, block, &containers)
      case .blockQuote(let inside): quote(inside, block, &containers)
      case .thematicBreak where marks[block.offset] == nil: break
      case .heading, .thematicBreak: break region
      }
      index += 1
    }
    reader.finish(at: first.offsets.upperBound)
    anchors += reader.anchors
    if let tooDeep = reader.tooDeep {
      findings.append(
        Finding(
          .nestingLimit, at: source.range(tooDeep),
          "lists are nested more than \(ContainerStack.limit) levels deep; deeper ones are read"
            + " as one list"))
    }
    let rest = reader.takeText()
    if !rest.isEmpty { containers.append(first.with(.html(texts(rest)))) }
    for list in reader.lists { containers.append(html(list, isOuter: true)) }
  }

  private mutating func read(
    _ part: PagePart, with reader: inout HTMLReader, _ containers: inout ContainerStack
  ) {
    reader.read(part.offsets)
    containers.append(part.with(.html(texts(reader.takeText()))))
  }

  private mutating func texts(_ paragraphs: [Inlines]) -> [PageText] {
    var texts: [PageText] = []
    for paragraph in paragraphs { texts.append(text(paragraph)) }
    return texts
  }

  private mutating func html(_ list: HTMLReader.Listing, isOuter: Bool) -> PagePart {
    let items = list.items.map { item in
      var parts = item.paragraphs.map { inlines in
        let start = inlines.runs.first?.range.lowerBound ?? item.start
        let end = inlines.runs.last?.range.upperBound ?? start
        return PagePart(
          kind: .paragraph(text(inlines)), source: source, offsets: start..<max(start, end))
      }
      parts += item.lists.map { html($0, isOuter: false) }
      return PageItem(
        parts: parts, source: source, offsets: item.start..<max(item.start, item.end))
    }
    var listing = PageList(firstNumber: list.isOrdered ? 1 : nil, items: items)
    listing.isHTML = true
    listing.isInTable = list.isInTable
    if isOuter {
      listing.repairs = [
        Finding(
          .htmlList, at: source.range(list.start..<list.start),
          list.isInTable
            ? "steps in a table are not performed: only the reader knows which row applies"
            : "steps in an HTML list are read, but Markdown inside them is not rendered",
          perhaps: ["write them as a Markdown list"])
      ]
    }
    return PagePart(kind: .list(listing), source: source, offsets: list.start..<list.end)
  }
}
