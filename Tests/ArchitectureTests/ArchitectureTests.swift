import FoundationEssentials
import TestSupport
import Testing

/// What the modules may know of each other and of the product.
struct ArchitectureTests {
  private static func sources(_ module: String) throws -> [(path: String, text: String)] {
    let root = Repository.root + "/Sources"
    return try FileManager.default.subpathsOfDirectory(atPath: root)
      .filter { $0.hasSuffix(".swift") && ($0.hasPrefix(module) || module.isEmpty) }
      .map { ($0, try Repository.text(root + "/" + $0)) }
  }

  @Test(arguments: [
    "Marketo", "API Only", "Invite", "Role Name", "LaunchPoint", "Users & Roles", "Adobe",
    "Access API",
  ])
  func `no word of the product stands outside its engine`(word: String) throws {
    for (path, text) in try Self.sources("") where !path.hasPrefix("MarketoAdminEngine/") {
      // The command joins the engine to the rest: it may name the module and its type.
      let allowed = ["import MarketoAdminEngine", "MarketoAdmin()", "MarketoAdmin.product"]
      let rest = allowed.reduce(text) { $0.replacing($1, with: "") }
      // Documentation comments may give an example.
      let code = rest.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      let found = code.first { $0.contains(word) }
      #expect(found == nil, "\(path)")
    }
  }

  /// What words mean is the parser's to say: here are no lists of them, and no verbs.
  @Test func `the executor reads no English`() throws {
    let signs: [(sign: Regex<Substring>, what: String)] = [
      (/\["[a-z']+", *"[a-z']+"/, "a list of words"),
      (/has(?:Pre|Suf)fix\("[A-Za-z]/, "words that something begins or ends with"),
      (/\.verb *(?:==|!=|\{)/, "a comparison of verbs"),
      (/rawVerb/, "the verb as written"),
      (/[=!]= "[a-z]+"/, "a comparison with a word"),
    ]
    for (path, text) in try Self.sources("ProcedureExecutor/") {
      for (sign, what) in signs {
        let lines = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
        let found = lines.first { $0.firstMatch(of: sign) != nil }
        #expect(found == nil, "\(path) has \(what)")
      }
    }
  }

  /// What is judged was seen: nothing is tried for it, on no engine.
  @Test func `judging is pure`() throws {
    for (path, text) in try Self.sources("ProcedureExecutor/Judging/") {
      for word in ["async", "Engine>", "Session", "mutating"] {
        #expect(!text.contains(word), "\(path) has \(word)")
      }
    }
  }

  @Test(arguments: [
    ("Diagnostics", []),
    ("MarkdownTree", ["Ccmark", "Diagnostics"]),
    ("YAMLTree", ["Cyaml"]),
    ("ProcedureModel", ["Diagnostics"]),
    (
      "ProcedureParser",
      [
        "Algorithms", "Diagnostics", "MarkdownTree", "ProcedureModel", "Synchronization",
        "SystemPackage", "YAMLTree",
      ]
    ),
    ("EngineInterface", ["Algorithms", "Synchronization"]),
    ("MarketoAdminEngine", ["EngineInterface", "Synchronization"]),
    (
      "ProcedureExecutor",
      [
        "Algorithms", "DequeModule", "Diagnostics", "EngineInterface", "HashTreeCollections",
        "ProcedureModel",
        "Synchronization",
      ]
    ),
    (
      "ProcedureReports",
      [
        "Diagnostics", "EngineInterface", "FoundationEssentials", "ProcedureExecutor",
        "ProcedureModel",
      ]
    ),
  ])
  func `a module imports what the design draws and nothing else`(
    module: String, allowed: [String]
  ) throws {
    for (path, text) in try Self.sources(module + "/") {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), position <= 1,
          words.count > position + 1
        else { continue }
        #expect(allowed.contains(String(words[position + 1])), "\(path)")
      }
    }
  }
}
