import Diagnostics
import FoundationEssentials
import ProcedureExecutor
import ProcedureModel
import ProcedureReports
import SystemPackage

/// The repository that a CI job works on.
enum Repository {
  /// The variables in which GitHub and GitLab name its folder.
  private static let variables = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"]

  /// The paths of all files that a report names, from the top of the repository; files outside of
  /// it are left out.
  static func paths(
    of results: [PageResult], skipped: [ConsoleReport.Skipped]
  ) -> [PathKey: String] {
    let environment = ProcessInfo.processInfo.environment
    let folder = variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let root = folder.flatMap(FileReading.resolved) else { return [:] }
    let steps = results.flatMap(\.steps).map(\.step.range.file)
    let files =
      results.map(\.page.path) + results.flatMap(\.findings).map(\.range.file)
      + results.flatMap(\.setAside).map(\.finding.range.file)
      + skipped.map(\.path) + steps
    return Set(files.map(PathKey.init)).reduce(into: [:]) { paths, file in
      var path = OutputFile.place(of: file.path)
      guard path.removePrefix(root) else {
        return
      }
      paths[file] = path.string
    }
  }
}
