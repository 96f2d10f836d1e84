import EngineInterface

extension Element {
  /// Does what the person did; false where that is nothing that can be done to it.
  func perform(_ interaction: Interaction, on model: inout Model, at desk: inout Desk) -> Bool {
    switch interaction {
    case .activate: activate(&model, &desk)
    case .fill(_, let text): fill(&model, text)
    case .choose(_, let option): choose(&model, option)
    case .setChecked(_, let isChecked): check(&model, &desk, isChecked)
    case .setExpanded(_, let isExpanded): expand(&model, isExpanded)
    case .openContextMenu: openContextMenu(&model)
    case .doubleActivate, .addToSelection, .drag, .hover, .upload, .press: false
    }
  }

  private func activate(_ model: inout Model, _ desk: inout Desk) -> Bool {
    switch content {
    case .action(let action):
      telling(&desk) { desk throws(Refusal) in try action(&model, &desk) }
      return true
    case .check(let get, _): return check(&model, &desk, !get(model))
    // [I] A click on a branch or a menu opens it, and does not close it again.
    case .nothing, .choice: return expand(&model, true)
    case .text: return false
    }
  }

  private func openContextMenu(_ model: inout Model) -> Bool {
    openMenu?(&model)
    return openMenu != nil
  }

  private func fill(_ model: inout Model, _ text: String) -> Bool {
    guard case .text(_, let set) = content else { return false }
    set(&model, text)
    return true
  }

  private func choose(_ model: inout Model, _ option: String) -> Bool {
    guard case .choice(_, let options, let set) = content, options.contains(option) else {
      return false
    }
    set(&model, option)
    return true
  }

  private func check(_ model: inout Model, _ desk: inout Desk, _ isChecked: Bool) -> Bool {
    guard case .check(_, let set) = content else { return false }
    telling(&desk) { desk throws(Refusal) in try set(&model, &desk, isChecked) }
    return true
  }

  /// Does something; where the product refuses it, tells the person why.
  private func telling(_ desk: inout Desk, _ body: (inout Desk) throws(Refusal) -> Void) {
    do throws(Refusal) {
      try body(&desk)
    } catch {
      desk.tell(error.reason)
    }
  }

  private func expand(_ model: inout Model, _ isExpanded: Bool) -> Bool {
    guard let expand else { return false }
    expand(&model, isExpanded)
    return true
  }
}
