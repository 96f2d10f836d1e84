import Foundation
import TestSupport
import Testing

/// The files of an HTML report.
struct HTMLReportCommandTests {
  private static let files = [
    "a.md": "# A\n\n1. Click **Admin**.\n", "b.md": "# B\n\n1. Click **Admn**.\n",
    ".stepcheck.yml": "engine: marketo-admin",
  ]

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func `an index and a page each, the same each time; what is stale goes`() async throws {
    try await CommandTests.inFolder(Self.files) { folder in
      let options = ["check", ".", "--output", "html=out/report.html"]
      try FileManager.default.createDirectory(
        atPath: folder + "/out", withIntermediateDirectories: true)
      #expect(try await CommandTests.run(options, in: folder).status == 1)
      #expect(try names(folder + "/out") == ["report-pages", "report.html"])
      #expect(try names(folder + "/out/report-pages") == ["a_md.html", "b_md.html"])
      let index = try Repository.text(folder + "/out/report.html")
      #expect(index.contains("href=\"report-pages/b_md.html\""))
      #expect(index.contains("✗ 1 of 2 pages failed"))
      let page = try Repository.text(folder + "/out/report-pages/b_md.html")
      #expect(page.contains("href=\"../report.html\""))
      try FileManager.default.removeItem(atPath: folder + "/b.md")
      #expect(try await CommandTests.run(options, in: folder).status == 0)
      #expect(try names(folder + "/out/report-pages") == ["a_md.html"])
      let again = try Repository.text(folder + "/out/report-pages/a_md.html")
      #expect(try await CommandTests.run(options, in: folder).status == 0)
      #expect(try Repository.text(folder + "/out/report-pages/a_md.html") == again)
    }
  }

  @Test func `a folder with other files is left alone`() async throws {
    let files = Self.files.merging(["report-pages/mine.html": "<p>mine</p>"]) { $1 }
    try await CommandTests.inFolder(files) { folder in
      let run = try await CommandTests.run(
        "check", "a.md", "--output", "html=report.html", in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("report-pages/mine.html: no report wrote this file"))
      #expect(try names(folder + "/report-pages") == ["mine.html"])
    }
  }

  @Test func `on standard output there is one page`() async throws {
    try await CommandTests.inFolder(Self.files) { folder in
      let one = try await CommandTests.run("check", "a.md", "--format", "html", in: folder)
      #expect(one.status == 0 && one.output.hasPrefix("<!doctype html>"))
      let two = try await CommandTests.run("check", ".", "--format", "html", in: folder)
      #expect(two.status == 64 && two.errors.contains("--output html=FILE"))
      #expect(two.output == "")
    }
  }
}
