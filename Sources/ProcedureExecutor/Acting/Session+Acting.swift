import Diagnostics
import EngineInterface
import ProcedureModel

extension Session {
  /// Performs one action of a step; a choice is made so that the actions following it can be done.
  mutating func perform(
    _ action: Action, following: ArraySlice<Action>
  ) async throws(E.Failure) -> (deeds: [Deed], failure: ActionFailure?, findings: [Finding]) {
    var action = action
    if let name = action.asName, isClickable(name.text) {
      action = .click(Target(text: name.text, range: name.range, form: .label, isMarked: false))
    }
    var attempt = Attempt(action: action, following: following)
    try await take(action, &attempt)
    if attempt.failure == nil, action.target?.isOnly == true, action.intent.selects {
      try await clearOthers(&attempt)
    }
    if action.isNameAlone, attempt.failure != nil {
      // What is no name of a control may be the name of something else.
      attempt.fail(
        .stepNotUnderstood, at: action.range, "can't tell what to do with \"\(action.words)\"")
    }
    return (attempt.deeds, attempt.failure, attempt.findings)
  }

  /// Whether words are the name of something that is clicked.
  private func isClickable(_ name: String) -> Bool {
    screen.reachable.contains { $0.role.isClickable && LabelMatching.matches($0.name, name) }
  }

  /// Goes along a path of labels to the place that its last one names.
  mutating func follow(
    _ path: Target, _ action: Action, _ attempt: inout Attempt
  ) async throws(E.Failure) -> Scope? {
    var way = action.asking(.visit)
    way.target = path
    way.within = nil
    var parts = way.parts
    var inside = action
    inside.within = parts.popLast()?.target
    for part in parts where attempt.failure == nil && !isGroup(part) {
      try await perform(part, &attempt)
    }
    return attempt.failure == nil ? try await scope(of: inside, &attempt) : nil
  }

  /// Performs an action part by part, where it is a path.
  private mutating func take(
    _ action: Action, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    var group: Target?
    for (index, written) in action.parts.enumerated() {
      var part = written
      if index > 0 { part.within = group }
      group = nil
      if index + 1 < action.parts.count, isGroup(part) {
        // "Admin > Security > Users & Roles": a caption on the way is where to look next.
        group = part.target
        if let finding = captionAsWritten(part) { attempt.findings.append(finding) }
      } else {
        try await perform(part, &attempt)
        if attempt.failure != nil {
          attempt.failure?.because += attempt.findings.filter { $0.rule == .labelAsWritten }
            .map(\.message)
        }
        if attempt.failure?.rule == .controlNotFound {
          attempt.failure?.perhaps += nearest(to: action.parts[(index + 1)...])
        }
        if attempt.failure != nil { break }
      }
    }
  }

  /// What is near to the rest of a path that failed, where that is on the same screen.
  private func nearest(to rest: ArraySlice<Action>) -> [String] {
    let names = screen.reachable.filter { $0.role.isClickable && !$0.isDestructive }.map(\.name)
    return rest.compactMap(\.target).filter { target in
      !names.contains { LabelMatching.matches($0, target.text) }
    }
    .compactMap { LabelMatching.nearest(to: $0.text, among: names) }.map { "\"\($0)\"" }
  }

  /// "Select only **X**": what else is checked beside it is cleared.
  private mutating func clearOthers(_ attempt: inout Attempt) async throws(E.Failure) {
    guard let deed = attempt.deeds.last,
      let item = screen.reachable.first(where: {
        $0.role == deed.role && $0.name == deed.name && $0.isChecked == true
      }), let collection = screen.collection(of: item)
    else { return }
    for other in collection.descendants
    where other.isChecked == true && other.id != item.id
      && !other.descendants.contains(where: { $0.id == item.id })
      && !item.descendants.contains(where: { $0.id == other.id })
    {
      try await act(on: other, attempt.action.asking(.setChecked(false)), reason: nil, &attempt)
      if attempt.failure != nil { return }
    }
  }

  /// The state of an action in progress.
  struct Attempt {
    let action: Action
    let following: ArraySlice<Action>
    var deeds: [Deed] = []
    var failure: ActionFailure?
    var findings: [Finding] = []

    mutating func fail(
      _ rule: Rule, at range: SourceRange, _ message: String, because: [String] = [],
      perhaps: [String] = []
    ) {
      failure = ActionFailure(
        rule: rule, range: range, message: message, because: because, perhaps: perhaps)
    }
  }

