import FoundationEssentials
import TestSupport
import Testing

/// A config to start with, by what a folder holds.
struct InitTests {
  /// About the product that the built-in engine models.
  private static let known =
    "# Look at roles\n\n1. Click **Admin**.\n2. Click **Users & Roles**.\n3. Click **Roles**.\n"
  private static let other =
    "# Paint\n\n1. Click **Canvas**.\n2. Click **Brush Gallery**.\n3. Click **Paint Fence**.\n"

  /// What is printed, and the config.
  private func initialise(
    _ files: [String: String], _ folder: String = ".",
    afterwards: (String) async throws -> Void = { _ in }
  ) async throws -> (output: String, config: String) {
    try await CommandTests.inFolder(files) { place in
      let run = try await CommandTests.run("init", folder, in: place)
      #expect(run.status == 0)
      #expect(run.errors == "")
      try await afterwards(place)
      return (run.output, try Repository.text("\(place)/\(folder)/.stepcheck.yml"))
    }
  }

  @Test func `pages of the modelled product are checked without further words`() async throws {
    let files = [
      "docs/a.md": Self.known + "\n> [!NOTE]\n>\n> Text.\n", "docs/deep/b.md": Self.known,
      "docs/_includes/snippets.md": "## A {#a}\n\nText.\n", "notes/c.md": "# C\n\nText.\n",
    ]
    let (output, config) = try await initialise(files) { folder in
      let check = try await CommandTests.run("check", in: folder)
      #expect(check.status == 0)
      #expect(check.output.contains("2 pages passed"))
    }
    #expect(
      output == """
        .: 3 pages, 2 with 2 procedures and 6 steps
          pages in   docs
          notes as   > [!NOTE] (1, Experience League, GitHub, Microsoft Learn)
          snippets   docs/_includes/snippets.md
          engine     marketo-admin: of 2 pages, 2 are about the product that it models

        wrote .stepcheck.yml
        next: stepcheck check docs

        """)
    #expect(config.contains("\nengine: marketo-admin\n"))
    #expect(config.contains("\nroot: docs\n"))
  }

  @Test(arguments: [
    (
      ["mkdocs.yml": "site_name: x\n"], "docs/a.md", "!!! note\n    Text.\n", "docs (MkDocs)",
      "!!! note (1, MkDocs)"
    ),
    (
      ["hugo.toml": ""], "content/a.md", "{{< note >}}\n", "content (Hugo)",
      "{{< note >}} (1, Hugo"
    ),
    (
      ["docusaurus.config.ts": ""], "docs/a.mdx", "```md\n:::note\n```\n\n:::tip\nText.\n:::\n",
      "docs (Docusaurus)", ":::note (1, Docusaurus)"
    ),
    (
      [:], "guide/a.md", "```{note}\nText.\n```\n\n:::{tip}\nText.\n:::\n", "guide\n",
      "{note} (2, MyST)"
    ),
    ([:], "guide/a.md", "Text.\n", "guide\n", "none"),
  ])
  func `where no engine fits, what works without one comes next`(
    files: [String: String], page: String, marks: String, root: String, house: String
  ) async throws {
    let all = files.merging([page: Self.other + "\n" + marks]) { $1 }
    let (output, config) = try await initialise(all) { folder in
      let list = try await CommandTests.run("checklist", page, in: folder)
      #expect(list.status == 0 && list.output.contains("Click **Canvas**"))
      #expect(try await CommandTests.run("check", in: folder).status == 2)
    }
    #expect(output.contains("  pages in   \(root)"))
    #expect(output.contains("  notes as   \(house)"))
    #expect(
      output.contains(
        "  engine     none: of 1 page, 0 are about the product that marketo-admin models\n"))
    #expect(output.hasSuffix("\nnext: stepcheck checklist \(page)   (needs no engine)\n"))
    #expect(config.contains("\n# engine: marketo-admin\n"))
  }

  @Test func `a tool's folder is taken although other pages have steps`() async throws {
    let files = [
      "mkdocs.yml": "", "docs/a.md": Self.known, "README.md": Self.other, "x/y.md": Self.known,
    ]
    let (output, config) = try await initialise(files)
    #expect(output.contains("  pages in   docs (MkDocs)\n"))
    #expect(output.contains("marketo-admin: of 3 pages, 2 are about"))
    #expect(config.contains("\nroot: docs\n"))
  }

  @Test func `links say where the root is`() async throws {
    let link = "\nSee [b](/docs/b.md#x).\n"
    let files = ["docs/a.md": Self.known + link, "docs/b.md": Self.known]
    let (output, config) = try await initialise(files) { folder in
      let check = try await CommandTests.run("check", "docs", in: folder)
      #expect(!check.output.contains("broken-link"))
    }
    #expect(config.contains("\n# root: .\n"))
    #expect(output.contains("next: stepcheck check docs\n"))
  }

  @Test func `an empty folder is begun too`() async throws {
    let (output, config) = try await initialise(["keep.txt": ""])
    #expect(output.hasPrefix(".: no pages yet\n"))
    #expect(output.contains("  engine     unknown: no page has labels that tell its product\n"))
    #expect(output.contains("next: write the steps of a task as a numbered list"))
    #expect(config.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
  }

  @Test func `names with signs are quoted for YAML and for the shell`() async throws {
    let files = ["a b/it's \"new\"/a.md": Self.known, "a b/it's \"new\"/b.md": Self.known]
    let (output, config) = try await initialise(files, "a b") { folder in
      let check = try await CommandTests.run("check", in: folder + "/a b")
      #expect(check.output.contains("2 pages passed"))
    }
    #expect(config.contains("\nroot: \"it's \\\"new\\\"\"\n"))
    #expect(output.contains("\nwrote a b/.stepcheck.yml\n"))
    #expect(output.hasSuffix("\nnext: stepcheck check 'a b/it'\\''s \"new\"'\n"))
  }

  @Test(arguments: [".stepcheck.yml", ".stepcheck.yaml"])
  func `nothing is overwritten`(name: String) async throws {
    try await CommandTests.inFolder(["a.md": Self.known, name: "engine: marketo-admin\n"]) {
      folder in
      let run = try await CommandTests.run("init", in: folder)
      #expect(run.status == 2)
      #expect(
        run.errors
          == "stepcheck: \(name): there is a config already, and it is not overwritten\n")
      #expect(try Repository.text("\(folder)/\(name)") == "engine: marketo-admin\n")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.sorted() == [name, "a.md"].sorted())
    }
  }

  @Test func `a link that leads nowhere is not followed`() async throws {
    try await CommandTests.inFolder(["docs/a.md": Self.known]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/docs/.stepcheck.yml", withDestinationPath: "../new.yml")
      #expect(try await CommandTests.run("init", "docs", in: folder).status == 2)
      #expect(!FileManager.default.fileExists(atPath: folder + "/new.yml"))
    }
  }

  @Test func `a folder may be reached by a link`() async throws {
    try await CommandTests.inFolder(["docs/guide/a.md": Self.known, "x/keep.txt": ""]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/x/y", withDestinationPath: "../docs")
      let run = try await CommandTests.run("init", "y", in: folder + "/x")
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("../docs: 1 page, 1 with 1 procedure and 3 steps\n"))
      #expect(try Repository.text(folder + "/docs/.stepcheck.yml").contains("\nroot: guide\n"))
    }
  }

  @Test func `a config above is told`() async throws {
    let files = ["docs/a.md": Self.known, ".stepcheck.yml": "engine: marketo-admin\n"]
    let (output, _) = try await initialise(files, "docs")
    #expect(
      output.contains(
        "\n.stepcheck.yml no longer holds for these pages: configs are not merged\n"))
  }

  @Test func `what is no folder can't be begun`() async throws {
    try await CommandTests.inFolder(["a.md": Self.known]) { folder in
      for name in ["a.md", "nowhere"] {
        let run = try await CommandTests.run("init", name, in: folder)
        #expect(run.status == 2)
        #expect(run.errors == "stepcheck: \(name): no such folder\n")
      }
    }
  }
}
