import EngineConformance
import EngineInterface
import MarketoAdminEngine
import MarketoWalk
import Testing

/// Whatever a person does, the engine stays sound; the long run walks until every screen was met.
struct ConformanceTests {
  @Test func `a walk breaks no promise`() {
    var conformance = EngineConformance.marketoAdmin
    conformance.run(interactions: 6_000)
    #expect(conformance.violations == [])
    #expect(conformance.changes.count > 10)
  }
}
