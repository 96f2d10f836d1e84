import Diagnostics
import ProcedureModel

/// Walks a page's parts: headings own what follows them, ordered lists of instructions are
/// procedures, and what stands around a procedure in its section belongs to it.
struct SectionReader {
  private let structure: PageStructure
  private var blockReader: BlockReader
  private var heading: Heading?
  /// What a procedure here is called: the heading's words, or those above it.
  private var title: Passage?
  /// The way that is being read, of several beside each other.
  private var branch: Branch?
  private var branchGroups = 0
  /// The headings in whose sections the present one stands, outermost first.
  private var outer: [(level: Int, title: Passage)] = []
  private var procedures: [Procedure] = []
  /// How many procedures there were when the section began.
  private var sectionStart = 0
  /// What stood in the section before its first procedure.
  private var before = Surroundings()
  private var pageLevel = Surroundings()
  /// What stood before the present group of ways.
  private var beforeBranches = Surroundings()
  /// What the page shows around its procedures; nil where it was not asked for.
  private var shown: SectionContent?
  /// Whether what is read is not shown yet.
  private var isShowing = true
  /// A bold paragraph right before a list: its title.
  private var subtitle: Passage?
  private(set) var firstHeading: Passage?
  var findings: [Finding]
  /// Whether anything of the page can be performed, so that its prose matters.
  private let hasLists: Bool

  /// What is said around a procedure.
  private struct Surroundings {
    var admonitions: [Admonition] = []
    var statements: [Statement] = []
    var prerequisites: [Link] = []
    var prohibitions: [Prohibition] = []
    /// Claims of the introduction, which are not read further.
    var claims: [Expectation] = []

    mutating func append(_ other: Surroundings) {
      admonitions += other.admonitions
      statements += other.statements
      prerequisites += other.prerequisites
      prohibitions += other.prohibitions
      claims += other.claims
    }
  }

  init(_ structure: PageStructure, isExplaining: Bool, keepsContent: Bool) {
    blockReader = BlockReader(isExplaining: isExplaining, keepsContent: keepsContent)
    shown = keepsContent ? SectionContent() : nil
    self.structure = structure
    findings = structure.findings
    // The page that introduces a folder may say what is needed for all of it.
    hasLists =
      Self.holdsOrderedList(structure.parts) || Page.introducesFolder(structure.source.path)
    read(structure.parts)
  }

  func page(title: Passage) -> Page {
    var level = pageLevel
    if procedures.count == sectionStart { level.append(before) }
    var page = Page(path: structure.source.path, title: title)
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
    page.links = structure.links
    page.snippets = structure.snippets
    shown?.finish(&page)
    page.findings = (findings + blockReader.findings).sorted(by: Finding.inReportOrder)
    return page
  }

  private static func holdsOrderedList(_ parts: [PagePart]) -> Bool {
    parts.contains { part in
      switch part.kind {
      case .list(let list):
        list.isOrdered || list.items.contains { holdsOrderedList($0.parts) }
      case .section(_, let inside), .branch(_, let inside), .quote(let inside):
        holdsOrderedList(inside)
      case .heading, .paragraph, .admonition, .table, .code, .html, .snippet, .thematicBreak:
        false
      }
    }
  }

  private mutating func read(_ parts: [PagePart]) {
    for (index, part) in parts.enumerated() {
      let subtitle = self.subtitle
      self.subtitle = nil
      switch part.kind {
      case .heading(let level, let text):
        heading(Heading(text, in: part.source), level: level)
      case .list(let list): self.list(list, part, subtitle: subtitle)
      case .section(let title, let inside):
        if title != nil, !Self.holdsOrderedList(inside) {
          showing(part) { $0.read(inside) }
        } else {
          section(title, inside, in: part.source)
        }
      case .branch(let name, let inside):
        branch(name, inside, part, isFirst: !isBranch(parts, index - 1))
      case .paragraph(let text):
        around(part)
        if text.marked.isLabel, index + 1 < parts.count,
          case .list(let list) = parts[index + 1].kind, list.isOrdered
        {
          let all = 0..<text.marked.bytes.count
          self.subtitle = Passage(
            text.marked.text.trimming { $0 == ":" || $0.isWhitespace },
            at: part.source.range(text.marked.offsets(all)))
        } else {
          show(part)
        }
      case .admonition(let head, let inside):
        if index > 0, !head.leadsOn, case .list(let list) = parts[index - 1].kind, list.isOrdered {
          ambiguous(part)
        }
        around(part)
        if !head.leadsOn, Self.holdsOrderedList(inside) {
          showing(part) { $0.lists(inside) }
        } else {
          show(part)
        }
      case .quote, .table:
        around(part)
        show(part)
      case .code, .html, .snippet, .thematicBreak: show(part)
      }
    }
  }

