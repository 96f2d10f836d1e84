package import EngineInterface

/// What any engine that is a value must satisfy, tried on a random walk.
///
/// - observing changes nothing, and says the same again;
/// - the same interaction has the same result on a copy;
/// - a copy is independent of what it was copied from;
/// - a disabled control says why, and changes nothing; nor does one that is not there, or that a
///   dialog hides;
/// - every control has an id of its own, and what can be clicked a name; role, name and what holds
///   it tell it from others.
package struct EngineConformance<E: SnapshotEngine> {
  package private(set) var walk: RandomWalk<E>
  /// Broken promises, each with where it was broken; empty where the engine is sound.
  package private(set) var violations: [String] = []
  /// Facts of these kinds came and went: "added user".
  package private(set) var changes: Set<String> = []
  private var count = 0
  private let own: (E) -> String?

  /// `own` is a further promise of this engine alone: nil where it holds.
  package init(
    of engine: E, plan: RandomWalk<E>.Plan, seed: UInt64,
    own: @escaping (E) -> String? = { _ in nil }
  ) {
    walk = RandomWalk(on: engine, plan: plan, seed: seed)
    self.own = own
  }

  package mutating func run(interactions: Int) {
    for _ in 0..<interactions where violations.count < 20 { step() }
  }

  private mutating func step() {
    count += 1
    let interaction = walk.next()
    let before = walk.engine
    let observation = before.observation
    walk.note(observation.screen)
    // Dear, and no less telling when it is done now and then.
    let isThorough = count.isMultiple(of: 10)
    if isThorough { check(observation.screen) }

    var copy = before
    copy.apply(interaction)
    walk.perform(interaction)
    let after = walk.engine.observation
    if copy != walk.engine || copy.observation != after {
      report("the same interaction came out differently", interaction, observation)
    }
    if copy == walk.engine, copy.hashValue != walk.engine.hashValue {
      report("equal engines have different hashes", interaction, observation)
    }
    if before.observation != observation || walk.engine.observation != after {
      report("observing changes something", interaction, observation)
    }
    if let control = interaction.control.flatMap(observation.screen.control), !control.isEnabled,
      walk.engine != before
    {
      report("a disabled control did something", interaction, observation)
    }
    if let broken = own(walk.engine) { report(broken, interaction, observation) }
    if isThorough { checkOutOfReach(before, observation) }
    for change in FactChange.difference(from: observation.facts, to: after.facts) {
      switch change {
      case .added: changes.insert("added \(change.kind)")
      case .removed: changes.insert("removed \(change.kind)")
      case .changed: changes.insert("changed \(change.kind)")
      }
    }
  }

  private mutating func check(_ screen: Screen) {
    let all = screen.allControls
    if Set(all.map(\.id)).count != all.count { violations.append("\(screen.name): equal ids") }
    for control in all {
      if control.disabledReasons.contains(where: \.isEmpty) {
        violations.append("\(control.id.path): disabled, without a reason")
      }
      if control.role.isClickable, control.name.isEmpty {
        violations.append("\(control.id.path): no name")
      }
    }
    var seen: Set<[String]> = []
    tellApart(screen.controls, inside: [], &seen)
  }

  /// Role, name and holders have to differ.
  private mutating func tellApart(
    _ controls: [Control], inside holders: [String], _ seen: inout Set<[String]>
  ) {
    for control in controls {
      let path = holders + ["\(control.role.rawValue) \(control.name)"]
      if control.role.isClickable, !seen.insert(path).inserted {
        violations.append("\(path.joined(separator: " > ")): twice")
      }
      tellApart(control.children, inside: path, &seen)
    }
  }

  /// What is not there, and what a dialog hides, does nothing.
  private mutating func checkOutOfReach(_ engine: E, _ observation: Observation) {
    var ids = [Control.ID("a control that is nowhere")]
    if let modal = observation.screen.modal {
      let inside = Set(modal.descendants.map(\.id))
      ids += observation.screen.allControls.map(\.id).filter { !inside.contains($0) }.prefix(2)
    }
    for id in ids {
      var copy = engine
      copy.apply(.activate(id))
      if copy != engine { violations.append("\(id.path): out of reach, and did something") }
    }
  }

  private mutating func report(
    _ what: String, _ interaction: Interaction, _ observation: Observation
  ) {
    violations.append("\(what): \(interaction) on \(observation.screen.name)")
  }
}

extension RandomWalk {
  /// Notes what can be reached, so that what is never used is known.
  mutating func note(_ screen: Screen) { coverage.see(screen) }
}