  private mutating func perform(
    _ action: Action, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    if case .press(let chord) = action.intent { return try await press(chord, &attempt) }
    if let change = personChange(action) { return try await perform(change, &attempt) }
    if let step = memory.signedOut { return nobodyIsSignedIn(since: step, &attempt) }
    if action.intent == .change, action.readPolarity != .unknown {
      return try await change(&attempt)
    }
    if action.readPolarity == .unknown {
      attempt.fail(
        .stepNotUnderstood, at: action.range,
        "can't tell what is left out or denied here, so \"\(action.words)\" was not performed")
      return
    }
    guard let target = action.target?.named, target.form != .pronoun else {
      attempt.fail(
        .stepNotUnderstood, at: action.range,
        "can't tell what \"\(action.words)\" acts on")
      return
    }
    if action.intent.onlyLooks {
      look(for: target, action, &attempt)
      if action.intent == .seek { try await enter(target, action, &attempt) }
      return
    }
    if action.intent == .unknown {
      attempt.fail(
        .stepNotUnderstood, at: action.range,
        "can't tell what to do with \"\(action.words)\"")
      return
    }
    if isPlace(target, of: action.intent) {
      attempt.deeds.append(
        Deed(
          kind: .alreadySo, role: .document, name: target.text, collection: nil, reason: nil,
          effects: []))
      return
    }
    if target.form == .described,
      let field = resolver.field(named: action.within, to: action.intent)
    {
      return try await use(field, &attempt)
    }
    guard let scope = try await scope(of: action, &attempt) else { return }
    if action.intent == .visit, isGroup(action) {
      // "In **Admin**, go to **Security**": a group of it, which is open to see.
      return attempt.deeds.append(
        Deed(
          kind: .alreadySo, role: .document, name: target.text, collection: nil, reason: nil,
          effects: []))
    }
    switch target.form {
    case .label where isKind(target, action, scope):
      try await choose(target, in: nil, scope: scope, &attempt)
    case .label, .literal, .pronoun: try await useNamed(target, action, scope, &attempt)
    case .described: try await useDescribed(target, action, scope, &attempt)
    }
  }

  private mutating func useNamed(
    _ target: Target, _ action: Action, _ scope: Scope, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    if let branch = branch(besidePlus: target, action, in: scope) {
      return try await act(on: branch, action.asking(.setExpanded(true)), reason: nil, &attempt)
    }
    guard let control = try await locate(target, action.intent, in: scope, &attempt) else {
      // "Configure your Webhook": a goal, and no label.
      if action.intent == .goal, !target.isMarked {
        attempt.fail(
          .stepNotUnderstood, at: target.range,
          "can't tell what to do with \"\(target.text)\"")
      }
      // "Type "Hello"": a text, and no field of that name.
      if target.form == .literal, action.intent == .enter {
        attempt.fail(
          .stepNotUnderstood, at: target.range, "can't tell where \"\(target.text)\" is typed")
      }
      return
    }
    if case .drag(let place) = action.intent {
      return try await drag(control, onto: place, &attempt)
    }
    let chooses = action.intent.chooses || control.role == .combobox && action.intent == .enter
    guard target.exceptions.isEmpty || control.role.isCollection && chooses else {
      attempt.fail(
        .stepNotUnderstood, at: action.range,
        "can't tell what is left out of \"\(control.name)\"")
      return
    }
    if control.role.isCollection, chooses {
      try await choose(target, in: control, scope: Scope(holder: control.id), &attempt)
    } else {
      try await act(on: control, action, reason: distinction(of: control, target), &attempt)
    }
  }

  private mutating func useDescribed(
    _ target: Target, _ action: Action, _ scope: Scope, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    let isClicked = [.activate, .visit, .hover, .doubleActivate].contains(action.intent)
    // "Its row": of what was looked for.
    if isClicked, target.noun?.control == .row, LabelMatching.stems(target.text).count == 1,
      let row = procedureState.lookedAt.flatMap(screen.control), row.role.isItem
    {
      try await act(on: row, action, reason: nil, &attempt)
      return
    }
    if isClicked, let place = action.within, place.isBeside,
      let control = resolver.control(beside: place, in: controls(in: scope))
        ?? procedureState.lookedAt.flatMap({
          resolver.control(beside: place, in: controls(in: Scope(holder: $0)))
        })
    {
      try await act(on: control, action, reason: nil, &attempt)
      return
    }
    if isClicked, let list = onlyList(target, in: scope) {
      return try await act(on: list, action, reason: nil, &attempt)
    }
    switch action.intent {
    case .choose, .setChecked, .clear, .activate, .doubleActivate, .openContextMenu, .visit:
      try await choose(target, in: nil, scope: scope, &attempt)
    case .enter, .name, .assign:
      try await describedField(target, action, scope, &attempt)
    default:
      // Don't guess what "configure the report" means.
      attempt.fail(
        .stepNotUnderstood, at: target.range,
        "can't tell what to do with \"\(target.text)\"")
    }
  }