  private func isBranch(_ parts: [PagePart], _ index: Int) -> Bool {
    guard index >= 0, case .branch = parts[index].kind else { return false }
    return true
  }

  /// Ways beside each other begin from the same: what is said before them is said of each.
  private mutating func branch(
    _ name: String, _ inside: [PagePart], _ part: PagePart, isFirst: Bool
  ) {
    guard Self.holdsOrderedList(inside), branch == nil else {
      showing(part) { $0.read(inside) }
      return
    }
    if isFirst {
      branchGroups += 1
      beforeBranches = before
    }
    before = beforeBranches
    let start = sectionStart
    sectionStart = procedures.count
    branch = Branch(group: branchGroups, name: name)
    read(inside)
    branch = nil
    if procedures.count == sectionStart { sectionStart = start }
  }

  /// The lists of instructions in a box.
  private mutating func lists(_ parts: [PagePart]) {
    for part in parts {
      switch part.kind {
      case .list(let list) where list.isOrdered: self.list(list, part, subtitle: nil)
      case .section(_, let inside), .quote(let inside): lists(inside)
      default: break
      }
    }
  }

  /// Titles that say nothing of what is done: the heading above them does.
  private static let emptyTitles: Set<String> = [
    "answer", "solution", "resolution", "procedure", "steps", "instructions", "example",
  ]

  /// Titles of what comes of the procedure before.
  private static let resultTitles: Set<String> = [
    "result", "results", "outcome", "verification", "notes", "remarks", "limitations", "licensing",
    "restrictions", "good to know", "faq", "next steps",
  ]

  private mutating func heading(_ heading: Heading, level: Int) {
    let isEmpty = Self.emptyTitles.contains(heading.title.text.lowercased())
    outer = outer.filter { $0.level < level }
    title = isEmpty ? outer.last?.title ?? heading.title : heading.title
    outer.append((level, heading.title))
    if firstHeading == nil { firstHeading = heading.title }
    if procedures.count == sectionStart { pageLevel.append(before) }
    before = Surroundings()
    // "Result" goes on with the procedure before it.
    let words = heading.title.text.lowercased().trimming { !$0.isLetter }
    let isResult = Self.resultTitles.contains(words) || words.hasPrefix("what happens")
    if !isResult || procedures.isEmpty { sectionStart = procedures.count }
    self.heading = heading
    shown?.heading(heading.title, level: level)
  }

  /// A collapsible part is a section of its own inside the one where it stands.
  private mutating func section(_ title: PageText?, _ parts: [PagePart], in source: SourceText) {
    guard let title, Self.holdsOrderedList(parts) else {
      read(parts)
      return
    }
    let around = (heading: heading, title: self.title, before: before, start: sectionStart)
    heading = Heading(title, in: source)
    self.title = heading?.title
    before = Surroundings()
    sectionStart = procedures.count
    if let title = self.title { shown?.heading(title, level: Self.innerLevel) }
    read(parts)
    // Without a procedure of its own, what it says is said around the next one.
    let unused = procedures.count == sectionStart ? before : Surroundings()
    heading = around.heading
    self.title = around.title
    before = around.before
    before.append(unused)
    sectionStart = around.start < sectionStart ? around.start : procedures.count
  }

  /// The level of a collapsible part's title: inside every section that has a heading.
  private static let innerLevel = 7

  // MARK: Showing

  private mutating func show(_ part: PagePart) {
    guard isShowing else { return }
    shown?.show(part.content)
  }

  /// Shows a part as a whole, not what is in it once more.
  private mutating func showing(_ part: PagePart, read: (inout SectionReader) -> Void) {
    show(part)
    let wasShowing = isShowing
    isShowing = false
    read(&self)
    isShowing = wasShowing
  }

  // MARK: Procedures

  private mutating func list(_ list: PageList, _ part: PagePart, subtitle: Passage?) {
    guard list.isOrdered, !isListOfNeeds(list), let steps = blockReader.procedure(list) else {
      guard list.original.isEmpty else {
        read(list.original)
        return
      }
      let parts = list.items.flatMap(\.parts)
      if Self.holdsOrderedList(parts) {
        items(parts)
      } else {
        showing(part) { $0.items(parts) }
      }
      return
    }
    findings += list.repairs
    findings += Self.lostReferences(in: steps)
    let nowhere = Passage("", at: structure.source.range(0..<0))
    procedures.append(
      Procedure(
        title: subtitle ?? self.title ?? nowhere, anchor: heading?.anchor ?? "",
        promise: heading?.promise, steps: steps, admonitions: before.admonitions,
        statements: before.statements, prerequisites: before.prerequisites))
    procedures[procedures.count - 1].repairs = Set(list.repairs.map(\.rule)).sorted {
      $0.rawValue < $1.rawValue
    }
    procedures[procedures.count - 1].branch = branch
    procedures[procedures.count - 1].prohibitions = before.prohibitions
    procedures[procedures.count - 1].expects = before.claims
    procedures[procedures.count - 1].introduction = shown?.procedure() ?? []
    before = Surroundings()
  }

