import Diagnostics
import ProcedureExecutor
import ProcedureModel

/// A page with one sentence turned, and what must come of it.
struct Mutant: Sendable {
  enum Turn: String, CaseIterable, Sendable {
    case denied, doublyDenied, excepted, underFalse, underTrue, otherwise
  }

  enum Verdict: Sendable {
    /// The action is not performed.
    case notDone(Performed)
    /// It is performed as before.
    case done(Performed)
    /// The claim is not ticked.
    case notMet(Claimed)
    /// It is not an error.
    case notFalse(Claimed)
    /// The condition is not proved.
    case notProved(String)
  }

  /// An action, by its line and what it is done to.
  struct Performed: Sendable {
    let line: Int
    let target: String
    let deeds: [String]
  }

  struct Claimed: Sendable {
    let line: Int
    let claim: String
  }

  let path: String
  let turn: Turn
  let text: String
  let verdict: Verdict
  /// The line that was turned, as it is now.
  let line: String

  /// What is wrong with the verdict; nil where it is right.
  func fault(in result: PageResult) -> String? {
    let actions = result.procedures.flatMap(\.steps).flatMap(\.actions)
    func performed(_ wanted: Performed) -> Bool {
      actions.contains { action in
        action.outcome == .passed && action.action.rawVerb.range.line == wanted.line
          && action.action.target?.text == wanted.target
          && wanted.deeds.allSatisfy { action.deeds.map(\.name).contains($0) }
      }
    }
    func results(_ wanted: Claimed) -> [ExpectationResult] {
      result.procedures.flatMap(\.expectations).filter {
        $0.expectation.range.line == wanted.line && $0.expectation.claim.name == wanted.claim
      }
    }
    switch verdict {
    case .notDone(let action): return performed(action) ? "performed" : nil
    case .done(let action): return performed(action) ? nil : "not performed"
    case .notMet(let claim):
      return results(claim).contains { $0.verdict.isMet } ? "ticked" : nil
    case .notFalse(let claim):
      return results(claim).contains { $0.verdict == .notMet } ? "called false" : nil
    case .notProved(let tried):
      return result.conditions.contains { $0.tried == tried && $0.shouldFail && $0.isAsStated }
        ? "proved" : nil
    }
  }
}

/// Turns the sentences of a page that passed, one at a time.
struct Mutator {
  private let path: String
  private let lines: [String]
  private let result: PageResult

