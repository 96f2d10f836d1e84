package import Diagnostics
package import EngineInterface
package import ProcedureExecutor
package import ProcedureModel

/// Makes checklists of pages.
package struct ChecklistBuilder: Sendable {
  /// What a run of the pages showed.
  package struct Proof: Sendable {
    package let results: [PathKey: PageResult]
    /// "on 2026-01-15 by stepcheck 0.1.0, engine marketo-admin".
    package let words: String

    package init(results: [PathKey: PageResult], words: String) {
      self.results = results
      self.words = words
    }
  }

  private let product: ProductDescription
  private let circumstances: Circumstances
  private let values: [String: String]
  private let proof: Proof?

  /// - Parameters:
  ///   - product: What circumstances there are.
  ///   - circumstances: What is given: what does not hold then is left out.
  ///   - values: Texts by field label, in lower case.
  ///   - proof: The runs of the pages, where they were asked for.
  package init(
    product: ProductDescription, circumstances: Circumstances = Circumstances(),
    values: [String: String] = [:], proof: Proof? = nil
  ) {
    self.product = product
    self.circumstances = circumstances
    self.values = values
    self.proof = proof
  }

  /// The list of a page.
  ///
  /// - Parameters:
  ///   - page: A page that was read with its content.
  ///   - done: The paths of required pages that are on the same list, before this one.
  /// - Returns: The list.
  package func checklist(_ page: Page, done: Set<PathKey> = []) -> Checklist {
    var list = Checklist(
      title: page.title.text,
      path: page.path.hasPrefix("./") ? String(page.path.dropFirst(2)) : page.path)
    let result = proof?.results[page.path]
    list.otherSections = page.otherSections.map(\.text)
    // What the page's own procedure asks for is what the page asks for.
    let own = page.procedures.first.flatMap { $0.title.text == page.title.text ? $0 : nil }
    var sorter = ContentSorter()
    list.conditions = conditions(
      page.statements + (own?.statements ?? []), page.admonitions + (own?.admonitions ?? []))
    list.introduction = sorter.sorted(
      page.introduction + (own?.introduction ?? []), without: list.conditions)
    let conclusion = sorter.sorted(own?.conclusion ?? [], without: list.conditions)
    let required = page.prerequisites + (own?.prerequisites ?? [])
    list.prerequisites = told(
      sorter.prerequisites + links(required, besides: sorter.prerequisites), done)
    var lastTitle = page.title
    for (index, procedure) in page.procedures.enumerated() {
      let isSame = procedure.title.text == lastTitle.text
      lastTitle = procedure.title
      var procedure = procedure
      if index == 0, own != nil { procedure.leaveToPage() }
      list.procedures.append(
        self.procedure(
          procedure, title: isSame ? procedure.branch?.name : procedure.name,
          result: result.flatMap { index < $0.procedures.count ? $0.procedures[index] : nil },
          &sorter, done))
    }
    if own != nil { list.procedures[0].conclusion = conclusion }
    list.related = sorter.related
    list.warnings = warnings(page, result)
    list.proof = proof.map { "\(result == nil ? "Not performed" : "Performed") \($0.words)" }
    return list
  }

  private func warnings(_ page: Page, _ result: PageResult?) -> [String] {
    let statements = page.statements + page.admonitions.flatMap(\.statements)
    let own = page.procedures.flatMap { $0.statements + $0.admonitions.flatMap(\.statements) }
    var warnings = (statements + own).filter { $0.force == .exception }
      .compactMap { statement -> String? in
        for stated in product.circumstances(statedIn: statement.clauses) {
          guard let value = circumstances[stated.key], stated.meant.contains(value) else {
            continue
          }
          return "This list is not for \(stated.key)=\(value): \(statement.passage.text)"
        }
        return nil
      }
    let count = result?.count(.error) ?? 0
    if count > 0 {
      warnings.append(
        "The page has \(counted(count, "error")); it does not work as written. "
          + "Steps that failed are marked.")
    }
    return warnings
  }

  // MARK: Procedures

  private func procedure(
    _ procedure: Procedure, title: String?, result: ProcedureResult?,
    _ sorter: inout ContentSorter, _ done: Set<PathKey>
  ) -> Checklist.Procedure {
    var list = Checklist.Procedure(title: title)
    list.conditions = conditions(procedure.statements, procedure.admonitions)
    sorter.prerequisites = []
    list.introduction = sorter.sorted(procedure.introduction, without: list.conditions)
    let results = Dictionary(
      (result?.steps ?? []).map { ($0.step.ordinal, $0) }
    ) { first, _ in first }
    list.steps = procedure.steps.map { item($0, results, result?.findings ?? [], &sorter) }
    list.conclusion = sorter.sorted(procedure.conclusion, without: list.conditions)
    list.prerequisites = told(
      sorter.prerequisites + links(procedure.prerequisites, besides: sorter.prerequisites), done)
    list.result = procedure.promise.flatMap { promise in
      guard promise.records.count == 1, promise.owner == nil else { return nil }
      return switch promise.effect {
      case .creation: "there is a new \(promise.thing.text)"
      case .deletion: "the \(promise.thing.text) is gone"
      case .renaming, .change, .enabling, .disabling, .assignment, .export: nil
      }
    }
    list.changes = result?.changes.map(\.text) ?? []
    return list
  }

  private func item(
    _ step: Step, _ results: [String: StepResult], _ findings: [Finding],
    _ sorter: inout ContentSorter
  ) -> Checklist.Item {
    var item = Checklist.Item(step: step)
    // Most pages say so themselves.
    item.isMarkedOptional = step.isOptional && !step.text.lowercased().contains("optional")
    item.omission = omission(of: step)
    item.data = data(of: step)
    if let result = results[step.ordinal] {
      let effects = result.actions.flatMap(\.deeds).flatMap(\.effects)
      item.seen = effects.map(\.phrase)
      if result.outcome == .failed {
        item.failures = findings.filter {
          $0.severity == .error && step.holds($0.range)
        }.map(\.message)
        if item.failures.isEmpty { item.failures = ["this step failed"] }
      }
    }
    item.content = sorter.sorted(step.content, without: [])
    item.items = step.steps.map { self.item($0, results, findings, &sorter) }
    return item
  }

  /// The circumstance that leaves the step out, where it was given.
  private func omission(of step: Step) -> String? {
    let conditions =
      step.condition.map { [$0] } ?? step.performed.map(\.condition).compactMap(\.self)
    guard !conditions.isEmpty, step.condition != nil || conditions.count == step.performed.count
    else { return nil }
    for condition in conditions {
      guard let named = product.circumstances(statedIn: [condition.clause]).first,
        let held = circumstances[named.key], !named.meant.isEmpty, !named.meant.contains(held)
      else { return nil }
    }
    return conditions.lazy.compactMap { product.circumstances(statedIn: [$0.clause]).first }.first
      .flatMap { named in circumstances[named.key].map { "with \(named.key)=\($0)" } }
  }

  private func data(of step: Step) -> [(field: String, value: String)] {
    guard !values.isEmpty else { return [] }
    var data: [(field: String, value: String)] = []
    for action in step.performed + step.untaken.joined() {
      guard let label = action.target?.text, let value = values[label.lowercased()],
        !data.contains(where: { $0.field == label })
      else { continue }
      data.append((label, value))
    }
    return data
  }

  // MARK: Before the steps

  private func conditions(
    _ statements: [Statement], _ admonitions: [Admonition]
  ) -> [Checklist.Condition] {
    let all =
      statements.map { ($0, [Link]()) }
      + admonitions.filter { !ContentSorter.isPrerequisite($0.kind) }
      .flatMap { admonition in admonition.statements.map { ($0, admonition.links) } }
    // What introduces a list or a table is told where that stands.
    return all.filter { !$0.0.passage.text.hasSuffix(":") }.compactMap { statement, links in
      let text = FormattedText(statement.passage.text, links: links)
      return switch statement.force {
      case .requirement: Checklist.Condition(label: "Needed", text: text)
      case .exception: Checklist.Condition(label: "Not for you", text: text)
      case .plain: nil
      }
    }
  }

  /// Links to what has to be done before, of which the page's own words say nothing more.
  private func links(
    _ links: [Link], besides shown: [[Content]]
  ) -> [[Content]] {
    let known = Set(shown.joined().flatMap(\.linked).map(\.destination))
    return links.filter { !known.contains($0.destination) }.map { link in
      [.paragraph(FormattedText([.text(link.text, [], link)]))]
    }
  }

  /// What has to be there before, where it was said on the same list how it comes about.
  private func told(_ boxes: [[Content]], _ done: Set<PathKey>) -> [[Content]] {
    boxes.map { box in
      let pages = box.flatMap(\.linked).compactMap(\.resolved)
      guard !pages.isEmpty, pages.allSatisfy({ done.contains($0) }),
        case .paragraph(let text)? = box.first
      else { return box }
      let above = FormattedText(text.runs + [.text(" (above)", [], nil)])
      return [.paragraph(above)] + box.dropFirst()
    }
  }
}

extension Procedure {
  /// All around the steps is told with the page.
  fileprivate mutating func leaveToPage() {
    introduction = []
    conclusion = []
    statements = []
    admonitions = []
    prerequisites = []
  }
}

extension Step {
  /// Whether a place is in the step and in none inside it.
  fileprivate func holds(_ range: SourceRange) -> Bool {
    let own = includedAt ?? self.range
    let isInside = own.file == range.file && own.start <= range.start && range.start <= own.end
    let actions = (performed + untaken.joined()).map(\.range)
    return isInside || actions.contains(range)
  }
}
