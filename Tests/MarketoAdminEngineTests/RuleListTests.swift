import FoundationEssentials
import MarketoAdminEngine
import TestSupport
import Testing

/// Each rule of the product is kept by a test, or it is told why it can't be.
struct RuleListTests {
  @Test func `every rule has a test that names it, or a reason why it is not modelled`() throws {
    let folder = Repository.root + "/Tests/MarketoAdminEngineTests"
    var tested: Set<Int> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      for line in try Repository.text(folder + "/" + file).split(separator: "\n") {
        guard let rules = line.firstRange(of: "func `rule") else { continue }
        let numbers = line[rules.upperBound...].prefix { $0 != ":" }
        tested.formUnion(numbers.split { !$0.isNumber }.compactMap { Int($0) })
      }
    }
    let excused = Set(Assumptions.notModelled.map(\.rule))
    #expect(tested.isDisjoint(with: excused))
    #expect(Set(1...50).subtracting(tested).subtracting(excused).sorted() == [])
  }
}
