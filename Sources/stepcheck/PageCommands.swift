import ArgumentParser
import ProcedureModel
import ProcedureReports

struct ModelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Shows how pages are understood.")

  enum Format: String, ExpressibleByArgument {
    case tree, json
  }

  @Argument(help: "Pages or folders of pages.") var paths: [String]
  @Option(help: "The output format: tree or json.") var format = Format.tree

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Also show how each sentence of the steps was read, part by part.")
  var explain = false

  func run() async throws {
    let sitemap = try Sitemap(paths: paths, allowing: reading.allowOutside, explains: explain)
    switch format {
    case .tree: try await sitemap.print(between: "\n") { ModelTree.text($0) }
    case .json:
      try Console.print(ModelJSON.opening)
      try await sitemap.print(between: ModelJSON.separator, end: ModelJSON.closing) {
        ModelJSON.text($0)
      }
    }
  }
}

extension Sitemap {
  /// Prints each page as it is read; tells at the end what could not be read, and exits with 2
  /// for that.
  func print(
    between separator: String, end: String = "", _ text: @escaping @Sendable (Page) -> String
  ) async throws {
    var problems = problems
    var isFirst = true
    try await forEachPage({ (text: $0.page.map(text), problem: $0.problem) }) { read in
      if let problem = read.problem { problems.append(problem) }
      guard let text = read.text else { return }
      try Console.print((isFirst ? "" : separator) + text)
      isFirst = false
    }
    try Console.print(end)
    for problem in problems { Console.error(problem) }
    if !problems.isEmpty { throw ExitCode(2) }
  }
}
