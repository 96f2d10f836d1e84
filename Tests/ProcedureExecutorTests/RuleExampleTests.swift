import Diagnostics
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing

/// The manual's pages of rules say what is so.
struct RuleExampleTests {
  private static let manual: (sections: [String], examples: [RuleExample]) = {
    let groups = ["product", "prerequisites", "not-judged", "files", "markup", "passes"]
    let pages = groups.map { name in
      let text = try? Repository.text(Repository.root + "/help/stepcheck/rules/\(name).md")
      return RuleExample.examples(of: text ?? "")
    }
    return (pages.flatMap(\.sections), pages.flatMap(\.examples))
  }()

  /// Rules whose example can't stand in a Markdown page.
  private static let unshown: [Rule] = [.notUTF8, .nestingLimit, .tooLarge]
  /// What is told of a run, and not of a page by itself: the command's tests show it.
  private static let ofRuns = [Rule.otherProduct.rawValue]

  private func site(of example: RuleExample) -> [String: Page] {
    readSite(example.files, checksImages: example.rule == Rule.missingImage.rawValue)
  }

  @Test func `every rule has its section, in the order of the code`() {
    #expect(Set(Self.manual.sections) == Set(Rule.allCases.map(\.rawValue)))
    #expect(Set(Self.manual.sections).count == Self.manual.sections.count)
  }

  @Test func `the manual lists every rule with its severity`() throws {
    let list = try Repository.text(Repository.root + "/help/stepcheck/rules.md")
    for rule in Rule.allCases {
      let rows = list.split(separator: "\n").filter { $0.hasPrefix("| [\(rule.rawValue)](") }
      #expect(rows.count == 1, "\(rule.rawValue)")
      #expect(rows.first?.hasSuffix(" | \(rule.severity.rawValue) |") == true)
    }
  }

  @Test func `every rule has a wrong and a right example`() {
    for rule in Rule.allCases where !Self.unshown.contains(rule) {
      let examples = Self.manual.examples.filter { $0.rule == rule.rawValue }
      #expect(examples.map(\.isWrong) == [true, false], "\(rule.rawValue)")
    }
  }

  @Test(arguments: manual.examples.filter { $0.isWrong && !ofRuns.contains($0.rule) })
  func `a wrong example shows its rule`(example: RuleExample) async throws {
    let result = try await check("page.md", of: site(of: example), given: example.given)
    #expect(result.findings.contains { $0.rule.rawValue == example.rule })
    let severity = Rule(rawValue: example.rule)?.severity
    // One cause, one error.
    #expect(result.count(.error) == (severity == .error ? 1 : 0), "\(result.errors)")
  }

  @Test(arguments: manual.examples.filter { !$0.isWrong })
  func `a right example is right`(example: RuleExample) async throws {
    let result = try await check("page.md", of: site(of: example), given: example.given)
    #expect(result.errors == [])
    #expect(!result.findings.contains { $0.rule.rawValue == example.rule })
  }
}
