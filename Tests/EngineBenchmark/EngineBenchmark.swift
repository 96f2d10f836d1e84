import EngineConformance
import EngineInterface
import MarketoAdminEngine
import MarketoWalk

/// What using the built-in engine costs, on one core: walks, and copies.
@main
struct EngineBenchmark {
  static func main() {
    let rounds = 5
    let interactions = 100_000
    var walks: [Double] = []
    for round in 0..<rounds {
      // What to do is chosen before: the choice is no work of the engine.
      var walk = RandomWalk(on: MarketoAdmin.inUse, plan: .marketoAdmin, seed: UInt64(round))
      walk.moves = []
      for _ in 0..<interactions { walk.step() }
      let moves = walk.moves ?? []
      walks.append(seconds(toRepeat: moves))
      if round == 0 { print(walk.coverage.text) }
    }
    let best = walks.min() ?? 1
    print("\(Int(Double(interactions) / best)) interactions a second (a perform and an observe)")
    print(
      "best of \(rounds) walks of \(interactions); the slowest took \((walks.max() ?? 1) / best) times as long"
    )
    printCopies()
  }

  private static func seconds(toRepeat moves: [RandomWalk<MarketoAdmin>.Move]) -> Double {
    let pristine = MarketoAdmin.inUse
    var engine = pristine
    var controls = 0
    let time = ContinuousClock().measure {
      for move in moves {
        switch move {
        case .reset: engine = pristine
        case .begin(let circumstances): engine.begin(under: circumstances)
        case .perform(let interaction): engine.apply(interaction)
        }
        controls += engine.observation.screen.controls.count
      }
    }
    precondition(controls > 0)
    return time / .seconds(1)
  }

  private static func printCopies() {
    var walk = RandomWalk(on: MarketoAdmin.inUse, plan: .marketoAdmin, seed: 1)
    for _ in 0..<1_000 { walk.step() }
    let count = 100_000
    var copies: [MarketoAdmin] = []
    copies.reserveCapacity(count)
    let engine = walk.engine
    let time = ContinuousClock().measure {
      for _ in 0..<count { copies.append(engine) }
    }
    precondition(copies.last == engine)
    print("\(time / .microseconds(1) / Double(count)) µs a copy")
  }
}
