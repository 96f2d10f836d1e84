import EngineInterface
import ProcedureExecutor
import ProcedureModel
import ProcedureReports
import TestSupport
import Testing

/// The manual's page for writers says how sentences are read: its examples are run.
struct WritingStepsTests {
  /// What the tree prints below the first step.
  private func readAs(_ page: String) -> [String] {
    let lines = ModelTree.text(readPage("# T\n\n\(page)\n")).split(separator: "\n")
    guard let step = lines.firstIndex(where: { $0.hasPrefix("    1. ") }) else { return [] }
    return lines[(step + 1)...].prefix { $0.hasPrefix("         ") }.compactMap { line in
      var text = line.drop { $0 == " " }
      if text.hasPrefix("- ") { text = text.dropFirst(2) }
      if text.hasSuffix(" image") { return nil }
      if let place = text.range(of: " (line ", isLast: true) { text = text[..<place] }
      return String(text)
    }
  }

  @Test(arguments: WritingStepsManual.examples)
  func `an example of the manual is read as the manual says`(example: WritingStepsManual.Example) {
    #expect(readAs("1. " + example.step) == example.readAs)
  }

  @Test(arguments: WritingStepsManual.rows(of: "Sentence").map { ($0[0], $0[1]) })
  func `a sentence about people is read as the manual says`(sentence: String, claim: String) {
    let page = readPage("# Create a Role\n\n\(sentence)\n\n1. Click **New Role**.\n")
    let access = ModelTree.text(page).split(separator: "\n").compactMap { line -> String? in
      guard let start = line.range(of: "access ", isLast: false),
        let end = line.range(of: " (line ", isLast: true)
      else { return nil }
      return String(line[start..<end].dropFirst(7))
    }
    #expect(access == (claim == "no claim" ? [] : [String(claim.dropFirst().dropLast())]))
  }

  @Test func `the bullets of the manual are ways`() throws {
    let parts = WritingStepsManual.text.components(of: "```")
    let page = try #require(parts.first { $0.hasPrefix("markdown\n") }?.dropFirst(9))
    let readAs = try #require(parts.first { $0.hasPrefix("text\n") }?.dropFirst(5))
    #expect(self.readAs(String(page)) == readAs.split(separator: "\n").map(String.init))
  }

  @Test func `there are examples`() {
    #expect(WritingStepsManual.examples.count > 60)
  }

  @Test(arguments: WritingStepsManual.rows(of: "What is done").map { ($0[0], $0[1]) })
  func `a verb of the manual does what the manual says`(done: String, verbs: String) throws {
    let verb = try #require(Verb(rawValue: String(done.prefix { $0 != ":" })))
    for word in verbs.components(of: ", ") {
      let step = readPage("# T\n\n1. \(word) the **X**.\n").procedures.first?.steps.first
      #expect(step?.actions.first?.verb == verb, "\(word)")
    }
  }

  @Test func `every noun of a control is in the manual`() {
    let nouns = WritingStepsManual.rows(of: "Noun").map { $0[0].components(of: ", ") }
    #expect(nouns == ControlNoun.allCases.map(\.spellings))
  }

  @Test func `the roles of a noun are those of the manual`() {
    for (noun, row) in zip(ControlNoun.allCases, WritingStepsManual.rows(of: "Noun")) {
      #expect(noun.roles.map(\.rawValue).sorted() == row[1].components(of: ", ").sorted())
    }
  }

  @Test func `every reason is in the manual`() {
    let reasons = WritingStepsManual.rows(of: "Reason").map { String($0[0].dropFirst().dropLast()) }
    #expect(reasons == Reason.Kind.allCases.map(\.rawValue))
  }
}
