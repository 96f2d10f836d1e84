package import EngineInterface

/// Someone who uses a product at random, with a liking for what they know least.
package struct RandomWalk<E: SnapshotEngine> {
  /// How to walk on a product.
  package struct Plan: Sendable {
    /// Taken in turn: the walk starts anew under the next one every `stride` interactions.
    package var circumstances: [Circumstances]
    /// What is typed into a field, by its name; under "" what is typed into any other.
    package var texts: [String: [String]]
    /// Names of the ways out of a dialog, which are seldom used: else none would come to its end.
    package var exits: Set<String>
    package var stride = 200
    /// After so many interactions the product's data are as at first, so that they don't pile up.
    package var span = 5_000

    package init(
      circumstances: [Circumstances], texts: [String: [String]], exits: Set<String>
    ) {
      self.circumstances = circumstances
      self.texts = texts
      self.exits = exits
    }
  }

  /// What is done to the engine in a walk.
  package enum Move: Sendable {
    /// Its data are as at first again.
    case reset
    case begin(Circumstances)
    case perform(Interaction)
  }

  package private(set) var engine: E
  package internal(set) var coverage: Coverage
  package let plan: Plan
  private let pristine: E
  private var random: SplitMix
  private var count = 0
  private var last: Coverage.Index?
  /// What was done, where that is to be done again: begins as an empty list then.
  package var moves: [Move]?

  package init(on engine: E, plan: Plan, seed: UInt64) {
    self.engine = engine
    self.plan = plan
    pristine = engine
    random = SplitMix(seed: seed)
    coverage = Coverage(typed: Set(plan.texts.values.joined()))
  }

  /// One interaction, with the screen seen before it.
  package mutating func step() { perform(next()) }

  /// What to do next; starts anew where it is time to.
  package mutating func next() -> Interaction {
    if let last { coverage.note(last, ledTo: coverage.place(of: engine.observation.screen)) }
    if count.isMultiple(of: plan.span) {
      engine = pristine
      moves?.append(.reset)
    }
    // There is little to do on a screen that is not modelled: a person turns back.
    let isLost = !engine.observation.screen.isModelled && random.once(in: 3)
    if count.isMultiple(of: plan.stride) || isLost {
      let turn = count / plan.stride % plan.circumstances.count
      let circumstances = plan.circumstances[turn]
      engine.begin(under: circumstances)
      moves?.append(.begin(circumstances))
    }
    let screen = engine.observation.screen
    let place = coverage.place(of: screen)
    let (control, use) = choose(on: screen, at: place)
    coverage.note(control, at: place, uses: use)
    count += 1
    last = use
    return interaction(with: control)
  }

  package mutating func perform(_ interaction: Interaction) {
    engine.apply(interaction)
    moves?.append(.perform(interaction))
  }

  /// Of two dozen of what can be reached the least familiar.
  private mutating func choose(on screen: Screen, at place: Int) -> (Control, Coverage.Index) {
    let roots = screen.modal.map { [$0] } ?? screen.controls
    var size = 0
    for root in roots.indices { size += roots[root].size }
    var best: (root: Int, number: Int, use: Coverage.Index, uses: Int)?
    for _ in 0..<24 {
      var number = random.below(size)
      var root = 0
      while number >= roots[root].size {
        number -= roots[root].size
        root += 1
      }
      let control = roots[root].descendant(number)
      let use = coverage.use(of: control, at: place)
      let uses = coverage.familiarity(use)
      if uses > 0, plan.exits.contains(control.name), !random.once(in: 20) { continue }
      if best.map({ uses < $0.uses }) ?? true { best = (root, number, use, uses) }
    }
    if let best { return (roots[best.root].descendant(best.number), best.use) }
    return (roots[0], coverage.use(of: roots[0], at: place))
  }

  /// What not every control, nor every engine, takes.
  private mutating func gesture(with control: Control) -> Interaction {
    switch random.below(8) {
    case 0: .press(Chord("Escape"))
    case 1: .press(Chord("Enter"))
    case 2: .press(Chord("Tab", holding: [.shift]))
    case 3: .doubleActivate(control.id)
    case 4: .openContextMenu(control.id)
    case 5: .addToSelection(control.id)
    case 6: .drag(control.id, onto: control.id)
    default: .upload(control.id, file: "users.csv")
    }
  }

  /// What can be done to a control; seldom something that can't.
  private mutating func interaction(with control: Control) -> Interaction {
    if random.once(in: 50) { return .choose(control.id, option: "nothing like it") }
    if random.once(in: 50) { return gesture(with: control) }
    if control.role.isTypable, control.role != .combobox {
      let texts = plan.texts[control.name] ?? plan.texts[""] ?? [""]
      return .fill(control.id, texts[random.below(texts.count)])
    }
    let options = control.children.filter { $0.role == .option }
    if control.role == .combobox, !options.isEmpty {
      return .choose(control.id, option: options[random.below(options.count)].name)
    }
    switch random.below(4) {
    case 0 where control.isChecked != nil: return .setChecked(control.id, random.once(in: 2))
    case 0...1 where control.isExpanded != nil: return .setExpanded(control.id, random.once(in: 2))
    default: return .activate(control.id)
    }
  }
}
