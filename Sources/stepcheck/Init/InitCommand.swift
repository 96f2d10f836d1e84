import ArgumentParser
import Diagnostics
import ProcedureReports
import SystemPackage

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Looks at a folder of pages, and writes a config to start with.",
    discussion: "A config that is there is never overwritten.")

  @Argument(help: "The folder. Default: the working directory.")
  var folder = "."

  func run() async throws {
    guard FileReading.kind(folder) == .folder else {
      throw ConfigurationError("\(folder): no such folder")
    }
    let path = Configuration.path(in: folder)
    guard FileReading.kind(path) == nil, !FileReading.isSymbolicLink(path) else {
      throw ConfigurationError("\(path): there is a config already, and it is not overwritten")
    }
    let survey = try await FolderSurvey(folder)
    try Self.create(path, FirstConfiguration.text(survey))
    for problem in survey.problems { Console.error(problem) }
    try Console.print(SurveyReport.text(survey, configuration: path))
  }

  /// Writes a file that is not there yet, not even as a link that leads nowhere.
  private static func create(_ path: String, _ text: String) throws {
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: FilePermissions(rawValue: 0o666))
      try file.closeAfter { _ = try file.writeAll(text.utf8) }
    } catch {
      let reason = (error as? Errno)?.description ?? "\(error)"
      throw ConfigurationError("\(path): the config can't be written: \(reason)")
    }
  }
}
