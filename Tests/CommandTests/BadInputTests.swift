import FoundationEssentials
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// What people hand over by mistake: a clear word with its place, and the rest is checked.
struct BadInputTests {
  private static let good = "# Look\n\nAdmin permissions required.\n\n1. Click **Admin**.\n"

  private func check(
    _ files: [String: String], _ arguments: String..., prepare: (String) throws -> Void = { _ in }
  ) async throws -> CommandTests.Run {
    var run: CommandTests.Run?
    try await CommandTests.inFolder(files) { folder in
      try prepare(folder)
      run = try await CommandTests.run(["check"] + arguments, in: folder)
    }
    return try #require(run)
  }

  @Test func `a missing path`() async throws {
    let run = try await check(["a.md": Self.good], "a.md", "b.md")
    #expect(run.status == 2)
    #expect(run.errors == "stepcheck: b.md: no such file or folder\n")
    #expect(run.output.contains("1 page passed"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
  func `a file that can't be read, beside one that can`() async throws {
    let run = try await check(
      ["a.md": Self.good], ".", "--allow-outside", "/proc/self/mem", "--allow-outside", "/proc"
    ) { folder in
      // A file that is there, and whose reading fails for everybody.
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/b.md", withDestinationPath: "/proc/self/mem")
    }
    #expect(run.status == 2)
    #expect(run.errors == "stepcheck: b.md: the file can't be read\n")
    #expect(run.output.contains("1 page passed"))
  }

  @Test func `a link to nothing, and a page that is too large`() async throws {
    let run = try await check(["a.md": Self.good], ".") { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/b.md", withDestinationPath: folder + "/nowhere")
    }
    #expect(run.status == 0)
    let large = try await check(
      ["a.md": Self.good, "b.md": String(repeating: "text ", count: 2_000_001)], ".")
    #expect(large.status == 1)
    #expect(large.errors == "")
    #expect(large.output.contains("error[too-large]: the page is larger than 10 MB"))
    #expect(large.output.contains("1 of 2 pages failed"))
    let requiring = Self.good.replacing(
      "1. ", with: "You must [do this](b.md) first.\n\n1. ", maxReplacements: 1)
    let required = try await check(
      ["a.md": requiring, "b.md": String(repeating: "text ", count: 2_000_001)], "a.md")
    #expect(required.status == 1)
    #expect(required.output.contains("error[prerequisite-failed]"))
  }

  @Test func `a file of includes that is too large is named at the include`() async throws {
    let run = try await check(
      [
        "a.md": "# A\n\n1. Click **Admin**.\n\n{{steps}}\n",
        "_includes/snippets.md": "## Steps {#steps}\n" + String(repeating: "x", count: 10_000_001),
      ], "a.md")
    #expect(run.status == 1)
    #expect(run.output.contains("error[too-large]: _includes/snippets.md is larger than 10 MB"))
    #expect(run.output.contains("at a.md:5:1"))
  }

  @Test func `a folder without pages`() async throws {
    let run = try await check(["a.txt": "x"], ".")
    #expect(run.status == 2)
    #expect(run.errors.contains("no page in this folder has a procedure"))
  }

  @Test(arguments: ["", "# Only a title\n", "No procedure here.\n"])
  func `a page that holds nothing to check`(text: String) async throws {
    let alone = try await check(["a.md": text], "a.md")
    #expect(alone.status == 0)
    #expect(alone.output.contains("note[no-procedure]"))
    let required = try await check(["a.md": text], "a.md", "--require-procedures")
    #expect(required.status == 2)
    #expect(required.errors == "stepcheck: a.md: this page has no procedure\n")
    let beside = try await check(["a.md": text, "b.md": Self.good], ".")
    #expect(beside.status == 0)
  }

  @Test(arguments: [
    ("CRLF", good.replacing("\n", with: "\r\n")), ("lone CR", good.replacing("\n", with: "\r")),
    ("BOM", "\u{FEFF}" + good), ("BOM and front matter", "\u{FEFF}---\ntitle: x\n---\n" + good),
    ("NUL", good + "\n\0\0\n"), ("no line end", "1. Click **Admin**."),
    ("tabs", "#\tLook\n\n1.\tClick **Admin**.\n"),
  ])
  func `unusual bytes of an ordinary page`(name: String, text: String) async throws {
    let run = try await check(["a.md": text], "a.md")
    #expect(run.status == 0, "\(name): \(run.output)")
  }

  @Test func `not UTF-8`() async throws {
    let run = try await check(["b.md": Self.good], "a.md") { folder in
      try Data(Array(Self.good.utf8) + [0xFF, 0xFE, 0x0A])
        .write(to: URL(filePath: folder + "/a.md"))
    }
    #expect(run.status == 0)
    #expect(run.output.contains("warning[not-utf8]"))
  }

  @Test(arguments: [
    "---\n: : :\n  - [\n---\n", "---\n- a\n---\n", "---\ntext\n---\n",
    "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n---\n",
  ])
  func `front matter that is no mapping`(frontMatter: String) async throws {
    let run = try await check(["a.md": frontMatter + Self.good], "a.md")
    #expect(run.status == 0)
    #expect(run.output.contains("warning[bad-front-matter]"))
  }

  @Test(arguments: ["nested quotes", "open images", "lines of text", "words on a line"])
  func `a page that is built to hurt`(name: String) async throws {
    let pages = HurtfulPage.all(ofSize: 40_000)
    let page = try #require(pages.first { $0.name == name })
    let run = try await check(["a.md": Self.good + "\n" + page.text + "\n"], "a.md")
    #expect(run.status == 0)
  }

  @Test func `a folder with a page's name`() async throws {
    let run = try await check(["x.md/a.md": Self.good, "b.md": Self.good], "x.md", "b.md")
    #expect(run.status == 0)
    #expect(run.output.contains("x.md/a.md"))
  }

  @Test func `a circle of links between folders`() async throws {
    let run = try await check(["f/a.md": Self.good], ".") { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/f/loop", withDestinationPath: folder + "/f")
    }
    #expect(run.status == 0)
    #expect(run.output.contains("1 page passed"))
  }

  @Test(arguments: ["with space.md", "new\nline.md", "ümlaut: 100%, [x].md"])
  func `a path of unusual letters`(name: String) async throws {
    let run = try await check([name: Self.good], name)
    #expect(run.status == 0)
    let github = try await check(
      [name: Self.good + "\n[x](nothing.md)\n"], name, "--format", "github")
    #expect(github.output.split(separator: "\n").count == 1)
    #expect(github.output.hasPrefix("::warning file="))
  }

  @Test func `an unknown value, circumstance or key names the nearest`() async throws {
    for (arguments, nearest) in [
      (["--given", "identitty=adobe"], "identity"), (["--given", "identity=abode"], "adobe"),
      (["--given", "signed-in-as=Standrad User"], "Standard User"),
    ] {
      let run = try await check(["a.md": Self.good], "a.md", arguments[0], arguments[1])
      #expect(run.status == 64)
      #expect(run.errors.contains("did you mean \"\(nearest)\"?"))
    }
  }

  @Test func `a value for a field that no page has`() async throws {
    let page = """
      # Make a Role

      1. Go to **Admin** and click **Users & Roles**.
      1. Click the **Roles** tab and then **New Role**.
      1. Enter a Role Name and click **Create**.
      """
    let run = try await check(["a.md": page], "a.md", "--value", "Rolle Name=x")
    #expect(run.status == 64)
    #expect(run.errors.contains("did you mean \"Role Name\"?"))
  }
}
