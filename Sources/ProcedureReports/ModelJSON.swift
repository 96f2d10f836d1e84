import Diagnostics
package import ProcedureModel

/// What was understood of pages, as JSON; the manual documents its form.
package enum ModelJSON {
  package static func report(_ pages: [Page]) -> String {
    opening + pages.map(text).joined(separator: separator) + closing
  }

  // The report in pieces, so that no more than a page need be held.
  package static let opening = "{\n  \"pages\" : [\n"
  package static let separator = ",\n"
  package static let closing = "\n  ],\n  \"schema\" : 1\n}\n"

  package static func text(_ page: Page) -> String {
    // A line feed is never in a value.
    Self.page(page).text.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
  }

  private static func page(_ page: Page) -> JSONValue {
    .object([
      ("path", .string(page.path)), ("title", .string(page.title.text)),
      ("line", .number(page.title.range.line)),
      ("procedures", .array(page.procedures.map { procedure($0, of: page) })),
      ("admonitions", .array(page.admonitions.map(admonition))),
      ("prerequisites", .array(page.prerequisites.map(prerequisite))),
      ("links", .array(page.links.map(link))),
      ("findings", .array(page.findings.map(finding))),
    ])
  }

  private static func procedure(_ procedure: Procedure, of page: Page) -> JSONValue {
    .object([
      ("title", .string(procedure.title.text)), ("anchor", .string(procedure.anchor)),
      ("line", .number(procedure.title.range.line)),
      ("branch", .optional(procedure.branch?.name)),
      ("steps", .array(procedure.steps.map(step))),
      ("admonitions", .array(procedure.admonitions.map(admonition))),
      ("expects", claims(procedure.expects)), ("unread", unread(procedure.expects)),
      ("prerequisites", .array(procedure.prerequisites.map(prerequisite))),
      ("repairs", .array(procedure.repairs.map { .string($0.rawValue) })),
    ])
  }

  private static func step(_ step: Step) -> JSONValue {
    .object(
      [
        ("file", .string(step.range.file)), ("line", .number(step.range.start.line)),
        ("column", .number(step.range.start.column)), ("ordinal", .string(step.ordinal)),
        ("included_at", step.includedAt.map(Self.place) ?? .null),
        ("text", .string(step.text)), ("kind", .string(step.kind.rawValue)),
        ("optional", .bool(step.isOptional)), ("condition", .optional(step.condition?.text)),
        ("reason", .optional(step.reason?.text)),
        ("reason_kind", .optional(step.reason?.kind.rawValue)),
        ("not_understood", .array(step.leftovers.map { .string($0.text) })),
        ("references", .array(step.references.map(reference))),
        ("expects", claims(step.expects)), ("unread", unread(step.expects)),
        ("actions", .array(step.actions.map(action))),
        (
          "alternatives",
          .array((step.ways.map(\.actions) + step.alternatives).map { .array($0.map(action)) })
        ),
        ("prohibitions", .array(step.prohibitions.map(prohibition))),
        ("admonitions", .array(step.admonitions.map(admonition))),
        ("images", .array(step.images.map(image))), ("steps", .array(step.steps.map(Self.step))),
      ]
        + (step.explanations.isEmpty
          ? [] : [("explanations", .array(step.explanations.map(explanation)))]))
  }

  private static func reference(_ reference: Reference) -> JSONValue {
    .object([
      ("text", .string(reference.words.text)),
      (
        "steps",
        reference.steps.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
      ),
      ("repeats", .optional(reference.repetition?.rawValue)),
      ("destination", .optional(reference.link?.destination)),
      ("line", .number(reference.words.range.line)),
    ])
  }

  private static func claims(_ claims: [Expectation]) -> JSONValue {
    .array(claims.filter { !$0.isUnread }.map(expectation))
  }

  /// Sentences that look like claims, and were not read.
  private static func unread(_ claims: [Expectation]) -> JSONValue {
    .array(
      claims.filter(\.isUnread).map { claim in
        .object([("text", .string(claim.text)), ("line", .number(claim.range.line))])
      })
  }

  private static func explanation(_ explanation: Explanation) -> JSONValue {
    .array(
      explanation.pieces.map { piece in
        .object([
          ("words", .string(piece.words)), ("part", .string(piece.part.rawValue)),
          ("detail", .string(piece.detail)),
        ])
      })
  }

  private static func place(_ range: SourceRange) -> JSONValue {
    .object([
      ("file", .string(range.file)), ("line", .number(range.start.line)),
      ("column", .number(range.start.column)),
    ])
  }

  private static func action(_ action: Action) -> JSONValue {
    .object([
      ("verb", .string(action.verb.rawValue)), ("raw_verb", .string(action.rawVerb.text)),
      ("intent", .string(action.intent.name)), ("state", action.intent.state),
      ("keys", .optional(action.intent.keys)), ("onto", .optional(action.intent.destination)),
      ("as", .optional(action.intent.person)),
      ("target", .optional(action.target?.antecedent?.text ?? action.target?.text)),
      ("noun", .optional(action.target?.noun?.text)),
      ("refers_to", action.target?.referent.map(referent) ?? .null),
      (
        "exceptions",
        .array((action.target?.exceptions ?? []).map { .string($0.text) })
      ),
      ("polarity", .string(action.readPolarity.rawValue)),
      ("value", .optional(action.value?.text)),
      ("value_kind", .optional(action.value?.kind.rawValue)),
      ("within", .optional(action.within?.text)), ("optional", .bool(action.isOptional)),
      ("condition", .optional(action.condition?.text)),
      ("condition_kind", .optional(action.condition?.kind.rawValue)),
      ("condition_negated", action.condition.map { .bool($0.clause.polarity == .denied) } ?? .null),
      ("condition_link", .optional(action.condition?.link?.rawValue)),
      ("line", .number(action.range.start.line)), ("column", .number(action.range.start.column)),
      ("end_line", .number(action.range.end.line)),
      ("end_column", .number(action.range.end.column)),
    ])
  }

  private static func referent(_ referent: Referent) -> JSONValue {
    let (kind, text): (String, JSONValue) =
      switch referent {
      case .earlier(let words): ("earlier", .string(words))
      case .made: ("made", .null)
      case .step(let number): ("step", .string(String(number)))
      case .previous: ("previous", .null)
      case .page(let path): ("page", .string(path))
      }
    return .object([("kind", .string(kind)), ("text", text)])
  }

  private static func expectation(_ expectation: Expectation) -> JSONValue {
    .object([
      ("claim", .string(expectation.claim.name)),
      ("polarity", .string(expectation.polarity.rawValue)), ("text", .string(expectation.text)),
      ("line", .number(expectation.range.line)),
    ])
  }

  private static func admonition(_ admonition: Admonition) -> JSONValue {
    .object([
      ("kind", .string(admonition.kind)), ("title", .optional(admonition.title)),
      ("file", .string(admonition.range.file)), ("line", .number(admonition.range.line)),
      ("text", .string(admonition.text)),
      ("expects", claims(admonition.expects)), ("unread", unread(admonition.expects)),
      ("prohibitions", .array(admonition.prohibitions.map(prohibition))),
    ])
  }

  private static func prohibition(_ prohibition: Prohibition) -> JSONValue {
    .object([
      ("text", .string(prohibition.words.text)), ("intent", .string(prohibition.intent.name)),
      ("target", .string(prohibition.target.text)),
      ("line", .number(prohibition.words.range.line)),
    ])
  }

  private static func image(_ image: Image) -> JSONValue {
    .object([
      ("path", .string(image.path)), ("alt", .string(image.alt)),
      ("line", .number(image.range.line)),
    ])
  }

  private static func prerequisite(_ link: Link) -> JSONValue {
    .object([
      ("path", .optional(link.resolved)), ("destination", .string(link.destination)),
      ("line", .number(link.range.line)),
    ])
  }

  private static func link(_ link: Link) -> JSONValue {
    .object([
      ("destination", .string(link.destination)), ("resolved", .optional(link.resolved)),
      ("anchor", .optional(link.anchor)), ("line", .number(link.range.line)),
      ("column", .number(link.range.start.column)),
    ])
  }

  private static func finding(_ finding: Finding) -> JSONValue {
    .object([
      ("rule", .string(finding.rule.rawValue)), ("severity", .string(finding.severity.rawValue)),
      ("message", .string(finding.message)), ("line", .number(finding.range.start.line)),
      ("column", .number(finding.range.start.column)),
      ("end_line", .number(finding.range.end.line)),
      ("end_column", .number(finding.range.end.column)),
    ])
  }
}
