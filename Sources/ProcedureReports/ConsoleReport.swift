package import Diagnostics
import EngineInterface
package import ProcedureExecutor
import ProcedureModel

/// What a check showed, for a person at a terminal or in a CI log.
package struct ConsoleReport {
  /// A page that the config leaves out.
  package struct Skipped: Sendable {
    package let path: String
    package let reason: String

    package init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  private let layout: TextLayout
  private let findingText: FindingText
  private let isDetailed: Bool
  private let drawsScreens: Bool
  private let isQuiet: Bool

  /// - Parameters:
  ///   - usesColor: With ANSI escape sequences, for a terminal.
  ///   - isDetailed: Every step of every page; else a passed page is one line.
  ///   - drawsScreens: What was on the screen, below each step that failed.
  ///   - isQuiet: Findings alone.
  ///   - sources: The pages' texts by path, for the lines of findings.
  package init(
    usesColor: Bool, isDetailed: Bool, drawsScreens: Bool = false, isQuiet: Bool = false,
    sources: [PathKey: SourceText]
  ) {
    layout = TextLayout(usesColor: usesColor)
    findingText = FindingText(layout: layout, sources: sources)
    self.isDetailed = isDetailed
    self.drawsScreens = drawsScreens
    self.isQuiet = isQuiet
  }

  package func text(
    _ results: [PageResult], skipped: [Skipped], selection: CheckReport.Selection? = nil,
    baseline: Baseline.Use? = nil
  ) -> String {
    results.map(page).joined()
      + end(results, skipped: skipped, selection: selection, baseline: baseline)
  }

  /// What is told of one page; quietly, its findings alone.
  package func page(_ result: PageResult) -> String {
    let lines: [String]
    if isQuiet || result.isOfOtherProduct {
      lines = result.findings.flatMap(findingText.lines)
    } else {
      lines = isShort(result) ? short(result) : detailed(result)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What stands below all pages; quietly, nothing.
  ///
  /// - Parameters:
  ///   - results: Of all pages.
  ///   - skipped: Pages that a config leaves out.
  ///   - others: Files of a folder that were not checked, and that nobody left out.
  ///   - selection: Why not all is told.
  ///   - baseline: What was found of the known findings.
  /// - Returns: The lines.
  package func end(
    _ results: [PageResult], skipped: [Skipped], besides others: [Skipped] = [],
    selection: CheckReport.Selection? = nil, baseline: Baseline.Use? = nil
  ) -> String {
    guard !isQuiet else { return "" }
    // The lines of a page that was told in detail end with an empty one.
    var lines = results.last.map { $0.isOfOtherProduct || isShort($0) } == true ? [""] : []
    for page in skipped {
      lines.append(layout.paint("-", .dim) + " \(page.path): skipped: \(page.reason)")
    }
    if drawsScreens {
      lines += others.map {
        layout.paint("-", .dim) + " \(OutputGate.visible($0.path)): not checked: \($0.reason)"
      }
    }
    for remark in selection?.remarks ?? [] {
      lines.append(layout.paint("-", .dim) + " " + OutputGate.visible(remark))
    }
    lines += gone(baseline)
    lines += summary(
      results, skipped: skipped, besides: others, leftAlone: selection?.leftAlone ?? 0)
    return lines.joined(separator: "\n") + "\n"
  }

  private func isShort(_ result: PageResult) -> Bool {
    !isDetailed && result.count(.error) == 0
  }

  // MARK: Pages

  private func short(_ result: PageResult) -> [String] {
    guard !result.page.procedures.isEmpty else {
      return ["\(layout.paint("·", .dim)) \(OutputGate.visible(result.page.path)): no procedure"]
    }
    let done = result.steps.count { $0.outcome == .passed }
    let steps = "\(done) of \(counted(result.steps.count, "step"))"
    let sign = result.hasErrorsAside ? layout.paint("!", .yellow) : layout.paint("✓", .green)
    let head = ([steps] + [result].countsAside).joined(separator: ", ")
    let line = "\(sign) \(OutputGate.visible(result.page.path)): \(head)"
    let changes = result.procedures.flatMap(\.changes).map { "    " + brief($0) }
    let warnings = result.findings.filter { $0.severity == .warning }
    return [line] + changes + warnings.flatMap { findingText.lines($0).map { "  " + $0 } }
  }

  /// A change without its attributes.
  private func brief(_ change: FactChange) -> String {
    switch change {
    case .added(let fact): "+ \(fact.kind) \(fact.name)"
    case .removed(let fact): "- \(fact.kind) \(fact.name)"
    case .changed(let old, let new):
      "~ \(old.kind) \(old.name)" + (old.name == new.name ? "" : ", renamed to \(new.name)")
    }
  }

  private func detailed(_ result: PageResult) -> [String] {
    var lines = [layout.paint(OutputGate.visible(result.page.path), .bold)]
    lines += prerequisites(result)
    for procedure in result.procedures { lines += self.procedure(procedure) }
    lines += conditions(result)
    for severity in Severity.allCases.reversed() {
      let findings = result.findings.filter { $0.severity == severity }
      if !findings.isEmpty { lines.append("") }
      for finding in findings { lines += findingText.lines(finding) }
    }
    if !result.toldAside.isEmpty { lines.append("") }
    for aside in result.toldAside { lines += self.aside(aside) }
    return lines + [""]
  }

  private func prerequisites(_ result: PageResult) -> [String] {
    guard !result.prerequisites.isEmpty else { return [] }
    var lines = ["", "Prerequisites:"]
    for prerequisite in result.prerequisites {
      let mark: Outcome =
        switch prerequisite.gap {
        case nil: .passed
        case .failed: .failed
        case .notHere, .notFound, .noProcedure, .blocked, .circle, .onlyStated: .notUnderstood
        }
      lines += entry(
        mark: mark, label: "",
        "\(prerequisite.title): \(prerequisite.standing) (line \(prerequisite.link.range.line))")
      if let path = prerequisite.path {
        lines.append("      " + layout.paint(OutputGate.visible(path), .dim))
      }
      // What was left half done is taken back.
      guard prerequisite.gap == nil else { continue }
      for change in prerequisite.procedures.flatMap(\.changes) { lines += self.change(change) }
    }
    return lines
  }

  /// A finding that does not count, with why.
  private func aside(_ aside: SetAside) -> [String] {
    let finding = aside.finding
    let text =
      "\(aside.phrase): \(finding.severity.rawValue)[\(finding.rule.rawValue)]:"
      + " \(finding.message) (\(finding.range.file):\(finding.range.line))"
    let lines = TextLayout.wrap(text, first: 2, hanging: 4)
    return ["  " + (lines.first ?? "")] + lines.dropFirst()
  }

  // MARK: Procedures

  private func procedure(_ result: ProcedureResult) -> [String] {
    let title = OutputGate.visible(result.procedure.name)
    var lines = ["", "\(title) (line \(result.procedure.title.range.line))"]
    for step in result.steps { lines += self.step(step) }
    let isBlocked = result.steps.allSatisfy(\.outcome.isBlocked)
    if result.failedStep == nil, !isBlocked {
      lines.append("  What the procedure changed:")
      for change in result.changes { lines += self.change(change) }
      if result.changes.isEmpty { lines.append("      nothing in the product's data") }
      for absence in result.absences { lines.append("      \(absence)") }
    }
    let judged = result.expectations.filter { $0.verdict != .notMet }
    if !judged.isEmpty { lines.append("  What the page says about the result:") }
    for expectation in judged { lines += self.expectation(expectation) }
    return lines
  }

  private func step(_ result: StepResult) -> [String] {
    let suffix: String =
      switch result.outcome {
      case .blocked(let cause): " [blocked by \(cause.phrase)]"
      case .manual: " [manual]"
      case .notUnderstood: " [not understood]"
      case .notPerformable: " [the engine can't do this]"
      case .skipped: " [skipped: its condition does not hold]"
      case .passed, .failed, .nothingToDo: ""
      }
    var lines = entry(
      mark: result.outcome, label: result.step.ordinal, result.step.text + suffix)
    for action in result.actions {
      for deed in action.deeds { lines += self.deed(deed) }
    }
    for way in result.ways {
      lines += way.actions.flatMap(\.deeds).enumerated().flatMap { index, deed in
        self.deed(deed, after: index == 0 ? "or: " : "")
      }
    }
    if drawsScreens, let screen = result.screen {
      lines.append("         " + layout.paint("reachable controls on \(screen.name):", .dim))
      lines += ScreenDrawing.lines(of: screen).map { "           " + layout.paint($0, .dim) }
    }
    return lines
  }

  private func deed(_ deed: Deed, after lead: String = "") -> [String] {
    let lines = TextLayout.wrap(lead + deed.phrase, first: 9, hanging: 11)
    return lines.enumerated().map { index, line in
      index == 0 ? "         " + layout.paint(line, .dim) : layout.paint(line, .dim)
    }
  }

  private func change(_ change: FactChange) -> [String] {
    let lines = TextLayout.wrap(change.text, first: 6, hanging: 8)
    let color: TextLayout.Color =
      switch change {
      case .added: .green
      case .removed: .red
      case .changed: .yellow
      }
    return lines.enumerated().map { index, line in
      (index == 0 ? "      " : "") + layout.paint(line, color)
    }
  }

  private func expectation(_ result: ExpectationResult) -> [String] {
    let expectation = result.expectation
    let verdict: String =
      switch result.verdict {
      case .met(let evidence): "seen in \(evidence.text)"
      case .notMet: "not seen"
      case .notJudged: "not judged"
      case .wasSoBefore: "was so before"
      }
    let mark: Outcome = result.verdict.isJudged ? .passed : .notUnderstood
    return entry(
      mark: mark, label: "", "\(expectation.phrase) (line \(expectation.range.line)): \(verdict)")
  }

  private func conditions(_ result: PageResult) -> [String] {
    guard !result.conditions.isEmpty else { return [] }
    var lines = ["  Conditions of the page, tried:"]
    for condition in result.conditions {
      lines += entry(
        mark: condition.isAsStated ? .passed : .failed, label: "",
        "\(condition.statement.passage.text) (line \(condition.statement.passage.range.line)): "
          + "\(condition.tried) it \(condition.outcome)")
    }
    return lines
  }

  /// A marked line, such as "✓ 4  Click Next.".
  private func entry(mark: Outcome, label: String, _ text: String) -> [String] {
    let sign: String =
      switch mark {
      case .passed: layout.paint("✓", .green)
      case .failed: layout.paint("✗", .red)
      case .blocked, .notUnderstood, .notPerformable, .skipped: layout.paint("?", .yellow)
      case .manual: layout.paint("○", .cyan)
      case .nothingToDo: layout.paint("·", .dim)
      }
    let number = label.isEmpty ? "" : label + String(repeating: " ", count: max(3 - label.count, 1))
    let indent = 4 + number.count
    let lines = TextLayout.wrap(text, first: indent, hanging: indent)
    return ["  \(sign) \(number)\(lines.first ?? "")"] + lines.dropFirst()
  }

  /// Known findings that are found no more.
  private func gone(_ baseline: Baseline.Use?) -> [String] {
    guard let baseline, !baseline.gone.isEmpty else { return [] }
    let shown = drawsScreens ? baseline.gone : Array(baseline.gone.prefix(Self.goneShown))
    let entries = shown.flatMap { entry, count in
      let words = entry.text.isEmpty ? "" : " at \"\(entry.text)\""
      let times = count > 1 ? ", \(count) times" : ""
      let lines = TextLayout.wrap(
        "\(entry.page): \(entry.rule)\(words)\(times)", first: 4, hanging: 6)
      return ["    " + (lines.first ?? "")] + lines.dropFirst()
    }
    let rest = baseline.gone.count - shown.count
    let are = baseline.goneCount == 1 ? "is" : "are"
    return [
      layout.paint("-", .dim)
        + " \(counted(baseline.goneCount, "known finding")) \(are) gone (--update-baseline takes"
        + " \(baseline.goneCount == 1 ? "it" : "them") out):"
    ] + entries + (rest == 0 ? [] : ["    and \(rest) more (-v shows them)"])
  }

  private static let goneShown = 10

  private func hidesNotes(_ results: [PageResult]) -> Bool {
    results.contains { isShort($0) && $0.count(.note) > 0 }
  }

  // MARK: The last line

  private func summary(
    _ results: [PageResult], skipped: [Skipped], besides aside: [Skipped], leftAlone: Int
  ) -> [String] {
    let steps = results.flatMap(\.steps)
    let others = results.count(where: \.isOfOtherProduct)
    let empty = results.count { $0.page.procedures.isEmpty && $0.count(.error) == 0 }
    let judged = results.count - others - empty
    let failed = results.count { !$0.isOfOtherProduct && $0.count(.error) > 0 }
    let checked = steps.count { $0.outcome.isChecked }
    var parts: [String] = []
    if results.isEmpty {
      parts.append("nothing to check")
    } else if judged > 0 || others == 0 && empty == 0 {
      parts.append(
        failed == 0
          ? "\(counted(judged, "page")) passed"
          : "\(failed) of \(counted(judged, "page")) failed")
      parts.append("\(checked) of \(counted(steps.count, "step")) checked")
    }
    if empty > 0 { parts.append("\(counted(empty, "page")) without a procedure") }
    if others > 0 { parts.append("\(counted(others, "page")) about another product") }
    let assumed = results.flatMap(\.prerequisites).count { $0.assumed != nil }
    if assumed > 0 { parts.append("\(counted(assumed, "prerequisite")) assumed") }
    let manual = steps.count { $0.outcome == .manual }
    if manual > 0 { parts.append("\(manual) manual") }
    let conditional = steps.count { $0.outcome == .skipped }
    if conditional > 0 { parts.append("\(conditional) skipped by a condition") }
    let unclear = steps.count { $0.outcome == .notUnderstood }
    if unclear > 0 { parts.append("\(unclear) not understood") }
    let undone = steps.count { $0.outcome == .notPerformable }
    if undone > 0 { parts.append("\(undone) not performable") }
    let expectations = results.flatMap(\.procedures).flatMap(\.expectations)
    let unjudged = expectations.count { !$0.verdict.isJudged }
    if unjudged > 0 { parts.append("\(counted(unjudged, "stated result")) not judged") }
    let blocked = steps.count(where: \.outcome.isBlocked)
    if blocked > 0 { parts.append("\(blocked) blocked") }
    for severity in Severity.allCases.reversed() {
      let count = results.reduce(0) { $0 + $1.count(severity) }
      // Notes of a page that passed are not shown.
      let hint = severity == .note && hidesNotes(results) ? " (-v shows them)" : ""
      if count > 0 || severity == .error { parts.append(counted(count, severity.rawValue) + hint) }
    }
    parts += results.countsAside
    if !aside.isEmpty {
      parts.append(
        "\(counted(aside.count, "file")) not checked" + (drawsScreens ? "" : " (-v shows them)"))
    }
    if !skipped.isEmpty { parts.append("\(counted(skipped.count, "page")) skipped") }
    if leftAlone > 0 { parts.append("\(counted(leftAlone, "page")) left alone") }
    let text = TextLayout.wrap(parts.joined(separator: ", "), first: 0, hanging: 2)
    let errors = results.reduce(0) { $0 + $1.count(.error) }
    return text.map { layout.paint($0, errors == 0 ? .green : .red) }
  }
}
