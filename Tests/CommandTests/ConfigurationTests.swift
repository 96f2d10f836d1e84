import Testing

/// What a config says of findings, and of a check as a whole.
struct ConfigurationTests {
  private static let page =
    "# Look\n\nAdmin permissions required. See [x](x.md).\n\n1. Click **Admin**.\n"

  private func run(
    _ files: [String: String], _ arguments: String...
  ) async throws -> CommandTests.Run {
    try await CommandTests.inFolder(files) { folder in
      try await CommandTests.run(["check"] + arguments, in: folder)
    }
  }

  // MARK: What no page makes use of

  private static let unused = """
    values:
      First Nam: Ada
    pages:
      "guides/**": {skip: not yet}
      "a.md": {values: {Colour: red}}
    """

  private static let unusedWarnings = [
    "stepcheck: .stepcheck.yml: warning: \"guides/**\" under pages matches no page",
    "stepcheck: .stepcheck.yml: warning: no page asks for a value for \"Colour\"",
    "stepcheck: .stepcheck.yml: warning: no page asks for a value for \"First Nam\"",
  ]

  @Test func `patterns and values that no page makes use of are warnings`() async throws {
    let run = try await run([".stepcheck.yml": Self.unused, "a.md": Self.page], ".")
    #expect(run.status == 0)
    let warnings = run.errors.split(separator: "\n").filter { $0.contains("warning") }
    #expect(warnings.map(String.init) == Self.unusedWarnings)
  }

  @Test(arguments: [["a.md"], ["sub"], [".", "--shard", "1/2"]])
  func `nothing is said of values where not all pages are checked`(
    arguments: [String]
  ) async throws {
    let run = try await CommandTests.inFolder([
      ".stepcheck.yml": Self.unused, "a.md": Self.page, "sub/b.md": Self.page,
    ]) { folder in
      try await CommandTests.run(["check"] + arguments, in: folder)
    }
    #expect(!run.errors.contains("no page asks for"))
    #expect(run.errors.contains("matches no page") == arguments.contains("."))
  }

  // MARK: Severities

  @Test func `severities can differ by path, and the last pattern counts`() async throws {
    let config = """
      rules:
        broken-link: error
      pages:
        "old/**":
          rules: {broken-link: note}
        "old/*/b.md":
          rules: {broken-link: off}
      """
    let text = try await run(
      [
        ".stepcheck.yml": config, "a.md": Self.page, "old/a.md": Self.page,
        "old/c/b.md": Self.page,
      ], ".", "-v", "--rule", "broken-link")
    #expect(text.status == 1)
    #expect(text.output.contains("error[broken-link]"))
    #expect(text.output.contains("at a.md:3:"))
    #expect(text.output.contains("note[broken-link]"))
    #expect(text.output.contains("at old/a.md:3:"))
    #expect(!text.output.contains("at old/c/b.md"))
    #expect(text.output.contains("1 of 3 pages failed"))
  }

