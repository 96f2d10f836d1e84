import Diagnostics
import MarkdownTree
import ProcedureModel

/// What was read out of some blocks.
struct BlockContent {
  var paragraphs: [ReadParagraph] = []
  var admonitions: [Admonition] = []
  var images: [Image] = []
  var links: [Link] = []
  /// Links that an admonition requires to be done first.
  var prerequisites: [Link] = []
  var findings: [Finding] = []
}

/// Reads the blocks of a page: paragraphs, admonitions, the items of a procedure.
struct BlockReader {
  let source: SourceText
  private let resolver: LinkResolver

  init(source: SourceText, library: any PageLibrary) {
    self.source = source
    resolver = LinkResolver(page: source.path, library: library)
  }

  // MARK: Procedures

  /// Whether at least half of an ordered list's items begin with an instruction.
  func isProcedure(_ list: List) -> Bool {
    let instructions = list.items.filter { item in
      let first = item.blocks.lazy.compactMap { block -> Inlines? in
        if case .paragraph(let inlines) = block.kind { inlines } else { nil }
      }.first
      guard let first else { return false }
      var ignored = BlockContent()
      let paragraph = self.paragraph(first, &ignored)
      guard let sentence = paragraph.sentences.first else { return false }
      return StepReader.isInstruction(sentence, in: paragraph.place)
    }
    return instructions.count * 2 >= list.items.count && !list.items.isEmpty
  }

  /// The items of a procedure; what they hold that is the page's goes into `content`.
  func steps(_ list: List, after count: Int, _ content: inout BlockContent) -> [Step] {
    list.items.enumerated().map { index, item in
      step(item, ordinal: "\(count + index + 1)", &content)
    }
  }

  private func substeps(
    _ list: List, of ordinal: String, _ content: inout BlockContent
  ) -> [Step] {
    list.items.enumerated().map { index, item in
      step(item, ordinal: ordinal + "." + Self.letter(index), &content)
    }
  }

  /// A step that is written as a heading, and goes on counting: "##### 1. Go to Admin."
  func step(heading inlines: Inlines, after count: Int) -> Step? {
    let text = MarkedText(inlines)
    let number = "\(count + 1)"
    guard text.bytes.starts(with: (number + ". ").utf8) else { return nil }
    let paragraph = ReadParagraph(text, source: source, links: [])
    // The number is a sentence of its own.
    let sentences = paragraph.sentences.drop { $0.words.first == number[...] }
      .filter { !$0.passage.text.hasPrefix("{#") }
    guard let first = sentences.first, StepReader.isInstruction(first, in: paragraph.place) else {
      return nil
    }
    var reader = StepReader()
    reader.read(sentences, in: paragraph.place)
    let all = text.offsets(0..<text.bytes.count)
    return reader.step(
      range: source.range(all), ordinal: number,
      text: sentences.map(\.passage.text).joined(separator: " "), admonitions: [], images: [],
      steps: [])
  }

  private static func letter(_ index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let last = String(letters[index % letters.count])
    return index < letters.count ? last : letter(index / letters.count - 1) + last
  }

  private func step(_ item: ListItem, ordinal: String, _ content: inout BlockContent) -> Step {
    var reader = StepReader()
    var inside = BlockContent()
    var substeps: [Step] = []
    var end: Int?
    for block in item.blocks {
      switch block.kind {
      case .list(let list) where list.isOrdered:
        substeps += self.substeps(list, of: ordinal, &content)
      case .list(let list):
        // Bullets are not read as instructions yet; their links and images are the step's.
        let before = inside.paragraphs.count
        for bullet in list.items.flatMap(\.blocks) { read(bullet, into: &inside) }
        for paragraph in inside.paragraphs[before...] { reader.readBullet(paragraph) }
      case .paragraph:
        let before = inside.paragraphs.count
        read(block, into: &inside)
        for paragraph in inside.paragraphs[before...] { reader.read(paragraph) }
        if end == nil { end = source.lineOffsets(block.lines.upperBound).upperBound }
      case .blockQuote: read(block, into: &inside)
      case .heading, .codeBlock, .htmlBlock, .thematicBreak: break
      }
    }
    content.links += inside.links
    content.findings += inside.findings
    let first = item.blocks.lazy.compactMap { block -> String? in
      if case .paragraph(let inlines) = block.kind { MarkedText(inlines).text } else { nil }
    }.first
    return reader.step(
      range: source.range(item.offset..<max(end ?? item.offset, item.offset)), ordinal: ordinal,
      text: first ?? "", admonitions: inside.admonitions, images: inside.images, steps: substeps)
  }

