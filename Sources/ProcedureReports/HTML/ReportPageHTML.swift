import Diagnostics
import ProcedureExecutor
import ProcedureModel

/// What became of one page: its own sentences beside what happened, with the screens.
struct ReportPageHTML {
  let report: CheckReport
  let result: PageResult
  let suites: [TestSuite]
  /// The address of the index; nil where the page stands alone.
  let index: String?

  /// - Parameters:
  ///   - report: The check.
  ///   - result: What performing the page showed.
  ///   - index: The address of the index; nil where the page stands alone.
  init(_ report: CheckReport, _ result: PageResult, index: String?) {
    self.report = report
    self.result = result
    self.index = index
    suites = report.suites(result)
  }

  var text: String {
    let path = report.path(result.page.path)
    let title = result.page.title.text
    let back = index.map { [HTMLTree.element("a", [("href", $0)], [.text("All pages")])] } ?? []
    let header = HTMLTree.element(
      "header",
      (back.isEmpty ? [] : [.element("nav", back)])
        + [
          .element("h1", title), .element("p", class: "source", path),
          HTMLOutcome.verdict(result),
        ])
    let body = [header, .element("main", main)]
    return ReportShell.page(title: "\(title): \(HTMLOutcome.word(result))", body)
  }

  private var main: [HTMLTree] {
    prerequisites + result.procedures.indices.flatMap(procedure) + conditions + others + aside
  }

  // MARK: Before the steps

  private var prerequisites: [HTMLTree] {
    guard !result.prerequisites.isEmpty else { return [] }
    let items = result.prerequisites.map { prerequisite in
      HTMLTree.element(
        "li",
        "\(prerequisite.gap == nil ? "✓" : "?") \(prerequisite.title): "
          + prerequisite.standing)
    }
    return [.element("h2", "Prerequisites"), .element("ul", class: "plain", items)]
  }

  // MARK: Procedures

  private func procedure(_ index: Int) -> [HTMLTree] {
    let result = result.procedures[index]
    let cases = index < suites.count && suites[index].title != nil ? suites[index].cases : []
    let steps = result.steps.enumerated().map { place, step in
      self.step(
        step, place < cases.count ? cases[place].findings : [], id: "\(index + 1)-\(place + 1)")
    }
    var trees: [HTMLTree] = [
      .element("h2", result.procedure.name),
      .element("ol", [("class", "steps"), ("role", "list")], steps),
    ]
    let changes = result.changes.map(\.text) + result.absences
    trees.append(.element("h3", "What the procedure changed"))
    trees.append(
      changes.isEmpty
        ? .element("p", "Nothing in the product's data.")
        : .element("ul", class: "plain", changes.map { .element("li", $0) }))
    if !result.expectations.isEmpty {
      trees.append(.element("h3", "What the page says about the result"))
      trees.append(.element("ul", class: "plain", result.expectations.map(expectation)))
    }
    return trees
  }

  private func step(_ step: StepResult, _ findings: [Finding], id: String) -> HTMLTree {
    let outcome = HTMLOutcome(step.outcome)
    let said = HTMLTree.element(
      "div", class: "said",
      [
        .element("p", class: "text", step.step.text),
        .element(
          "p", class: "outcome", [.element("strong", outcome.sign + " " + outcome.word(step))]),
      ])
    let deeds = (step.actions + step.ways.flatMap(\.actions)).flatMap(\.deeds).map(\.phrase)
    var happened: [HTMLTree] = []
    if !deeds.isEmpty {
      happened.append(.element("ul", class: "deeds", deeds.map { .element("li", $0) }))
    }
    happened += findings.map(finding)
    happened += Wireframe.pictures(of: step.moments).map(\.tree)
    if let screen = step.screen, step.outcome == .failed {
      happened.append(.element("p", class: "source", "The screen where it failed:"))
      happened.append(Wireframe(screen, used: []).tree)
    }
    return .element(
      "li", [("class", "step " + outcome.className), ("id", "step-\(id)")],
      [
        .element("span", class: "number", step.step.ordinal), said,
        .element("div", class: "happened", happened),
      ])
  }

  private func expectation(_ result: ExpectationResult) -> HTMLTree {
    let line =
      switch result.verdict {
      case .met(let evidence): "✓ \(result.expectation.phrase): seen in \(evidence.text)"
      case .notMet: "✗ \(result.expectation.phrase): not seen"
      case .notJudged: "? \(result.expectation.phrase): not judged"
      case .wasSoBefore: "? \(result.expectation.phrase): was so before"
      }
    return .element("li", line)
  }

  private var conditions: [HTMLTree] {
    guard !result.conditions.isEmpty else { return [] }
    let items = result.conditions.map { condition in
      HTMLTree.element(
        "li",
        "\(condition.statement.passage.text) — \(condition.tried), it \(condition.outcome)")
    }
    return [
      .element("h2", "Conditions that the page states, tried"),
      .element("ul", class: "plain", items),
    ]
  }

  // MARK: Findings

  /// The findings that belong to no step.
  private var others: [HTMLTree] {
    let rest = suites.filter { $0.title == nil }.flatMap(\.cases).flatMap(\.findings)
    guard !rest.isEmpty else { return [] }
    return [.element("h2", "Other findings")] + rest.map(finding)
  }

  /// What was found and does not count.
  private var aside: [HTMLTree] {
    guard !result.toldAside.isEmpty else { return [] }
    let items = result.toldAside.map { aside in
      let finding = aside.finding
      return HTMLTree.element(
        "li",
        "\(aside.phrase): \(finding.message) (\(report.place(finding.range)), "
          + "\(finding.rule.rawValue))")
    }
    return [
      .element("h2", "Findings that do not count"), .element("ul", class: "plain", items),
    ]
  }

  private func finding(_ finding: Finding) -> HTMLTree {
    var inner: [HTMLTree] = [
      .element(
        "p", class: "message",
        [
          .element("strong", "\(finding.severity.rawValue): "), .text(finding.message),
        ]),
      .element("p", class: "source", "\(report.place(finding.range)) · \(finding.rule.rawValue)"),
    ]
    if finding.severity > .note, let excerpt = excerpt(finding.range) { inner.append(excerpt) }
    inner += finding.because.map { .element("p", "because: \($0)") }
    inner += finding.perhaps.map { .element("p", class: "perhaps", "perhaps: \($0)") }
    return .element("div", class: "finding \(finding.severity.rawValue)", inner)
  }

  /// The line with the words marked, as far as it can be shown.
  private func excerpt(_ range: SourceRange) -> HTMLTree? {
    guard let source = report.sources[range.file] else { return nil }
    let line = source.lineOffsets(range.start.line)
    let start = min(max(source.offset(of: range.start), line.lowerBound), line.upperBound)
    let end = min(max(source.offset(of: range.end), start), line.upperBound)
    guard start < end else { return nil }
    func text(_ offsets: Range<Int>) -> String {
      String(decoding: source.bytes[offsets], as: UTF8.self)
    }
    let reach = 300
    return .element(
      "pre",
      [
        .element(
          "code",
          [
            .text(text(max(line.lowerBound, start - reach)..<start)),
            .element("mark", text(start..<min(end, start + reach))),
            .text(text(end..<min(line.upperBound, end + reach))),
          ])
      ])
  }
}