  @Test(arguments: [
    ("pages: {a.md: {rules: {broken-lnk: off}}}", "did you mean \"broken-link\"?"),
    ("pages: {nowhere.md: {rules: {broken-link: loud}}}", "known: error, warning, note, off"),
    ("pages: {a.md: {rules: {control-not-found: off}}}", "is always an error"),
    ("fail-on: never", ".stepcheck.yml: fail-on must be error, warning or note"),
    ("min-checked: 101", "min-checked must be a percentage from 0 to 100"),
    ("require-procedures: perhaps", "require-procedures must be true or false"),
    ("strict-prerequisites: [true]", "strict-prerequisites must be true or false"),
    ("fail-no: error", "did you mean \"fail-on\"?"),
    ("given: {idenuity: adobe}", "did you mean \"identity\"?"),
  ])
  func `a mistake is told with its file`(config: String, message: String) async throws {
    let run = try await run([".stepcheck.yml": config, "a.md": Self.page], "a.md")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("stepcheck: .stepcheck.yml: "))
    #expect(run.errors.contains(message))
  }

  /// Which page is read first differs from run to run.
  @Test(arguments: [["checklist", "."], ["checklist", ".", "--proved"], ["model", "."]])
  func `of several mistakes it is always the first that is told`(arguments: [String]) async throws {
    var files: [String: String] = [:]
    for folder in "abcdefgh" {
      files["\(folder)/.stepcheck.yml"] = "\(folder): 1"
      files["\(folder)/page.md"] = Self.page
    }
    try await CommandTests.inFolder(files) { folder in
      for _ in 0..<4 {
        let run = try await CommandTests.run(arguments, in: folder)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("stepcheck: a/.stepcheck.yml: unknown key \"a\""))
        #expect(run.output.isEmpty)
      }
    }
  }

  @Test func `what a config can't give is its mistake for a checklist too`() async throws {
    let files = [".stepcheck.yml": "given: {idenuity: adobe}", "a.md": Self.page]
    try await CommandTests.inFolder(files) { folder in
      let run = try await CommandTests.run("checklist", ".", in: folder)
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("stepcheck: .stepcheck.yml: unknown circumstance"))
    }
  }

  // MARK: The check as a whole

  @Test func `what fails a check can stand in the config, and the command line goes before it`()
    async throws
  {
    let files = [".stepcheck.yml": "fail-on: warning\n", "a.md": Self.page]
    #expect(try await run(files, "a.md").status == 1)
    #expect(try await run(files, "a.md", "--fail-on", "error").status == 0)

    let share = [
      ".stepcheck.yml": "min-checked: 90\n",
      "a.md": "# Look\n\n1. Click **Admin**.\n1. Ask your boss for advice.\n1. Frobnicate it.\n",
    ]
    let low = try await run(share, "a.md")
    #expect(low.status == 1)
    #expect(low.errors.contains("min-checked asks for 90 %"))
    #expect(try await run(share, "a.md", "--min-checked", "10").status == 0)

    let empty = [".stepcheck.yml": "require-procedures: true\n", "a.md": "# Nothing\n"]
    #expect(try await run(empty, "a.md").status == 2)
    #expect(try await run(empty, "a.md", "--no-require-procedures").status == 0)

    let strict = [
      ".stepcheck.yml": "strict-prerequisites: true\n",
      "a.md": "# Look\n\nYou must have [a role](b.md).\n\n1. Click **Admin**.\n",
      "b.md": "# Create a Role\n\n1. Click **Nothing**.\n",
    ]
    #expect(try await run(strict, "a.md").output.contains("1 blocked"))
    #expect(
      !(try await run(strict, "a.md", "--no-strict-prerequisites").output.contains("blocked")))
  }

  @Test func `configs that differ in what holds for all are told`() async throws {
    let files = [
      "a/.stepcheck.yml": "fail-on: warning\n", "a/a.md": Self.page,
      "b/.stepcheck.yml": "fail-on: note\n", "b/b.md": Self.page,
      "c/.stepcheck.yml": "given: {}\n", "c/c.md": Self.page,
    ]
    let both = try await run(files, ".")
    #expect(both.status == 2)
    #expect(
      both.errors.hasPrefix(
        "stepcheck: a/.stepcheck.yml and b/.stepcheck.yml differ in fail-on, which holds"))
    #expect(try await run(files, ".", "--fail-on", "error").status == 0)
    #expect(try await run(files, "a", "c").status == 1)
  }

  // MARK: One kind of finding

  @Test func `one kind of finding can be shown alone`() async throws {
    let files = ["a.md": Self.page + "1. Click **Nothing**.\n"]
    let links = try await run(files, "a.md", "--rule", "broken-link")
    #expect(links.status == 0)
    #expect(links.output.contains("warning[broken-link]"))
    #expect(!links.output.contains("control-not-found"))
    #expect(links.output.contains("- only broken-link: 1 other finding not shown\n"))
    let both = try await run(
      files, "a.md", "--rule", "broken-link", "--rule", "control-not-found", "--format", "json")
    #expect(both.status == 1)
    #expect(both.output.contains("\"rule\" : \"broken-link\""))
    #expect(both.output.contains("\"rule\" : \"control-not-found\""))
    let unknown = try await run(files, "a.md", "--rule", "broken-lnk")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("did you mean \"broken-link\"?"))
  }
}
