import ProcedureModel

/// Gives "otherwise" and "in that case" the conditions that they point back to.
///
/// In reading order, over steps and sentences: "If A, do X. If B, do Y. Otherwise, do Z." leaves Z
/// for where neither holds. What is done in any case ends the row.
struct ConditionLinks {
  private var row: [Condition] = []

  static func resolve(_ steps: inout [Step]) {
    var links = ConditionLinks()
    links.resolve(&steps)
  }

  private mutating func resolve(_ steps: inout [Step]) {
    for index in steps.indices {
      for action in steps[index].actions.indices { resolve(&steps[index].actions[action]) }
      for way in steps[index].ways.indices {
        for action in steps[index].ways[way].actions.indices {
          resolve(&steps[index].ways[way].actions[action])
        }
      }
      if steps[index].condition?.link != nil,
        let first = steps[index].actions.first?.condition, first.link != nil
      {
        steps[index].condition = first
      }
      spread(&steps[index])
      resolve(&steps[index].steps)
    }
  }

  /// "If you use A:", and what is done then.
  private func spread(_ step: inout Step) {
    guard step.performed.isEmpty, step.text.hasSuffix(":"), let condition = step.condition,
      condition.kind == .inCase
    else { return }
    for substep in step.steps.indices {
      for action in step.steps[substep].actions.indices
      where step.steps[substep].actions[action].condition == nil {
        step.steps[substep].actions[action].condition = condition
      }
    }
  }

  private mutating func resolve(_ action: inout Action) {
    guard let condition = action.condition else {
      row = []
      return
    }
    guard let link = condition.link else {
      if condition.kind == .inCase, row.last != condition { row.append(condition) }
      return
    }
    action.condition?.others = link == .same ? Array(row.suffix(1)) : row
  }
}
