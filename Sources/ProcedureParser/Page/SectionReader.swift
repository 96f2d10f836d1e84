import Diagnostics
import MarkdownTree
import ProcedureModel

/// Walks a page's blocks: headings own what follows them, ordered lists of instructions are
/// procedures, and what stands around a procedure in its section belongs to it.
struct SectionReader {
  private let blockReader: BlockReader
  private var heading: Heading?
  private var procedures: [Procedure] = []
  /// How many procedures there were when the section began.
  private var sectionStart = 0
  /// What stood in the section before its first procedure.
  private var before = Surroundings()
  private var pageLevel = Surroundings()
  private var links: [Link] = []
  private(set) var firstHeading: Passage?
  var findings: [Finding] = []

  /// What is said around a procedure.
  private struct Surroundings {
    var admonitions: [Admonition] = []
    var statements: [Statement] = []
    var prerequisites: [Link] = []

    mutating func append(_ other: Surroundings) {
      admonitions += other.admonitions
      statements += other.statements
      prerequisites += other.prerequisites
    }
  }

  init(source: SourceText, library: any PageLibrary) {
    blockReader = BlockReader(source: source, library: library)
  }

  func page(title: Passage) -> Page {
    var level = pageLevel
    if procedures.count == sectionStart { level.append(before) }
    var page = Page(path: blockReader.source.path, title: title)
    page.procedures = procedures.map { procedure in
      // A list above the first heading is the page's own.
      guard procedure.title.text.isEmpty else { return procedure }
      var titled = procedure
      titled.title = title
      return titled
    }
    page.admonitions = level.admonitions
    page.statements = level.statements
    page.prerequisites = level.prerequisites
    page.links = links
    page.findings = findings.sorted(by: Finding.inReportOrder)
    return page
  }

  mutating func read(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .heading(_, let inlines): self.heading(inlines)
      case .list(let list) where list.isOrdered && blockReader.isProcedure(list):
        procedure(list)
      case .list(let list):
        for item in list.items { around(item.blocks) }
      case .blockQuote, .paragraph: around([block])
      case .codeBlock, .htmlBlock, .thematicBreak: break
      }
    }
  }

  private mutating func heading(_ inlines: Inlines) {
    if let step = blockReader.step(heading: inlines, after: openSteps) {
      add([step], continuing: openSteps > 0)
      return
    }
    let written = Heading(inlines, in: blockReader.source)
    if firstHeading == nil { firstHeading = written.title }
    if procedures.count == sectionStart { pageLevel.append(before) }
    before = Surroundings()
    sectionStart = procedures.count
    heading = written
  }

  private mutating func procedure(_ list: List) {
    var content = BlockContent()
    // A list that goes on counting is the rest of the one before, which something split.
    let goesOn = openSteps > 0 && list.firstNumber == openSteps + 1
    let steps = blockReader.steps(list, after: goesOn ? openSteps : 0, &content)
    take(content)
    add(steps, continuing: goesOn)
  }

  /// How many steps the section's last procedure has so far.
  private var openSteps: Int {
    procedures.count > sectionStart ? procedures.last?.steps.count ?? 0 : 0
  }

  private mutating func add(_ steps: [Step], continuing: Bool) {
    if continuing {
      procedures[procedures.count - 1].steps += steps
      return
    }
    let nowhere = Passage("", at: blockReader.source.range(0..<0))
    procedures.append(
      Procedure(
        title: heading?.title ?? nowhere, anchor: heading?.anchor ?? "",
        promise: heading?.promise, steps: steps, admonitions: before.admonitions,
        statements: before.statements, prerequisites: before.prerequisites))
    before = Surroundings()
  }

  /// What stands beside a procedure: before the first one of its section, or after one.
  private mutating func around(_ blocks: [Block]) {
    var content = BlockContent()
    for block in blocks { blockReader.read(block, into: &content) }
    take(content)
    let statements = content.paragraphs.flatMap(\.sentences).map(StatementReader.statement)
    let required = blockReader.prerequisites(content)
    if procedures.count > sectionStart {
      let last = procedures.count - 1
      procedures[last].admonitions += content.admonitions
      procedures[last].statements += statements
      procedures[last].prerequisites += required
      procedures[last].expects += content.paragraphs.flatMap { paragraph in
        paragraph.sentences.flatMap { ClaimReader.claims(in: $0, place: paragraph.place) }
      }
    } else {
      before.admonitions += content.admonitions
      before.statements += statements
      before.prerequisites += required
    }
  }

  private mutating func take(_ content: BlockContent) {
    links += content.links
    findings += content.findings
  }
}
