import ProcedureModel

/// Gathers what a page shows around its procedures, section by section.
///
/// What stands above a procedure in its own section, and in the sections around that, is shown
/// with it; so is a section that says what is needed before. Of other sections without steps only
/// the heading is kept.
struct SectionContent {
  private struct Section {
    let level: Int
    let title: Passage?
    var content: [Content] = []
    /// It stands before procedures, or between them.
    var isShown = false
  }

  /// The sections in reading order, of which the last is the present one.
  private var sections = [Section(level: 0, title: nil)]
  /// The indices of the sections in which the present one stands, and its own.
  private var outer = [0]
  private var introduction: [Content] = []
  private var conclusions: [[Content]] = []
  /// Whether the present section has a procedure.
  private var hasProcedure = false

  mutating func heading(_ title: Passage, level: Int) {
    while let last = outer.last, sections[last].level >= level { outer.removeLast() }
    outer.append(sections.count)
    sections.append(Section(level: level, title: title))
    hasProcedure = false
  }

  /// Something that is shown: behind a procedure in its section, else before the next one.
  mutating func show(_ content: [Content]) {
    if hasProcedure, !conclusions.isEmpty {
      conclusions[conclusions.count - 1] += content
    } else {
      sections[sections.count - 1].content += content
    }
  }

  /// A procedure begins here.
  ///
  /// - Returns: What its own section, and those around it, show before it.
  mutating func procedure() -> [Content] {
    let isFirst = conclusions.isEmpty
    for index in sections.indices where !sections[index].isShown {
      guard let title = sections[index].title, !outer.contains(index),
        Self.saysWhatIsNeeded(title.text)
      else { continue }
      sections[index].isShown = true
      let text = FormattedText([.text(title.text, [], nil)])
      introduction.append(.section(title: text, sections[index].content))
    }
    var own: [Content] = []
    for (depth, index) in outer.enumerated() where !sections[index].isShown {
      sections[index].isShown = true
      // What stands above the first heading, or right below it, is the page's.
      if isFirst, depth < outer.count - 1 || sections[index].level <= 1 {
        introduction = sections[index].content + introduction
      } else {
        own += sections[index].content
      }
    }
    hasProcedure = true
    conclusions.append([])
    return own
  }

  /// Puts all where it belongs.
  func finish(_ page: inout Page) {
    page.introduction = introduction
    for (index, conclusion) in conclusions.enumerated() where index < page.procedures.count {
      page.procedures[index].conclusion = conclusion
    }
    page.otherSections = sections.filter { !$0.isShown && !$0.content.isEmpty }.compactMap(\.title)
  }

  private static let needWords = ["prerequisite", "before you", "requirement", "what you need"]

  private static func saysWhatIsNeeded(_ title: String) -> Bool {
    let title = title.lowercased()
    return needWords.contains { title.contains($0) }
  }
}
