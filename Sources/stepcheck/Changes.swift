import Diagnostics
import SystemPackage

/// What has changed in a git repository since a commit; what is not committed counts too.
struct Changes: Sendable {
  /// The folder of the repository.
  let top: FilePath
  let base: ChangeBase
  /// By the path of a changed file, from the top, the one that it had before.
  private let former: [PathKey: String]
  private let tracked: Set<PathKey>
  /// The names of files that came or went: a link by such a name may lead elsewhere than before.
  let movedNames: Set<PathKey>
  /// The paths of files that are there no more.
  let gone: [FilePath]

  /// - Throws: ``ConfigurationError`` where git can't say it.
  init(in top: String, since base: ChangeBase) async throws {
    let git = Git(folder: top)
    // Neither programs that a repository names for showing differences nor its submodules.
    let differences = try await git.answer([
      "diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", "--no-textconv",
      "--ignore-submodules=all", base.commit, "--",
    ])
    var former: [PathKey: String] = [:]
    var moved: [String] = []
    var gone: [String] = []
    var items = differences.items[...]
    while let status = items.popFirst()?.first, let path = items.popFirst() {
      switch status {
      case "R", "C":
        guard let now = items.popFirst() else { break }
        former[now] = path
        moved.append(now)
        if status == "R" { gone.append(path) }
      case "D": gone.append(path)
      case "A":
        former[path] = path
        moved.append(path)
      default: former[path] = path
      }
    }
    self.top = FilePath(top)
    self.base = base
    self.former = former
    self.gone = gone.map { FilePath(top).appending($0) }
    tracked = Set(try await git.answer(["ls-files", "-z"]).items.map(PathKey.init))
    movedNames = Set(
      (moved + gone).compactMap { FilePath($0).lastComponent.map { PathKey($0.string) } })
  }

  /// Whether a file, by its place, has changed; one that git does not keep is new.
  ///
  /// What lies outside of the repository is not known to have changed.
  func hold(_ place: FilePath) -> Bool {
    var path = place
    guard path.removePrefix(top) else { return false }
    return former[path.string] != nil || !tracked.contains(path.string)
  }

  /// The text that a file had; nil where it was not there.
  func formerBytes(of place: FilePath) async throws -> [UInt8]? {
    var path = place
    guard path.removePrefix(top) else { return nil }
    let name = former[path.string] ?? path.string
    let answer = try await Git(folder: top.string).ask([
      "cat-file", "blob", "\(base.commit):\(name)",
    ])
    return answer.isYes ? answer.output : nil
  }
}

/// The commit since which changes count.
struct ChangeBase: Sendable {
  let commit: String
  /// What a person calls it: "origin/main".
  let name: String

  /// "origin/main (3f2a1bc)".
  var text: String { "\(name) (\(commit.prefix(7)))" }

  private static let branches = [
    "origin/HEAD", "origin/main", "origin/master", "main", "master",
  ]

  /// Where the branch that is checked out left the default branch.
  ///
  /// - Throws: ``ConfigurationError`` where no such commit is known.
  static func defaultBranch(in git: Git) async throws -> ChangeBase {
    for name in branches {
      let reference = name.contains("/") ? "refs/remotes/\(name)" : "refs/heads/\(name)"
      guard let commit = try await Self.commit(reference, in: git) else { continue }
      if let shared = try await shared(with: commit, in: git) {
        return ChangeBase(commit: shared, name: name)
      }
      throw ConfigurationError(
        "--changed: HEAD and \(name) have no commit in common in \(git.folder)"
          + (try await isShallow(git)
            ? ": the clone is shallow; fetch all of it (git fetch --unshallow; fetch-depth: 0 for"
              + " actions/checkout), or name a commit that it has: --changed-since REF"
            : "; name a commit to compare with: --changed-since REF"))
    }
    throw ConfigurationError(
      "--changed: no default branch was found in \(git.folder) (looked for"
        + " \(branches.joined(separator: ", "))); fetch it, or name a commit to compare with:"
        + " --changed-since REF")
  }

  /// Where the branch that is checked out left another; that one itself, where this is not known.
  ///
  /// - Throws: ``ConfigurationError`` where there is no such commit.
  static func reference(_ name: String, in git: Git) async throws -> ChangeBase {
    guard let commit = try await Self.commit(name, in: git) else {
      throw ConfigurationError(
        "--changed-since: there is no commit \"\(name)\" in \(git.folder)"
          + (try await isShallow(git) ? " (the clone is shallow: fetch the commit first)" : ""))
    }
    return ChangeBase(commit: try await shared(with: commit, in: git) ?? commit, name: name)
  }

  private static func commit(_ name: String, in git: Git) async throws -> String? {
    let answer = try await git.ask(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
    return answer.isYes ? answer.line : nil
  }

  private static func shared(with commit: String, in git: Git) async throws -> String? {
    let answer = try await git.ask(["merge-base", "HEAD", commit])
    return answer.isYes && !answer.line.isEmpty ? answer.line : nil
  }

  private static func isShallow(_ git: Git) async throws -> Bool {
    try await git.ask(["rev-parse", "--is-shallow-repository"]).line == "true"
  }
}
