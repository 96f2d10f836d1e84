import FoundationEssentials
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// The ready-made jobs of help/stepcheck/ci, run as the CI services run them.
struct CITests {
  private static let folder = Repository.root + "/help/stepcheck/ci"

  private static func shell(
    _ name: String, _ arguments: [String], in folder: String, _ variables: [String: String]
  ) async throws -> CommandTests.Run {
    let values = variables.map { (Environment.Key(stringLiteral: $0.key), $0.value as String?) }
    let result = try await Subprocess.run(
      .name(name), arguments: Arguments(arguments),
      environment: .inherit.updating(Dictionary(uniqueKeysWithValues: values)),
      workingDirectory: FilePath(folder), output: .string(limit: 1_000_000),
      error: .string(limit: 1_000_000))
    guard case .exited(let code) = result.terminationStatus else { throw Killed() }
    return CommandTests.Run(
      status: Int(code), output: result.standardOutput, errors: result.standardError)
  }

  private struct Killed: Error {}

  private static let files = [
    "docs/a.md": "# Look\n\n1. Click **Admn**.\n", "docs/b c.md": "# Look\n\n1. Click **Admin**.\n",
    "docs/-q.md": "# Look\n\n1. Click **Admin**.\n", "job/output": "", "job/summary.md": "",
  ]

  // MARK: GitHub

  /// The step "Check the pages" with these inputs.
  private static func check(
    in folder: String, _ inputs: [String: String]
  ) async throws -> CommandTests.Run {
    let job = [
      "STEPCHECK_BINARY": CommandTests.path.string, "STEPCHECK_PATHS": "", "STEPCHECK_ARGS": "",
      "STEPCHECK_FAIL_ON": "error", "STEPCHECK_SARIF": "false",
      "RUNNER_TEMP": folder + "/job", "GITHUB_OUTPUT": folder + "/job/output",
      "GITHUB_STEP_SUMMARY": folder + "/job/summary.md", "GITHUB_WORKSPACE": folder,
    ]
    return try await shell(
      "bash", [Self.folder + "/check.sh"], in: folder + "/docs", job.merging(inputs) { $1 })
  }

  @Test func `the action shows findings beside the lines and writes the other reports`()
    async throws
  {
    try await CommandTests.inFolder(Self.files) { folder in
      let run = try await Self.check(
        in: folder,
        ["STEPCHECK_PATHS": "a.md\n\n  b c.md  \n", "STEPCHECK_SARIF": "true"])
      #expect(run.status == 1)
      #expect(run.output.hasPrefix("::error file=docs/a.md,line=3,"))
      let sarif = folder + "/job/stepcheck.sarif"
      #expect(try Repository.text(folder + "/job/output") == "sarif=\(sarif)\n")
      #expect(try Repository.text(sarif).contains("\"control-not-found\""))
      #expect(try Repository.text(folder + "/job/summary.md").contains("1 of 2 pages failed"))
    }
  }

  @Test func `the action hands over severity and arguments`() async throws {
    try await CommandTests.inFolder(Self.files) { folder in
      let inputs = [
        "STEPCHECK_PATHS": "b c.md", "STEPCHECK_ARGS": "--given=identity=adobe\n--tap-version\n14",
      ]
      #expect(try await Self.check(in: folder, inputs).status == 0)
      let unknown = try await Self.check(
        in: folder, inputs.merging(["STEPCHECK_FAIL_ON": "nothing"]) { $1 })
      #expect(unknown.status == 64)
      #expect(try Repository.text(folder + "/job/output") == "")
    }
  }

  @Test func `what inputs hold is no code and no option`() async throws {
    try await CommandTests.inFolder(Self.files) { folder in
      let run = try await Self.check(in: folder, ["STEPCHECK_PATHS": "-q.md"])
      #expect(run.status == 0)
      let hostile = try await Self.check(
        in: folder,
        [
          "STEPCHECK_PATHS": "$(touch x)\n`touch x`\n; touch x\n--output=json=x",
          "STEPCHECK_ARGS": "",
        ])
      #expect(hostile.status == 2)
      #expect(!FileManager.default.fileExists(atPath: folder + "/docs/x"))
    }
  }

  @Test(arguments: [
    ("http://example.com/stepcheck", "", "url has to begin with https://"),
    ("https://example.com/stepcheck", "", "sha256 has to be"),
    ("https://example.com/stepcheck", "abc", "sha256 has to be"),
  ])
  func `nothing is downloaded without https and a checksum`(
    url: String, sha256: String, message: String
  ) async throws {
    let run = try await Self.shell(
      "bash", [Self.folder + "/install.sh"], in: Self.folder,
      ["STEPCHECK_URL": url, "STEPCHECK_SHA256": sha256])
    #expect(run.status == 2)
    #expect(run.output.hasPrefix("::error title=stepcheck::\(message)"))
  }

  /// An expression in shell code would be replaced by what a stranger may have written.
  @Test func `the action hands inputs over by environment alone`() throws {
    let action = try Repository.text(Self.folder + "/action.yml")
    let lines = action.split(separator: "\n")
    #expect(!lines.contains { $0.contains("run:") && $0.contains("${{") })
    for script in ["install.sh", "check.sh"] {
      let text = try Repository.text("\(Self.folder)/\(script)")
      for variable in text.matches(of: #/\$\{?(STEPCHECK_[A-Z0-9_]+)/#).map(\.output.1) {
        #expect(lines.contains { $0.hasPrefix("        \(variable): ${{ inputs.") }, "\(variable)")
      }
    }
  }

  // MARK: GitLab

  @Test func `the GitLab job writes both reports`() async throws {
    let file = try Repository.text(Self.folder + "/gitlab.yml")
    let script = try #require(
      file.firstMatch(of: #/\n    - \|\n(?<lines>(?: {6}.*\n)+)  artifacts:/#)
    ).output.lines
    let code = script.split(separator: "\n").map { $0.dropFirst(6) }.joined(separator: "\n")
    try await CommandTests.inFolder(Self.files) { folder in
      let run = try await Self.shell(
        "sh", ["-c", code], in: folder,
        [
          "STEPCHECK_BINARY": CommandTests.path.string, "STEPCHECK_URL": "",
          "STEPCHECK_PATHS": "docs/a.md\n\ndocs/b c.md\n$(touch x)", "STEPCHECK_FAIL_ON": "error",
          "STEPCHECK_ARGS": "--given=identity=adobe\n--given\nsigned-in-as=Admin",
        ])
      #expect(run.status == 2)
      #expect(run.errors.contains("$(touch x): no such file or folder"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/x"))
      #expect(run.output.contains("1 of 2 pages failed"))
      #expect(try Repository.text(folder + "/stepcheck-junit.xml").contains("<testsuites"))
      #expect(
        try Repository.text(folder + "/stepcheck-quality.json").contains("control-not-found"))
    }
  }
}
