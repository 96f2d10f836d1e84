import FoundationEssentials
import TestSupport
import Testing

/// Pages, names and configs of people whom nobody knows.
struct SecurityTests {
  private static let look = "# Look\n\n1. Click **Admin**.\n"
  private static let formats = ["text", "json", "github"]

  private func run(
    _ files: [String: String], _ arguments: [String], prepare: (String) throws -> Void = { _ in }
  ) async throws -> CommandTests.Run {
    var run: CommandTests.Run?
    try await CommandTests.inFolder(files) { folder in
      try prepare(folder)
      run = try await CommandTests.run(arguments, in: folder + "/docs")
    }
    return try #require(run)
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  // MARK: Output

  /// Texts that mean something to a CI log or a terminal.
  private static let hostile = [
    "[y](#&#13;&#10;::stop-commands::x&#13;&#10;)", "&#10;::error::x", "  ::warning::x",
    "##[error]x", "&#27;[31mred", "&#155;31mred", "a\u{202E}b", "a\u{2028}::error::x",
    "\u{85}::error::x", "##[\u{338}x", "\u{600}##[x", "#\u{338}##[x",
  ]

  @Test(arguments: [
    ["check", ".", "--format", "text", "-v"], ["check", ".", "--format", "json"],
    ["check", ".", "--format", "github"], ["check", ".", "--format", "junit"],
    ["check", ".", "--format", "sarif"], ["check", ".", "--format", "gitlab"],
    ["check", ".", "--format", "markdown"], ["check", ".", "--format", "tap"],
    ["check", ".", "--format", "ctrf"], ["model", "."], ["model", ".", "--format", "json"],
    ["model", ".", "--explain"], ["checklist", "."],
  ])
  func `no page writes a command, a control character or a turn of direction`(
    arguments: [String]
  ) async throws {
    var files = ["docs/::error::name.md": Self.look]
    for (index, text) in Self.hostile.enumerated() {
      files["docs/\(index).md"] =
        "# \(text)\n\n\(text)\n\n1. Click **\(text)** and enter `\(text)` in **\(text)**.\n\n"
        + "   >[!NOTE]\n   >\n   >\(text)\n"
    }
    let run = try await run(files, arguments)
    let isForCommands = arguments.contains("github")
    for line in (run.output + run.errors).unicodeScalars.split(separator: "\n") {
      let text = String(line)
      let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      let isOurs = [
        "::error file=", "::warning file=", "::notice file=", "::notice title=stepcheck",
      ]
      .contains { text.hasPrefix($0) }
      #expect(!start.hasPrefix("::") || isForCommands && isOurs, "\(text)")
      // By bytes, as a CI log is read.
      let bytes = Array(text.utf8)
      let hasCommand = bytes.indices.contains { bytes[$0...].starts(with: "##[".utf8) }
      #expect(!hasCommand, "\(text)")
      let steering = line.first { scalar in
        (0...0x1F).contains(scalar.value) || (0x7F...0x9F).contains(scalar.value)
          || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      }
      #expect(steering == nil, "\(text)")
    }
  }

  @Test func `a checklist has no active link and no markup of the page's text`() async throws {
    let page = """
      # A page

      Before you start: you need [this](javascript:alert(1)) and [that](https://a.example/(x)).

      >[!PREREQUISITES]
      >
      >[run](javascript:alert(1)) and [go](data:text/html,x) and [read](other.md#a)
      >and [mark](javascript:\u{338}alert) and [Upper](JavaScript:x) and [mail](mailto:a@b.example)

      1. Click **<\u{338}img src=x onerror=alert(1)>** and **&lt;b&gt;**.
      """
    let run = try await run(["docs/a.md": page], ["checklist", "a.md"])
    let output = Array(run.output.lowercased().utf8)
    let runs = output.indices.contains { output[$0...].starts(with: "](javascript".utf8) }
    #expect(!runs, "\(run.output)")
    #expect(run.output.contains("](mailto:a@b.example)"))
    #expect(!run.output.contains("](data"))
    #expect(run.output.contains("[read](other.md#a)"))
    let signs = run.output.unicodeScalars
    let bare = zip(signs, signs.dropFirst()).contains { $1 == "<" && $0 != "\\" }
    #expect(!bare, "\(run.output)")
  }

  // MARK: Files

  @Test func `a page that is a link out of the root is named, and not read`() async throws {
    let files = ["docs/look.md": Self.look, "secret/page.md": "# Secret\n\n1. Click **Admin**.\n"]
    func check(_ options: [String]) async throws -> CommandTests.Run {
      try await run(files, ["check", "."] + options) {
        try link($0 + "/docs/out.md", to: "../secret/page.md")
      }
    }
    let refused = try await check([])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("out.md: it is outside the folders that may be read"))
    #expect(!refused.output.contains("Secret"))
    let allowed = try await check(["--allow-outside", "../secret"])
    #expect(allowed.status == 0)
    #expect(allowed.output.contains("2 pages passed"))
  }

