import Diagnostics
package import ProcedureModel

/// A page as a Markdown task list that a person can paste into a ticket and work from.
package enum ChecklistReport {
  package static func report(_ page: Page) -> String {
    var lines = ["# \(escaped(page.title.text))", ""]
    lines += facts(page.admonitions, page.prerequisites)
    for procedure in page.procedures {
      // The only procedure of a page may have the page's own title.
      if procedure.title != page.title { lines += ["## \(escaped(procedure.title.text))", ""] }
      lines += facts(procedure.admonitions, procedure.prerequisites)
      lines += ["Steps:", ""]
      for step in procedure.steps { lines += self.step(step, indent: "") }
      lines.append("")
      lines += result(procedure)
      lines += remarks(procedure.admonitions)
    }
    if page.procedures.isEmpty { lines += ["This page holds no procedure.", ""] }
    lines.append("From \(escaped(page.path)).")
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Before the steps

  /// Who may do it, when it is not the right page, what has to be done first.
  private static func facts(_ admonitions: [Admonition], _ prerequisites: [Link]) -> [String] {
    var lines: [String] = []
    for admonition in admonitions where !isPrerequisite(admonition) {
      for statement in admonition.statements {
        switch statement.force {
        case .requirement:
          lines += ["**Needed:** \(linked(statement.passage.text, admonition.links))", ""]
        case .exception:
          lines += ["**Not for you:** \(linked(statement.passage.text, admonition.links))", ""]
        case .plain: break
        }
      }
    }
    if !prerequisites.isEmpty {
      lines += ["Before you start:", ""]
      lines += prerequisites.map { "- [ ] \(link($0))" }
      lines.append("")
    }
    return lines
  }

  private static func isPrerequisite(_ admonition: Admonition) -> Bool {
    admonition.kind.hasPrefix("PREREQUISITE")
  }

  // MARK: Steps

  private static func step(_ step: Step, indent: String) -> [String] {
    // Most pages say so themselves.
    let isSaid = step.text.lowercased().contains("optional")
    let optional = step.isOptional && !isSaid ? "(optional) " : ""
    var lines = ["\(indent)- [ ] **\(step.ordinal).** \(optional)\(emphasised(step))"]
    let inner = indent + "  "
    // An "or" inside a way makes two of one text.
    for (index, way) in step.ways.enumerated()
    where index == 0 || step.ways[index - 1].text != way.text {
      lines.append("\(inner)- \(escaped(way.text))")
    }
    for admonition in step.admonitions where !admonition.text.isEmpty {
      lines += [""] + note(admonition, inner)
    }
    for substep in step.steps { lines += self.step(substep, indent: inner) }
    return lines
  }

  /// The step's text with the labels of its actions in bold.
  private static func emphasised(_ step: Step) -> String {
    var rest = step.text[...]
    var text = ""
    let targets: [Target] = step.performed.flatMap { [$0.within, $0.target].compactMap(\.self) }
    let marked = targets.filter { $0.isMarked && $0.form == .label }
      .sorted { $0.range.start < $1.range.start }
    for label in marked.flatMap({ $0.path.isEmpty ? [$0.text] : $0.path.map(\.text) }) {
      guard let found = rest.firstRange(of: label) else { continue }
      text += escaped(String(rest[..<found.lowerBound])) + "**\(escaped(label))**"
      rest = rest[found.upperBound...]
    }
    return text + escaped(String(rest))
  }

  // MARK: After the steps

  private static func result(_ procedure: Procedure) -> [String] {
    guard let promise = procedure.promise else { return [] }
    let thing = escaped(promise.thing.text)
    return switch promise.effect {
    case .creation: ["- [ ] Done: there is one more \(thing).", ""]
    case .deletion: ["- [ ] Done: the \(thing) is gone.", ""]
    }
  }

  /// Admonitions that tell more than what stands at the head already.
  private static func remarks(_ admonitions: [Admonition]) -> [String] {
    var lines: [String] = []
    for admonition in admonitions where !isPrerequisite(admonition) {
      let isHead = admonition.statements.allSatisfy { $0.force != .plain }
      if !isHead, !admonition.text.isEmpty { lines += note(admonition, "") }
    }
    return lines
  }

  private static func note(_ admonition: Admonition, _ indent: String) -> [String] {
    let kind = names[admonition.kind] ?? escaped(admonition.kind.capitalisedWord)
    return ["\(indent)> **\(kind):** \(linked(admonition.text, admonition.links))", ""]
  }

  private static let names = ["MORELIKETHIS": "More like this"]

  /// Text with its links, which the words of a link stand for once.
  private static func linked(_ text: String, _ links: [Link]) -> String {
    var rest = text[...]
    var linked = ""
    for link in links where !link.text.isEmpty {
      guard let found = rest.firstRange(of: link.text) else { continue }
      linked += escaped(String(rest[..<found.lowerBound]))
      linked += self.link(link)
      rest = rest[found.upperBound...]
    }
    return linked + escaped(String(rest))
  }

  private static func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

  /// A link, where its destination is one that a checklist may have; else its words alone.
  private static func link(_ link: Link) -> String {
    let words = escaped(link.text)
    return Destination.encoded(link.destination).map { "[\(words)](\($0))" } ?? words
  }
}

extension String {
  fileprivate var capitalisedWord: String { prefix(1) + dropFirst().lowercased() }
}
