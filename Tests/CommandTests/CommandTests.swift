import FoundationEssentials
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// The built command, as a person runs it.
struct CommandTests {
  struct Run {
    let status: Int
    let output: String
    let errors: String

    /// "rule line" of the errors in a JSON report.
    func errorFindings() throws -> [String] {
      try report().pages.flatMap(\.findings).filter { $0.severity == "error" }
        .map { "\($0.rule) \($0.line)" }
    }

    /// The JSON report that was printed.
    func report() throws -> Report {
      try JSONDecoder().decode(Report.self, from: Data(output.utf8))
    }

    struct Report: Decodable {
      struct Page: Decodable {
        let path: String
        let findings: [Finding]
      }
      struct Finding: Decodable {
        let rule: String
        let severity: String
        let line: Int
      }
      let pages: [Page]
    }
  }

  /// The command stands beside the test bundle.
  static let path: FilePath = {
    var path = FilePath(CommandLine.arguments[0])
    path.removeLastComponent()
    return path.appending("stepcheck")
  }()

  /// How long a run takes differs from run to run, so it is fixed.
  static let fixedDay = Environment.inherit.updating(["SOURCE_DATE_EPOCH": "1767603600"])

  static func run(_ arguments: String..., in folder: String = Repository.root) async throws -> Run {
    try await run(arguments, in: folder)
  }

