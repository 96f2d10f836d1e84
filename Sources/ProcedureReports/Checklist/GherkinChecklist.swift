import Diagnostics
import ProcedureModel

/// A checklist as a Gherkin feature: a scenario a procedure.
package enum GherkinChecklist {
  package static func text(_ list: Checklist) -> String {
    var lines = ["Feature: \(OutputGate.visible(list.title.collapsed))", ""]
    // As comments: text at the beginning of a line could be read as a keyword.
    lines += comments(["From \(list.path)"] + ContentText.lines(list.introduction), "  ")
    for procedure in list.procedures { lines += [""] + scenario(procedure, of: list) }
    lines += list.related.isEmpty ? [] : [""] + comments(ContentText.lines(list.related), "  ")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func comments(_ lines: [String], _ indent: String) -> [String] {
    lines.map { "\(indent)# \(OutputGate.visible($0))" }
  }

  private static func scenario(
    _ procedure: Checklist.Procedure, of list: Checklist
  ) -> [String] {
    var lines = ["  Scenario: \(list.name(of: procedure).collapsed)"]
    lines += comments(ContentText.lines(procedure.introduction), "    ")
    var keyword = "Given"
    func add(_ next: String, _ text: String, _ details: [String] = []) {
      // A step that goes on with the keyword of the one before is an "And".
      lines.append("    \(keyword == next ? "And" : next) \(text.collapsed)")
      keyword = next
      if !details.isEmpty { lines += docString(details) }
    }
    keyword = ""
    for line in list.before(procedure) { add("Given", line) }
    for item in procedure.steps.flatMap(\.all) {
      guard item.omission == nil else {
        lines += comments([item.instruction] + item.details, "    ")
        continue
      }
      add("When", item.instruction, item.details + item.dataLines)
      for line in item.expectedLines { add("Then", line) }
    }
    if let result = procedure.result { add("Then", OutputGate.visible(result)) }
    for change in procedure.changes { add("Then", OutputGate.visible(change)) }
    return lines + comments(ContentText.lines(procedure.conclusion), "    ")
  }

  /// A line with three quotation marks would end the text; a combining mark hides none of them.
  private static func escaped(_ line: Substring) -> String {
    let escape = "\\\"\\\"\\\"".unicodeScalars
    return String(line.unicodeScalars.replacing("\"\"\"".unicodeScalars, with: escape))
  }

  private static func docString(_ lines: [String]) -> [String] {
    let mark = "      \"\"\""
    let inner = lines.flatMap { $0.split(separator: "\n") }
      .map { "      " + escaped($0) }
    return [mark] + inner + [mark]
  }
}
