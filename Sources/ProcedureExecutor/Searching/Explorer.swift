import DequeModule
package import EngineInterface

/// A screen that an engine has, a dialog or a tab of one, and a way there.
package struct FoundScreen: Sendable {
  /// "Users & Roles", "Users & Roles, tab Roles", "New Task, Step 2".
  package let name: String
  /// Labels to use, from the start screen on.
  package let way: [String]
  package let screen: Screen

  /// By its whole name, its place's, its dialog's, or its tab's.
  package func isCalled(_ name: String) -> Bool {
    let names = [self.name, screen.modal?.name ?? screen.name, screen.openTabs.last]
      .compactMap(\.self)
    return names.contains { LabelMatching.matches($0, name) }
  }
}

/// Finds out which screens an engine has, by using everything on copies, breadth first.
///
/// No engine lists its screens, so nothing has to be kept in step.
package struct Explorer<E: SnapshotEngine> {
  private struct State {
    let engine: E
    let way: [String]
    /// How the open dialog was filled in: what follows may depend on it.
    var filling = ""
  }

  /// A control on a screen, or a way to fill the screen in.
  private struct Use: Hashable {
    let place: String
    let what: String
  }

  private let circumstances: Circumstances
  private var found: [FoundScreen] = []
  private var names: Set<String> = []
  /// Kinds of facts that were made; each opens what was empty before.
  private var kinds: Set<String>
  private var bases: Deque<State>
  private var used: Set<Use> = []
  private var values = ValueBook(given: [:])
  private let search = Search(.screens, on: SearchAccount())

  private init(_ engine: E, under circumstances: Circumstances) {
    self.circumstances = circumstances
    var engine = engine
    engine.begin(under: circumstances)
    kinds = Set(engine.observation.facts.map(\.kind))
    bases = [State(engine: engine, way: [])]
  }

  /// In the order in which they are met.
  package static func screens(
    of engine: E, under circumstances: Circumstances
  ) -> [FoundScreen] {
    var explorer = Explorer(engine, under: circumstances)
    explorer.explore()
    return explorer.found
  }

  private mutating func explore() {
    while search.mayGoOn, let base = bases.popFirst() {
      used = []
      var near: Deque = [base]
      // What removes data is used when nothing else is left.
      var far: Deque<State> = []
      while search.mayGoOn, let state = near.popFirst() ?? far.popFirst() {
        for (reached, isDestructive) in moves(from: state) {
          if isDestructive { far.append(reached) } else { near.append(reached) }
        }
      }
    }
  }

  /// What one use of each control leads to, as far as there is something new to use.
  private mutating func moves(from state: State) -> [(State, isDestructive: Bool)] {
    let screen = state.engine.observation.screen
    let place = note(screen, state.way) + state.filling
    guard screen.isModelled else { return [] }
    var moves: [(State, isDestructive: Bool)] = []
    for control in screen.reachable where control.isEnabled {
      guard let interaction = interaction(with: control),
        used.insert(use(control, at: place)).inserted
      else { continue }
      let reached = state.engine.applying(interaction)
      if let next = note(reached, state, label: control.name) {
        moves.append((next, control.isDestructive))
      }
    }
    for everything in [false, true] {
      let way = everything ? "(fill in all fields)" : "(fill in the required fields)"
      guard used.insert(Use(place: screen.key, what: way)).inserted,
        let filled = fill(state.engine, everything: everything)
      else { continue }
      var state = state
      state.filling = way
      if let next = note(filled, state, label: way) { moves.append((next, false)) }
    }
    return moves
  }

  private mutating func note(_ screen: Screen, _ way: [String]) -> String {
    if names.insert(screen.key).inserted {
      found.append(FoundScreen(name: screen.fullName, way: way, screen: screen))
    }
    return screen.key
  }

  /// The state that was reached; nil where nothing on it is new.
  private mutating func note(_ engine: E, _ old: State, label: String) -> State? {
    search.spend()
    let observation = engine.observation
    let filling = observation.screen.modal == nil ? "" : old.filling
    let state = State(engine: engine, way: old.way + [label], filling: filling)
    let made = Set(observation.facts.map(\.kind)).subtracting(kinds)
    if !made.isEmpty {
      kinds.formUnion(made)
      var base = engine
      base.begin(under: circumstances)
      let told = made.sorted().joined(separator: ", ")
      bases.append(State(engine: base, way: ["(with a new \(told))"]))
    }
    if !names.contains(observation.screen.key) { return state }
    let place = observation.screen.key + filling
    let isNew = observation.screen.reachable.contains { control in
      control.isEnabled && interaction(with: control) != nil
        && !used.contains(use(control, at: place))
    }
    return isNew ? state : nil
  }

  /// Links and nodes of a tree lead to the same place wherever they stand.
  private func use(_ control: Control, at place: String) -> Use {
    let isEverywhere = control.role == .link || control.role == .treeitem
    return Use(place: isEverywhere ? "" : place, what: control.id.path)
  }

  /// What shows something new: boxes are left to filling in.
  private func interaction(with control: Control) -> Interaction? {
    if control.isChecked != nil { return nil }
    switch control.role {
    case .button, .link, .tab, .menuitem, .option, .row, .listitem, .img:
      return control.isExpanded == false
        ? .setExpanded(control.id, true) : .activate(control.id)
    case .treeitem: return control.isExpanded == nil ? .activate(control.id) : nil
    default: return nil
    }
  }

  /// The form filled in; nil where there is nothing to fill in.
  private mutating func fill(_ engine: E, everything: Bool) -> E? {
    let screen = engine.observation.screen
    var filled = engine
    for control in screen.reachable where control.isEnabled && (control.isRequired || everything) {
      if control.role.isTypable, control.role != .combobox {
        filled.apply(.fill(control.id, values.text(for: control).text))
      } else if control.role == .combobox, control.value == "",
        let option = control.descendants.first(where: { $0.role == .option })
      {
        filled.apply(.choose(control.id, option: option.name))
      } else if control.role.isCollection, control.isRequired,
        let item = control.descendants.first(where: { $0.isChecked == false })
      {
        filled.apply(.setChecked(item.id, true))
      } else if control.role == .checkbox, control.isChecked == false {
        filled.apply(.setChecked(control.id, true))
      }
    }
    return filled == engine ? nil : filled
  }
}

extension SnapshotEngine {
  fileprivate func applying(_ interaction: Interaction) -> Self {
    var copy = self
    copy.apply(interaction)
    return copy
  }
}

extension Screen {
  /// What tells it from others: two dialogs of one name are on two screens.
  fileprivate var key: String { name + "/" + fullName }

  /// Place, dialog, step and tab: what a person would call different screens.
  fileprivate var fullName: String {
    if modal != nil { return place.text }
    return ([name] + openTabs.map { "tab \($0)" }).joined(separator: ", ")
  }

  /// The tabs in front, the outermost first.
  fileprivate var openTabs: [String] {
    reachable.filter { $0.role == .tab && $0.isSelected == true }.map(\.name)
  }
}

extension Question {
  /// Which screens an engine has.
  fileprivate static let screens = Question("screens", budget: 20_000)
}
