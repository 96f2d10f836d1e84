import EngineInterface
import MarketoAdminEngine
import Testing

/// Whatever a person does, the engine stays sound.
struct RandomWalkTests {
  @Test(arguments: ["marketo", "adobe"])
  func `5,000 interactions leave the engine sound and come out the same again`(
    identity: String
  ) throws {
    let first = try walk(identity, seed: 42)
    let second = try walk(identity, seed: 42)
    #expect(first == second)
    #expect(first.screens.isSuperset(of: ["My Marketo", "Admin", "Users & Roles", "CRM"]))
    #expect(first.dialogs.contains("Create New Role"))
    #expect(first.changes.isSuperset(of: ["added API only user", "added role"]))
  }

  private struct Walk: Equatable {
    var engine: MarketoAdmin
    var screens: Set<String> = []
    var dialogs: Set<String> = []
    var changes: Set<String> = []
  }

  private func walk(_ identity: String, seed: UInt64) throws -> Walk {
    let circumstances = Circumstances(["identity": identity])
    var random = SplitMix(state: seed)
    var walk = Walk(engine: MarketoAdmin.under(circumstances.values))
    var uses: [Control.ID: Int] = [:]
    for step in 0..<5_000 {
      if step.isMultiple(of: 250) { walk.engine.begin(under: circumstances) }
      if step.isMultiple(of: 500) {
        try walk.engine.openUsersAndRoles()
        try walk.engine.click(identity == "adobe" ? "Create API Only User" : "Invite New User")
      }
      let screen = walk.engine.screen
      walk.screens.insert(screen.name)
      if let modal = screen.modal { walk.dialogs.insert(modal.name) }
      let ids = screen.allControls.map(\.id)
      try #require(Set(ids).count == ids.count, "two controls with one id")
      // Seldom a way back, and of a few what was used least: else no dialog would come to its end.
      let ways = screen.reachable.filter {
        step.isMultiple(of: 20) || !["Cancel", "Close", "Back"].contains($0.name)
      }
      let few = (0..<3).compactMap { _ in ways.randomElement(using: &random) }
      let control = try #require(few.min { uses[$0.id, default: 0] < uses[$1.id, default: 0] })
      uses[control.id, default: 0] += 1
      let before = walk.engine
      walk.engine.apply(interaction(with: control, using: &random))
      if walk.engine.subscription != before.subscription {
        let changes = walk.engine.changes(since: before)
        walk.changes.formUnion(changes.map { "\($0)".prefix { $0 != "(" } + " " + $0.kind })
      }
      if !control.isEnabled { try #require(walk.engine == before, "\(control.id.path)") }
    }
    return walk
  }

  private func interaction(
    with control: Control,
    using random: inout SplitMix
  ) -> Interaction {
    if control.role == .textbox {
      let texts =
        control.name == "Email"
        ? ["ann@example.com", "bob@example.com", "mia.marketer@example.com", "x"]
        : ["", "Ann", "Bob", "Admin", "a/row b"]
      return .fill(control.id, texts.randomElement(using: &random) ?? "")
    }
    return switch Int.random(in: 0..<6, using: &random) {
    case 0 where control.isChecked != nil: .setChecked(control.id, .random(using: &random))
    case 1 where control.isExpanded != nil: .setExpanded(control.id, .random(using: &random))
    case 2: .choose(control.id, option: "Admin")
    default: .activate(control.id)
    }
  }
}

/// A small seeded generator: a run of the tests is like the last one.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