  @Test func `a required page, a snippet and a config through a link are not read`() async throws {
    let page = """
      # A page

      >[!PREREQUISITES]
      >
      >[Secret](../secret/page.md)

      1. Click **Admin**. {{$include /docs/_includes/more.md}}
      """
    let secret = "# Secret\n\n1. Click **Hidden Words**.\n"
    let run = try await run(
      ["docs/look.md": page, "secret/page.md": secret, "secret/s.yml": "hidden: words"],
      ["check", "look.md", "-v"]
    ) { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/docs/_includes", withIntermediateDirectories: true)
      try link(folder + "/docs/_includes/snippets.md", to: "../../secret/page.md")
    }
    #expect(!run.output.contains("Hidden"))
    let config = try await self.run(
      ["docs/look.md": Self.look, "secret/s.yml": "hidden: words"], ["check", "look.md"]
    ) { try link($0 + "/docs/.stepcheck.yml", to: "../secret/s.yml") }
    #expect(config.status == 2)
    #expect(config.errors.contains("a symbolic link out of its folder"))
    #expect(!(config.output + config.errors).contains("hidden"))
  }

  @Test(arguments: [
    ("root: ../other\n", "is outside the folders that may be read"),
    ("a: &x 1\n*x : 2\n", ":1:4: YAML aliases and anchors"),
    ("given: [\nsecret words", "invalid YAML"),
    ("pages:\n  look.md:\n    skip: false\n", "skip must be the reason"),
    ("pages:\n  look.md:\n    skip: \"\"\n", "skip must be the reason"),
  ])
  func `a config that does harm is refused, and not quoted`(text: String, told: String)
    async throws
  {
    let run = try await run(
      ["docs/look.md": Self.look, "docs/.stepcheck.yml": text, "other/x.md": Self.look],
      ["check", "look.md"])
    #expect(run.status == 2)
    #expect(run.errors.contains(told), "\(run.errors)")
    #expect(!run.errors.contains("secret words"))
  }

  @Test func `a report is not written over a page, into a link, or twice`() async throws {
    let files = ["docs/look.md": Self.look, "docs/old.json": "old"]
    for (output, told) in [
      (["json=look.md"], "was read in this run"), (["json=link.json"], "a regular file"),
      (["json=r.json", "github=./r.json"], "two reports would be written to this file"),
      (["json=/dev/full"], "a regular file"), (["json=nowhere/r.json"], "can't be written"),
    ] {
      let run = try await run(
        files, ["check", "look.md"] + output.flatMap { ["--output", $0] }
      ) { try link($0 + "/docs/link.json", to: "old.json") }
      #expect(run.status == 2)
      #expect(run.errors.contains(told), "\(run.errors)")
    }
  }

  @Test func `a report keeps the mode of its file, and takes over what a killed run left`()
    async throws
  {
    try await CommandTests.inFolder(["look.md": Self.look, "r.json": "old"]) { folder in
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o640], ofItemAtPath: folder + "/r.json")
      try "half".write(
        toFile: folder + "/.r.json.stepcheck-draft", atomically: false, encoding: .utf8)
      let run = try await CommandTests.run(
        ["check", "look.md", "--output", "json=r.json"], in: folder)
      #expect(run.status == 0)
      let mode = try FileManager.default.attributesOfItem(atPath: folder + "/r.json")
      #expect(mode[.posixPermissions] as? Int == 0o640)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.sorted() == ["look.md", "r.json"])
    }
  }

  // MARK: One page, one identity

  @Test func `however a page is named, it is the same page`() async throws {
    let page = "# A page\n\nSee [another](other.md) and [lost](lost.md).\n\n1. Click **Admin**.\n"
    try await CommandTests.inFolder(["docs/a.md": page, "docs/other.md": Self.look]) { folder in
      try link(folder + "/way", to: "docs")
      func report(_ path: String, in place: String) async throws -> String {
        let run = try await CommandTests.run(
          ["check", path, "--format", "json"], in: folder + place)
        let name = "docs/a.md"
        return run.output.replacing(folder + "/" + name, with: name)
          .replacing("\"../" + name, with: "\"" + name).replacing("\"a.md", with: "\"" + name)
      }
      let plain = try await report("docs/a.md", in: "")
      #expect(plain.contains("lost.md"))
      for (path, place) in [
        ("./docs/../docs/a.md", ""), ("way/a.md", ""), (folder + "/docs/a.md", ""),
        ("a.md", "/docs"), ("a.md", "/way"), ("../docs/a.md", "/docs"),
      ] {
        #expect(try await report(path, in: place) == plain, "\(path) in \(place)")
      }
    }
  }

  // MARK: Patterns

  @Test(arguments: [
    ("*.md", ["a.md", "b.md"]), ("**/*.md", ["a.md", "b.md", "d/a.md", "d/e/a.md"]),
    ("**/a.md", ["a.md", "d/a.md", "d/e/a.md"]), ("d/**", ["d/a.md", "d/e/a.md"]),
    ("d/*", ["d/a.md"]), ("?.md", ["a.md", "b.md"]), ("d?a.md", []),
    (String(repeating: "*a", count: 200) + "b", []), ("**/e/**", ["d/e/a.md"]),
  ])
  func `a pattern of a config holds for these pages, whatever stars it has`(
    glob: String, pages: [String]
  ) async throws {
    var files = ["docs/.stepcheck.yml": "pages:\n  \"\(glob)\":\n    skip: pattern\n"]
    for path in ["a.md", "b.md", "d/a.md", "d/e/a.md"] { files["docs/" + path] = Self.look }
    files["docs/" + String(repeating: "a", count: 120) + ".md"] = Self.look
    let run = try await run(files, ["check", "."])
    let skipped = run.output.split(separator: "\n").filter { $0.hasSuffix("skipped: pattern") }
      .compactMap { $0.split(separator: " ").dropFirst().first?.dropLast() }.map(String.init)
    #expect(skipped.filter { $0.count < 20 } == pages)
  }
}
