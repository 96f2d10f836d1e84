import FoundationEssentials
import TestSupport
import Testing

/// Known findings, which fail no check.
struct BaselineTests {
  /// Two links to nothing in the same words, and two steps that can't be done.
  private static let page = """
    # Look

    Admin permissions required. See [x](x.md) and [x](x.md).

    1. Click **Admin**.
    1. Click **Nothing**.

    ## Look again

    1. Click **Admin**.
    1. Click **Nothing**.

    """
  private static let written = """
    {
      "schema": 1,
      "pages": {
        "docs/a.md": [
          {"rule": "broken-link", "procedure": "Look", "text": "[x](x.md)", "count": 2},
          {"rule": "control-not-found", "procedure": "Look", "text": "Nothing", "count": 1},
          {"rule": "control-not-found", "procedure": "Look again", "text": "Nothing", "count": 1}
        ]
      }
    }

    """

  private static let right =
    "# See\n\nAdmin permissions required.\n\n1. Click **Admin**, then **Users & Roles**.\n"

  private func check(_ folder: String, _ arguments: String...) async throws -> CommandTests.Run {
    try await CommandTests.run(["check"] + arguments, in: folder)
  }

  private func change(_ name: String, in folder: String, _ old: String, to new: String) throws {
    let text = try Repository.text("\(folder)/\(name)")
    try #require(text.contains(old))
    try text.replacing(old, with: new, maxReplacements: 1)
      .write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }

  @Test func `known findings do not fail, wherever they have moved`() async throws {
    try await CommandTests.inFolder(["docs/a.md": Self.page]) { folder in
      let first = try await check(folder, "docs", "--baseline", "known.json", "--update-baseline")
      #expect(first.status == 0)
      #expect(first.errors == "stepcheck: known.json: 4 known findings (4 new, 0 gone)\n")
      #expect(try Repository.text(folder + "/known.json") == Self.written)

      let again = try await check(folder, "docs", "--baseline", "known.json")
      #expect(again.status == 0)
      #expect(again.output.contains("1 page passed, 4 of 4 steps checked, 0 errors, "))
      #expect(again.output.contains("4 known findings"))

      // Lines move, and the command runs elsewhere.
      try change("docs/a.md", in: folder, "# Look\n", to: "# Look\n\nSome words.\n")
      let moved = try await check(folder + "/docs", ".", "--baseline", "../known.json")
      #expect(moved.status == 0)
      #expect(moved.output.contains("4 known findings"))
      #expect(!moved.output.contains("gone"))
    }
  }