  /// References to steps that the procedure does not have: "repeat steps 4 to 7" of four.
  private static func lostReferences(in steps: [Step]) -> [Finding] {
    steps.flatMap { [$0] + $0.allSubsteps }.flatMap(\.references).compactMap { reference in
      guard let numbers = reference.steps, reference.isOfThese, numbers.upperBound > steps.count
      else { return nil }
      let count = steps.count == 1 ? "there is 1 step" : "there are \(steps.count) steps"
      return Finding(
        .stepReference, at: reference.words.range,
        "this points to step \(numbers.upperBound), but \(count) here")
    }
  }

  /// Whether what is numbered is no procedure: "Make sure that ..." under "Before you begin".
  private func isListOfNeeds(_ list: PageList) -> Bool {
    isAmongPrerequisites
      && list.items.allSatisfy { item in
        guard case .paragraph(let text)? = item.parts.first?.kind else { return false }
        return StatementReader.beginsWithNeed(text.marked.text)
      }
  }

  /// Whether the present section lists what is needed first.
  private var isAmongPrerequisites: Bool {
    StatementReader.headsNeeds(heading?.title.text ?? "")
  }

  /// What stands in the items of a list that is no procedure.
  private mutating func items(_ parts: [PagePart]) {
    for part in parts {
      // An ordered list inside a bullet is a procedure.
      if case .list(let inner) = part.kind {
        self.list(inner, part, subtitle: nil)
      } else {
        around(part)
        show(part)
      }
    }
  }

  /// What stands beside a procedure: before the first one of its section, or after one.
  private mutating func around(_ part: PagePart) {
    // Before a procedure only what it states, requires and forbids counts, and what can be looked
    // up; behind it, results too.
    let isBefore = procedures.count == sectionStart
    var (matters, mayClaim) = (true, false)
    if case .paragraph(let text) = part.kind {
      if !hasLists { return }
      if isBefore {
        matters = self.matters(text)
        mayClaim = Remark.mayClaim(text.marked)
        guard matters || mayClaim else { return }
      }
    }
    var content = BlockContent()
    blockReader.read(part, into: &content)
    if mayClaim { before.claims += content.paragraphs.flatMap(\.introductoryClaims) }
    guard matters else { return }
    let statements = content.paragraphs.flatMap { $0.statements(isListed: isAmongPrerequisites) }
      .filter {
        $0.force != .plain || $0.access != nil || $0.isPreparation || $0.setting != nil
          || !$0.names.isEmpty
      }
    let required = blockReader.prerequisites(content)
    if !isBefore {
      let last = procedures.count - 1
      procedures[last].admonitions += content.admonitions.map { admonition in
        var admonition = admonition
        for index in admonition.statements.indices { admonition.statements[index].names = [] }
        return admonition
      }
      procedures[last].statements += statements.map { statement in
        // What stands behind the steps comes after them.
        var statement = statement
        statement.isPreparation = false
        statement.names = []
        return statement
      }
      procedures[last].prerequisites += required
      procedures[last].prohibitions += content.paragraphs.flatMap(\.prohibitions)
      procedures[last].expects += content.paragraphs.flatMap(\.claims)
    } else {
      before.admonitions += content.admonitions
      before.statements += statements
      before.prerequisites += required
      before.prohibitions += content.paragraphs.flatMap(\.prohibitions)
    }
  }

  /// Whether a paragraph of an introduction may state, require or forbid anything.
  private func matters(_ text: PageText) -> Bool {
    let bytes = text.marked.bytes[...]
    return isAmongPrerequisites
      || !WordHints(bytes).isDisjoint(with: [.matters, .forbids, .tellsAccess])
      || StatementReader.maySet(bytes)
  }

  // MARK: Ambiguity

  /// Tells that an admonition right behind the last step may be that step's or the procedure's.
  private mutating func ambiguous(_ part: PagePart) {
    guard procedures.count > sectionStart, let step = procedures.last?.steps.last,
      part.includedAt == nil
    else { return }
    let marker = part.source.range(
      part.offsets
        .lowerBound..<min(
          part.offsets.upperBound,
          part.source.lineOffsets(part.range.start.line).upperBound))
    findings.append(
      Finding(
        .ambiguousAdmonition, at: marker,
        "this may belong to step \(step.ordinal) or to the whole procedure; "
          + "it is read as part of the procedure",
        perhaps: ["indent it to the text of step \(step.ordinal), if it belongs to that step"]))
  }
}
