import Diagnostics
import ProcedureModel

/// A checklist as JSON, for programs that make lists of their own.
package enum JSONChecklist {
  package static func text(_ lists: [Checklist]) -> String {
    ReportJSON.text(File(schema: 1, checklists: lists.map(List.init)))
  }

  private struct File: Encodable {
    let schema: Int
    let checklists: [List]
  }

  private struct List: Encodable {
    let title: String
    let path: String
    let warnings: [String]
    let needed: [String]
    let notFor: [String]
    let prerequisites: [String]
    let introduction: String
    let procedures: [Procedure]
    let related: String
    let otherSections: [String]
    let proof: String?

    enum CodingKeys: String, CodingKey {
      case title, path, warnings, needed, prerequisites, introduction, procedures, related, proof
      case notFor = "not_for"
      case otherSections = "other_sections"
    }

    init(_ list: Checklist) {
      title = list.title
      path = list.path
      warnings = list.warnings
      needed = list.conditions.texts("Needed")
      notFor = list.conditions.texts("Not for you")
      prerequisites = list.prerequisites.map(\.markdown)
      introduction = list.introduction.markdown
      procedures = list.procedures.map(Procedure.init)
      related = list.related.markdown
      otherSections = list.otherSections
      proof = list.proof
    }
  }

  private struct Procedure: Encodable {
    let title: String?
    let needed: [String]
    let notFor: [String]
    let prerequisites: [String]
    let introduction: String
    let steps: [Item]
    let result: String?
    let changes: [String]
    let conclusion: String

    enum CodingKeys: String, CodingKey {
      case title, needed, prerequisites, introduction, steps, result, changes, conclusion
      case notFor = "not_for"
    }

    init(_ procedure: Checklist.Procedure) {
      title = procedure.title
      needed = procedure.conditions.texts("Needed")
      notFor = procedure.conditions.texts("Not for you")
      prerequisites = procedure.prerequisites.map(\.markdown)
      introduction = procedure.introduction.markdown
      steps = procedure.steps.map(Item.init)
      result = procedure.result
      changes = procedure.changes
      conclusion = procedure.conclusion.markdown
    }
  }

  private struct Item: Encodable {
    let number: String
    let text: String
    let details: [String]
    let markdown: String
    let optional: Bool
    let leftOut: String?
    let data: [Entry]
    let expected: [String]
    let seen: [String]
    let failures: [String]
    let line: Int
    let steps: [Item]

    enum CodingKeys: String, CodingKey {
      case number, text, details, markdown, optional, data, expected, seen, failures, line, steps
      case leftOut = "left_out"
    }

    init(_ item: Checklist.Item) {
      let lines = ContentText.lines(item.content)
      number = item.step.ordinal
      text = lines.first ?? item.step.text
      details = Array(lines.dropFirst())
      markdown = item.content.markdown
      optional = item.step.isOptional
      leftOut = item.omission
      data = item.data.map(Entry.init)
      expected = item.expected
      seen = item.seen
      failures = item.failures
      line = (item.step.includedAt ?? item.step.range).start.line
      steps = item.items.map(Item.init)
    }
  }

  private struct Entry: Encodable {
    let field: String
    let value: String
  }
}

extension [Content] {
  fileprivate var markdown: String { ContentMarkdown.lines(self).joined(separator: "\n") }
}

extension [Checklist.Condition] {
  fileprivate func texts(_ label: String) -> [String] {
    filter { $0.label == label }.map { InlineMarkdown.text($0.text) }
  }
}