  @Test func `findings are counted, and what is new fails`() async throws {
    try await CommandTests.inFolder(["docs/a.md": Self.page, "known.json": Self.written]) {
      folder in
      try change("docs/a.md", in: folder, "See [x]", to: "See [x](x.md), [x]")
      let third = try await check(
        folder, "docs", "--baseline", "known.json", "--fail-on", "warning")
      #expect(third.status == 1)
      #expect(third.output.contains("1 warning, "))
      #expect(third.output.contains("4 known findings"))

      try change("docs/a.md", in: folder, "1. Click **Nothing**.", to: "1. Click **Nobody**.")
      let other = try await check(folder, "docs", "--baseline", "known.json")
      #expect(other.status == 1)
      #expect(other.output.contains("there is no \"Nobody\""))
      #expect(
        other.output.contains(
          """
          - 1 known finding is gone (--update-baseline takes it out):
              docs/a.md: control-not-found at "Nothing"
          1 of 1 page failed, 
          """))
    }
  }

  @Test func `what is gone is told, and taken out`() async throws {
    let files = ["docs/a.md": Self.page, "docs/b.md": Self.page, "docs/c.md": Self.page]
    try await CommandTests.inFolder(files) { folder in
      let update = ["--baseline", "known.json", "--update-baseline"]
      _ = try await CommandTests.run(["check", "docs"] + update, in: folder)
      try change("docs/a.md", in: folder, "Nothing", to: "Users & Roles")
      try change("docs/b.md", in: folder, "See [x](x.md) and [x](x.md).", to: "")
      try FileManager.default.removeItem(atPath: folder + "/docs/c.md")

      // Of a page that is not checked nothing is known to be gone, but of one that is not there.
      let one = try await check(folder, "docs/a.md", "--baseline", "known.json")
      #expect(one.output.contains("- 5 known findings are gone"))
      #expect(one.output.contains("docs/c.md: broken-link at \"[x](x.md)\", 2 times\n"))
      #expect(!one.output.contains("docs/b.md"))
      let json = try await check(
        folder, "docs", "--baseline", "known.json", "--format", "json")
      #expect(json.output.contains("\"page\" : \"docs/b.md\""))

      let some = try await CommandTests.run(["check", "docs/a.md"] + update, in: folder)
      #expect(some.errors == "stepcheck: known.json: 7 known findings (0 new, 5 gone)\n")
      let all = try await CommandTests.run(["check", "docs"] + update, in: folder)
      #expect(all.errors == "stepcheck: known.json: 5 known findings (0 new, 2 gone)\n")
      #expect(try await check(folder, "docs", "--baseline", "known.json").status == 0)
    }
  }

  @Test func `a page that was renamed stays known`() async throws {
    let files = ["docs/a.md": Self.page, "docs/b.md": Self.right]
    try await CommandTests.inFolder(files) { folder in
      let update = ["--baseline", "known.json", "--update-baseline"]
      _ = try await CommandTests.run(["check", "docs"] + update, in: folder)
      try FileManager.default.moveItem(atPath: folder + "/docs/a.md", toPath: folder + "/docs/c.md")
      try change("docs/c.md", in: folder, "## Look again", to: "## Look once more")
      let renamed = try await check(folder, "docs", "--baseline", "known.json")
      #expect(renamed.status == 1)
      #expect(renamed.output.contains("3 known findings"))
      #expect(renamed.output.contains("- 1 known finding is gone"))
      #expect(renamed.output.contains("docs/a.md: control-not-found at \"Nothing\""))
      let updated = try await CommandTests.run(["check", "docs"] + update, in: folder)
      #expect(updated.status == 0)
      #expect(!(try Repository.text(folder + "/known.json").contains("a.md")))

      // Another page with other faults is none of those that are known.
      try FileManager.default.moveItem(atPath: folder + "/docs/c.md", toPath: folder + "/x.md")
      try change("docs/b.md", in: folder, "**Users & Roles**", to: "**Nobody**")
      let other = try await check(folder, "docs", "--baseline", "known.json")
      #expect(other.status == 1)
      #expect(other.output.contains("4 known findings are gone"))
    }
  }

  @Test func `a config names the baseline`() async throws {
    let files = [
      "docs/.stepcheck.yml": "baseline: ../known.json\n", "docs/a.md": Self.page,
      "known.json": Self.written, ".git/HEAD": "",
    ]
    try await CommandTests.inFolder(files) { folder in
      #expect(try await check(folder, "docs").status == 0)
      #expect(try await check(folder + "/docs", "a.md").status == 0)
      try change("docs/.stepcheck.yml", in: folder, "../known", to: "../../known")
      let outside = try await check(folder, "docs", "--update-baseline")
      #expect(outside.status == 2)
      #expect(outside.errors.contains("is outside the folders that may be read"))
    }
  }

  @Test func `reports say what is known`() async throws {
    try await CommandTests.inFolder(["docs/a.md": Self.page, "known.json": Self.written]) {
      folder in
      try change("docs/a.md", in: folder, "See [x]", to: "See [y](y.md) [x]")
      func report(_ format: String) async throws -> String {
        try await check(folder, "docs", "--baseline", "known.json", "--format", format).output
      }
      let sarif = try await report("sarif")
      #expect(sarif.matches(of: /"baselineState" : "unchanged"/).count == 4)
      #expect(
        sarif.matches(of: /"baselineState" : "new"/).count == sarif.matches(of: /"ruleId"/).count
          - 4)
      #expect(sarif.matches(of: /"kind" : "external"/).count == 4)
      let junit = try await report("junit")
      #expect(junit.contains("<skipped message=\"known: there is no &quot;Nothing&quot;"))
      #expect(!junit.contains("<failure"))
      #expect(try await report("markdown").contains("4 known findings"))
      let json = try await report("json")
      #expect(json.matches(of: /"cause" : "known"/).count == 4)
      for format in ["github", "gitlab"] {
        let text = try await report(format)
        #expect(text.contains("y.md"))
        #expect(!text.contains("control-not-found"))
      }
    }
  }

  @Test(arguments: [
    (["--baseline", "nowhere.json"], 2, "there is no such baseline; to write it: --update-bas"),
    (["--update-baseline"], 64, "--update-baseline needs the name of the file"),
    (["--baseline", "docs"], 2, "docs: the file can't be read"),
    (["--baseline", "docs/a.md", "--update-baseline"], 2, "no baseline that stepcheck wrote"),
    (["--baseline", "conflict.json"], 2, "conflict.json:2: here a merge left a conflict"),
    (["--baseline", "later.json"], 2, "later.json: this baseline is of another version"),
    (["--baseline", "known.json", "--output", "json=known.json"], 2, "is not overwritten"),
  ])
  func `a baseline that can't be used is told`(
    arguments: [String], status: Int, message: String
  ) async throws {
    let files = [
      "docs/a.md": Self.page, "known.json": Self.written,
      "conflict.json": "{\n<<<<<<< ours\n", "later.json": "{\"schema\": 2, \"pages\": {}}",
    ]
    try await CommandTests.inFolder(files) { folder in
      let run = try await CommandTests.run(["check", "docs"] + arguments, in: folder)
      #expect(run.status == status)
      #expect(run.errors.contains(message))
      #expect(try Repository.text(folder + "/docs/a.md") == Self.page)
      #expect(try Repository.text(folder + "/known.json") == Self.written)
    }
  }
}