  static func run(
    _ arguments: [String], in folder: String = Repository.root,
    environment: Environment = fixedDay, input: String = ""
  ) async throws -> Run {
    let result = try await Subprocess.run(
      .path(path), arguments: Arguments(arguments), environment: environment,
      workingDirectory: FilePath(folder), input: .string(input),
      output: .string(limit: 10_000_000), error: .string(limit: 1_000_000))
    let status: Int =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): -Int(signal)
      }
    return Run(
      status: status, output: result.standardOutput, errors: result.standardError)
  }

  // MARK: check

  @Test func `check help passes`() async throws {
    let run = try await Self.run("check", "help")
    #expect(run.status == 0)
    #expect(
      run.output.hasSuffix(
        """
        62 pages passed, 294 of 296 steps checked, 1 manual, 1 skipped by a condition,
          65 stated results not judged, 0 errors, 74 notes (-v shows them)

        """))
    #expect(run.errors == "")
  }

  @Test func `check without a path takes the site root of the config`() async throws {
    let run = try await Self.run("check", in: Repository.root + "/help")
    #expect(run.output.contains("62 pages passed"))
  }

  @Test func `check without a path and without a config says what to type`() async throws {
    let run = try await Self.run("check", in: "/")
    #expect(run.status == 64)
    #expect(run.errors.contains("stepcheck check help"))
  }

  @Test func `a page that fails exits with 1`() async throws {
    let run = try await Self.run(
      "check", "help/users-and-roles/create-an-api-only-user.md", "--given", "identity=adobe")
    #expect(run.status == 1)
    #expect(run.output.contains("error[control-not-found]"))
  }

  @Test(arguments: [
    (["--given", "identity=adobee"], "did you mean \"adobe\"?"),
    (["--given", "identitty=adobe"], "did you mean \"identity\"?"),
    (["--given", "permissions=Access Admn"], "did you mean \"Access Admin\"?"),
    (
      ["--given", "product=older", "--given", "identity=adobe"],
      "identity=adobe needs product=newest"
    ),
    (["--given", "product=old"], "did you mean \"older\"?"),
    (["--given", "today=2026-02-30"], "\"2026-02-30\" isn't a date"),
    (["--given", "records=roll X"], "\"roll X\" doesn't begin with one of the kinds"),
    (["--given", "identity"], "identity"), (["--fail-on", "nothing"], "nothing"),
    (["--nonsense"], "--nonsense"),
  ])
  func `wrong usage exits with 64 and names the nearest`(
    arguments: [String], message: String
  ) async throws {
    let run = try await Self.run(["check", "help"] + arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(message))
    #expect(run.output == "")
  }

  @Test func `a missing path exits with 2`() async throws {
    let run = try await Self.run("check", "nowhere.md")
    #expect(run.status == 2)
    #expect(run.errors == "stepcheck: nowhere.md: no such file or folder\n")
  }

  @Test func `a page without a procedure exits with 2 where it must have one`() async throws {
    let run = try await Self.run("check", "README.md", "--require-procedures")
    #expect(run.status == 2)
    #expect(run.errors.contains("has no procedure"))
  }

  @Test func `all runs give the same bytes, in whatever order pages are named`() async throws {
    var pages = [
      "help/users-and-roles/create-a-role-for-api-access.md",
      "help/users-and-roles/create-an-api-only-user.md",
      "help/users-and-roles/create-an-api-only-user-with-adobe-identity.md",
    ]
    let first = try await Self.run(["check", "-v"] + pages).output
    #expect(first.contains("3 pages passed"))
    for run in 1..<10 {
      pages.append(pages.remove(at: run % 3))
      let again = try await Self.run(["check", "-v"] + pages).output
      #expect(again == first)
    }
  }

  @Test func `with -v a failed step shows what could be reached`() async throws {
    try await Self.inFolder(["a.md": "# Look\n\n1. Click **Admn**.\n"]) { folder in
      let short = try await Self.run("check", "a.md", in: folder)
      #expect(!short.output.contains("what can be reached"))
      let run = try await Self.run("check", "-v", "a.md", in: folder)
      #expect(run.output.contains("  reachable controls on My Marketo:\n"))
      #expect(run.output.contains("    link \"Admin\"\n"))
    }
  }

  // MARK: Formats

  @Test func `reports go into files beside what is printed`() async throws {
    try await Self.inFolder(["a.md": "# Look\n\n1. Click **Admn**.\n"]) { folder in
      let run = try await Self.run(
        "check", "a.md", "--format", "github", "--output", "json=r.json", "--output",
        "text=r.txt", in: folder)
      #expect(run.status == 1)
      #expect(
        run.output == """
          ::error file=a.md,line=3,endLine=3,col=12,endColumn=16,title=control-not-found::\
          there is no "Admn" on My Marketo%0Aperhaps: "Admin"

          """)
      let json = try Repository.text(folder + "/r.json")
      #expect(json.contains("\"rule\" : \"control-not-found\""))
      #expect(try Repository.text(folder + "/r.txt").contains("1 of 1 page failed"))
    }
  }

  @Test func `every rule is explained`() async throws {
    let list = try await Self.run("explain")
    for line in list.output.split(separator: "\n") {
      let rule = String(line.split(separator: " ")[1])
      let run = try await Self.run("explain", rule)
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("\(rule)\n\nSeverity: "))
    }
    let unknown = try await Self.run("explain", "control-not-fond")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("did you mean \"control-not-found\"?"))
  }

  // MARK: The config

  @Test(arguments: [
    ("engin: x", "did you mean \"engine\"?"), ("engine: other", "marketo-admin"),
    ("rules: {broken-lnk: off}", "did you mean \"broken-link\"?"),
    ("root: nowhere", "no such folder"), ("given: {identity: 3}", "identity"),
    ("rules: {control-not-found: off}", "is always an error"),
    ("rules: {promise-not-kept: note}", "set \"skip\" for it"),
    ("rules: {broken-link: loud}", "known: error, warning, note, off"),
    ("pages: {a.md: {givn: {}}}", "did you mean \"given\"?"),
    ("a: [", ".stepcheck.yml:2:1: invalid yaml"),
  ])
  func `a config with a mistake exits with 2 and says which`(
    config: String, message: String
  ) async throws {
    try await Self.inFolder([".stepcheck.yml": config, "a.md": Self.page]) { folder in
      let run = try await Self.run("check", "a.md", in: folder)
      #expect(run.status == 2)
      #expect(run.errors.lowercased().contains(message.lowercased()))
    }
  }

  @Test func `the config says what holds for which page`() async throws {
    let config = """
      rules:
        broken-link: error
      pages:
        "skipped/**":
          skip: not written yet
        "b.md":
          given:
            signed-in-as: Standard User
      """
    let files = [
      ".stepcheck.yml": config, "a.md": Self.page + "\n[x](nothing.md)\n", "b.md": Self.page,
      "skipped/c.md": Self.page,
    ]
    try await Self.inFolder(files) { folder in
      let run = try await Self.run("check", ".", in: folder)
      #expect(run.status == 1)
      #expect(run.output.contains("error[broken-link]"))
      #expect(run.output.contains("b.md"))
      #expect(run.output.contains("\"Admin\" is shown when signed in as Admin"))
      #expect(run.output.contains("skipped/c.md: skipped: not written yet"))
    }
  }

  // MARK: model and checklist

  @Test func `model and checklist print pages`() async throws {
    let page = "help/users-and-roles/create-an-api-only-user.md"
    let tree = try await Self.run("model", page)
    #expect(tree.status == 0 && tree.output.contains("- click [Invite New User]"))
    let json = try await Self.run("model", "--format", "json", page)
    #expect(json.status == 0 && json.output.hasPrefix("{"))
    let list = try await Self.run("checklist", page)
    #expect(list.status == 0 && list.output.contains("6. [ ] Click **Send**."))
  }

  // MARK: Helpers

  private static let page = "# Look\n\n1. Click **Admin**.\n"

  static func inFolder<Result>(
    _ files: [String: String], _ body: (String) async throws -> Result
  ) async throws -> Result {
    let folder = TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in files {
      let path = FilePath(folder).appending(name)
      try FileManager.default.createDirectory(
        atPath: path.removingLastComponent().string, withIntermediateDirectories: true)
      try text.write(toFile: path.string, atomically: true, encoding: .utf8)
    }
    return try await body(folder)
  }
}

enum TemporaryFolder {
  static func make() -> String {
    FileManager.default.temporaryDirectory
      .appending(path: "stepcheck-\(UUID().uuidString)").path(percentEncoded: false)
  }
}
