import Foundation
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// The reports for other programs, read by such programs.
struct FormatCommandTests {
  private typealias Object = [String: Any]

  private static let files = [
    "a.md": "# Löök\u{1}\n\n[x](no.md) “é”\n\n1. Click **Admn**.\n1. Click **<b>&\u{FFFE}**.\n",
    "b.md":
      "# Look\n\nYou need admin rights.\n\n1. Click **Admin**.\n\n# Look\n\n1. Click **Admin**.\n",
    "c.md": "# Left out\n\n1. Click **Admin**.\n",
    ".stepcheck.yml": "pages: {c.md: {skip: not yet}}",
  ]

  private static let formats = ["junit", "sarif", "gitlab", "markdown", "tap", "ctrf"]

  /// Runs the command with all formats into files.
  private func reports(
    in folder: String, environment: Environment = .inherit, options: [String] = []
  ) async throws -> CommandTests.Run {
    let outputs = Self.formats.flatMap { ["--output", "\($0)=out-\($0)"] }
    return try await CommandTests.run(
      ["check", ".", "--format", "github"] + outputs + options, in: folder,
      environment: environment.updating(["SOURCE_DATE_EPOCH": "1767603600"]))
  }

  private func status(_ program: String, _ arguments: [String]) async throws -> TerminationStatus {
    try await Subprocess.run(
      .name(program), arguments: Arguments(arguments), output: .discarded, error: .discarded
    ).terminationStatus
  }

  @Test func `XML and TAP are read by their parsers`() async throws {
    try await CommandTests.inFolder(Self.files) { folder in
      let run = try await reports(in: folder)
      #expect(run.status == 1)
      let parse = "import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])"
      #expect(try await status("python3", ["-c", parse, folder + "/out-junit"]).isSuccess)
      // What "prove" reads has one failed test: its exit code counts them.
      #expect(
        try await status("prove", ["--exec", "cat", folder + "/out-tap"]) == .exited(1))
      let tap = try await CommandTests.run(
        "check", "b.md", "--format", "tap", "--tap-version", "14", in: folder)
      #expect(tap.output.hasPrefix("TAP version 14\n1..2\n"))
    }
  }

  @Test func `the JSON of CTRF and of GitLab has what their forms ask for`() async throws {
    try await CommandTests.inFolder(Self.files) { folder in
      _ = try await reports(in: folder)
      let ctrf = try #require(try json(folder + "/out-ctrf") as? Object)
      #expect(ctrf["reportFormat"] as? String == "CTRF")
      #expect(ctrf["specVersion"] as? String == "0.1.0")
      #expect(Set(ctrf.keys) == ["reportFormat", "specVersion", "results"])
      let results = try #require(ctrf["results"] as? Object)
      let summary = try #require(results["summary"] as? [String: Int])
      let tests = try #require(results["tests"] as? [Object])
      #expect(summary["tests"] == tests.count)
      #expect(
        ["passed", "failed", "skipped", "pending", "other"].reduce(0) { $0 + (summary[$1] ?? -1) }
          == tests.count)
      #expect(try #require(summary["start"]) <= #require(summary["stop"]))
      let known = [
        "name", "status", "duration", "suite", "message", "trace", "line", "filePath", "steps",
      ]
      for test in tests {
        #expect(test["name"] as? String != "" && test["duration"] is Int)
        #expect(["passed", "failed", "skipped"].contains(test["status"] as? String))
        #expect(Set(test.keys).isSubset(of: known))
        for step in test["steps"] as? [Object] ?? [] {
          #expect(Set(step.keys) == ["name", "status", "extra"])
        }
      }
      let issues = try #require(try json(folder + "/out-gitlab") as? [Object])
      #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
      for issue in issues {
        #expect(["major", "minor", "info"].contains(issue["severity"] as? String))
        let location = try #require(issue["location"] as? Object)
        #expect(location["path"] as? String == "a.md")
        #expect((location["lines"] as? [String: Int])?["begin"] ?? 0 > 0)
      }
    }
  }

  @Test func `SARIF has what GitHub asks for`() async throws {
    try await CommandTests.inFolder(Self.files) { folder in
      _ = try await reports(in: folder)
      let log = try #require(try json(folder + "/out-sarif") as? Object)
      #expect(log["version"] as? String == "2.1.0" && log["$schema"] is String)
      let run = try #require((log["runs"] as? [Object])?.first)
      #expect(run["columnKind"] as? String == "unicodeCodePoints")
      let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
      let rules = try #require(driver["rules"] as? [Object])
      for rule in rules {
        let texts = ["shortDescription", "fullDescription", "help"].map {
          (rule[$0] as? [String: String])?["text"] ?? ""
        }
        #expect(texts.allSatisfy { !$0.isEmpty }, "\(rule)")
        // Each has a text of its own from the manual.
        #expect(Set(texts).count == 3, "\(rule)")
      }
      for result in try #require(run["results"] as? [Object]) {
        let index = try #require(result["ruleIndex"] as? Int)
        #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        #expect(["error", "warning", "note"].contains(result["level"] as? String))
      }
    }
  }

  @Test func `the same pages give the same bytes`() async throws {
    try await CommandTests.inFolder(Self.files) { folder in
      _ = try await reports(in: folder)
      let first = try Self.formats.map { try Repository.text("\(folder)/out-\($0)") }
      _ = try await reports(in: folder)
      #expect(try Self.formats.map { try Repository.text("\(folder)/out-\($0)") } == first)
    }
  }

  @Test func `a day that is none is refused`() async throws {
    for text in ["x", "-1", "99999999999999"] {
      let run = try await CommandTests.run(
        ["check", "help"],
        environment: .inherit.updating(["SOURCE_DATE_EPOCH": .some(text)]))
      #expect(run.status == 2)
      #expect(run.errors.contains("SOURCE_DATE_EPOCH"))
    }
  }

  @Test func `in a job on GitHub paths begin at the repository, and there is a summary`()
    async throws
  {
    try await CommandTests.inFolder(["docs/a.md": "# Look\n\n1. Click **Admn**.\n"]) { folder in
      let summary = folder + "/summary.md"
      let variables: [Environment.Key: String?] = [
        "GITHUB_WORKSPACE": folder, "GITHUB_STEP_SUMMARY": summary,
      ]
      for _ in 0..<2 {
        let run = try await reports(
          in: folder + "/docs", environment: .inherit.updating(variables))
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("::error file=docs/a.md,"))
      }
      let text = try Repository.text(summary)
      #expect(text.split(separator: "\n").count { $0.hasPrefix("## stepcheck: ❌") } == 2)
      let refused = try await reports(
        in: folder + "/docs",
        environment: .inherit.updating(["GITHUB_STEP_SUMMARY": "/dev/null"]))
      #expect(refused.status == 2)
      #expect(
        refused.errors.contains(
          "/dev/null: a report can only be written to a new or a regular file"))
    }
  }

  @Test func `a format that is not there is told with those that are`() async throws {
    for arguments in [["--format", "junits"], ["--output", "junits=r.xml"]] {
      let run = try await CommandTests.run(["check", "help"] + arguments)
      #expect(run.status == 64)
      for format in Self.formats { #expect(run.errors.contains(format)) }
    }
  }

  private func json(_ path: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(try Repository.text(path).utf8))
  }
}
