import Diagnostics
import EngineInterface
import ProcedureExecutor
import ProcedureModel

/// What a check showed, as JSON: everything that the text report knows.
package enum CheckJSON {
  package static func report(_ report: CheckReport) -> String {
    let results = report.results
    let steps = results.flatMap(\.steps)
    func count(_ severity: Severity) -> JSONValue {
      .number(results.reduce(0) { $0 + $1.count(severity) })
    }
    return JSONValue.object([
      ("schema", .number(1)),
      ("pages", .array(results.map(page))),
      (
        "skipped",
        .array(
          report.skipped.map {
            .object([("path", .string($0.path)), ("reason", .string($0.reason))])
          })
      ),
      (
        "known_gone",
        .array(
          (report.baseline?.gone ?? []).map { entry, count in
            .object([
              ("page", .string(entry.page)), ("rule", .string(entry.rule)),
              ("procedure", .optional(entry.procedure)), ("text", .string(entry.text)),
              ("count", .number(count)),
            ])
          })
      ),
      (
        "summary",
        .object([
          ("pages", .number(results.count)),
          ("pages_left_alone", .number(report.selection?.leftAlone ?? 0)),
          (
            "pages_failed",
            .number(results.count { $0.count(.error) > 0 && !$0.isOfOtherProduct })
          ),
          ("pages_of_other_products", .number(results.count(where: \.isOfOtherProduct))),
          ("steps", .number(steps.count)),
          ("steps_checked", .number(steps.count { $0.outcome.isChecked })),
          (
            "prerequisites_assumed",
            .number(results.flatMap(\.prerequisites).count { $0.assumed != nil })
          ),
          ("errors", count(.error)), ("warnings", count(.warning)), ("notes", count(.note)),
          ("set_aside", .number(results.reduce(0) { $0 + $1.toldAside.count })),
        ])
      ),
    ]).text
  }

  private static func page(_ result: PageResult) -> JSONValue {
    .object([
      ("path", .string(result.page.path)), ("title", .string(result.page.title.text)),
      ("passed", .bool(result.count(.error) == 0 && !result.isOfOtherProduct)),
      ("other_product", .bool(result.isOfOtherProduct)),
      ("prerequisites", .array(result.prerequisites.map(prerequisite))),
      ("procedures", .array(result.procedures.map(procedure))),
      ("conditions", .array(result.conditions.map(condition))),
      ("findings", .array(result.findings.map(finding))),
      ("set_aside", .array(result.toldAside.map(aside))),
      (
        "searched",
        .object(
          result.searched.sorted { $0.key.name < $1.key.name }.map { question, count in
            (question.name, .number(count))
          })
      ),
    ])
  }

  private static func prerequisite(_ result: PrerequisiteResult) -> JSONValue {
    .object([
      ("title", .string(result.title)), ("path", .optional(result.path)),
      ("line", .number(result.link.range.line)),
      ("passed", .bool(result.gap == nil)), ("not_performed", .optional(result.gap?.name)),
      ("shared", .bool(result.isShared)), ("given", record(result.given)),
      ("assumed", record(result.assumed)),
      ("procedures", .array(result.procedures.map(procedure))),
    ])
  }

  private static func record(_ record: NamedRecord?) -> JSONValue {
    record.map { .object([("kind", .string($0.kind)), ("name", .string($0.name))]) } ?? .null
  }

  private static func procedure(_ result: ProcedureResult) -> JSONValue {
    .object([
      ("title", .string(result.procedure.title.text)),
      ("branch", .optional(result.procedure.branch?.name)),
      ("line", .number(result.procedure.title.range.line)),
      ("steps", .array(result.steps.map(step))),
      ("changes", .array(result.changes.map(change))),
      ("absences", .array(result.absences.map(JSONValue.string))),
      ("expectations", .array(result.expectations.map(expectation))),
    ])
  }

  private static func step(_ result: StepResult) -> JSONValue {
    .object([
      ("ordinal", .string(result.step.ordinal)), ("line", .number(result.step.range.line)),
      ("text", .string(result.step.text)), ("outcome", .string(result.outcome.name)),
      ("blocked_by", .optional(result.outcome.blocker)),
      ("actions", .array(result.actions.map(action))),
      ("ways", .array(result.ways.map { .array($0.actions.map(action)) })),
    ])
  }

  private static func action(_ result: ActionResult) -> JSONValue {
    let range = result.action.range
    return .object([
      ("verb", .string(result.action.verb.rawValue)),
      ("target", .optional(result.action.target?.text)),
      ("line", .number(range.start.line)), ("column", .number(range.start.column)),
      ("outcome", .string(result.outcome.name)),
      ("deeds", .array(result.deeds.map(deed))),
    ])
  }

  private static func deed(_ deed: Deed) -> JSONValue {
    let (kind, value): (String, String?) =
      switch deed.kind {
      case .activated: ("activated", nil)
      case .typed(let text): ("typed", text)
      case .chose(let option): ("chose", option)
      case .checked: ("checked", nil)
      case .unchecked: ("unchecked", nil)
      case .expanded: ("expanded", nil)
      case .collapsed: ("collapsed", nil)
      case .doubleActivated: ("double-activated", nil)
      case .contextMenuOpened: ("context-menu-opened", nil)
      case .added: ("added-to-selection", nil)
      case .dragged(let target): ("dragged", target)
      case .hovered: ("hovered", nil)
      case .uploaded(let file): ("uploaded", file)
      case .signedIn: ("signed-in", nil)
      case .signedOut: ("signed-out", nil)
      case .pressed(let chord): ("pressed", chord.text)
      case .found: ("found", nil)
      case .alreadySo: ("already-so", nil)
      }
    return .object([
      ("kind", .string(kind)), ("role", .string(deed.role.rawValue)),
      ("name", .string(deed.name)), ("collection", .optional(deed.collection)),
      ("value", .optional(value)), ("reason", .optional(deed.reason?.text)),
      ("effects", .array(deed.effects.map(effect))),
    ])
  }

  private static func effect(_ effect: Effect) -> JSONValue {
    let (kind, text): (String, String) =
      switch effect {
      case .screen(let name): ("screen", name)
      case .dialogOpened(let name): ("dialog-opened", name)
      case .dialogClosed(let name): ("dialog-closed", name)
      case .heading(let name): ("heading", name)
      case .tab(let name): ("tab", name)
      case .message(let text): ("message", text)
      }
    return .object([("kind", .string(kind)), ("text", .string(text))])
  }

  private static func change(_ change: FactChange) -> JSONValue {
    func attributes(_ fact: Fact) -> JSONValue {
      .object(fact.attributes.map { ($0.name, .string($0.value)) })
    }
    let (name, before, after): (String, Fact?, Fact?) =
      switch change {
      case .added(let fact): ("added", nil, fact)
      case .removed(let fact): ("removed", fact, nil)
      case .changed(let old, let new): ("changed", old, new)
      }
    let isRenamed = before != nil && after != nil && before?.name != after?.name
    return .object([
      ("change", .string(name)), ("kind", .string(change.kind)),
      ("name", .string(before?.name ?? after?.name ?? "")),
      ("new_name", .optional(isRenamed ? after?.name : nil)),
      ("before", before.map(attributes) ?? .null), ("after", after.map(attributes) ?? .null),
    ])
  }

  private static func expectation(_ result: ExpectationResult) -> JSONValue {
    let (verdict, place): (String, String?) =
      switch result.verdict {
      case .met(let evidence): ("met", evidence.text)
      case .notMet: ("not-met", nil)
      case .notJudged, .wasSoBefore: ("not-judged", nil)
      }
    return .object([
      ("claim", .string(result.expectation.claim.name)),
      ("polarity", .string(result.expectation.polarity.rawValue)),
      ("text", .string(result.expectation.text)),
      ("line", .number(result.expectation.range.line)), ("verdict", .string(verdict)),
      ("seen", .optional(place)),
    ])
  }

  private static func condition(_ result: ConditionResult) -> JSONValue {
    .object([
      ("text", .string(result.statement.passage.text)),
      ("line", .number(result.statement.passage.range.line)), ("tried", .string(result.tried)),
      ("failure", .optional(result.failure)), ("as_stated", .bool(result.isAsStated)),
    ])
  }

  private static func aside(_ aside: SetAside) -> JSONValue {
    let (cause, reason): (String, String?) =
      switch aside.cause {
      case .ignored(let reason): ("ignored", reason)
      case .known, .notAsked: ("known", nil)
      }
    return .object([
      ("finding", finding(aside.finding)), ("cause", .string(cause)),
      ("reason", .optional(reason)),
    ])
  }

  private static func finding(_ finding: Finding) -> JSONValue {
    .object([
      ("rule", .string(finding.rule.rawValue)), ("severity", .string(finding.severity.rawValue)),
      ("file", .string(finding.range.file)),
      ("line", .number(finding.range.start.line)), ("column", .number(finding.range.start.column)),
      ("end_line", .number(finding.range.end.line)),
      ("end_column", .number(finding.range.end.column)), ("message", .string(finding.message)),
      ("because", .array(finding.because.map(JSONValue.string))),
      ("perhaps", .array(finding.perhaps.map(JSONValue.string))),
    ])
  }
}

extension PrerequisiteResult.Gap {
  fileprivate var name: String {
    switch self {
    case .notHere: "not-here"
    case .notFound: "not-found"
    case .noProcedure: "no-procedure"
    case .failed: "failed"
    case .blocked: "blocked"
    case .circle: "circle"
    case .onlyStated: "only-stated"
    }
  }
}

extension Outcome {
  fileprivate var name: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .blocked: "blocked"
    case .manual: "manual"
    case .notUnderstood: "not-understood"
    case .notPerformable: "not-performable"
    case .nothingToDo: "nothing-to-do"
    case .skipped: "skipped"
    }
  }

  fileprivate var blocker: String? {
    guard case .blocked(let cause) = self else { return nil }
    if case .step(let ordinal) = cause { return ordinal }
    return cause.phrase
  }
}
