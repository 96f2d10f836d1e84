import Diagnostics
import ProcedureModel

/// Checklists as comma-separated values (RFC 4180) with the columns that tools for test
/// management import, a row a step.
package enum CSVChecklist {
  package static let head = row([
    "id", "title", "precondition", "step", "data", "expected result",
  ])

  /// The rows of a list; what all steps of a procedure have in common stands in its first row.
  package static func rows(_ list: Checklist) -> String {
    var text = ""
    for (index, procedure) in list.procedures.enumerated() {
      let id = "\(list.path)#\(index + 1)"
      var before = list.before(procedure)
      before += ContentText.lines(list.introduction + procedure.introduction)
      let items = procedure.steps.flatMap(\.all)
      for (place, item) in items.enumerated() {
        let step = "\(item.step.ordinal). " + ([item.instruction] + item.details).joined("\n")
        var expected = item.expectedLines
        if place == items.count - 1 {
          expected += procedure.result.map { ["Done: \(OutputGate.visible($0))"] } ?? []
          expected += procedure.changes.map(OutputGate.visible)
          expected += ContentText.lines(procedure.conclusion)
        }
        text += row([
          id, list.name(of: procedure), place == 0 ? before.joined("\n") : "", step,
          item.dataLines.joined("\n"), expected.joined("\n"),
        ])
      }
    }
    return text
  }

  private static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell in quotation marks; one that a spreadsheet would take for a formula begins with an
  /// apostrophe.
  private static func cell(_ text: String) -> String {
    let text = OutputGate.lines(text)
    let first = text.unicodeScalars.first
    let isFormula = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    return "\"" + (isFormula ? "'" : "") + text.replacingSign("\"", with: "\"\"") + "\""
  }
}

extension [String] {
  fileprivate func joined(_ separator: String) -> String { joined(separator: separator) }
}
