import Diagnostics
import EngineInterface
import ProcedureModel

/// What an engine knows of who is signed in: roles, and permissions in a tree.
struct AccessTerms {
  let product: ProductDescription
  private let role: Circumstance
  private let permission: Circumstance?

  /// Nil where the engine can't be told who is signed in.
  init?(_ product: ProductDescription) {
    let who = product.circumstances.filter { product.actorKeys.contains($0.key) }
    guard let role = who.first(where: \.isWho) else { return nil }
    self.product = product
    self.role = role
    permission = who.first { if case .subset = $0.domain { true } else { false } }
  }

  /// Whether nothing was given that says who is signed in.
  func canVary(_ given: Circumstances) -> Bool {
    product.actorKeys.allSatisfy { given.values[$0] == nil }
  }

  /// A run as somebody else.
  struct Trial {
    enum Person: Hashable {
      case role(String)
      case holding([String])
    }

    let person: Person
    /// In words: "when signed in as Guest".
    let phrase: String
    let shouldFail: Bool
    /// What to report, where it is not so.
    var message = ""
    var range: SourceRange?

    func circumstances(in given: Circumstances, _ terms: AccessTerms) -> Circumstances {
      var changed = given
      for key in terms.product.actorKeys { changed.values[key] = nil }
      switch person {
      case .role(let name): changed.values[terms.role.key] = .one(name)
      case .holding(let names):
        if let permission = terms.permission { changed.values[permission.key] = .several(names) }
      }
      return changed
    }

    func finding(_ failure: String?, at passage: SourceRange) -> Finding {
      let tried = "tried \(phrase)" + (failure.map { ": \($0)" } ?? "")
      return Finding(
        failure == nil ? .conditionWithoutEffect : .accessRefused,
        at: range ?? passage, message, because: [tried])
    }
  }

  var asPlainest: Trial? {
    role.plainest.map { signedIn(as: $0, shouldFail: true) }
  }

  /// Somebody with all permissions, where a trial is of permissions.
  func holdingAll(like trial: Trial) -> Trial? {
    guard case .holding = trial.person, let permission else { return nil }
    return Trial(person: .holding(permission.values), phrase: "", shouldFail: false)
  }

  // MARK: Trials

  /// The runs by which a claim is proved, and findings for what can't be tried.
  func trials(of claim: AccessClaim, at passage: Passage) -> (trials: [Trial], [Finding]) {
    guard !claim.rights.isEmpty else {
      let trial = role.plainest.map { signedIn(as: $0, shouldFail: claim.force == .notEnough) }
      return ([trial].compactMap(\.self).map { told($0, claim, at: passage.range) }, [])
    }
    if let application = claim.elsewhere, !product.isCalled(application) {
      return ([], [untried(at: passage.range)])
    }
    var troubles: [Finding] = []
    var resolved: [(right: AccessClaim.Right, meaning: Meaning)] = []
    for right in claim.rights {
      switch meaning(of: right) {
      case let meaning?: resolved.append((right, meaning))
      case nil where right.kind == .unsaid: continue
      case nil where right.isNamed && !isOfSeveral(right): troubles.append(unknown(right))
      case nil: troubles.append(untried(at: right.words.range))
      }
    }
    guard troubles.isEmpty, let first = resolved.first else { return ([], troubles) }
    let trials: [Trial]
    switch claim.force {
    case .needed, .notNeeded:
      let isNeeded = claim.force == .needed
      if claim.isAny, resolved.count > 1 {
        trials = [without(resolved.map(\.meaning), shouldFail: isNeeded, claim)].compactMap(\.self)
          .map { told($0, claim, at: first.right.words.range) }
      } else {
        trials = resolved.compactMap { right, meaning in
          without([meaning], shouldFail: isNeeded, claim)
            .map { told($0, claim, at: right.words.range) }
        }
      }
    case .enough, .notEnough:
      let shouldFail = claim.force == .notEnough
      let held = resolved.compactMap { $0.meaning.permission }
      if !claim.isAny, held.count == resolved.count {
        trials = [
          told(holding(just: held, shouldFail: shouldFail), claim, at: first.right.words.range)
        ]
      } else {
        trials = resolved.map { right, meaning in
          told(with(meaning, shouldFail: shouldFail), claim, at: right.words.range)
        }
      }
    }
    return trials.isEmpty ? ([], [untried(at: first.right.words.range)]) : (trials, [])
  }

