import FoundationEssentials
import Testing

/// Comments by which a page ignores findings.
struct IgnoreTests {
  private struct Report: Decodable {
    struct Finding: Decodable {
      let rule: String
      let line: Int
      let message: String
    }
    struct Page: Decodable {
      struct Aside: Decodable {
        let finding: Finding
        let cause: String
        let reason: String?
      }
      let findings: [Finding]
      let setAside: [Aside]
    }
    let pages: [Page]
  }

  private func report(_ page: String, name: String = "a.md") async throws -> Report.Page {
    try await CommandTests.inFolder([name: page]) { folder in
      let run = try await CommandTests.run("check", name, "--format", "json", in: folder)
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try #require(
        try decoder.decode(Report.self, from: Data(run.output.utf8)).pages.first)
    }
  }

  /// Links to nothing on lines 1, 5, 7, 9, 10, 11, 13, 15, 19 and 21, where no comment moves them.
  private static let lines = [
    "# Look around [a](1.md)", "", "Admin permissions required.", "", "See [b](2.md).", "",
    "1. Click **Admin**. [c](3.md)", "", "   [d](4.md)",
    "   1. Click **Users & Roles**. [e](5.md)", "1. Click the **Roles** tab. [f](6.md)", "",
    "   [g](7.md)", "", "## More [h](8.md)", "", "Admin permissions required.", "",
    "1. Click **Admin**. [i](9.md)", "", "Then [j](10.md).",
  ]

  /// The comment is put before the line of this number, or at its end.
  @Test(arguments: [
    (1, false, "abcdefghij"), (5, false, "abcdefg"), (7, false, "abcdefg"), (7, true, "cde"),
    (8, false, "e"), (10, false, "e"), (10, true, "e"), (11, false, "fg"), (11, true, "fg"),
    (15, false, "hij"), (15, true, "hij"), (17, false, "hij"), (19, true, "ij"),
    (21, true, "hij"), (1, true, "abcdefghij"), (5, true, "abcdefg"),
  ])
  func `a comment is for what comes next`(line: Int, isBehind: Bool, ignored: String) async throws {
    for (name, comment) in [
      ("a.md", "<!-- stepcheck-ignore broken-link: not yet -->"),
      ("a.mdx", "{/* stepcheck-ignore broken-link: not yet */}"),
    ] {
      var lines = Self.lines
      if isBehind { lines[line - 1] += " " + comment } else { lines.insert(comment, at: line - 1) }
      let page = try await report(lines.joined(separator: "\n"), name: name)
      let links = Array("abcdefghij")
      let names = page.setAside.map { aside -> Character in
        let number = aside.finding.message.firstMatch(of: /(\d+)\.md/).flatMap { Int($0.1) }
        #expect(aside.cause == "ignored" && aside.reason == "not yet")
        return number.map { links[$0 - 1] } ?? "?"
      }
      #expect(String(names) == ignored, "\(name)")
      #expect(page.findings.count { $0.rule == "broken-link" } == 10 - ignored.count)
      #expect(!page.findings.contains { $0.rule == "unused-ignore" || $0.rule == "bad-ignore" })
    }
  }

  @Test func `an error that is ignored does not fail the check, and is told`() async throws {
    let page = """
      # Look

      Admin permissions required.

      1. Click **Admin**.
         <!-- stepcheck-ignore control-not-found:
              the button comes with 3.1 -->
      1. Click **Nothing**.

      """
    try await CommandTests.inFolder(["a.md": page, "b.md": "# B\n\n1. Click **Admin**.\n"]) {
      folder in
      let run = try await CommandTests.run("check", "a.md", in: folder)
      #expect(run.status == 0)
      #expect(
        run.output.contains(
          """
            ignored: the button comes with 3.1: error[control-not-found]: there is no
              "Nothing" on Admin (a.md:8)
          """))
      #expect(run.output.contains("1 page passed, 2 of 2 steps checked, 0 errors, 1 finding ig"))
      let brief = try await CommandTests.run("check", ".", in: folder)
      #expect(brief.output.hasPrefix("! a.md: 1 of 2 steps, 1 finding ignored\n✓ b.md"))
      let junit = try await CommandTests.run("check", "a.md", "--format", "junit", in: folder)
      #expect(
        junit.output.contains("<skipped message=\"ignored: the button comes with 3.1: there is no"))
      let sarif = try await CommandTests.run("check", "a.md", "--format", "sarif", in: folder)
      #expect(sarif.output.contains("\"justification\" : \"the button comes with 3.1\""))
      #expect(sarif.output.contains("\"kind\" : \"inSource\""))
      for format in ["github", "gitlab"] {
        let other = try await CommandTests.run("check", "a.md", "--format", format, in: folder)
        #expect(!other.output.contains("control-not-found"))
      }
      let html = try await CommandTests.run("check", "a.md", "--format", "html", in: folder)
      #expect(html.output.contains("Findings that do not count"))
    }
  }

  @Test(arguments: [
    ("stepcheck-ignore broken-lnk: why", "bad-ignore", "there is no rule \"broken-lnk\""),
    ("stepcheck-ignore broken-link", "bad-ignore", "doesn't say why broken-link is ignored"),
    ("stepcheck-ignore broken-link:", "bad-ignore", "doesn't say why broken-link is ignored"),
    ("stepcheck-ignore: why", "bad-ignore", "doesn't say which rule to ignore"),
    ("stepcheck-ignore", "bad-ignore", "doesn't say which rule to ignore"),
    ("stepcheck-ignore no-effect: why", "unused-ignore", "there is no no-effect in what it is for"),
  ])
  func `a comment without effect is told at its place`(
    comment: String, rule: String, message: String
  ) async throws {
    let page = try await report(
      "# Look\n\nSee [b](b.md).\n\n<!-- \(comment) -->\n\n1. Click **Admin**.\n")
    #expect(page.setAside.isEmpty)
    #expect(page.findings.contains { $0.rule == "broken-link" })
    let found = try #require(page.findings.first { $0.rule == rule })
    #expect(found.line == 5)
    #expect(found.message.contains(message))
  }

  @Test func `more comments than a person writes have no effect`() async throws {
    let comment = "<!-- stepcheck-ignore no-effect: why -->\n\n"
    let page = try await report(
      "# Look\n\n" + String(repeating: comment, count: 1_500) + "1. Click **Admin**.\n")
    #expect(page.findings.count { $0.rule == "unused-ignore" } == 1_000)
    let found = page.findings.filter { $0.rule == "bad-ignore" }
    #expect(found.map(\.line) == [2_003])
    #expect(found.first?.message == "the page has more than 1000 comments that ignore findings")
  }

  @Test func `what is written as code is no comment`() async throws {
    let page = try await report(
      """
      # Look [b](b.md)

      Write `<!-- stepcheck-ignore broken-link: why -->`.

      ```
      <!-- stepcheck-ignore broken-link: why -->
      ```

      1. Click **Admin**.
      """)
    #expect(page.setAside.isEmpty)
    #expect(!page.findings.contains { $0.rule == "unused-ignore" })
  }

  @Test func `what a snippet brings in stands where it is included`() async throws {
    let files = [
      "_includes/snippets.md": "# S\n\n## Go {#go}\n\n1. Click **Admin**.\n1. Click **Nothing**.\n",
      "a.md": "# Look\n\n<!-- stepcheck-ignore control-not-found: old -->\n\n{{go}}\n",
      "b.md": "# Look\n\n{{go}}\n\n## More\n\n<!-- stepcheck-ignore no-effect: old -->\n",
    ]
    try await CommandTests.inFolder(files) { folder in
      let run = try await CommandTests.run("check", ".", in: folder)
      #expect(run.output.contains("! a.md: 1 of 2 steps, 1 finding ignored\n"))
      #expect(run.output.contains("error[control-not-found]"))
      #expect(run.output.contains("1 of 2 pages failed"))
    }
  }
}