  /// Gives a field or a choice a value that the page leaves open.
  mutating func use(_ field: Control, _ attempt: inout Attempt) async throws(E.Failure) {
    if field.role == .combobox {
      try await chooseOption(of: field, &attempt)
    } else {
      try await act(on: field, attempt.action, reason: nil, &attempt)
    }
  }

  /// "Select the Workspace", "the **API Only User** that you created": a kind of records with a
  /// capital or a mark, where nothing is called so.
  private func isKind(_ target: Target, _ action: Action, _ scope: Scope) -> Bool {
    guard action.intent.chooses, target.path.isEmpty, target.isMarked ? isMade(target) : true,
      target.isMarked
        || !resolver.collections(named: target.text, in: screen.reachable).isEmpty
    else { return false }
    return resolver.candidates(for: target, to: action.intent, in: controls(in: scope)).controls
      .isEmpty
  }

  /// Whether marked words point at a record that was created: "the **API Only User** that you
  /// created".
  private func isMade(_ target: Target) -> Bool {
    guard let referent = target.referent, referent != .previous,
      let kind = product.factKind(called: target.text)
    else { return false }
    return madeSoFar.contains { $0.kind == kind.name }
  }

  /// What distinguishes a control from another one of the same name: the noun.
  private func distinction(of control: Control, _ target: Target) -> Deed.Reason? {
    guard let noun = target.noun, let other = screen.namesakes(of: control).first else {
      return nil
    }
    return .noun(noun.text, not: other.role)
  }

  /// Whether a part of a menu path only names a group of controls that is open to see.
  private func isGroup(_ part: Action) -> Bool {
    guard let target = part.target else { return false }
    let usable = resolver.candidates(for: target, to: part.intent, in: screen.reachable).controls
    // On the way to a box to check, a branch is opened and not checked.
    if part.intent.chooses, usable.contains(where: { $0.isExpanded != nil }) { return true }
    guard usable.isEmpty, case .inside = resolver.container(target) else { return false }
    return true
  }

  /// That a caption on the way is written otherwise: "Integrations" for "Integration".
  private func captionAsWritten(_ part: Action) -> Finding? {
    guard let target = part.target, case .inside(let id) = resolver.container(target),
      let name = screen.control(id)?.name, !LabelMatching.matches(name, target.text)
    else { return nil }
    return Finding(
      .labelAsWritten, at: target.range,
      "the page writes \"\(target.text)\"; the label is \"\(name)\"")
  }

  /// "Go to X" where X is shown already.
  private func isPlace(_ target: Target, of intent: Intent) -> Bool {
    guard [.visit, .goal, .assign].contains(intent) else { return false }
    if screen.application == nil, product.isCalled(target.text) { return true }
    return intent == .visit && LabelMatching.matches(screen.name, target.text)
  }
}

extension Action {
  /// A menu path as one action a part; anything else is itself.
  var parts: [Action] {
    guard let target, target.path.count > 1 else { return [self] }
    return target.path.enumerated().map { index, part in
      var action = self
      let isLast = index == target.path.count - 1
      action.target = Target(
        text: part.text, range: part.range, form: .label, isMarked: target.isMarked,
        noun: isLast ? target.noun : nil)
      if isLast {
        action.target?.exceptions = target.exceptions
        action.target?.polarity = target.polarity
      }
      return action
    }
  }
}

extension Intent {
  /// Whether it can mean choosing one thing out of a collection.
  var chooses: Bool {
    switch self {
    case .choose, .setChecked, .clear, .assign, .goal, .include, .copy: true
    default: false
    }
  }

  /// Whether it asks to look, or to leave things as they are.
  var onlyLooks: Bool { [.look, .seek, .wait, .scroll].contains(self) }
}
