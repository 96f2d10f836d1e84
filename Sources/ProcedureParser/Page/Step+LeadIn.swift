import ProcedureModel

extension Step {
  /// "Navigate to the **Users & Roles** page:" over steps that do it: those are what is done, and
  /// the page is what they lead to.
  mutating func leadIn() {
    guard steps.count > 0, text.hasSuffix(":"), actions.count == 1, let target = actions[0].target,
      target.form == .label || target.form == .described, alternatives.isEmpty, ways.isEmpty,
      [.navigate, .open, .select].contains(actions[0].verb),
      let last = steps.indices.last
    else { return }
    let wanted = actions[0]
    let isOpening = wanted.verb == .open
    let claim = Expectation(
      claim: .appears(target, isOpening: isOpening), text: text, range: wanted.range)
    actions = []
    kind = .informational
    reason = Reason(.introduces, words: text)
    // What is opened further on is judged there.
    guard !isOpening, target.form == .label else { return }
    steps[last].expects.append(claim)
  }
}
