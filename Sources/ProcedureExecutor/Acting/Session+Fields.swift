import Diagnostics
import EngineInterface
import ProcedureModel

// Fields that are described and not named: "enter the first name and the e-mail address".
extension Session {
  mutating func describedField(
    _ target: Target, _ action: Action, _ scope: Scope, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    let found = fields(meantBy: target, action, scope)
    let isCalledSo = found.contains { LabelMatching.matches($0.name, target.text) }
    if !isCalledSo, target.members.count > 1 {
      try await eachMember(of: target, action, scope, &attempt)
      return
    }
    guard !found.isEmpty else {
      attempt.fail(
        .stepNotUnderstood, at: target.range,
        "can't tell which field \"\(target.text)\" means")
      return
    }
    if found.count == 1, !saysLabel(target, of: found[0]) {
      attempt.findings.append(
        Finding(
          .chosenTarget, at: target.range,
          "no field is called \"\(target.text)\"; filled in \"\(found[0].name)\", the only one"
            + " that can be meant"))
    }
    for field in found {
      try await use(field, &attempt)
      if attempt.failure != nil { return }
    }
  }

  /// "A name and a description", which no one field is called: each of them.
  ///
  /// What of it is not found is told when the rest is done.
  private mutating func eachMember(
    of target: Target, _ action: Action, _ scope: Scope, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    var missing: ActionFailure?
    for member in target.members {
      let part = Target(text: member.text, range: member.range, form: .described, isMarked: false)
      try await describedField(part, action, scope, &attempt)
      if let failure = attempt.failure {
        guard failure.rule == .stepNotUnderstood else { return }
        missing = missing ?? failure
        attempt.failure = nil
      }
    }
    attempt.failure = missing
  }

  /// All that words mean: one field, or those of a form, where they say that.
  private func fields(meantBy target: Target, _ action: Action, _ scope: Scope) -> [Control] {
    let all = controls(in: scope)
    if case .name(let word) = action.intent {
      // "Name the role": in its Role Name.
      let wanted = Set(LabelMatching.stems(target.text) + [word])
      let named = all.filter { field in
        let words = LabelMatching.stems(field.name)
        return Resolver.isUsable(field, to: action.intent) && !words.isEmpty
          && words.allSatisfy(wanted.contains)
      }
      return named.count == 1 ? named : []
    }
    let noun = LabelMatching.stems(target.noun?.text ?? target.text).last ?? ""
    let intent = action.intent == .assign ? Intent.enter : action.intent
    let found = resolver.fields(meantBy: target, to: intent, in: all)
    if found.isEmpty, Words.meansAllFields(noun) {
      return all.filter {
        $0.role.isTypable && $0.isEnabled && $0.isRequired && ($0.value ?? "").isEmpty
      }
    }
    if found.isEmpty, action.intent == .enter, target.members.isEmpty {
      return onlyField(target, all)
    }
    guard found.count > 1 else { return found }
    // "The dates": each of them.
    if let last = LabelMatching.words(target.text).last, last != Noun.singular(last) {
      return found
    }
    let needed = found.filter { $0.isRequired && ($0.value ?? "").isEmpty }
    return needed.count == 1 ? needed : []
  }

  /// Whether words and a field's label have a word in common.
  private func saysLabel(_ target: Target, of field: Control) -> Bool {
    !Set(LabelMatching.stems(target.text)).isDisjoint(with: LabelMatching.stems(field.name))
  }

  /// The only field that there is to fill in, or the only one that must be; for words that do not
  /// ask for another kind of text.
  private func onlyField(_ target: Target, _ all: [Control]) -> [Control] {
    guard FieldKind(label: LabelMatching.stems(target.text)) == nil else { return [] }
    let fields = all.filter { $0.role.isTypable && $0.role != .combobox && $0.isEnabled }
    guard fields.count > 1 else { return screen.modal == nil ? [] : fields }
    let needed = fields.filter { $0.isRequired && ($0.value ?? "").isEmpty }
    return needed.count == 1 ? needed : []
  }

  /// "Make your changes": one value of what is before the reader becomes another.
  mutating func change(_ attempt: inout Attempt) async throws(E.Failure) {
    let search = search(.change)
    let action = attempt.action
    for control in screen.reachable where isChangeable(control) {
      let works = try await trying(search) { session throws(E.Failure) in
        var tried = Attempt(action: action, following: [])
        let before = session.observation
        try await session.change(control, &tried)
        guard tried.failure == nil, session.observation != before else { return false }
        for index in attempt.following.indices {
          let rest = attempt.following[(index + 1)...]
          let done = try await session.perform(attempt.following[index], following: rest)
          guard done.failure == nil else { return false }
        }
        return attempt.following.isEmpty || session.observation.facts != before.facts
      }
      guard works == true else { continue }
      try await change(control, &attempt)
      attempt.findings.append(
        Finding(
          .chosenTarget, at: action.range,
          "\"\(action.words)\" doesn't name one thing; changed \"\(control.name)\""
            + " (\(Deed.Reason.firstServing.text))"))
      return
    }
    attempt.fail(
      .stepNotUnderstood, at: action.range,
      "can't tell what \"\(action.words)\" changes on \(screen.place.text)")
  }

  private mutating func change(
    _ control: Control, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    if control.role == .combobox {
      try await chooseOption(of: control, &attempt)
    } else {
      let intent: Intent = control.isChecked.map { .setChecked(!$0) } ?? .enter
      try await act(on: control, attempt.action.asking(intent), reason: nil, &attempt)
    }
  }

  /// What need not be filled in, and can be: what must has a value that others rely on.
  private func isChangeable(_ control: Control) -> Bool {
    control.isEnabled && !control.isRequired
      && (control.role.isTypable || control.role == .checkbox || control.role == .switch)
  }
}

extension Question {
  /// What can be changed so that the rest of the step can be done.
  fileprivate static let change = Question("change", budget: 200)
}
