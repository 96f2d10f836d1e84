import EngineInterface

/// What a state looks like, in the parts that change apart from each other.
struct Drawing: Sendable {
  private var menu: [Control] = []
  private var tree: [Control] = []
  private var place: [Control] = []
  private var dialogs: [[Control]] = []
  /// Kept, as most of what a person does changes none of the data.
  private var facts: [Fact]
  private(set) var observation: Observation

  init(of state: State) {
    self.init(of: state, facts: state.subscription.facts)
  }

  /// Anew, with the facts that are known.
  mutating func redraw(from old: State, to new: State) {
    let isSame = old.subscription == new.subscription
    self = Drawing(of: new, facts: isSame ? facts : new.subscription.facts)
  }

  private init(of state: State, facts: [Fact]) {
    let desk = state.desk
    self.facts = facts
    observation = Observation(screen: Screen(name: "", controls: []), messages: [], facts: [])
    menu = state.menu.controls(at: desk)
    drawTree(state, desk)
    place = state.place.place.controls(at: desk)
    dialogs = state.dialogs.map { $0.dialog.controls(at: desk) }
    compose(state)
  }

  mutating func update(from old: State, to new: State) {
    let isOtherData = old.subscription != new.subscription
    if isOtherData { facts = new.subscription.facts }
    let desk = new.desk
    if isOtherData || old.place.place.name != new.place.place.name {
      // The menu tells only where the person is outside Admin.
      let isMenuSame =
        !isOtherData && old.place.place.isInsideAdmin && new.place.place.isInsideAdmin
      if !isMenuSame { menu = new.menu.controls(at: desk) }
      drawTree(new, desk)
      place = new.place.place.controls(at: desk)
      dialogs = new.dialogs.map { $0.dialog.controls(at: desk) }
    } else {
      if old.tree != new.tree { drawTree(new, desk) }
      if old.place != new.place { place = new.place.place.controls(at: desk) }
      // A dialog below another one can't be used, and so does not change.
      let kept = min(old.dialogs.count, new.dialogs.count) - 1
      dialogs.removeSubrange(max(kept, 0)...)
      for dialog in new.dialogs[dialogs.count...] {
        dialogs.append(dialog.dialog.controls(at: desk))
      }
    }
    compose(new)
  }

  private mutating func drawTree(_ state: State, _ desk: Desk) {
    tree = state.place.place.isInsideAdmin ? state.tree.controls(at: desk) : []
  }

  private mutating func compose(_ state: State) {
    var controls = state.messages.map {
      Control(id: Control.ID("alert \($0)"), role: .alert, name: $0)
    }
    controls += menu
    controls += tree
    controls += place
    for dialog in dialogs { controls += dialog }
    let open = state.place.place
    observation = Observation(
      screen: Screen(
        name: open.name, isModelled: open.isModelled, application: state.application,
        controls: controls),
      messages: state.messages,
      facts: facts)
  }
}
