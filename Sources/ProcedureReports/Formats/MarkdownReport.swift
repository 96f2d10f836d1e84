import Diagnostics
import ProcedureExecutor
import ProcedureModel

/// A check in short, for the summary of a CI job or a comment: the verdict, the pages that failed,
/// the findings.
package enum MarkdownReport {
  /// The largest summary that GitHub takes, in bytes: of a larger one it shows nothing.
  package static let limit = 1 << 20

  /// What the last line takes that says how much is left out.
  private static let reserve = 200

  /// - Parameters:
  ///   - report: The check.
  ///   - limit: How many bytes there is room for; the verdict is written in any case.
  /// - Returns: The summary, cut at a whole line where there is more.
  package static func report(_ report: CheckReport, limit: Int = Self.limit) -> String {
    var text = verdict(report)
    let blocks = failedPages(report) + report.results.flatMap { findings($0, in: report) }
    let skipped = report.skipped.map { page in
      "- \(escaped(report.path(page.path))): \(escaped(page.reason))\n"
    }
    let lines = blocks + (skipped.isEmpty ? [] : ["\n### Skipped\n\n"] + skipped)
    for (index, line) in lines.enumerated() {
      guard text.utf8.count + line.utf8.count <= limit - reserve else {
        text += "\n\(counted(lines.count - index, "more line")) cut off: the summary is full.\n"
        break
      }
      text += line
    }
    return text
  }

  private static func verdict(_ report: CheckReport) -> String {
    let failed = report.results.count { $0.hasFailed && !$0.isOfOtherProduct }
    let others = report.results.count(where: \.isOfOtherProduct)
    let judged = report.results.count - others
    let steps = report.results.flatMap(\.steps)
    let verdict =
      failed > 0
      ? "❌ \(failed) of \(counted(judged, "page")) failed"
      : judged > 0
        ? "✅ \(counted(judged, "page")) passed"
        : others > 0 ? "❌ no page could be checked" : "nothing was checked"
    var parts = [
      "\(steps.count { $0.outcome.isChecked }) of \(counted(steps.count, "step")) checked"
    ]
    for severity in Severity.allCases.reversed() {
      parts.append(counted(report.count(severity), severity.rawValue))
    }
    parts += report.results.countsAside
    if let gone = report.baseline?.goneCount, gone > 0 {
      parts.append("\(counted(gone, "known finding")) gone")
    }
    if others > 0 { parts.append("\(counted(others, "page")) about another product") }
    if !report.skipped.isEmpty { parts.append("\(counted(report.skipped.count, "page")) skipped") }
    if let left = report.selection?.leftAlone, left > 0 {
      parts.append("\(counted(left, "page")) left alone")
    }
    return "## \(CheckReport.toolName): \(verdict)\n\n\(parts.joined(separator: ", "))\n"
  }

  private static func failedPages(_ report: CheckReport) -> [String] {
    let failed = report.results.filter(\.hasFailed)
    guard !failed.isEmpty else { return [] }
    let rows = failed.map { result in
      let step = result.procedures.lazy.compactMap(\.failedStep).first
      let first = step.map { "\($0.step.ordinal). \($0.step.text)" } ?? ""
      return "| \(escaped(report.path(result.page.path))) | \(escaped(first)) "
        + "| \(result.count(.error)) | \(result.count(.warning)) |\n"
    }
    return ["\n| page | first step that failed | errors | warnings |\n| --- | --- | --- | --- |\n"]
      + rows
  }

  private static func findings(_ result: PageResult, in report: CheckReport) -> [String] {
    guard !result.findings.isEmpty else { return [] }
    let ordered = Severity.allCases.reversed().flatMap { severity in
      result.findings.filter { $0.severity == severity }
    }
    return ["\n### \(escaped(report.path(result.page.path)))\n\n"]
      + ordered.map { finding in
        let head =
          "- **\(finding.severity.rawValue)** `\(finding.rule.rawValue)`, "
          + "\(escaped(report.place(finding.range))): \(escaped(finding.message))\n"
        return head + finding.remarks.map { "  - \(escaped($0))\n" }.joined()
      }
  }

  private static func escaped(_ text: String) -> String { MarkdownText.escapedForService(text) }
}
