package import Diagnostics
package import ProcedureExecutor

/// A check with all that a format may tell of it.
package struct CheckReport: Sendable {
  /// What the manual says of a rule.
  package struct RuleText: Sendable {
    /// What is wrong.
    package let description: String
    /// How to mend it.
    package let help: String

    package init(description: String, help: String) {
      self.description = description
      self.help = help
    }
  }

  /// When the check ran, and for how long.
  package struct Timing: Sendable {
    /// In milliseconds since the beginning of 1970, UTC.
    package let start: Int
    package let total: Duration
    /// By the paths of pages.
    package let pages: [PathKey: Duration]

    package init(start: Int, total: Duration, pages: [PathKey: Duration]) {
      self.start = start
      self.total = total
      self.pages = pages
    }
  }

  /// Why not all is told that could be.
  package struct Selection: Sendable {
    /// What was left to be told, in words.
    package let remarks: [String]
    /// How many pages were not.
    package let leftAlone: Int

    package init(remarks: [String], leftAlone: Int) {
      self.remarks = remarks
      self.leftAlone = leftAlone
    }
  }

  package let results: [PageResult]
  package let skipped: [ConsoleReport.Skipped]
  /// Nil where all pages were checked, and all that was found is told.
  package let selection: Selection?
  /// Nil where no baseline was used.
  package let baseline: Baseline.Use?
  /// The texts of all files that were read, by path.
  package let sources: [PathKey: SourceText]
  package let timing: Timing
  package let version: String
  /// What the manual says of each rule: asked for by the one format that tells it, because reading
  /// the manual takes as long as checking several pages.
  package let ruleTexts: @Sendable () -> [Rule: RuleText]
  /// The paths of files in their repository, where they are not those that the check was given.
  package let repositoryPaths: [PathKey: String]

  package init(
    results: [PageResult], skipped: [ConsoleReport.Skipped], selection: Selection? = nil,
    baseline: Baseline.Use? = nil,
    sources: [PathKey: SourceText], timing: Timing, version: String,
    ruleTexts: @escaping @Sendable () -> [Rule: RuleText] = { [:] },
    repositoryPaths: [PathKey: String] = [:]
  ) {
    self.results = results
    self.skipped = skipped
    self.selection = selection
    self.baseline = baseline
    self.sources = sources
    self.timing = timing
    self.version = version
    self.ruleTexts = ruleTexts
    self.repositoryPaths = repositoryPaths
  }

  static let toolName = "stepcheck"

  var findings: [Finding] { results.flatMap(\.findings) }

  /// A file's path as services show it: from the top of the repository, where that is known.
  func path(_ file: String) -> String {
    let path = repositoryPaths[file] ?? file
    return path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }

  /// "docs/users.md:13".
  func place(_ range: SourceRange) -> String { "\(path(range.file)):\(range.line)" }

  func count(_ severity: Severity) -> Int { results.reduce(0) { $0 + $1.count(severity) } }
}

extension PageResult {
  /// Something on the page is wrong that fails the check.
  var hasFailed: Bool { count(.error) > 0 }

  /// What was found and does not count; what nobody asked for is not told.
  var toldAside: [SetAside] { setAside.filter { $0.cause != .notAsked } }

  /// Something is wrong, and it was agreed that it does not fail the check.
  var hasErrorsAside: Bool { setAside.contains { $0.finding.severity == .error } }
}

extension SetAside {
  /// "known", "ignored: the button is new".
  var phrase: String {
    switch cause {
    case .ignored(let reason): "ignored: \(reason)"
    case .known: "known"
    case .notAsked: "of another rule"
    }
  }
}

extension [PageResult] {
  /// How much of what was found does not count: "2 findings ignored".
  var countsAside: [String] {
    let causes = flatMap(\.toldAside).map(\.cause)
    let known = causes.count { $0 == .known }
    return [
      known == 0 ? nil : counted(known, "known finding"),
      causes.count == known ? nil : "\(counted(causes.count - known, "finding")) ignored",
    ].compactMap(\.self)
  }
}

extension Finding {
  /// What explains it and what could be meant instead, a line each.
  var remarks: [String] {
    because.map { "because: \($0)" } + perhaps.map { "perhaps: \($0)" }
  }

  var text: String { ([message] + remarks).joined(separator: "\n") }
}

extension Duration {
  var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }

  /// In seconds, with three decimals: "0.006".
  var secondsText: String {
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
