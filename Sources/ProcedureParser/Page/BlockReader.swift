import Diagnostics
import MarkdownTree
import ProcedureModel

/// What was read out of some parts of a page.
struct BlockContent {
  var paragraphs: [ReadParagraph] = []
  var admonitions: [Admonition] = []
  var images: [Image] = []
  /// Links that an admonition requires to be done first.
  var prerequisites: [Link] = []
}

/// Reads the parts of a page: paragraphs, admonitions, the items of a procedure.
struct BlockReader {
  /// Whether to keep how each sentence of a step was read.
  let isExplaining: Bool
  /// Whether to keep what each step shows.
  let keepsContent: Bool
  /// The findings about the steps that were read.
  private(set) var findings: [Finding] = []

  // MARK: Procedures

  /// The steps of an ordered list, if at least half of its items begin with an instruction.
  mutating func procedure(_ list: PageList) -> [Step]? {
    guard !list.items.isEmpty, !list.isInTable else { return nil }
    // What is nested is only read where the list around it is a procedure: else a list that is
    // nested deeply would be read again on each level.
    let heads = list.items.map(head)
    let instructing = zip(list.items, heads).count { item, head in
      head?.beginsWithInstruction ?? false || head != nil && instructsInBullets(item)
    }
    // Names alone are clicked where other items instruct.
    let naming = instructing == 0 ? 0 : heads.count { $0?.names != nil }
    guard (instructing + naming) * 2 >= heads.count else { return nil }
    var steps = zip(list.items, heads).enumerated().map { index, item in
      step(item.0, head: item.1, ordinal: "\(index + 1)")
    }
    ConditionLinks.resolve(&steps)
    return steps
  }

  /// The paragraph with which an item begins.
  private func head(_ item: PageItem) -> ReadParagraph? {
    for part in item.parts {
      guard case .paragraph(let text) = part.kind, !text.isImage else { continue }
      return paragraph(text, part)
    }
    return nil
  }

  /// Whether an item explains, and its bullets instruct.
  private func instructsInBullets(_ item: PageItem) -> Bool {
    for part in item.parts {
      guard case .list(let list) = part.kind, !list.isOrdered else { continue }
      let heads = list.items.map(head)
      return heads.count(where: { $0?.beginsWithInstruction ?? false }) * 2 > heads.count
    }
    return false
  }

  private mutating func substeps(
    _ list: PageList, of ordinal: String, after count: Int
  ) -> [Step] {
    list.items.enumerated().map { index, item in
      step(
        item, head: head(item), ordinal: ordinal + "." + Self.letter(count + index),
        takesNames: list.isOrdered)
    }
  }

  private static func letter(_ index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let last = String(letters[index % letters.count])
    return index < letters.count ? last : letter(index / letters.count - 1) + last
  }

  private mutating func step(
    _ item: PageItem, head: ReadParagraph?, ordinal: String, takesNames: Bool = true
  ) -> Step {
    var reader = StepReader(isExplaining: isExplaining)
    var inside = BlockContent()
    var substeps: [Step] = []
    var first: ReadParagraph?
    var end = item.offsets.lowerBound
    var content: [Content] = []
    for part in item.parts {
      let stepsBefore = substeps.count
      var shown = keepsContent ? part.content : []
      defer { content += shown }
      switch part.kind {
      case .list(let list) where list.isOrdered && list.isInTable:
        findings += list.repairs
      case .list(let list)
      where list.isOrdered && reader.listsWays(list.items.map { self.head($0) }):
        findings += list.repairs
        shown = bullets(list, of: ordinal, &reader, &substeps, &inside)
      case .list(let list) where list.isOrdered:
        findings += list.repairs
        substeps += self.substeps(list, of: ordinal, after: substeps.count)
        if keepsContent { shown = [.substeps(stepsBefore..<substeps.count)] }
      case .list(let list):
        shown = bullets(list, of: ordinal, &reader, &substeps, &inside)
      case .paragraph(let text):
        let isHead = first == nil && !text.isImage
        let paragraph = (isHead ? head : nil) ?? self.paragraph(text, part)
        inside.images += text.images
        if isHead {
          first = paragraph
          if part.source.path == item.source.path { end = part.offsets.upperBound }
        }
        findings += MarkupFindings.of(paragraph)
        if let literal = paragraph.onlyLiteral { reader.take(value: literal) }
        if isHead, takesNames, item.isParagraph, let names = paragraph.names {
          reader.take(names, of: paragraph)
        } else if !reader.takesAsValue(paragraph) {
          reader.read(paragraph)
          if isHead { reader.takeAsName(paragraph) }
        }
      case .admonition, .quote: read(part, into: &inside)
      case .section(_, let parts), .branch(_, let parts):
        for part in parts { read(part, into: &inside) }
      case .table(let text):
        inside.images += text.images
        if !reader.takeEntries(self.paragraph(text, part).rows) { reader.chooseFromTable() }
      case .code: if let value = code(part) { reader.take(value: value) }
      case .heading, .html, .snippet, .thematicBreak: break
      }
    }
    var step = reader.step(
      range: item.source.range(item.offsets.lowerBound..<max(end, item.offsets.lowerBound)),
      ordinal: ordinal, text: first?.place.text.text ?? "")
    step.includedAt = item.includedAt
    step.admonitions = inside.admonitions
    step.images = inside.images
    step.steps = substeps
    step.content = content
    step.leadIn()
    return step
  }

