import FoundationEssentials
import Subprocess
import SystemPackage

/// How the CPU time of the command grows with what it is given.
///
/// For each input the seconds of two sizes, and the exponent between them: 1 is linear, 2 is the
/// square.
struct Growth {
  /// Below this many seconds, what does not grow weighs too much.
  private static let least = 0.1
  private static let most = 1.35

  /// The command that is built beside this one.
  let command: String

  init() {
    let here = FilePath(FileManager.default.currentDirectoryPath)
    let own = here.pushing(FilePath(CommandLine.arguments[0]))
    command = own.removingLastComponent().appending("stepcheck").string
  }

  private struct NotMeasured: Error {
    let call: [String]
    let status: TerminationStatus
  }

  /// - Returns: Whether every input grows as it should.
  /// - Throws: What keeps an input from being made, or the command from being run.
  func print() async throws -> Bool {
    let idle = try await seconds(["--version"], in: "/")
    var isFine = true
    for input in GrowthInput.all {
      let small = try await seconds(input, input.sizes.small) - idle
      let large = try await seconds(input, input.sizes.large) - idle
      let factor = Double(input.sizes.large) / Double(input.sizes.small)
      let exponent =
        Clock.logarithm(max(large, 0.001) / max(small, 0.001)) / Clock.logarithm(factor)
      let isSteep = exponent > Self.most && large > Self.least
      if isSteep { isFine = false }
      Swift.print(
        "\(input.name): \(input.sizes.small): \(Self.text(small)) s, "
          + "\(input.sizes.large): \(Self.text(large)) s, "
          + (large > Self.least ? "exponent \(Self.text(exponent))" : "too short to tell")
          + (isSteep ? ", too steep" : ""))
    }
    return isFine
  }

  private func seconds(_ input: GrowthInput, _ size: Int) async throws -> Double {
    let folder = "\(FileManager.default.temporaryDirectory.path)/stepcheck-growth"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(
      atPath: "\(folder)/_includes", withIntermediateDirectories: true)
    for (path, text) in input.files(size) {
      try text.write(toFile: "\(folder)/\(path)", atomically: false, encoding: .utf8)
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await seconds(input.arguments, in: folder)
  }

  /// The CPU seconds of a call; its output is thrown away.
  ///
  /// - Throws: `NotMeasured` where it could not do its work: what ends at once is no measure.
  private func seconds(_ arguments: [String], in folder: String) async throws -> Double {
    let before = Clock.childSeconds
    let run = try await Subprocess.run(
      .path(FilePath(command)), arguments: Arguments(arguments),
      workingDirectory: FilePath(folder), output: .discarded, error: .discarded)
    guard [.exited(0), .exited(1)].contains(run.terminationStatus) else {
      throw NotMeasured(call: arguments, status: run.terminationStatus)
    }
    return Clock.childSeconds - before
  }

  private static func text(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let rest = abs(hundredths % 100)
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
