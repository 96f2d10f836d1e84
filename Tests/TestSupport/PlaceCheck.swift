package import Diagnostics
package import ProcedureModel

/// Whether the places of a page hold what the page is said to say.
package struct PlaceCheck {
  private let page: Page
  private let sources: [String: SourceText]

  private let isExact: Bool

  /// - Parameters:
  ///   - page: A page as it was read.
  ///   - sources: Its file, and what it includes.
  ///   - isExact: Whether each text has its place; else only that places lie in the file.
  package init(page: Page, sources: [SourceText], isExact: Bool = true) {
    self.page = page
    self.isExact = isExact
    self.sources = Dictionary(sources.map { ($0.path, $0) }) { $1 }
  }

  /// Tells of each place that lies outside its file, or whose words are others.
  package func run(_ tell: (String) -> Void) {
    for procedure in page.procedures {
      // A title may come from the front matter or the name of the file.
      if procedure.title != page.title { check(procedure.title, as: "title", tell) }
      for step in procedure.allSteps { check(step, tell) }
      let own = procedure.steps.filter { $0.includedAt == nil }.map(\.range.start)
      if own != own.sorted() { tell("steps of \"\(procedure.title.text)\" do not ascend") }
    }
    for admonition in page.admonitions + page.procedures.flatMap(\.admonitions) {
      check(admonition.range, as: "admonition", tell)
    }
    for link in page.links {
      check(link.range, as: "link", tell)
      guard let text = slice(link.range) else { continue }
      // "[text](x)", "[text][ref]", "<address>" or an HTML tag
      if !"[<".utf8.contains(text.utf8.first ?? 0) { tell("a link at \"\(text)\"") }
    }
    for finding in page.findings { check(finding.range, as: finding.rule.rawValue, tell) }
  }

  private func check(_ step: Step, _ tell: (String) -> Void) {
    check(step.range, as: "step", tell)
    for action in step.actions + step.ways.flatMap(\.actions) + step.alternatives.joined() {
      check(action.rawVerb, as: "verb", tell)
      for target in [action.target, action.within].compactMap(\.self) {
        check(target.range, as: "target", tell)
        guard target.form != .described, let text = slice(target.range) else { continue }
        if !Self.says(text, target.text) { tell("\"\(target.text)\" at \"\(text)\"") }
      }
    }
    for admonition in step.admonitions { check(admonition.range, as: "admonition", tell) }
    for image in step.images {
      check(image.range, as: "image", tell)
      if let text = slice(image.range), !"!<".utf8.contains(text.utf8.first ?? 0) {
        tell("an image at \"\(text)\"")
      }
    }
  }

  private func check(_ passage: Passage, as what: String, _ tell: (String) -> Void) {
    check(passage.range, as: what, tell)
    guard let text = slice(passage.range), !Self.says(text, passage.text) else { return }
    tell("the \(what) \"\(passage.text)\" at \"\(text)\"")
  }

  private func check(_ range: SourceRange, as what: String, _ tell: (String) -> Void) {
    guard let source = sources[range.file] else {
      tell("a \(what) in \(range.file), which was not read")
      return
    }
    guard range.start <= range.end, range.start.line >= 1,
      range.end.line <= source.lineStarts.count,
      range.end.column <= source.lineOffsets(range.end.line).count + 2
    else {
      tell("a \(what) at \(range.start) to \(range.end)")
      return
    }
  }

  private func slice(_ range: SourceRange) -> String? {
    isExact ? sources[range.file]?.text(at: range) : nil
  }

  /// Whether the letters of some words stand in a piece of the source in their order; what is
  /// written as an entity is not compared.
  static func says(_ source: String, _ words: String) -> Bool {
    if source.contains("&") { return true }
    var rest = source.unicodeScalars[...]
    for scalar in words.unicodeScalars where scalar.properties.isAlphabetic {
      guard let found = rest.firstIndex(of: scalar) else { return false }
      rest = rest[rest.index(after: found)...]
    }
    return true
  }
}
