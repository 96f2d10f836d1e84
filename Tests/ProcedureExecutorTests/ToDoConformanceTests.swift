import EngineConformance
import EngineInterface
import Testing
import ToDoEngine

/// The second engine keeps what every engine promises, too.
struct ToDoConformanceTests {
  @Test func `10,000 interactions break no promise`() {
    let plan = RandomWalk<ToDoList>.Plan(
      circumstances: [[:], ["acting-as": "Guest"], ["edition": "team"]].map {
        Circumstances($0.mapValues { .one($0) })
      },
      texts: ["": ["Call Ann", "Water the plants", ""]],
      exits: ["Cancel"]
    )
    var conformance = EngineConformance(of: ToDoList(), plan: plan, seed: 42)
    conformance.run(interactions: 10_000)
    #expect(conformance.violations == [])
    #expect(conformance.walk.coverage.unused == [])
    #expect(conformance.changes.isSuperset(of: ["added task", "removed task"]))
  }
}
