import ArgumentParser
import ProcedureReports

struct ModelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Shows what is understood of pages.")

  enum Format: String, ExpressibleByArgument {
    case tree, json
  }

  @Argument(help: "Pages, or folders of pages.") var paths: [String]
  @Option(help: "tree, for people, or json.") var format = Format.tree

  func run() async throws {
    let site = try Site(paths: paths, requiringProcedures: false)
    let pages = site.asked.compactMap { site.pages[$0] }
    switch format {
    case .tree: if !pages.isEmpty { Console.print(ModelTree.report(pages)) }
    case .json: Console.print(ModelJSON.report(pages))
    }
    try site.finish()
  }
}

struct ChecklistCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist", abstract: "Prints pages as Markdown task lists for a person.")

  @Argument(help: "Pages, or folders of pages.") var paths: [String]

  func run() async throws {
    let site = try Site(paths: paths, requiringProcedures: false)
    let lists = site.asked.compactMap { site.pages[$0] }.map(ChecklistReport.report)
    Console.print(lists.joined(separator: "\n---\n\n"))
    try site.finish()
  }
}

extension Site {
  /// Tells what could not be read, and ends with the exit code for that.
  func finish() throws {
    for problem in problems { Console.error(problem) }
    if !problems.isEmpty { throw ExitCode(2) }
  }
}