  private func told(_ trial: Trial, _ claim: AccessClaim, at range: SourceRange) -> Trial {
    var trial = trial
    trial.range = range
    trial.message =
      switch claim.force {
      case .needed: "the page says that this is required, but its steps work without it"
      case .enough: "the page says that this is enough, but its steps fail with it alone"
      case .notEnough: "the page says that this is not enough, but its steps work with it alone"
      case .notNeeded: "the page says that this is not needed, but its steps fail without it"
      }
    return trial
  }

  /// Whether it is a kind of permissions, of which there are several: "API permissions".
  ///
  /// "Access Roles" is a permission too, and no role "Access".
  private func isOfSeveral(_ right: AccessClaim.Right) -> Bool {
    let words = LabelMatching.stems(right.words.text)
    let known = (permission?.values ?? []).map { LabelMatching.stems($0) }
    guard right.kind == .permission else {
      return known.contains { $0.count == words.count + 1 && $0.starts(with: words) }
    }
    return known.count { words.allSatisfy($0.contains) } > 1
  }

  func untried(at range: SourceRange) -> Finding {
    Finding(
      .claimNotJudged, at: range,
      "the engine can't try this with other people, so it was not judged")
  }

  private func unknown(_ right: AccessClaim.Right) -> Finding {
    let noun = right.kind == .permission ? "permission" : "role"
    let names = right.kind == .permission ? permission?.values ?? [] : role.values
    return Finding(
      .conditionWithoutEffect, at: right.words.range,
      "the product has no \(noun) \"\(right.words.text)\"",
      perhaps: LabelMatching.nearest(to: right.words.text, among: names).map { ["\"\($0)\""] } ?? []
    )
  }

  // MARK: Persons

  private enum Meaning {
    case permission(String)
    case role(String)

    var permission: String? { if case .permission(let name) = self { name } else { nil } }
  }

  private func meaning(of right: AccessClaim.Right) -> Meaning? {
    let text = right.words.text
    let permissionNamed = permission?.values.first { LabelMatching.matches($0, text) }
    let roleNamed = role.values.first { value in
      LabelMatching.matches(value, text)
        || (role.people[value] ?? []).contains { isPeople($0, text) }
        || right.kind == .people && isPeople(value, text)
    }
    switch right.kind {
    case .permission:
      if let permissionNamed { return .permission(permissionNamed) }
      // "Admin permissions" are those of that role.
      return roleNamed.map(Meaning.role)
    case .role, .people:
      return roleNamed.map(Meaning.role)
    case .unsaid:
      return permissionNamed.map(Meaning.permission) ?? roleNamed.map(Meaning.role)
    }
  }

  /// "Marketing Users" are those who have that role.
  private func isPeople(_ name: String, _ words: String) -> Bool {
    LabelMatching.stems(name) == LabelMatching.stems(words)
  }

  private func signedIn(as name: String, shouldFail: Bool) -> Trial {
    Trial(person: .role(name), phrase: role.phrase(name), shouldFail: shouldFail)
  }

  private func with(_ meaning: Meaning, shouldFail: Bool) -> Trial {
    switch meaning {
    case .permission(let name): holding(just: [name], shouldFail: shouldFail)
    case .role(let name): signedIn(as: name, shouldFail: shouldFail)
    }
  }

  /// Somebody who holds some permissions and those above them.
  private func holding(just names: [String], shouldFail: Bool) -> Trial {
    let above = names.flatMap { permission?.ancestors[$0] ?? [] }
    let all = permission?.values.filter { names.contains($0) || above.contains($0) } ?? []
    return Trial(
      person: .holding(all), phrase: "with no permissions but \(names.joined(separator: ", "))",
      shouldFail: shouldFail)
  }

  /// Somebody who has all but some rights; nil where that tells nothing.
  private func without(
    _ meanings: [Meaning], shouldFail: Bool, _ claim: AccessClaim
  ) -> Trial? {
    let roles = meanings.compactMap { if case .role(let name) = $0 { name } else { nil } }
    guard roles.isEmpty else {
      if roles.contains(where: { $0 == role.standard }) {
        return role.plainest.map { signedIn(as: $0, shouldFail: shouldFail) }
      }
      // Of another role, whoever may do all may do this too, unless nobody else may.
      return claim.isOnly
        ? role.standard.map { signedIn(as: $0, shouldFail: shouldFail) } : nil
    }
    let names = meanings.compactMap(\.permission)
    let rest = (permission?.values ?? []).filter { value in
      !names.contains(value)
        && !(permission?.ancestors[value] ?? []).contains(where: names.contains)
    }
    return Trial(
      person: .holding(rest), phrase: "without the permission \(names.joined(separator: ", "))",
      shouldFail: shouldFail)
  }
}
