import ArgumentParser
import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import ProcedureReports

struct ChecklistCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist",
    abstract: "Prints pages as lists of steps for a person to work through.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case markdown, html, csv, json, gherkin
  }

  @Argument(help: "Pages or folders of pages.") var paths: [String]

  @Option(help: "What is printed: markdown, html, csv, json or gherkin.")
  var format = Format.markdown

  @Flag(help: "Print one list for each page, starting with the pages that it requires.")
  var withPrerequisites = false

  @Flag(help: "Perform the steps on the engine, and add to each what the run saw.")
  var proved = false

  @Option(
    help: ArgumentHelp(
      "Set a circumstance, such as identity=adobe; steps that it rules out are marked.",
      valueName: "key=value"))
  var given: [Pair] = []

  @Option(
    help: ArgumentHelp("The text for a field, such as 'First Name=Ada'.", valueName: "field=text"))
  var value: [Pair] = []

  @OptionGroup var reading: ReadingOptions

  func run() async throws {
    let given = try given.checkedCircumstances()
    guard withPrerequisites || proved else { return try await stream(given) }
    let site = try await Site(
      paths: paths, allowing: reading.allowOutside, keepsContent: true)
    let proof = proved ? try await prove(site, given, on: MarketoAdmin()) : nil
    var printer = Printer(format: format, sitemap: site.sitemap)
    for path in site.asked {
      let settings = try Settings(of: path, in: site.sitemap, given: given, values: value)
      let builder = settings.builder(proof)
      let chain = withPrerequisites ? Self.chain(to: path, in: site.pages) : [path]
      try printer.print(
        chain.enumerated().compactMap { index, path in
          site.pages[path].map {
            builder.checklist($0, done: Set(chain[..<index].map(PathKey.init)))
          }
        })
    }
    try printer.finish()
    for problem in site.problems { Console.error(problem) }
    if !site.problems.isEmpty { throw ExitCode(2) }
  }

  /// Prints each page as it is read: nothing of the others is needed.
  private func stream(_ given: Circumstances) async throws {
    let sitemap = try Sitemap(paths: paths, allowing: reading.allowOutside, keepsContent: true)
    var problems = sitemap.problems
    var printer = Printer(format: format, sitemap: sitemap)
    let values = value
    try await sitemap.forEachPage({ read -> (list: Checklist?, problem: String?) in
      guard let page = read.page else { return (nil, read.problem) }
      let settings = try Settings(of: read.path, in: sitemap, given: given, values: values)
      return (settings.builder(nil).checklist(page), read.problem)
    }) { made in
      if let problem = made.problem { problems.append(problem) }
      if let list = made.list { try printer.print([list]) }
    }
    try printer.finish()
    for problem in problems { Console.error(problem) }
    if !problems.isEmpty { throw ExitCode(2) }
  }

  /// The pages that a page requires, each once, in the order in which they can be done, and itself.
  private static func chain(to path: String, in pages: [PathKey: Page]) -> [String] {
    var chain: [String] = []
    var seen: Set = [PathKey(path)]
    var open = [(path: path, links: pages[path]?.requiredLinks ?? [], next: 0)]
    while let last = open.last {
      guard last.next < last.links.count else {
        chain.append(last.path)
        open.removeLast()
        continue
      }
      open[open.count - 1].next += 1
      guard let required = last.links[last.next].resolved, let page = pages[required],
        seen.insert(required)
      else { continue }
      open.append((required, page.requiredLinks, 0))
    }
    return chain
  }

  /// Performs all pages, with what holds for each.
  private func prove<E: SnapshotEngine>(
    _ site: Site, _ given: Circumstances, on engine: E
  ) async throws -> ChecklistBuilder.Proof {
    let clock = try RunClock()
    let shared = SharedRuns<E>()
    let graph = PageGraph(site.pages.values, asked: site.asked)
    var results: [PathKey: PageResult] = [:]
    let values = value
    let paths = site.pages.values.filter { !$0.procedures.isEmpty }.map(\.path).inPathOrder()
    try await OrderedConcurrency.forEach(paths) { path -> PageResult? in
      guard let page = site.pages[path] else { return nil }
      let settings = try Settings(of: path, in: site.sitemap, given: given, values: values)
      let runner = PageRunner(
        engine: engine, pages: graph, circumstances: settings.circumstances,
        values: settings.values, shared: shared)
      return await runner.run(page)
    } use: { result in
      if let result { results[result.page.path] = result }
    }
    return ChecklistBuilder.Proof(
      results: results,
      words: "on \(clock.day) by stepcheck \(StepcheckCommand.version), "
        + "on the engine \(Configuration.engines[0])")
  }
}

extension ChecklistCommand {
  /// What holds for a page, by its config and by the command line.
  private struct Settings {
    let circumstances: Circumstances
    let values: [String: String]

    init(
      of path: String, in sitemap: Sitemap, given: Circumstances, values: [Pair]
    ) throws {
      let configuration = try sitemap.configuration(for: path)
      let settings = configuration?.settings(for: path) ?? Configuration.Settings()
      let held = try configuration?.circumstances(in: settings) ?? Circumstances()
      circumstances = held.overridden(by: given)
      self.values = settings.values.merging(values.map { ($0.key, $0.value) }) { $1 }
    }

    func builder(_ proof: ChecklistBuilder.Proof?) -> ChecklistBuilder {
      ChecklistBuilder(
        product: MarketoAdmin.product, circumstances: circumstances,
        values: Dictionary(values.map { ($0.key.lowercased(), $0.value) }) { first, _ in first },
        proof: proof)
    }
  }

  /// Prints lists one behind the other, as their format has several in one text.
  private struct Printer {
    let format: Format
    let sitemap: Sitemap
    private var isFirst = true
    private var kept: [Checklist] = []

    init(format: Format, sitemap: Sitemap) {
      self.format = format
      self.sitemap = sitemap
    }

    mutating func print(_ chain: [Checklist]) throws {
      switch format {
      case .markdown:
        try Console.print((isFirst ? "" : "\n---\n\n") + MarkdownChecklist.text(chain))
      case .html:
        guard isFirst else {
          throw ValidationError(
            "an HTML checklist is a file for one page: name one page at a time")
        }
        var pictures: [PathKey: [String: String]] = [:]
        for list in chain { pictures[list.path] = try sitemap.pictures(of: list) }
        try Console.print(HTMLChecklist(pictures: pictures).text(chain))
      case .gherkin:
        for (index, list) in chain.enumerated() {
          try Console.print((isFirst && index == 0 ? "" : "\n") + GherkinChecklist.text(list))
        }
      case .csv:
        if isFirst { try Console.printCommands(CSVChecklist.head) }
        for list in chain { try Console.printCommands(CSVChecklist.rows(list)) }
      case .json: kept += chain
      }
      isFirst = false
    }

    mutating func finish() throws {
      if format == .json { try Console.print(JSONChecklist.text(kept)) }
    }
  }
}
