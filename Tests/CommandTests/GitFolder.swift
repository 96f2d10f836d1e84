import FoundationEssentials
import Subprocess
import SystemPackage
import Testing

/// A git repository that a test makes.
struct GitFolder {
  let path: String

  /// Makes a repository of some files, with one commit on the branch "main".
  static func with<Result>(
    _ files: [String: String], _ body: (GitFolder) async throws -> Result
  ) async throws -> Result {
    try await CommandTests.inFolder(files) { path in
      let folder = GitFolder(path: path)
      try await folder.git("init", "--quiet", "--initial-branch=main")
      try await folder.commit("first")
      return try await body(folder)
    }
  }

  /// Whose commits they are, and that nothing of this machine's settings counts.
  private static let environment = Environment.inherit.updating([
    "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@example.com", "GIT_COMMITTER_NAME": "Ann",
    "GIT_COMMITTER_EMAIL": "ann@example.com", "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
  ])

  @discardableResult
  func git(_ arguments: String...) async throws -> String {
    let result = try await Subprocess.run(
      .name("git"), arguments: Arguments(["-C", path] + arguments),
      environment: Self.environment, output: .string(limit: 1_000_000),
      error: .string(limit: 1_000_000))
    try #require(result.terminationStatus.isSuccess, "\(arguments): \(result.standardError)")
    return result.standardOutput
  }

  func commit(_ message: String) async throws {
    try await git("add", "--all")
    try await git("commit", "--quiet", "--message", message)
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
  }

  func change(_ name: String, _ old: String, to new: String) throws {
    let text = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    try #require(text.contains(old))
    try write(text.replacing(old, with: new), to: name)
  }
}
