import FoundationEssentials
import TestSupport
import Testing

/// Rounds of pages whose writers had not seen the code: the verdicts were written down first.
///
/// Tests/FreshPages/README.md says what the fields of a verdict mean.
struct FreshPageTests {
  private static let folder = Repository.root + "/Tests/FreshPages/"

  private struct Verdict: Decodable {
    let page: String
    let verdict: String
    let line: Int?
    let so_far: String?

    /// What is said of the page, in the words of `so_far`; nil where it is what its writer says.
    func outcome(_ findings: [CommandTests.Run.Report.Finding]) -> String? {
      let errors = findings.filter { $0.severity == "error" && $0.rule != "screen-not-modelled" }
      if verdict == "right" { return errors.isEmpty ? nil : "alarm" }
      if errors.contains(where: { $0.line == line }) { return nil }
      if !errors.isEmpty { return "elsewhere" }
      let isTold = findings.contains {
        $0.line == line && ["claim-not-judged", "step-not-understood"].contains($0.rule)
      }
      return isTold ? "told" : "missed"
    }
  }

  @Test(arguments: 1...7)
  func `a page gets the verdict that its writer wrote down`(round: Int) async throws {
    let name = "Tests/FreshPages/round-\(round)"
    // In a folder of their own: links that begin with "/" lead to no page of this repository.
    let files = try Dictionary(
      uniqueKeysWithValues: Repository.pages(in: name).map { path, text in
        (String(path.dropFirst(name.count + 1)), text)
      })
    let verdicts = try Repository.text("\(Repository.root)/\(name)/verdicts.jsonl")
      .split(separator: "\n").map { try JSONDecoder().decode(Verdict.self, from: Data($0.utf8)) }
    try #require(verdicts.count == 30)
    let run = try await CommandTests.inFolder(files) { folder in
      try await CommandTests.run("check", ".", "--format", "json", in: folder)
    }
    let findings = Dictionary(
      uniqueKeysWithValues: try run.report().pages.map { ($0.path, $0.findings) })
    for verdict in verdicts {
      let outcome = verdict.outcome(try #require(findings[verdict.page]))
      #expect(outcome == verdict.so_far, "round \(round), \(verdict.page)")
    }
  }
}
