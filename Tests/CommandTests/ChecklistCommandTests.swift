import Foundation
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// The command "checklist", whose lists are read by the programs that they are for.
struct ChecklistCommandTests {
  private static let page = "help/users-and-roles/create-an-api-only-user.md"

  /// Runs a program of Python, which stops with an error where something is not as it says.
  private func python(_ program: String, _ argument: String) async throws -> Bool {
    try await Subprocess.run(
      .name("python3"), arguments: ["-c", program, argument], output: .discarded,
      error: .discarded
    ).terminationStatus.isSuccess
  }

  @Test func `the policy of an HTML checklist allows its own style and script, and no other`()
    async throws
  {
    try await CommandTests.inFolder(["a.md": "# A"]) { folder in
      let list = try await CommandTests.run("checklist", Self.page, "--format", "html")
      let file = folder + "/list.html"
      try Data(list.output.utf8).write(to: URL(filePath: file))
      let program = """
        import base64, hashlib, html, re, sys
        page = open(sys.argv[1], encoding="utf-8").read()
        policy = html.unescape(page)
        for tag in ("style", "script"):
            text = re.search(f"<{tag}>(.*?)</{tag}>", page, re.S).group(1)
            hash = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"{tag}-src 'sha256-{hash}'" in policy, hash
        assert "default-src 'none'" in policy
        """
      #expect(try await python(program, file))
    }
  }

  @Test func `CSV has a row a step, which a reader of CSV gets back`() async throws {
    try await CommandTests.inFolder(["a.md": "# A"]) { folder in
      let list = try await CommandTests.run("checklist", "help", "--format", "csv")
      let file = folder + "/list.csv"
      try Data(list.output.utf8).write(to: URL(filePath: file))
      let program = """
        import csv, sys
        rows = list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8"), strict=True))
        assert rows[0] == ["id", "title", "precondition", "step", "data", "expected result"]
        assert all(len(row) == 6 for row in rows) and len(rows) > 150
        """
      #expect(try await python(program, file))
    }
  }

  @Test func `a chain tells each page once, the required ones first`() async throws {
    let files = [
      "top.md": "# Top\n\n>[!PREREQUISITES]\n>\n>- [Left](left.md)\n>- [Right](right.md)\n\n"
        + "1. Click **Admin**.\n",
      "left.md": "# Left\n\n>[!PREREQUISITES]\n>\n>[Base](base.md)\n\n1. Click **Admin**.\n",
      "right.md": "# Right\n\n>[!PREREQUISITES]\n>\n>[Base](base.md)\n\n1. Click **Admin**.\n",
      "base.md": "# Base\n\n>[!PREREQUISITES]\n>\n>[Top](top.md)\n\n1. Click **Admin**.\n",
    ]
    try await CommandTests.inFolder(files) { folder in
      let list = try await CommandTests.run(
        "checklist", "top.md", "--with-prerequisites", in: folder)
      #expect(list.status == 0)
      let titles = list.output.matches(of: /(?m)^## (.*)$/).map { String($0.output.1) }
      #expect(titles == ["Base", "Left", "Right", "Top"])
      #expect(list.output.contains("- [ ] [Left](left.md) (above)"))
    }
  }

  @Test func `a picture is in the page where it is inside the root, and its name where not`()
    async throws
  {
    let files = [
      "docs/a.md": "# A\n\n1. Click **Admin**.\n\n   ![In](in.png) ![Out](../../out.png)\n",
      "docs/in.png": "\u{FFFD}", ".git/x": "",
    ]
    try await CommandTests.inFolder(files) { folder in
      let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      try png.write(to: URL(filePath: folder + "/docs/in.png"))
      let list = try await CommandTests.run(
        "checklist", "docs/a.md", "--format", "html", in: folder)
      #expect(list.output.contains("<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"In\""))
      #expect(list.output.contains("Picture: Out"))
    }
  }

  @Test func `a proved list has the day and the version`() async throws {
    let list = try await CommandTests.run(
      ["checklist", Self.page, "--proved"],
      environment: CommandTests.fixedDay)
    #expect(list.output.contains("Performed on 2026-01-05 by stepcheck 0.1.0, on the engine"))
    #expect(list.output.contains("- Seen: dialog \"Invite New User\" opens"))
  }

  @Test func `an HTML checklist is a file for one page`() async throws {
    let lists = try await CommandTests.run("checklist", "help", "--format", "html")
    #expect(lists.status == 64 && lists.errors.contains("name one page at a time"))
  }
}
