import ArgumentParser
import Diagnostics
import ProcedureReports
import SystemPackage

/// Which of the pages that are named are checked in this call.
struct SelectionOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Only pages affected by what has changed since the branch left the default branch."))
  var changed = false

  @Option(
    help: ArgumentHelp(
      "Only pages affected by what has changed since a commit, a tag or a branch.",
      valueName: "ref"))
  var changedSince: String?

  @Option(
    help: ArgumentHelp(
      "One of several parts of equal size, such as 2/8: together they are the whole.",
      valueName: "part/parts"), transform: Shard.init)
  var shard: Shard?

  func validate() throws {
    if changed, changedSince != nil {
      throw ValidationError("--changed and --changed-since can't be used together")
    }
    // It would be taken for an option of git.
    if let changedSince, changedSince.isEmpty || changedSince.hasPrefix("-") {
      throw ValidationError("--changed-since takes a commit, a tag or a branch")
    }
  }

  /// A page that could be checked.
  struct Candidate {
    let path: String
    let steps: Int
  }

  /// - Parameters:
  ///   - candidates: The pages that are checked where nothing is left alone, in path order.
  ///   - site: All that was read for them.
  /// - Returns: The pages to check; nil where nothing narrows them down.
  /// - Throws: ``ConfigurationError`` where it can't be found out what has changed.
  func selection(of candidates: [Candidate], in site: Site) async throws -> PageSelection? {
    if site.sitemap.isGiven, changed || changedSince != nil {
      throw ValidationError("a page from standard input has no changes to find out")
    }
    guard changed || changedSince != nil || shard != nil else { return nil }
    var chosen = candidates
    var remarks: [String] = []
    if changed || changedSince != nil {
      let changes = try await changes(for: site)
      let affected = try await AffectedPages(of: site, after: changes)
      let all = affected.all
      chosen = chosen.filter { all.contains($0.path) }
      let own = chosen.count { affected.changed.contains($0.path) }
      let bases = changes.map(\.base.text).joined(separator: ", ")
      remarks.append(
        "since \(bases): \(counted(own, "page")) changed, \(chosen.count - own) more affected")
    }
    if let shard {
      let whole = chosen.count
      chosen = shard.part(of: chosen)
      remarks.append("shard \(shard.text): \(chosen.count) of \(counted(whole, "page"))")
    }
    return PageSelection(
      paths: Set(chosen.map { PathKey($0.path) }),
      told: CheckReport.Selection(
        remarks: remarks, leftAlone: candidates.count - chosen.count),
      tellsWhatIsLeftAside: shard?.isFirst ?? false)
  }

  /// What has changed in the repositories of the pages that were asked for.
  private func changes(for site: Site) async throws -> [Changes] {
    var changes: [Changes] = []
    for path in site.sitemap.requests.keys.map(\.path).inPathOrder() {
      let folder = site.sitemap.isFolder(path) ? path : FileLibrary.folder(of: path)
      let top = try await Git(folder: folder).ask(["rev-parse", "--show-toplevel"])
      guard top.isYes else {
        let reason = top.errors.split(whereSeparator: \.isNewline).first ?? ""
        throw ConfigurationError(
          "\(path): it can't be found out what has changed here: git says: \(reason)")
      }
      guard !changes.contains(where: { $0.top.string == top.line }) else { continue }
      let git = Git(folder: top.line)
      let base =
        if let changedSince {
          try await ChangeBase.reference(changedSince, in: git)
        } else {
          try await ChangeBase.defaultBranch(in: git)
        }
      changes.append(try await Changes(in: top.line, since: base))
    }
    return changes
  }
}

/// The pages of a call that are checked, where others are left alone.
struct PageSelection {
  let paths: Set<PathKey>
  let told: CheckReport.Selection
  /// Whether this call tells of files that are no pages.
  let tellsWhatIsLeftAside: Bool
}

/// "2/8" on the command line: the second of eight parts.
struct Shard {
  private let number: Int
  private let count: Int
  private static let limit = 1000

  /// - Throws: A `ValidationError` that says what an argument has to be.
  init(_ argument: String) throws {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      (1...Self.limit).contains(count),
      (1...count).contains(number)
    else {
      throw ValidationError(
        "expected a part and how many there are, at most \(Self.limit), such as 2/8")
    }
    self.number = number
    self.count = count
  }

  var isFirst: Bool { number == 1 }

  var text: String { "\(number) of \(count)" }

  /// Its part of some pages: the same each time, and with about as many steps as the others.
  ///
  /// The pages with the most steps are handed out first, each to the part with the fewest steps.
  func part(of pages: [SelectionOptions.Candidate]) -> [SelectionOptions.Candidate] {
    let largestFirst = pages.sorted { ($1.steps, PathKey($0.path)) < ($0.steps, PathKey($1.path)) }
    var steps = Array(repeating: 0, count: count)
    return largestFirst.filter { page in
      let fewest = steps.indices.min { (steps[$0], $0) < (steps[$1], $1) } ?? 0
      // A page without steps is read too.
      steps[fewest] += max(page.steps, 1)
      return fewest == number - 1
    }
  }
}
