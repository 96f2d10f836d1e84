import Diagnostics
import EngineInterface
import ProcedureModel

// What is done to a control that was found.
extension Session {
  /// What a verb does to a control, and why it does so.
  struct Plan {
    let interaction: Interaction
    let kind: Deed.Kind
    var reason: Deed.Reason?
    /// Using it is expected to leave no trace: a field that gets the focus.
    var isSilent = false
  }

  mutating func act(
    on control: Control, _ action: Action, reason: Deed.Reason?, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    func deed(_ kind: Deed.Kind, _ reason: Deed.Reason?, _ effects: [Effect]) -> Deed {
      Deed(
        kind: kind, role: control.role, name: control.name, purpose: control.purpose,
        collection: screen.collection(of: control)?.name, reason: reason, effects: effects)
    }
    let range = attempt.action.range
    // To copy a text, it only has to exist.
    if control.role.isTypable, action.intent == .copy {
      attempt.deeds.append(deed(.found, reason, []))
      return
    }
    guard control.isEnabled else {
      attempt.fail(
        .controlDisabled, at: range, "\"\(control.name)\" is disabled",
        because: control.disabledReasons)
      return
    }
    if case .include(let isIn) = action.intent, control.isChecked == nil,
      !isIn || !(control.role.isItem || control.role.isTypable)
    {
      attempt.fail(
        .stepNotUnderstood, at: range,
        "can't tell what to do with \"\(action.words)\"")
      return
    }
    guard let plan = plan(for: control, action) else {
      if action.intent == .setExpanded(true), control.role == .treeitem {
        stepState.expandedNow = ExpandedBranch(id: control.id, range: range)
      }
      attempt.deeds.append(deed(.alreadySo, reason, []))
      attempt.findings.append(
        Finding(
          .alreadySo, at: range,
          "\"\(control.name)\" is already in the state that the"
            + " step asks for"))
      return
    }
    guard takes(plan.interaction, &attempt), let plan = joint(plan, control, &attempt) else {
      return
    }
    let collection = screen.collection(of: control)?.name
    note(selected: control, by: attempt.action)
    if action.intent == .setExpanded(true), control.role == .treeitem {
      stepState.expandedNow = ExpandedBranch(id: control.id, range: range)
    }
    if control.role == .combobox { stepState.list = control.id }
    if plan.kind == .unchecked { procedureState.cleared.insert(control.id) }
    let before = try await perform(plan.interaction)
    let effects = Effect.difference(from: before, to: observation)
    attempt.deeds.append(
      Deed(
        kind: plan.kind, role: control.role, name: control.name, purpose: control.purpose,
        collection: collection,
        reason: plan.reason ?? reason, effects: effects))
    if !screen.isModelled, before.screen.name != screen.name {
      attempt.fail(
        .screenNotModelled, at: range,
        "\"\(control.name)\" leads to \(screen.name), which the engine doesn't model yet")
    } else if before == observation, !plan.isSilent {
      attempt.findings.append(
        Finding(.noEffect, at: range, "using \"\(control.name)\" changes nothing"))
    }
  }

  /// Nil if the control is already in the requested state.
  mutating func plan(for control: Control, _ action: Action) -> Plan? {
    let id = control.id
    switch action.intent {
    case .setExpanded(let isExpanded):
      guard control.isExpanded != isExpanded else { return nil }
      return Plan(
        interaction: .setExpanded(id, isExpanded), kind: isExpanded ? .expanded : .collapsed)
    case .clear:
      return control.clearing.map { Plan(interaction: $0.interaction, kind: $0.kind) }
    case .doubleActivate: return Plan(interaction: .doubleActivate(id), kind: .doubleActivated)
    case .openContextMenu: return Plan(interaction: .openContextMenu(id), kind: .contextMenuOpened)
    case .hover: return Plan(interaction: .hover(id), kind: .hovered, isSilent: true)
    case .upload:
      let file = action.value?.text ?? ""
      return Plan(interaction: .upload(id, file: file), kind: .uploaded(file))
    default: break
    }
    if let isChecked = control.isChecked, let wanted = action.wanted(of: isChecked) {
      guard wanted != isChecked else { return nil }
      return Plan(interaction: .setChecked(id, wanted), kind: wanted ? .checked : .unchecked)
    }
    if control.role.isTypable, control.role != .combobox, action.intent.types {
      if let value = action.value, value.kind == .literal {
        guard control.value != value.text else { return nil }
        return Plan(
          interaction: .fill(id, value.text), kind: .typed(value.text), reason: .asThePageSays)
      }
      let value = memory.values.text(
        for: control, besides: observation.facts.map(\.name).filter { $0 != control.value })
      guard control.value != value.text else { return nil }
      return Plan(
        interaction: .fill(id, value.text), kind: .typed(value.text), reason: value.reason)
    }
    if control.isSelected == true { return nil }
    return Plan(
      interaction: .activate(id), kind: .activated, isSilent: control.role.isTypable)
  }
}

extension Action {
  /// Whether the action checks or unchecks a box in this state; nil if it does neither.
  fileprivate func wanted(of isChecked: Bool) -> Bool? {
    switch intent {
    case .setChecked(let wanted): wanted
    case .turn(let wanted): wanted ?? !isChecked
    case .activate: !isChecked
    case .choose, .assign, .goal, .copy: value?.state ?? true
    case .include(let wanted): wanted
    default: nil
    }
  }
}

extension Intent {
  /// Whether it can mean typing into a field.
  fileprivate var types: Bool {
    switch self {
    case .enter, .name, .assign, .goal, .include, .copy, .choose, .search: true
    default: false
    }
  }
}
