import Diagnostics
import ProcedureExecutor
import ProcedureModel

/// Makes the claims of a page false, one at a time: those that were proved on the page as it is.
struct ClaimMutator {
  private let path: String
  private let lines: [String]
  private let result: PageResult

  init(_ path: String, _ text: String, _ result: PageResult) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.result = result
  }

  func mutants() -> [ClaimMutant] {
    results() + conditions() + titles()
  }

  /// Steps that enter or choose something, called optional.
  ///
  /// Whether one is needed is told by the page without it.
  func optionalSteps() -> [(mutant: ClaimMutant, without: String)] {
    result.procedures.flatMap(\.steps).compactMap { step in
      let line = step.step.range.line
      guard step.step.range.file == path, step.outcome == .passed, !step.step.isOptional,
        step.step.condition == nil, step.step.allSubsteps.isEmpty,
        let marker = lines[line - 1].firstMatch(of: /^\s*\d+\. +/)
      else { return nil }
      let rest = lines[line - 1][marker.range.upperBound...]
      let turned = ClaimMutant(
        .optional, line, String(marker.output) + "(Optional) " + rest, of: lines)
      let without = ClaimMutant(.optional, line, String(marker.output) + "Wait.", of: lines)
      return (turned, without.text)
    }
  }

  private func mutant(_ kind: ClaimMutant.Kind, _ line: Int, _ text: String?) -> ClaimMutant? {
    guard let text, text != lines[line - 1] else { return nil }
    return ClaimMutant(kind, line, text, of: lines)
  }

  // MARK: Results

  private func results() -> [ClaimMutant] {
    result.procedures.flatMap(\.expectations).flatMap { expected -> [ClaimMutant] in
      let expectation = expected.expectation
      let range = expectation.range
      guard expected.verdict.isMet, range.file == path, range.start.line == range.end.line,
        let parts = split(range)
      else { return [] }
      let words = ClaimWords(parts.words)
      var turned = [(ClaimMutant.Kind.name, words.named("Frob"))]
      if case .showsText = expectation.claim {
        // The quotation alone; what says it stands before.
        let says = ClaimWords(parts.before).negated
        let denied = says.map { $0 + parts.words + parts.after }
        let other = parts.before + "Frob" + parts.after
        return [
          mutant(.negated, range.line, denied), mutant(.name, range.line, other),
        ].compactMap(\.self)
      }
      turned += [
        (.negated, words.negated), (.number, words.doubled), (.place, words.elsewhere),
        (.place, words.inAnotherPlace),
        (.person, words.toAnotherPerson),
      ]
      turned += words.unnamed.map { (.name, $0) }
      return turned.compactMap { kind, text in
        mutant(kind, range.line, text.map { parts.before + $0 + parts.after })
      }
    }
  }

  // MARK: Who may do it, and when

  private func conditions() -> [ClaimMutant] {
    result.conditions.flatMap { condition -> [ClaimMutant] in
      let range = condition.statement.passage.range
      guard condition.failure != nil, range.file == path else { return [] }
      let line = lines[range.line - 1]
      let words = ClaimWords(line)
      var turned = [(ClaimMutant.Kind.negated, words.requirementDenied)]
      if condition.tried.hasPrefix("when signed in as") || condition.tried.contains("permission") {
        turned += ClaimWords.falseRights.map { (.person, $0) }
      }
      return turned.compactMap { mutant($0.0, range.line, $0.1) }
    }
  }

  // MARK: Titles

  private func titles() -> [ClaimMutant] {
    result.procedures.flatMap { procedure -> [ClaimMutant] in
      let range = procedure.procedure.title.range
      guard procedure.procedure.promise != nil, range.file == path,
        lines[range.line - 1].hasPrefix("#")
      else { return [] }
      let words = ClaimWords(lines[range.line - 1])
      return [
        (ClaimMutant.Kind.title, words.withAnotherVerb), (.title, words.withAnotherThing),
        (.number, words.ofTwo),
      ].compactMap { mutant($0.0, range.line, $0.1) }
    }
  }

  /// A line before, in and behind a range.
  private func split(_ range: SourceRange) -> (before: String, words: String, after: String)? {
    guard lines.indices.contains(range.line - 1) else { return nil }
    let bytes = Array(lines[range.line - 1].utf8)
    let start = range.start.column - 1
    let end = range.end.column - 1
    guard start <= end, end <= bytes.count else { return nil }
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return (text(0..<start), text(start..<end), text(end..<bytes.count))
  }
}

extension ClaimMutant {
  init(_ kind: Kind, _ line: Int, _ text: String, of lines: [String]) {
    var changed = lines
    changed[line - 1] = text
    self.init(kind: kind, text: changed.joined(separator: "\n"), number: line, line: text)
  }
}