  init(_ path: String, _ text: String, _ result: PageResult) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.result = result
  }

  func mutants() -> [Mutant] { actions() + claims() + conditions() }

  private func mutant(
    _ turn: Mutant.Turn, _ line: Int, _ text: String, _ verdict: Mutant.Verdict
  ) -> Mutant {
    var changed = lines
    changed[line - 1] = text
    return Mutant(
      path: path, turn: turn, text: changed.joined(separator: "\n"), verdict: verdict, line: text)
  }

  // MARK: Actions

  private func actions() -> [Mutant] {
    result.procedures.flatMap(\.steps).flatMap { step in
      step.actions.flatMap { action in
        isTurnable(action, in: step) ? actions(action) : []
      }
    }
  }

  /// A plain instruction of the page itself that was performed, with its verb where a clause begins.
  private func isTurnable(_ result: ActionResult, in step: StepResult) -> Bool {
    let action = result.action
    let verb = action.rawVerb.range
    guard result.outcome == .passed, !result.deeds.isEmpty, verb.file == path,
      action.condition == nil, !action.isOptional, action.target?.form == .label,
      !result.deeds.contains(where: { $0.kind == .alreadySo || $0.kind == .found }),
      step.step.untaken.isEmpty, let words = split(verb.start)
    else { return false }
    let before = words.before.trimmingSpaces
    let isAlone =
      step.actions.count { $0.action.target?.text == action.target?.text } == 1
    return isAlone
      && (before.allSatisfy { $0.isNumber || ".>*-)".contains($0) } || before.hasSuffix(".")
        || before.hasSuffix(" and") || before.hasSuffix(" then"))
  }

  private func actions(_ result: ActionResult) -> [Mutant] {
    let action = result.action
    guard let target = action.target, let words = split(action.rawVerb.range.start) else {
      return []
    }
    let line = action.rawVerb.range.line
    let performed = Mutant.Performed(
      line: line, target: target.text, deeds: [result.deeds.last?.name ?? ""])
    let rest = words.after.prefix(1).lowercased() + words.after.dropFirst()
    func turned(_ turn: Mutant.Turn, _ inserted: String, _ verdict: Mutant.Verdict) -> Mutant {
      mutant(turn, line, words.before + inserted + rest, verdict)
    }
    let frob = "if the **Frob** dialog opens, "
    var mutants = [
      turned(.denied, "do not ", .notDone(performed)),
      turned(.denied, "never ", .notDone(performed)),
      turned(.doublyDenied, "do not forget to ", .done(performed)),
      turned(.underFalse, frob, .notDone(performed)),
      turned(.underFalse, "unless there is no **Frob** button, ", .notDone(performed)),
      turned(.underTrue, "if there is no **Frob** button, ", .done(performed)),
      turned(.underTrue, "unless the **Frob** dialog is shown, ", .done(performed)),
      turned(.otherwise, frob + "click **Frob**; otherwise, ", .done(performed)),
      turned(.otherwise, "if there is no **Frob** button, wait; otherwise, ", .notDone(performed)),
    ]
    if target.range.line == line, let place = split(target.range.end) {
      // Behind the marks that set the label off.
      let marks = place.after.prefix { "*]_".contains($0) }
      let text = place.before + marks + " except **Frob**" + place.after.dropFirst(marks.count)
      mutants.append(mutant(.excepted, line, text, .notDone(performed)))
    }
    return mutants
  }

  // MARK: Claims

  private static let denials: [(verb: String, denied: String, twice: String)] = [
    (" is ", " is not ", " is never not "), (" are ", " are not ", " are never not "),
    (" will ", " will not ", " will never not "), (" says", " does not say", " never does not say"),
    (" appears", " does not appear", " never does not appear"),
    (" opens", " does not open", " never does not open"),
    (" closes", " does not close", " never does not close"),
    (" has ", " does not have ", " never does not have "),
    (" without ", " not without ", " not ever not without "),
  ]

  private func claims() -> [Mutant] {
    result.procedures.flatMap(\.expectations).flatMap { expected -> [Mutant] in
      let range = expected.expectation.range
      guard expected.verdict.isMet, range.file == path, lines.indices.contains(range.line - 1)
      else {
        return []
      }
      let text = lines[range.line - 1]
      let claimed = Mutant.Claimed(line: range.line, claim: expected.expectation.claim.name)
      var mutants: [Mutant] = []
      for entry in Self.denials {
        guard let verb = verb(entry.verb, of: expected.expectation, in: text) else { continue }
        func with(_ words: String) -> String {
          text[..<verb.lowerBound] + words + text[verb.upperBound...]
        }
        let isDenied = expected.expectation.polarity == .denied
        mutants.append(
          mutant(.denied, range.line, with(entry.denied), .notMet(claimed)))
        if !isDenied {
          mutants.append(mutant(.doublyDenied, range.line, with(entry.twice), .notFalse(claimed)))
        }
        break
      }
      guard let words = split(range.start), !words.after.isEmpty else { return mutants }
      let before = words.before.trimmingSpaces
      guard before.isEmpty || before.hasSuffix(".") || before.hasSuffix(">") else { return mutants }
      let rest = words.after.prefix(1).lowercased() + words.after.dropFirst()
      for (turn, inserted) in [
        (Mutant.Turn.underFalse, "If the **Frob** dialog opens, "), (.otherwise, "Otherwise, "),
        (.excepted, "Hardly ever, "),
      ] {
        mutants.append(mutant(turn, range.line, words.before + inserted + rest, .notMet(claimed)))
      }
      return mutants
    }
  }

  /// Where a verb stands that states a claim: in its clause, or before what it quotes.
  private func verb(
    _ verb: String, of claim: Expectation, in text: String
  ) -> Range<String.Index>? {
    let bytes = text.utf8
    guard claim.range.start.line == claim.range.end.line,
      let start = bytes.index(
        bytes.startIndex, offsetBy: claim.range.start.column - 1, limitedBy: bytes.endIndex),
      let end = bytes.index(
        bytes.startIndex, offsetBy: claim.range.end.column - 1, limitedBy: bytes.endIndex)
    else { return nil }
    if case .showsText = claim.claim {
      let sentence = text[..<start].ranges(of: ". ").last?.upperBound ?? text.startIndex
      return text[sentence..<start].ranges(of: verb).last
    }
    return text[start..<end].ranges(of: verb.trimmingSpaces).first.map { found in
      // With the spaces that the words have around them.
      let before = verb.hasPrefix(" ") ? text.index(before: found.lowerBound) : found.lowerBound
      let after = verb.hasSuffix(" ") ? text.index(after: found.upperBound) : found.upperBound
      return before..<after
    }
  }

  // MARK: Conditions

  private static let requirements: [(words: String, denied: String)] = [
    ("has been", "has never been"), ("have been", "have never been"), ("has ", "does not have "),
    ("Required", "Not Required"), ("required", "not required"), (" uses ", " does not use "),
    ("must be", "need not be"), ("must have", "need not have"), (" have ", " do not have "),
  ]

  private func conditions() -> [Mutant] {
    result.conditions.compactMap { condition in
      let range = condition.statement.passage.range
      guard condition.failure != nil, range.file == path else { return nil }
      let text = lines[range.line - 1]
      for entry in Self.requirements {
        guard let words = text.ranges(of: entry.words).first else { continue }
        return mutant(
          .denied, range.line, text[..<words.lowerBound] + entry.denied + text[words.upperBound...],
          .notProved(condition.tried))
      }
      return nil
    }
  }

  /// A line before and after a place.
  private func split(_ place: SourcePosition) -> (before: String, after: String)? {
    guard lines.indices.contains(place.line - 1) else { return nil }
    let bytes = Array(lines[place.line - 1].utf8)
    guard place.column - 1 <= bytes.count else { return nil }
    return (
      String(decoding: bytes[..<(place.column - 1)], as: UTF8.self),
      String(decoding: bytes[(place.column - 1)...], as: UTF8.self)
    )
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(reversed().drop { $0 == " " }.reversed().drop { $0 == " " })
  }
}
