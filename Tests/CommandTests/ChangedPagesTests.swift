import FoundationEssentials
import Testing

/// What is checked of a repository in which something has changed.
struct ChangedPagesTests {
  private static func page(_ number: Int, _ before: String = "") -> String {
    """
    # Create a Role \(number)

    Admin permissions required.

    \(before)

    1. Go to **Admin** > **Users & Roles**.
    1. Click the **Roles** tab and then **New Role**.
    1. Enter a Role Name and click **Create**.

    """
  }

  private static func name(_ number: Int) -> String {
    "docs/page-\(number < 10 ? "0" : "")\(number).md"
  }

  /// Thirty pages: 6 requires 5, which requires 4; 10 and 11 include a snippet, 11 by way of
  /// another one, and 12 includes a third; 15 requires 16.
  private static let files: [String: String] = {
    var files = Dictionary(uniqueKeysWithValues: (1...30).map { (name($0), page($0)) })
    files[name(5)] = page(5, "You must have [a role](page-04.md).")
    files[name(6)] = page(6, "You must have [a role](page-05.md).")
    files[name(10)] = page(10, "{{who}}")
    files[name(11)] = page(11, "{{all}}")
    files[name(12)] = page(12, "{{other}}")
    files[name(15)] = page(15, "You must have [a role](page-16.md).")
    files["docs/_includes/snippets.md"] = """
      # Snippets

      ## Who {#who}

      Sign in first.

      ## All {#all}

      {{who}}

      ## Other {#other}

      Take your time.

      """
    return files
  }()

  private static func files(_ numbers: Int...) -> [String: String] {
    let names = Set(numbers.map(name))
    return files.filter { names.contains($0.key) }
  }

  private struct Report: Decodable {
    struct Page: Decodable, Equatable {
      struct Finding: Decodable, Equatable {
        let rule: String
        let line: Int
        let message: String
      }
      struct Procedure: Decodable, Equatable {
        struct Step: Decodable, Equatable {
          let text: String
          let outcome: String
        }
        let steps: [Step]
      }
      let path: String
      let findings: [Finding]
      let procedures: [Procedure]
    }
    struct Summary: Decodable {
      let pages: Int
      let pagesLeftAlone: Int
      let steps: Int
    }
    let pages: [Page]
    let summary: Summary
  }

  private func report(_ folder: GitFolder, _ options: String...) async throws -> Report {
    let run = try await CommandTests.run(
      ["check", "docs", "--format", "json"] + options, in: folder.path)
    #expect(run.errors == "")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Report.self, from: Data(run.output.utf8))
  }

  private func checked(_ folder: GitFolder, _ options: String...) async throws -> [String] {
    let run = try await CommandTests.run(
      ["check", "docs", "--format", "json"] + options, in: folder.path)
    let report = try JSONDecoder().decode(Paths.self, from: Data(run.output.utf8))
    return report.pages.map { String($0.path.dropFirst(5).dropLast(3)) }
  }

  private struct Paths: Decodable {
    struct Page: Decodable {
      let path: String
    }
    let pages: [Page]
  }

