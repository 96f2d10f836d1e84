import Foundation
import Testing

/// What a folder holds, and what of it is checked.
struct FolderTests {
  private static let page = "# Look\n\nAdmin permissions required.\n\n1. Click **Admin**.\n"

  private func pages(_ names: [String], ignoring rules: [String: String] = [:]) async throws
    -> [String]
  {
    var files = Dictionary(uniqueKeysWithValues: names.map { ($0, Self.page) })
    for (folder, text) in rules { files[folder + ".gitignore"] = text }
    var checked: [String] = []
    try await CommandTests.inFolder(files) { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/.git", withIntermediateDirectories: true)
      let run = try await CommandTests.run("model", "docs", in: folder)
      checked = run.output.split(separator: "\n").filter { $0.hasPrefix("docs/") }
        .map { String($0.dropFirst(5).prefix { $0 != ":" }) }
    }
    return checked
  }

  @Test func `Markdown files are pages, whatever their extension`() async throws {
    let names = ["_index.md", "a.md", "b.MD", "c.markdown", "d.mdx"]
    #expect(
      try await pages(
        (names + ["e.txt", "_f.md", "_g/h.md", ".i/j.md", "node_modules/k.md"])
          .map { "docs/" + $0 }) == names)
  }

  @Test(arguments: [
    ("build/", ["a.md", "b.md", "sub/a.md"]),
    ("a.md", ["b.md", "build/z.md"]),
    ("/docs/a.md", ["b.md", "build/z.md", "sub/a.md"]),
    ("docs/*.md", ["build/z.md", "sub/a.md"]),
    ("docs/**/a.md", ["b.md", "build/z.md"]),
    ("**/sub", ["a.md", "b.md", "build/z.md"]),
    ("docs/sub/**", ["a.md", "b.md", "build/z.md"]),
    ("[ab].md", ["build/z.md"]), ("[!a].md", ["a.md", "sub/a.md"]),
    ("*.md\n!a.md", ["a.md", "sub/a.md"]),
    ("# a.md\n\n?.mdx", ["a.md", "b.md", "build/z.md", "sub/a.md"]),
    // What lies in a folder that is left out can't be taken back.
    ("build/\n!build/z.md", ["a.md", "b.md", "sub/a.md"]),
  ])
  func `what git ignores is left out`(rules: String, left: [String]) async throws {
    let names = ["a.md", "b.md", "build/z.md", "sub/a.md"].map { "docs/" + $0 }
    #expect(try await pages(names, ignoring: ["": rules]) == left)
  }

  @Test func `an inner file goes before an outer one`() async throws {
    let names = ["docs/a.md", "docs/sub/a.md"]
    #expect(try await pages(names, ignoring: ["": "a.md", "docs/sub/": "!a.md"]) == ["sub/a.md"])
  }

  private func run(_ files: [String: String], _ arguments: String...) async throws
    -> CommandTests.Run
  {
    var run: CommandTests.Run?
    try await CommandTests.inFolder(files) { folder in
      run = try await CommandTests.run(arguments, in: folder)
    }
    return try #require(run)
  }

  @Test func `what is left out is checked where it is named`() async throws {
    let named = try await run(
      [".gitignore": "*.md", "a.md": Self.page], "check", "a.md")
    #expect(named.status == 0)
  }

  @Test func `what is not checked is counted, and named on demand`() async throws {
    let files = ["b.md": "# B\n\ntext\n2. two\n", "a.md": Self.page, "_c.md": Self.page]
    let brief = try await run(files, "check", ".")
    #expect(brief.output.contains("2 files not checked (-v shows"))
    let detailed = try await run(files, "check", ".", "-v")
    #expect(
      detailed.output.contains("- b.md: not checked: it has numbered lines, and no procedure"))
    #expect(detailed.output.contains("- _c.md: not checked: its name begins with an underscore"))
  }

  @Test func `a page that is named need not have a procedure`() async throws {
    let files = ["a.md": Self.page, "b.md": "# B\n\nText.\n"]
    let run = try await run(files, "check", "a.md", "b.md")
    #expect(run.status == 0)
    #expect(run.output.contains("1 page passed, 1 of 1 step checked, 1 page without a procedure"))
    let required = try await self.run(files, "check", "a.md", "b.md", "--require-procedures")
    #expect(required.status == 2)
  }

  @Test func `UTF-16 is read by its mark`() async throws {
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      try await CommandTests.inFolder(["b.txt": ""]) { folder in
        let data = try #require("\u{FEFF}\(Self.page)".data(using: encoding))
        try data.write(to: URL(fileURLWithPath: folder + "/a.md"))
        let run = try await CommandTests.run("check", "a.md", in: folder)
        #expect(run.status == 0 && run.output.contains("1 page passed, 1 of 1 step checked"))
        #expect(!run.output.contains("not-utf8"))
      }
    }
  }

  @Test func `names that differ only in their Unicode form are those of two pages`() async throws {
    let (short, long) = ("caf\u{E9}.md", "cafe\u{301}.md")
    func page(_ title: String, requiring links: [String]) -> String {
      "# \(title)\n\nAdmin permissions required.\n\n>[!PREREQUISITES]\n>\n"
        + links.map { ">* [It](\($0))\n" }.joined() + "\n1. Click **Admin**.\n"
    }
    let files = [
      short: page("One", requiring: [long]),
      "d.md": page("All", requiring: ["\(short)#one", "\(long)#two", "\(short)#two"]),
      ".stepcheck.yml": "pages:\n  \(short):\n    rules: {unstated-condition: off}\n"
        + "  \(long):\n    skip: long\n",
    ]
    try await CommandTests.inFolder(files) { folder in
      try Self.page.replacing("Look", with: "Two")
        .write(toFile: "\(folder)/\(long)", atomically: false, encoding: .utf8)
      let run = try await CommandTests.run("check", ".", "--format", "json", in: folder)
      #expect(run.status == 0, "\(run.errors)")
      func count(_ text: String) -> Int {
        let bytes = Array(run.output.utf8)
        return bytes.indices.count { bytes[$0...].starts(with: text.utf8) }
      }
      #expect(count("\"rule\" : \"broken-anchor\"") == 1)
      #expect(count("\(short) has no anchor \\\"#two\\\"") == 1)
      // "One" requires "Two", and "All" requires both.
      #expect(count("\"path\" : \"\(short)\"") == 2)
      #expect(count("\"path\" : \"\(long)\"") == 3)
      #expect(count("\"reason\" : \"long\"") == 1)
      let models = try await CommandTests.run("model", ".", in: folder)
      #expect(models.output.contains("One") && models.output.contains("Two"))
    }
  }

  @Test func `the share that was checked can be asked for`() async throws {
    let files = ["a.md": Self.page + "\nThe moon is now shown in blue.\n"]
    #expect(try await run(files, "check", "a.md", "--min-checked", "60").status == 0)
    let low = try await run(files, "check", "a.md", "--min-checked", "90")
    #expect(low.status == 1)
    #expect(low.errors.contains("2 of 3 steps and claims were checked, 66 %"))
    #expect(try await run(files, "check", "a.md", "--min-checked", "101").status == 64)
  }

  @Test func `the config may have the long extension`() async throws {
    let files = ["a.md": Self.page, ".stepcheck.yaml": "pages: {a.md: {skip: not yet}}"]
    #expect(try await run(files, "check", ".").output.contains("skipped: not yet"))
  }
}
