import EngineConformance
import EngineInterface
import MarketoAdminEngine
import MarketoWalk
import Testing

/// Whatever a person does, the engine stays sound.
struct ConformanceTests {
  @Test func `150,000 interactions and a few more reach every screen and break no promise`() {
    var conformance = EngineConformance(of: MarketoAdmin.inUse, plan: .marketoAdmin, seed: 7) {
      // What is drawn region by region is what is drawn as a whole.
      var redrawn = $0
      redrawn.subscription = $0.subscription
      return redrawn.observation == $0.observation ? nil : "the drawing is out of date"
    }
    conformance.run(interactions: 150_000)
    // What was met last gets its turn.
    for _ in 0..<10 where !conformance.walk.coverage.unused.isEmpty {
      conformance.run(interactions: 10_000)
    }
    print(conformance.walk.coverage.text)
    #expect(conformance.violations == [])
    #expect(conformance.walk.coverage.unused == [])
    print(conformance.changes.sorted())
  }
}
