import Diagnostics
import EngineInterface
import ProcedureModel

extension Session {
  /// Chooses an option of a drop-down list.
  ///
  /// In this order: what the step says; what is given; a record that the run made; the first that
  /// differs from the present one.
  mutating func chooseOption(
    of box: Control, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    if box.isExpanded == false {
      try await expand(.setExpanded(box.id, true), &attempt)
    }
    let open = screen.control(box.id) ?? box
    var options = open.descendants.filter { $0.role == .option && $0.isEnabled }.map(\.name)
    for exception in attempt.action.target?.exceptions ?? [] {
      guard let left = options.firstIndex(where: { LabelMatching.matches($0, exception.text) })
      else {
        attempt.fail(
          .controlNotFound, at: exception.range,
          "\"\(box.name)\" has no option \"\(exception.text)\" to leave out")
        return
      }
      options.remove(at: left)
    }
    guard let choice = choice(among: options, of: open, &attempt) else { return }
    guard choice.name != open.value else {
      attempt.deeds.append(deed(.alreadySo, box, choice.reason, []))
      attempt.findings.append(
        Finding(
          .alreadySo, at: attempt.action.range,
          "\"\(box.name)\" is already in the state that the step asks for"))
      return
    }
    let before = try await perform(.choose(box.id, option: choice.name))
    let effects = Effect.difference(from: before, to: observation)
    attempt.deeds.append(deed(.chose(choice.name), box, choice.reason, effects))
  }

  /// Nil if no option matches; the attempt has then failed.
  private func choice(
    among options: [String], of box: Control, _ attempt: inout Attempt
  ) -> (name: String, reason: Deed.Reason)? {
    let value = attempt.action.value.flatMap { value in
      value.kind == .literal || leavesNoChoice(value, options) ? value : nil
    }
    let given = memory.values.given(for: box.name)
    if let wanted = value?.text ?? given {
      if let option = options.first(where: { LabelMatching.matches($0, wanted) }) {
        return (option, value == nil ? .given : .asThePageSays)
      }
      let nearest = LabelMatching.nearest(to: wanted, among: options)
      attempt.fail(
        .controlNotFound, at: value?.range ?? attempt.action.range,
        "\"\(box.name)\" has no option \"\(wanted)\"",
        because: ["its options are: " + options.map { "\"\($0)\"" }.joined(separator: ", ")],
        perhaps: nearest.map { ["\"\($0)\""] } ?? [])
      return nil
    }
    let made = madeSoFar.map(\.name)
    if let record = made.last(where: options.contains) { return (record, .madeBefore) }
    if let other = options.first(where: { $0 != box.value }) {
      return (other, .firstDiffering)
    }
    if let only = options.first { return (only, .onlyOne) }
    attempt.fail(
      .controlNotFound, at: attempt.action.range, "\"\(box.name)\" has no options to choose from")
    return nil
  }

  /// Whether words without marks name an option: "to 90 days", not "to the one you want".
  private func leavesNoChoice(_ value: Value, _ options: [String]) -> Bool {
    if options.contains(where: { LabelMatching.matches($0, value.text) }) { return true }
    let words = LabelMatching.words(value.text)
    return value.text.first?.isUppercase == true && !words.contains(where: Words.leavesChoice)
  }

  private func deed(
    _ kind: Deed.Kind, _ box: Control, _ reason: Deed.Reason, _ effects: [Effect]
  ) -> Deed {
    Deed(
      kind: kind, role: box.role, name: box.name, collection: nil, reason: reason,
      effects: effects)
  }
}
