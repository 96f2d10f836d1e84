import Diagnostics
import ProcedureModel

/// A checklist as a Markdown task list, which GitHub and GitLab show with boxes to tick.
package enum MarkdownChecklist {
  /// - Parameter chain: A page's list, behind those of the pages that it requires.
  /// - Returns: One list; of a chain, each page is a section.
  package static func text(_ chain: [Checklist]) -> String {
    guard chain.count > 1, let last = chain.last else {
      return chain.flatMap { lines($0, level: 1) }.joined(separator: "\n") + "\n"
    }
    let head = ["# \(escaped(last.title)), with prerequisites"]
    return (head + chain.flatMap { [""] + lines($0, level: 2) }).joined(separator: "\n") + "\n"
  }

  private static func lines(_ list: Checklist, level: Int) -> [String] {
    let signs = String(repeating: "#", count: level)
    var blocks = [["\(signs) \(escaped(list.title))"]]
    blocks += list.warnings.map { ["> **Warning:** \(escaped($0))"] }
    blocks += list.conditions.map(condition)
    blocks += prerequisites(list.prerequisites)
    blocks.append(ContentMarkdown.lines(list.introduction))
    for procedure in list.procedures { blocks += self.procedure(procedure, signs: signs + "#") }
    if list.procedures.isEmpty { blocks.append(["This page has no procedure."]) }
    blocks.append(ContentMarkdown.lines(list.related))
    if !list.otherSections.isEmpty {
      let names = list.otherSections.map(escaped).joined(separator: "; ")
      blocks.append(["Not on this list, because they have no steps: \(names)."])
    }
    if let proof = list.proof { blocks.append([escaped(proof) + "."]) }
    blocks.append(["From \(escaped(list.path))."])
    return Array(blocks.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private static func condition(_ condition: Checklist.Condition) -> [String] {
    ["**\(condition.label):** \(InlineMarkdown.text(condition.text))"]
  }

  private static func prerequisites(_ boxes: [[Content]]) -> [[String]] {
    guard !boxes.isEmpty else { return [] }
    let lines = boxes.flatMap {
      ContentMarkdown.indented(ContentMarkdown.lines($0), by: "- ").ticked
    }
    return [["Before you start:"], lines]
  }

  // MARK: Procedures

  private static func procedure(
    _ procedure: Checklist.Procedure, signs: String
  ) -> [[String]] {
    var blocks: [[String]] = []
    if let title = procedure.title { blocks.append(["\(signs) \(escaped(title))"]) }
    blocks += procedure.conditions.map(condition)
    blocks += prerequisites(procedure.prerequisites)
    blocks.append(ContentMarkdown.lines(procedure.introduction))
    blocks.append(["Steps:"])
    blocks.append(items(procedure.steps))
    if let result = procedure.result { blocks.append(["- [ ] Done: \(escaped(result))."]) }
    if !procedure.changes.isEmpty {
      blocks.append(
        ["Changes when it was performed:"]
          + [""] + procedure.changes.map { "- \(escaped($0))" })
    }
    blocks.append(ContentMarkdown.lines(procedure.conclusion))
    return blocks
  }

  private static func items(_ items: [Checklist.Item]) -> [String] {
    let all = items.map(item)
    return all.enumerated().flatMap { index, lines in
      // Items of several blocks stand apart.
      let isApart = index > 0 && (lines.count > 1 || all[index - 1].count > 1)
      return (isApart ? [""] : []) + lines
    }
  }

  /// A step as an item of a numbered list, whose number is that of the page.
  private static func item(_ item: Checklist.Item) -> [String] {
    var lead = ""
    if let omission = item.omission { lead += "*Skipped \(escaped(omission)):* " }
    if !item.failures.isEmpty { lead += "**Failed:** " }
    if item.isMarkedOptional { lead += "(optional) " }
    var lines = ContentMarkdown.lines(item.content) { range in
      // Read with other content, an item would be missing: then there is none to show.
      items(Array(item.items[range.clamped(to: item.items.indices)]))
    }
    if case .paragraph? = item.content.first, let first = lines.first {
      lines[0] = lead + first
    } else {
      lines = [lead + (lines.isEmpty ? escaped(item.step.text) : "")] + lines
    }
    let remarks =
      item.failures.map { "✗ \(escaped($0))" }
      + item.data.map { "\(escaped($0.field)): `\(OutputGate.visible($0.value).withoutTicks)`" }
      + (item.seen.isEmpty ? [] : ["Seen: \(escaped(item.seen.joined(separator: ", ")))"])
    if !remarks.isEmpty { lines += [""] + remarks.map { "- \($0)" } }
    let number = item.label.first?.isNumber == true ? "\(item.label). " : "- **\(item.label).** "
    let marked = ContentMarkdown.indented(lines, by: number)
    return item.omission == nil ? marked.ticked : marked
  }

  private static func escaped(_ text: String) -> String { MarkdownText.escaped(text.collapsed) }
}

extension [String] {
  /// The item with a box behind its marker.
  fileprivate var ticked: [String] {
    guard let first, let space = first.firstIndex(of: " ") else { return self }
    let box = first[...space] + "[ ]" + first[space...]
    return [String(box)] + dropFirst()
  }
}

extension String {
  fileprivate var withoutTicks: String { replacingSign("`", with: "'") }
}