  @Test func `exactly the pages that three commits affect are checked`() async throws {
    try await GitFolder.with(Self.files) { folder in
      try await folder.git("switch", "--quiet", "--create", "topic")
      try folder.change(Self.name(4), "Create a Role 4", to: "Create a Role Four")
      try await folder.commit("a prerequisite")
      try folder.change("docs/_includes/snippets.md", "Sign in first", to: "First sign in")
      try await folder.commit("a snippet")
      try await folder.git("mv", Self.name(20), "docs/renamed.md")
      try await folder.git("mv", Self.name(16), "docs/moved.md")
      try await folder.commit("two new names")

      // 15 still requires the page by the name that is gone.
      let affected = ["moved", "page-04", "page-05", "page-06", "page-10", "page-11", "page-15"]
      #expect(try await checked(folder, "--changed") == affected + ["renamed"])
      #expect(try await checked(folder, "--changed-since", "main") == affected + ["renamed"])
      #expect(
        try await checked(folder, "--changed-since", "HEAD~1") == ["moved", "page-15", "renamed"])
      #expect(try await checked(folder, "--changed-since=HEAD") == [])

      // What is not committed counts, whether git knows it or not.
      try folder.write(Self.page(31), to: Self.name(31))
      try folder.change(Self.name(9), "New Role", to: "**New Role**")
      #expect(try await checked(folder, "--changed-since", "HEAD") == ["page-09", "page-31"])
    }
  }

  @Test func `what is on the default branch alone has not changed`() async throws {
    try await GitFolder.with(Self.files(1, 2)) { folder in
      try await folder.git("branch", "topic")
      try folder.change(Self.name(1), "New Role", to: "Old Role")
      try await folder.commit("on main")
      try await folder.git("switch", "--quiet", "topic")
      try folder.change(Self.name(2), "Create a Role", to: "Make a Role")
      #expect(try await checked(folder, "--changed") == ["page-02"])
      #expect(try await checked(folder, "--changed-since", "main") == ["page-02"])
    }
  }

  @Test func `a config that changes, comes or goes concerns all its pages`() async throws {
    let files = [
      ".stepcheck.yml": "given: {identity: marketo}\n", "docs/a/a.md": Self.page(1),
      "docs/a/.stepcheck.yml": "given: {identity: marketo}\n", "docs/b/b.md": Self.page(2),
      "docs/c/c.md": Self.page(3),
    ]
    try await GitFolder.with(files) { folder in
      try folder.write("values: {Role Name: A}\n", to: "docs/b/.stepcheck.yml")
      #expect(try await checked(folder, "--changed") == ["b/b"])
      try await folder.git("rm", "--quiet", "docs/a/.stepcheck.yml")
      #expect(try await checked(folder, "--changed") == ["a/a", "b/b"])
      try folder.change(".stepcheck.yml", "marketo", to: "adobe")
      #expect(try await checked(folder, "--changed") == ["a/a", "c/c", "b/b"].sorted())
    }
  }

  @Test func `the last lines say what was checked and how much was left alone`() async throws {
    try await GitFolder.with(Self.files(1, 4, 5, 6)) { folder in
      let none = try await CommandTests.run("check", "docs", "--changed", in: folder.path)
      #expect(none.status == 0)
      #expect(none.output.hasSuffix("nothing to check, 0 errors, 4 pages left alone\n"))
      try folder.change(Self.name(4), "Create a Role", to: "Make a Role")
      let some = try await CommandTests.run("check", "docs", "--changed", in: folder.path)
      #expect(some.output.contains("): 1 page changed, 2 more affected\n3 pages passed, "))
      #expect(some.output.hasSuffix("1 page left alone\n"))
      let commit = try await folder.git("rev-parse", "--short=7", "HEAD").dropLast()
      #expect(some.output.contains("- since main (\(commit)): "))
    }
  }

  // MARK: Shards

  @Test func `eight shards together are the whole report`() async throws {
    try await GitFolder.with(Self.files) { folder in
      // Pages that require each other are told at one of them, whichever shard it is in.
      try folder.write(Self.page(4, "You must have [a role](page-06.md)."), to: Self.name(4))
      try folder.change(Self.name(8), "New Role", to: "Old Role")
      let whole = try await report(folder)
      var pages: [Report.Page] = []
      var steps: [Int] = []
      for part in 1...8 {
        let shard = try await report(folder, "--shard", "\(part)/8")
        #expect(shard.summary.pages + shard.summary.pagesLeftAlone == 30)
        pages += shard.pages
        steps.append(shard.summary.steps)
      }
      #expect(pages.sorted { $0.path < $1.path } == whole.pages)
      #expect(whole.pages.flatMap(\.findings).contains { $0.rule == "prerequisite-cycle" })
      #expect(steps.max() == 12 && steps.min() == 9)
    }
  }

  @Test(arguments: ["0/8", "9/8", "2", "2/8/1", "a/b", "1/1000000"])
  func `a part that there is not is wrong usage`(shard: String) async throws {
    let run = try await CommandTests.run("check", "help", "--shard", shard)
    #expect(run.status == 64)
    #expect(run.errors.contains("such as 2/8"))
  }

  // MARK: What can't be compared

  @Test func `what git can't tell is told`() async throws {
    try await GitFolder.with(["docs/a.md": Self.page(1)]) { folder in
      func errors(_ options: String..., in path: String? = nil) async throws -> String {
        let run = try await CommandTests.run(["check", "docs"] + options, in: path ?? folder.path)
        #expect(run.status == 2 || run.status == 64)
        #expect(run.output == "")
        return run.errors
      }
      #expect(
        try await errors("--changed-since", "nowhere").contains("there is no commit \"nowhere\""))
      #expect(try await errors("--changed-since", "--output=x").contains("--changed-since"))
      #expect(try await errors("--changed-since=--output=x").contains("takes a commit, a tag"))
      #expect(
        try await errors("--changed", "--changed-since", "main").contains("can't be used together"))

      try folder.change("docs/a.md", "Role 1", to: "Role 2")
      try await folder.commit("second")
      try await folder.git("branch", "--move", "topic")
      #expect(
        try await errors("--changed").contains(
          "(looked for origin/HEAD, origin/main, origin/master, main, master)"))

      let clone = folder.path + "/shallow"
      try await folder.git("switch", "--quiet", "--create", "main", "HEAD~1")
      try await folder.git(
        "clone", "--quiet", "--depth=1", "--no-single-branch", "--branch=topic",
        "file://" + folder.path, clone)
      #expect(try await errors("--changed", in: clone).contains("git fetch --unshallow"))
    }
    try await CommandTests.inFolder(["docs/a.md": Self.page(1)]) { folder in
      let run = try await CommandTests.run("check", "docs", "--changed", in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("not a git repository"))
    }
  }
}
