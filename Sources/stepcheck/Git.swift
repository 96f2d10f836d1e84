import Subprocess
import SystemPackage

/// Questions to git about a folder: asked with fixed arguments, without a shell.
struct Git {
  let folder: String

  /// What a list of the files of a large repository takes, in bytes.
  private static let limit = 200_000_000

  /// Nothing is written or fetched, nobody is asked for a password, and the repository is the one
  /// that the folder lies in, also in a hook, for which git names another.
  private static let environment = Environment.inherit.updating([
    "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_PREFIX": nil,
    "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C",
  ])

  struct Answer {
    let status: Int
    let output: [UInt8]
    let errors: String

    var isYes: Bool { status == 0 }

    /// The first line of what it said.
    var line: String {
      String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    /// What stands between NULs.
    var items: [String] {
      output.split(separator: 0, omittingEmptySubsequences: true)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// - Throws: ``ConfigurationError`` where there is no git.
  func ask(_ arguments: [String]) async throws -> Answer {
    let fixed = ["-C", folder.isEmpty ? "." : folder, "-c", "core.fsmonitor=false"]
    do {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(fixed + arguments), environment: Self.environment,
        output: .bytes(limit: Self.limit), error: .string(limit: 1_000_000))
      let status =
        switch result.terminationStatus {
        case .exited(let code): Int(code)
        case .signaled(let signal): 128 + Int(signal)
        }
      return Answer(status: status, output: result.standardOutput, errors: result.standardError)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw ConfigurationError("git is needed to find out what has changed, and it was not found")
    } catch {
      throw ConfigurationError("git can't be asked what has changed: \(error)")
    }
  }

  /// - Throws: ``ConfigurationError``, with what git says, where it has no answer.
  func answer(_ arguments: [String]) async throws -> Answer {
    let answer = try await ask(arguments)
    guard answer.isYes else {
      let reason = answer.errors.split(whereSeparator: \.isNewline).first ?? "it says nothing"
      throw ConfigurationError("git can't say what has changed in \(folder): \(reason)")
    }
    return answer
  }
}
