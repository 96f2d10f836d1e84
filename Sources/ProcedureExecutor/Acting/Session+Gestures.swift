import Diagnostics
import EngineInterface
import ProcedureModel

// What is done without a click: keys, and what not every engine takes.
extension Session {
  /// Whether the engine takes an interaction; where it does not, nothing is done instead.
  func takes(_ interaction: Interaction, _ attempt: inout Attempt) -> Bool {
    guard let ability = interaction.ability, !product.abilities.contains(ability) else {
      return true
    }
    attempt.fail(
      .notPerformable, at: attempt.action.range,
      "the engine doesn't support \(ability.words), so this was not performed")
    return false
  }

  mutating func press(
    _ chord: KeyChord, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    guard let key = chord.key else {
      // "Hold down Ctrl": it is for what follows in the step.
      stepState.isHolding = true
      attempt.deeds.append(deed(.pressed(chord), reason: nil, []))
      return
    }
    let held = chord.modifiers.compactMap { Chord.Modifier(rawValue: $0.rawValue) }
    let interaction = Interaction.press(Chord(key, holding: Set(held)))
    guard takes(interaction, &attempt) else { return }
    let before = try await perform(interaction)
    attempt.deeds.append(
      deed(.pressed(chord), reason: nil, Effect.difference(from: before, to: observation)))
    // Focus isn't part of an observation.
    guard before == observation, key != "Tab" else { return }
    attempt.findings.append(
      Finding(
        .noEffect, at: attempt.action.range, "pressing \"\(chord.text)\" changes nothing"))
  }

  mutating func drag(
    _ control: Control, onto target: Target?, _ attempt: inout Attempt
  ) async throws(E.Failure) {
    guard let target else {
      attempt.fail(
        .stepNotUnderstood, at: attempt.action.range,
        "can't tell where to drag \"\(control.name)\"")
      return
    }
    let places = resolver.candidates(for: target, to: .look, in: screen.reachable).controls
    guard let place = places.first else {
      try await failNotFound(target, attempt.action, &attempt)
      return
    }
    let interaction = Interaction.drag(control.id, onto: place.id)
    guard takes(interaction, &attempt) else { return }
    let before = try await perform(interaction)
    attempt.deeds.append(
      Deed(
        kind: .dragged(onto: place.name), role: control.role, name: control.name,
        collection: screen.collection(of: control)?.name, reason: nil,
        effects: Effect.difference(from: before, to: observation)))
    guard before == observation else { return }
    attempt.findings.append(
      Finding(
        .noEffect, at: attempt.action.range,
        "dragging \"\(control.name)\" onto \"\(place.name)\" changes nothing"))
  }

  private func deed(_ kind: Deed.Kind, reason: Deed.Reason?, _ effects: [Effect]) -> Deed {
    Deed(
      kind: kind, role: .document, name: screen.place.text, collection: nil, reason: reason,
      effects: effects)
  }

  // MARK: Several at a time

  /// How to select a row in addition to those that the same words selected before: added to the
  /// selection in a multiselectable list, not at all in any other.
  ///
  /// Nil where the attempt has failed.
  func joint(
    _ plan: Plan, _ row: Control, _ attempt: inout Attempt
  ) -> Plan? {
    guard case .activate(let id) = plan.interaction, row.isSelected == false, row.role.isRow,
      let list = screen.collection(of: row), list.id == procedureState.selection?.list,
      stepState.isHolding || attempt.action.verbRange == procedureState.selection?.words,
      let other = list.descendants.first(where: { $0.role.isRow && $0.isSelected == true })
    else { return plan }
    guard list.isMultiselectable else {
      attempt.fail(
        .wrongControlKind, at: attempt.action.range,
        "\"\(list.name)\" allows only one selected row, and \"\(other.name)\" is already selected")
      return nil
    }
    let interaction = Interaction.addToSelection(id)
    return takes(interaction, &attempt) ? Plan(interaction: interaction, kind: .added) : nil
  }

  /// Notes which words selected a row of which list.
  mutating func note(selected row: Control, by action: Action) {
    guard row.role.isRow, row.isSelected != nil, let list = screen.collection(of: row) else {
      return
    }
    procedureState.selection = ProcedureState.Selection(words: action.verbRange, list: list.id)
  }
}

extension Role {
  fileprivate var isRow: Bool { self == .row || self == .listitem || self == .option }
}

extension Ability {
  /// What a person would call it, after "doesn't support".
  fileprivate var words: String {
    switch self {
    case .doubleActivate: "double-clicks"
    case .openContextMenu: "right-clicks"
    case .addToSelection: "selecting several rows"
    case .drag: "drag and drop"
    case .hover: "hovering"
    case .upload: "file uploads"
    case .press: "key presses"
    }
  }
}
