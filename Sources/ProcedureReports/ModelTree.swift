import Diagnostics
package import ProcedureModel

/// What was understood of pages, as a tree that a writer can check by eye.
package enum ModelTree {
  package static func report(_ pages: [Page]) -> String {
    pages.map(text).joined(separator: "\n")
  }

  /// One page of the report.
  package static func text(_ page: Page) -> String {
    self.page(page).joined(separator: "\n") + "\n"
  }

  private static func page(_ page: Page) -> [String] {
    var lines = ["\(page.path): \(page.title.text)"]
    lines += access(page.statements, "  ")
    lines += page.admonitions.flatMap { admonition($0, "  ") }
    lines += page.prerequisites.map { "  requires \(place($0))" }
    if page.procedures.isEmpty { lines.append("  no procedure") }
    for procedure in page.procedures {
      lines.append("  procedure \"\(procedure.name)\", line \(procedure.title.range.line)")
      if let promise = procedure.promise {
        lines.append("    promises \(promise.effect.rawValue) of: \(promise.thing.text)")
      }
      lines += procedure.prerequisites.map { "    requires \(place($0))" }
      lines += access(procedure.statements, "    ")
      lines += procedure.steps.flatMap { step($0, "    ") }
      lines += procedure.admonitions.flatMap { admonition($0, "    ") }
      lines += procedure.expects.map { expectation($0, "    ") }
    }
    lines += page.findings.map {
      "  \($0.severity.rawValue)[\($0.rule.rawValue)] line \($0.range.line): \($0.message)"
    }
    return lines.map { OutputGate.visible($0) }
  }

  private static func access(_ statements: [Statement], _ indent: String) -> [String] {
    statements.compactMap { statement in
      statement.access.map { "\(indent)access \($0.phrase) (line \(statement.passage.range.line))" }
    }
  }

  private static func step(_ step: Step, _ indent: String) -> [String] {
    var lines = TextLayout.wrap(
      "\(step.ordinal). \(step.text)", first: indent.count, hanging: indent.count + 4)
    lines[0] = indent + (lines.first ?? "")
    let inner = indent + "     "
    if step.isOptional { lines.append(inner + "optional") }
    if let condition = step.condition { lines.append(inner + "only: \(condition.phrase)") }
    if let reason = step.reason { lines.append(inner + "\(step.kind.rawValue): \(reason.text)") }
    lines += step.actions.map { inner + action($0, of: step) }
    if !step.ways.isEmpty { lines.append(inner + "then one of these:") }
    for (index, way) in step.ways.enumerated() {
      lines += way.actions.map { "\(inner)  way \(index + 1) " + action($0, of: step) }
    }
    for way in step.alternatives {
      lines.append(inner + "or:")
      lines += way.map { inner + "  " + action($0, of: step) }
    }
    lines += step.prohibitions.map {
      "\(inner)forbids: \($0.intent.name) [\($0.target.text)]"
    }
    lines += step.references.map { reference in
      "\(inner)refers to: \(reference.words.text)"
        + (reference.repetition == nil ? "" : ", to perform once more")
    }
    lines += step.expects.map { expectation($0, inner) }
    lines += step.explanations.flatMap { explanation($0, inner) }
    lines += step.admonitions.flatMap { admonition($0, inner) }
    if !step.images.isEmpty { lines.append(inner + counted(step.images.count, "image")) }
    return lines + step.steps.flatMap { self.step($0, inner) }
  }

  private static func action(_ action: Action, of step: Step) -> String {
    var text = "- \(action.verb.rawValue)"
    if action.verb == .other { text += " (\(action.rawVerb.text.lowercased()))" }
    if let target = action.target {
      text += target.form == .label ? " [\(target.text)]" : " \"\(target.text)\""
      if let antecedent = target.antecedent { text += ", which is \"\(antecedent.text)\"" }
      if let noun = target.noun { text += " \(noun.text)" }
      if let qualifier = target.qualifier { text += ", the one \"\(qualifier)\"" }
      if target.isOnly { text += ", and nothing else" }
      text += target.exceptions.map { ", except [\($0.text)]" }.joined()
    }
    if action.readPolarity == .unknown { text += ", in doubt" }
    if let value = action.value { text += " = \(value.text) (\(value.kind.rawValue))" }
    if let person = action.intent.person { text += " as \"\(person)\"" }
    if let within = action.within { text += " in [\(within.text)]" }
    if action.isOptional, !step.isOptional { text += ", optional" }
    if let condition = action.condition, condition != step.condition {
      text += ", only: \(condition.phrase)"
    }
    return text
  }

  private static func explanation(_ explanation: Explanation, _ indent: String) -> [String] {
    let width = min(explanation.pieces.map(\.words.count).max() ?? 0, 32)
    return explanation.pieces.enumerated().map { index, piece in
      let detail = piece.detail.isEmpty ? "" : ", \(piece.detail)"
      let gap = String(repeating: " ", count: max(width - piece.words.count, 0) + 2)
      return indent + (index == 0 ? "> " : "  ") + piece.words + gap + piece.part.rawValue + detail
    }
  }

  private static func expectation(_ expectation: Expectation, _ indent: String) -> String {
    if expectation.isUnread {
      return "\(indent)states, and is not read: \"\(expectation.text)\""
        + " (line \(expectation.range.line))"
    }
    let place = expectation.actionsBefore.map { ", before action \($0 + 1)" } ?? ""
    let doubt = expectation.polarity == .unknown ? ", in doubt" : ""
    return
      "\(indent)expects: \(expectation.phrase)\(doubt)\(place) (line \(expectation.range.line))"
  }

  private static func admonition(_ admonition: Admonition, _ indent: String) -> [String] {
    let title = admonition.title.map { " \"\($0)\"" } ?? ""
    let head = "\(admonition.kind)\(title), line \(admonition.range.line): "
    var lines = TextLayout.wrap(
      head + admonition.text, first: indent.count, hanging: indent.count + 2)
    lines[0] = indent + (lines.first ?? "")
    return lines + admonition.expects.map { expectation($0, indent + "  ") }
  }

  private static func place(_ link: Link) -> String {
    "\"\(link.text)\", \(link.resolved ?? link.destination) (line \(link.range.line))"
  }
}

extension Condition {
  /// Its words, with those that it points back to.
  fileprivate var phrase: String {
    let before = others.map { "\"\($0.text)\"" }.joined(separator: ", ")
    return switch link {
    case nil: text
    case .same: others.isEmpty ? "\(text), of nothing" : "\(text), \(before)"
    case .otherwise: others.isEmpty ? "\(text), of nothing" : "\(text), not \(before)"
    }
  }
}

extension Target {
  /// The words with their noun: "New Role dialog".
  var phrase: String {
    guard form == .label, let noun else { return text }
    return "\(text) \(noun.text)"
  }
}
