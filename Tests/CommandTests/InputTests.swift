import FoundationEssentials
import Testing

/// Pages that come from lists and from standard input.
struct InputTests {
  private static let page = "# Look\n\nAdmin permissions required.\n\n1. Click **Admin**.\n"
  private static let files = [
    "docs/a.md": page, "docs/b.md": page, "docs/c/d.md": page, "docs/x.png": "",
    "docs/.stepcheck.yml": "rules: {broken-link: error}\n",
  ]

  private func run(
    _ arguments: String..., input: String = "", besides files: [String: String] = [:]
  ) async throws -> CommandTests.Run {
    try await CommandTests.inFolder(Self.files.merging(files) { $1 }) { folder in
      try await CommandTests.run(["check"] + arguments, in: folder, input: input)
    }
  }

  // MARK: Lists

  @Test(arguments: [
    "docs/a.md\ndocs/x.png\n\ndocs/c", "docs/c\r\ndocs/a.md\r\ndocs/x.png\r\n",
    "docs/a.md\0docs/x.png\0docs/c/d.md\0",
  ])
  func `what a list names is checked`(list: String) async throws {
    for run in [
      try await run("--paths-from", "-", input: list),
      try await run("--paths-from", "list", besides: ["list": list]),
    ] {
      #expect(run.status == 0)
      #expect(run.output.contains("✓ docs/a.md: 1 of 1 step\n✓ docs/c/d.md: 1 of 1 step\n"))
      #expect(run.output.contains("2 pages passed, "))
      #expect(run.output.contains("1 file not checked"))
    }
  }

  @Test func `a list adds to what is named`() async throws {
    let run = try await run("docs/b.md", "--paths-from", "-", input: "docs/a.md\n")
    #expect(run.output.contains("2 pages passed"))
  }

  @Test func `an empty list is a pass, and not the site root`() async throws {
    let run = try await run(
      "--paths-from", "-", input: "\n", besides: [".stepcheck.yml": "root: docs\n"])
    #expect(run.status == 0)
    #expect(run.output == "nothing to check, 0 errors\n")
  }

  @Test func `a list that can't be read, and what is not there, exit with 2`() async throws {
    let list = try await run("--paths-from", "nowhere")
    #expect(list.status == 2)
    #expect(list.errors == "stepcheck: nowhere: the file can't be read\n")
    let page = try await run("--paths-from", "-", input: "docs/a.md\ndocs/gone.md\n")
    #expect(page.status == 2)
    #expect(page.errors == "stepcheck: docs/gone.md: no such file or folder\n")
  }

  // MARK: Standard input

  @Test(arguments: ["docs/a.md", "docs/new.md", "./docs/c/../new.md"])
  func `a page from standard input is checked where it would be`(path: String) async throws {
    let text =
      Self.page + "\nSee [b](b.md), [here](\(path.split(separator: "/").last ?? "")#look),"
      + " [nothing](nothing.md).\n"
    let run = try await run("-", "--path", path, input: text)
    #expect(run.status == 1)
    let name = path.hasSuffix("a.md") ? "docs/a.md" : "docs/new.md"
    #expect(run.output.contains("error[broken-link]: the linked page \"nothing.md\""))
    #expect(run.output.contains("at \(name):7:"))
    #expect(run.output.contains("1 of 1 page failed, 1 of 1 step checked, "))
  }

  @Test func `what it requires is read from its file`() async throws {
    let run = try await run(
      "-", "--path", "docs/new.md", "--format", "json",
      input: "# New\n\nYou must have [looked](a.md).\n\n1. Click **Admin**.\n",
      besides: ["docs/a.md": "# Look\n\n1. Click **Admn**.\n"])
    #expect(try run.errorFindings() == ["prerequisite-failed 3"])
  }

  @Test(arguments: [
    (["-"], 64, "say where the page from standard input is"),
    (["docs", "--path", "docs/a.md"], 64, "check - --path PAGE"),
    (["-", "docs", "--path", "docs/a.md"], 64, "is checked alone"),
    (["-", "--path", "docs/a.md", "--paths-from", "-"], 64, "is checked alone"),
    (["-", "--path", "docs/a.md", "--changed"], 64, "has no changes to find out"),
    (["-", "--path", "nowhere/a.md"], 2, "nowhere/a.md: there is no folder nowhere"),
    (["-", "--path", "docs"], 2, "docs: this is not the path of a page"),
    (["docs", "--jobs", "0"], 64, "a number from 1 on"),
  ])
  func `what can't be checked so is told`(
    arguments: [String], status: Int, message: String
  ) async throws {
    try await CommandTests.inFolder(Self.files) { folder in
      let run = try await CommandTests.run(["check"] + arguments, in: folder)
      #expect(run.status == status)
      #expect(run.errors.contains(message))
      #expect(run.output == "")
    }
  }

  @Test func `more than a page can have is not read`() async throws {
    let run = try await run(
      "-", "--path", "docs/a.md", input: String(repeating: "x", count: 10_000_001))
    #expect(run.status == 2)
    #expect(run.errors == "stepcheck: standard input: larger than 10 MB, so it was not read\n")
  }

  @Test func `the report is the same however many pages are in work`() async throws {
    try await CommandTests.inFolder(Self.files) { folder in
      let usual = try await CommandTests.run("check", "docs", "-v", in: folder).output
      #expect(usual.contains("3 pages passed"))
      for jobs in ["1", "2", "100"] {
        #expect(
          try await CommandTests.run("check", "docs", "-v", "--jobs", jobs, in: folder).output
            == usual)
      }
    }
  }
}