  // MARK: Blocks

  func read(_ block: Block, into content: inout BlockContent) {
    switch block.kind {
    case .paragraph(let inlines):
      content.paragraphs.append(paragraph(inlines, &content))
    case .blockQuote(let blocks):
      blockQuote(blocks, block, into: &content)
    case .list(let list):
      for item in list.items {
        for block in item.blocks { read(block, into: &content) }
      }
    case .heading, .codeBlock, .htmlBlock, .thematicBreak: break
    }
  }

  private func blockQuote(_ blocks: [Block], _ block: Block, into content: inout BlockContent) {
    guard let first = blocks.first, case .paragraph(let inlines) = first.kind,
      let marker = ExperienceLeagueAdmonition.marker(inlines)
    else {
      for block in blocks { read(block, into: &content) }
      return
    }
    var inside = BlockContent()
    for block in ExperienceLeagueAdmonition.content(blocks) { read(block, into: &inside) }
    let sentences = inside.paragraphs.flatMap { paragraph in
      paragraph.sentences.map { ($0, paragraph.place) }
    }
    content.admonitions.append(
      Admonition(
        kind: marker.kind, title: marker.title,
        range: source.range(block.offset..<source.lineOffsets(block.lines.upperBound).upperBound),
        text: sentences.map(\.0.passage.text).joined(separator: " "),
        statements: sentences.map { StatementReader.statement($0.0) },
        expects: sentences.flatMap { ClaimReader.certainClaims(in: $0.0, place: $0.1) },
        links: inside.links))
    content.admonitions += inside.admonitions
    content.links += inside.links
    content.images += inside.images
    content.findings += inside.findings
    // What is linked from "more like this" comes later; from a list of prerequisites, before.
    if marker.kind.hasPrefix("PREREQUISITE") {
      content.prerequisites += inside.links
    } else if marker.kind != "MORELIKETHIS" {
      content.prerequisites += prerequisites(inside)
    }
  }

  private func paragraph(_ inlines: Inlines, _ content: inout BlockContent) -> ReadParagraph {
    let text = MarkedText(inlines)
    let links = zip(inlines.links, text.linkTexts).map { link($0, text: $1, &content) }
    content.links += links
    content.images += inlines.images.map {
      Image(path: $0.destination, alt: $0.alt, range: source.range($0.range))
    }
    return ReadParagraph(text, source: source, links: links)
  }

  // MARK: Links

  /// Links that must have been followed before: those of prerequisites, and of obligations.
  func prerequisites(_ content: BlockContent) -> [Link] {
    content.prerequisites
      + content.paragraphs.flatMap { paragraph in
        paragraph.sentences.filter { !$0.links.isEmpty && StatementReader.requiresItsLinks($0) }
          .flatMap(\.links).map { paragraph.place.links[$0] }
      }
  }

  private func link(
    _ written: Inlines.Link, text: String, _ content: inout BlockContent
  ) -> Link {
    let range = source.range(written.range)
    let anchor = LinkResolver.split(written.destination).anchor
    var resolved: String?
    var isBroken = false
    switch resolver.resolve(written.destination) {
    case .foreign: break
    case .here: resolved = source.path
    case .page(let path): resolved = path
    case .baseName(let path):
      resolved = path
      content.findings.append(
        Finding(
          .linkByBaseName, at: range,
          "\"\(written.destination)\" is not there; \(path) has the same name and is taken"))
    case .nowhere:
      isBroken = true
      content.findings.append(
        Finding(.brokenLink, at: range, "\"\(written.destination)\" leads to no page"))
    }
    return Link(
      destination: written.destination, text: text, range: range, resolved: resolved,
      anchor: anchor, isBroken: isBroken)
  }
}
