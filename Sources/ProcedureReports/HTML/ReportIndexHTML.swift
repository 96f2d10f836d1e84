import Diagnostics
import ProcedureExecutor
import ProcedureModel

/// All pages of a check with their verdicts, and what was proved.
struct ReportIndexHTML {
  let report: CheckReport
  let folder: String
  let names: [String]

  var text: String {
    let failed = report.results.count { $0.hasFailed || $0.isOfOtherProduct }
    let count = counted(report.results.count, "page")
    let verdict =
      failed == 0 ? "✓ \(count) passed" : "✗ \(failed) of \(count) failed"
    let body: [HTMLTree] = [
      .element(
        "header",
        [
          .element("h1", "Checked help pages"),
          .element(
            "p", class: "verdict \(failed == 0 ? "good" : "bad")",
            [.element("strong", verdict)]),
        ]),
      .element("main", [proof, filters, table] + skipped),
      .element("script", [.constant(ReportStyle.script)]),
    ]
    return ReportShell.page(title: verdict, body, hasScript: true)
  }

  // MARK: What was proved

  private var proof: HTMLTree {
    let steps = report.results.flatMap(\.steps)
    let claims = report.results.flatMap(\.procedures).flatMap(\.expectations)
    let figures: [(String, Int)] = [
      ("steps checked", steps.count { $0.outcome.isChecked }),
      ("manual", steps.count { $0.outcome == .manual }),
      ("not understood", steps.count { $0.outcome == .notUnderstood }),
      ("blocked", steps.count { $0.outcome.isBlocked }),
      ("skipped by a condition", steps.count { $0.outcome == .skipped }),
      ("not supported by the engine", steps.count { $0.outcome == .notPerformable }),
      ("stated results seen", claims.count { if case .met = $0.verdict { true } else { false } }),
      ("stated results not seen", claims.count { $0.verdict == .notMet }),
      ("stated results not judged", claims.count { !$0.verdict.isJudged }),
    ]
    return .element(
      "dl", class: "figures",
      figures.filter { $0.1 > 0 }.flatMap { label, count in
        [
          HTMLTree.element(
            "div", [.element("dt", label), .element("dd", String(count))])
        ]
      })
  }

  // MARK: Pages

  private var filters: HTMLTree {
    let rules = Set(report.findings.map(\.rule.rawValue)).sorted()
    let folders = Set(report.results.map(folderName)).sorted()
    func select(_ id: String, _ label: String, _ values: [String]) -> HTMLTree {
      .element(
        "label",
        [
          .text(label),
          .element(
            "select", [("id", id)],
            [.element("option", [("value", "")], [.text("all")])]
              + values.map { .element("option", $0) }),
        ])
    }
    return .element(
      "form", [("class", "filters"), ("hidden", ""), ("aria-label", "Filter")],
      [
        .element(
          "label",
          [
            .element("input", [("type", "checkbox"), ("id", "failed")], []), .text("failed only"),
          ]),
        select("rule", "Rule", rules), select("folder", "Folder", folders),
        .element("output", ""),
      ])
  }

  private var table: HTMLTree {
    let head = ["Page", "Verdict", "Steps checked", "Errors", "Warnings", "Notes"]
    let rows = report.results.indices.map(row)
    return .element(
      "div", [("class", "table"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Pages")],
      [
        .element(
          "table",
          [
            .element(
              "thead",
              [.element("tr", head.map { .element("th", [("scope", "col")], [.text($0)]) })]),
            .element("tbody", rows),
          ])
      ])
  }

  private func folderName(_ result: PageResult) -> String {
    let parts = report.path(result.page.path).split(separator: "/").dropLast()
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  private func row(_ index: Int) -> HTMLTree {
    let result = report.results[index]
    let checked = result.steps.count { $0.outcome.isChecked }
    let isGood = !result.hasFailed && !result.isOfOtherProduct
    let cells: [HTMLTree] = [
      .element(
        "th", [("scope", "row")],
        [
          .element("a", [("href", "\(folder)/\(names[index])")], [.text(result.page.title.text)]),
          .element("span", class: "source", report.path(result.page.path)),
        ]),
      .element(
        "td", class: isGood ? "good" : "bad",
        "\(isGood ? "✓" : "✗") \(HTMLOutcome.word(result))"),
      .element("td", "\(checked) of \(result.steps.count)"),
      .element("td", String(result.count(.error))), .element("td", String(result.count(.warning))),
      .element("td", String(result.count(.note))),
    ]
    let rules = Set(result.findings.map(\.rule.rawValue)).sorted().joined(separator: " ")
    return .element(
      "tr",
      [
        ("data-failed", isGood ? "" : "yes"), ("data-rules", rules),
        ("data-folder", folderName(result)),
      ], cells)
  }

  private var skipped: [HTMLTree] {
    guard !report.skipped.isEmpty else { return [] }
    return [
      .element("h2", "Skipped"),
      .element(
        "ul", class: "plain",
        report.skipped.map { .element("li", "\(report.path($0.path)): \($0.reason)") }),
    ]
  }
}
