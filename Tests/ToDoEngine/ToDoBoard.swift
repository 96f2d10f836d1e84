package import EngineInterface

/// What a board takes besides clicks: the type says it, as an engine's product is one for all of
/// its kind.
package protocol Gestures: Hashable, Sendable {
  static var abilities: Set<Ability> { get }
}

package enum AllGestures: Gestures {
  package static let abilities = Set(Ability.allCases)
}

package enum ClicksOnly: Gestures {
  package static let abilities: Set<Ability> = []
}

/// A to-do list of two lists, for what is done otherwise than by a click: a drag from one to the
/// other, a double click, keys, several selected rows.
package struct ToDoBoard<G: Gestures>: SnapshotEngine {
  package static var product: ProductDescription {
    ProductDescription(
      modelled: "a board of tasks",
      names: ["Board"],
      circumstances: [
        Circumstance(
          "selection", summary: "how many tasks can be selected at a time",
          domain: .choice(["one", "several"]), standard: "one")
      ],
      actorKeys: [],
      factKinds: [FactKind("task"), FactKind("done task")],
      abilities: G.abilities)
  }

  private var open = ["Milk", "Bread", "Salt"]
  private var done: [String] = []
  private var selected: Set<String> = []
  private var isExpanded = true
  private var isMultiselectable = false
  private var shown: String?

  package init() {}

  package mutating func begin(under circumstances: Circumstances) {
    isMultiselectable = circumstances["selection"] == "several"
    (selected, shown) = ([], nil)
  }

  package var observation: Observation {
    var controls = [
      list("Tasks", open), list("Done", done),
      Control(
        id: "lists", role: .treeitem, name: "Lists", isExpanded: isExpanded,
        children: isExpanded ? [Control(id: "today", role: .treeitem, name: "Today")] : []),
      Control(
        id: "finish", role: .button, name: "Finish",
        disabledReasons: selected.isEmpty ? ["no task is selected"] : []),
    ]
    if let shown {
      controls.append(
        Control(
          id: "dialog", role: .dialog, name: "Details", isModal: true,
          children: [
            Control(id: "title", role: .heading, name: shown),
            Control(id: "close", role: .button, name: "Close", purpose: .cancel),
          ]))
    }
    return Observation(
      screen: Screen(name: "Board", controls: controls), messages: [],
      facts: open.map { Fact(kind: "task", name: $0) }
        + done.map { Fact(kind: "done task", name: $0) })
  }

  private func list(_ name: String, _ tasks: [String]) -> Control {
    Control(
      id: Control.ID(name), role: .listbox, name: name, isMultiselectable: isMultiselectable,
      children: tasks.map {
        Control(
          id: Control.ID("task \($0)"), role: .option, name: $0, isSelected: selected.contains($0))
      })
  }

  package mutating func apply(_ interaction: Interaction) {
    if case .press(let chord) = interaction {
      if chord.key == "Escape" { shown = nil }
      return
    }
    let reachable = observation.screen.reachable
    guard let control = reachable.first(where: { $0.id == interaction.control }), control.isEnabled
    else { return }
    let isTask = control.role == .option
    switch interaction {
    case .activate("close"): shown = nil
    case .activate("finish"):
      for task in open where selected.contains(task) { finish(task) }
      selected = []
    case .activate where isTask: selected = [control.name]
    case .addToSelection where isTask && isMultiselectable: selected.insert(control.name)
    case .doubleActivate where isTask: shown = control.name
    case .drag(_, onto: "Done") where isTask: finish(control.name)
    case .setExpanded("lists", let isExpanded): self.isExpanded = isExpanded
    default: break
    }
  }

  private mutating func finish(_ task: String) {
    guard open.contains(task) else { return }
    open.removeAll { $0 == task }
    done.append(task)
  }
}
