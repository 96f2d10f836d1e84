import Subprocess
import TestSupport
import Testing

/// What a person at a terminal asks of the command.
struct TerminalTests {
  private static let files = [
    "a.md": "# A\n\n1. Click **Admn**.\n", "b.md": "# B\n\n1. Click **Admin**.\n",
    "c.md": "# C\n\n1. Click **Proceed**.\n", ".stepcheck.yml": "engine: marketo-admin",
  ]

  private func check(
    _ options: String..., environment: Environment = CommandTests.fixedDay
  ) async throws -> CommandTests.Run {
    try await CommandTests.inFolder(Self.files) {
      try await CommandTests.run(["check", "."] + options, in: $0, environment: environment)
    }
  }

  @Test(arguments: [
    ("path", ["a", "b", "c"]), ("failures-first", ["a", "c", "b"]),
    ("failures-last", ["b", "a", "c"]),
  ])
  func `pages come in the order that is asked for`(order: String, pages: [String]) async throws {
    let run = try await check("--order", order)
    let told = run.output.matches(of: /(?m)^(?:✓ )?([abc])\.md/).map { String($0.output.1) }
    #expect(told == pages)
  }

  @Test func `quietly, there are findings alone`() async throws {
    let run = try await check("--quiet")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("error[control-not-found]: there is no \"Admn\""))
    #expect(!run.output.contains("steps") && !run.output.contains("failed"))
    let page = "help/users-and-roles/export-users.md"
    let help = try await CommandTests.run("check", page, "-q", "--fail-on", "error")
    #expect(help.status == 0 && help.errors == "")
    #expect(
      help.output.split(separator: "\n").allSatisfy { $0.hasPrefix("note") || $0.hasPrefix(" ") })
  }

  @Test func `colours are as the option says, then the environment`() async throws {
    let red = "\u{1B}[31m"
    #expect(!(try await check().output.contains(red)))
    #expect(try await check("--color", "always").output.contains(red))
    let forced = CommandTests.fixedDay.updating(["FORCE_COLOR": "1", "NO_COLOR": ""])
    #expect(try await check(environment: forced).output.contains(red))
    #expect(!(try await check("--color", "never", environment: forced).output.contains(red)))
    let none = forced.updating(["NO_COLOR": "1"])
    #expect(!(try await check(environment: none).output.contains(red)))
  }

  @Test func `a label that is like none there is told what there is`() async throws {
    let run = try await check()
    #expect(run.output.contains("because: links there: Marketing Activities, Design Studio,"))
  }

  @Test func `how long it took is told on standard error, unless quietly`() async throws {
    let run = try await check(environment: .inherit)
    #expect(run.errors.contains(/^stepcheck: checked 3 pages in [0-9.]+ m?s\n$/))
    #expect(try await check("-q", environment: .inherit).errors == "")
  }
}