  /// A code block's text, without its fences.
  private func code(_ part: PagePart) -> Value? {
    var lines = String(decoding: part.source.bytes[part.offsets], as: UTF8.self)
      // A carriage return and a line feed are one character.
      .split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
      .map { $0.trimming(\.isWhitespace) }
    if let first = lines.first, first.hasPrefix("```") || first.hasPrefix("~~~") {
      lines.removeFirst()
      if let last = lines.last, last.hasPrefix(first.prefix(3)) { lines.removeLast() }
    }
    let text = lines.joined(separator: "\n").trimming(\.isWhitespace)
    return text.isEmpty ? nil : Value(text: text, range: part.range, kind: .literal)
  }

  /// Bullets of a step: ways to choose from, or what is to be done one after the other.
  ///
  /// - Returns: What they show.
  private mutating func bullets(
    _ list: PageList, of ordinal: String, _ reader: inout StepReader, _ substeps: inout [Step],
    _ inside: inout BlockContent
  ) -> [Content] {
    var shown = keepsContent ? list.items.map { $0.parts.map(\.content) } : []
    let stepsBefore = substeps.count
    var read = BlockContent()
    let heads = list.items.map { item -> ReadParagraph? in
      guard let part = item.parts.first, case .paragraph(let text) = part.kind else { return nil }
      read.images += text.images
      return paragraph(text, part)
    }
    let entries = heads.compactMap { $0?.entry }
    if entries.count == heads.count, reader.takeEntries(entries) {
      inside.images += read.images
      return keepsContent
        ? [.list(firstNumber: list.firstNumber, shown.map { Array($0.joined()) })] : []
    }
    switch reader.bulletKind(heads) {
    case .ways:
      reader.beginWays()
      for (item, head) in zip(list.items, heads) {
        guard let head else { continue }
        reader.readWay(head)
        for part in item.parts.dropFirst() {
          if case .paragraph(let text) = part.kind {
            inside.images += text.images
            reader.readInWay(paragraph(text, part))
          } else {
            self.read(part, into: &inside)
          }
        }
      }
      inside.images += read.images
    case .steps:
      substeps += self.substeps(list, of: ordinal, after: substeps.count)
      return keepsContent ? [.substeps(stepsBefore..<substeps.count)] : []
    case .text:
      inside.images += read.images
      for (itemIndex, item) in list.items.enumerated() {
        for (index, part) in item.parts.enumerated().dropFirst() {
          // A procedure inside a bullet is the step's.
          if case .list(let nested) = part.kind, nested.isOrdered {
            let first = substeps.count
            substeps += self.substeps(nested, of: ordinal, after: substeps.count)
            if keepsContent { shown[itemIndex][index] = [.substeps(first..<substeps.count)] }
          } else {
            self.read(part, into: &inside)
          }
        }
      }
    }
    return keepsContent
      ? [.list(firstNumber: list.firstNumber, shown.map { Array($0.joined()) })] : []
  }

  // MARK: Other parts

  func read(_ part: PagePart, into content: inout BlockContent) {
    switch part.kind {
    case .paragraph(let text):
      content.images += text.images
      content.paragraphs.append(paragraph(text, part))
    case .admonition(let head, let inside):
      admonition(head, inside, part, into: &content)
    case .quote(let inside), .section(_, let inside), .branch(_, let inside):
      for part in inside { read(part, into: &content) }
    case .list(let list):
      for part in list.items.flatMap(\.parts) { read(part, into: &content) }
    case .table(let text): content.images += text.images
    case .heading, .code, .html, .snippet, .thematicBreak: break
    }
  }

  private func admonition(
    _ head: AdmonitionHead, _ parts: [PagePart], _ part: PagePart,
    into content: inout BlockContent
  ) {
    var inside = BlockContent()
    for part in parts { read(part, into: &inside) }
    let passages = inside.paragraphs.flatMap { $0.sentences.map(\.passage) }
    // "**Prerequisites**", alone in its line: what follows it is one.
    let isHeaded =
      head.kind.hasPrefix("PREREQUISITE") || inside.paragraphs.contains(where: \.headsNeedsAlone)
    let links = inside.paragraphs.flatMap(\.place.links)
    var admonition = Admonition(
      kind: head.kind, title: head.title, range: part.range,
      text: passages.map(\.text).joined(separator: " "),
      // "Require a password" is the title of another page there.
      statements: head.leadsOn
        ? passages.map { Statement($0, force: .plain) }
        : inside.paragraphs.flatMap { $0.statements(isListed: isHeaded) },
      expects: head.leadsOn
        ? [] : inside.paragraphs.flatMap { isHeaded ? $0.asides : $0.noteClaims },
      links: links)
    if !head.leadsOn { admonition.prohibitions = inside.paragraphs.flatMap(\.prohibitions) }
    if !head.leadsOn, !isHeaded { admonition.offers = inside.paragraphs.flatMap(\.offers) }
    content.admonitions.append(admonition)
    content.admonitions += inside.admonitions
    content.images += inside.images
    // What is linked from "more like this" comes later; from a list of prerequisites, before.
    if isHeaded {
      content.prerequisites += links.map(TitleReader.promising)
    } else if !head.leadsOn {
      content.prerequisites += prerequisites(inside)
    }
  }

  private func paragraph(_ text: PageText, _ part: PagePart) -> ReadParagraph {
    ReadParagraph(text.marked, source: part.source, links: text.links)
  }

  // MARK: Links

  /// Links that must have been followed before: those of prerequisites, and of obligations.
  func prerequisites(_ content: BlockContent) -> [Link] {
    content.prerequisites
      + content.paragraphs.flatMap { paragraph in
        paragraph.sentences.filter { !$0.links.isEmpty && StatementReader.requiresItsLinks($0) }
          .flatMap(\.links).map { TitleReader.promising(paragraph.place.links[$0]) }
      }
  }
}
