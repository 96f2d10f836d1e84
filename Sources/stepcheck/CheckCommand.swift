import ArgumentParser
import Diagnostics
import EngineInterface
import FoundationEssentials
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import ProcedureReports

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Performs the procedures of pages and reports whether they work.",
    discussion: """
      Exit codes: 0, no errors; 1, errors; 2, the check could not be completed; 64, wrong usage.
      """)

  @Argument(help: "Pages or folders of pages. Default: the site root in the config.")
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("Set a circumstance, such as identity=adobe.", valueName: "key=value"))
  var given: [Pair] = []

  @Option(
    help: ArgumentHelp("The text for a field, such as 'First Name=Ada'.", valueName: "field=text"))
  var value: [Pair] = []

  @Option(
    help: ArgumentHelp(
      "The engine to perform the steps on: \(Configuration.engines.joined(separator: ", ")).",
      valueName: "name"))
  var engine: String?

  @OptionGroup var verdict: VerdictOptions

  @OptionGroup var known: BaselineOptions

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp("Show findings of this rule alone; may be repeated.", valueName: "name"),
    transform: Rule.init(argument:))
  var rules: [Rule] = []

  @Option(help: "What is printed.")
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp(
      "Also write a report to a file, such as junit=report.xml.", valueName: "format=file"),
    transform: ReportFile.init)
  var output: [ReportFile] = []

  @Option(help: "The TAP version of the tap report.")
  var tapVersion = TAPReport.Version.thirteen

  @OptionGroup var naming: InputOptions

  @OptionGroup var choosing: SelectionOptions

  @Option(
    help: ArgumentHelp("How many pages are in work at a time at most.", valueName: "number"))
  var jobs: Int?

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      "The order of pages in the text report: path, failures-first or failures-last.",
      valueName: "order"))
  var order = PageOrder.path

  @Option(
    help: ArgumentHelp(
      "Colors in the text report: auto, always or never. NO_COLOR and FORCE_COLOR set the default.",
      valueName: "when"))
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "Print only findings, and nothing where there are none.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show every step of every page, including pages that passed.")
  var verbose = false

  func run() async throws {
    let clock = try RunClock()
    let circumstances = try given.checkedCircumstances()
    if let problem = engine.flatMap(Configuration.problem) { throw ValidationError(problem) }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on") }
    let input = try naming.input(besides: paths)
    var settings = verdict.settings
    settings.baseline = known.baseline
    let site = try await Site(
      paths: input.paths, given: input.given, allowing: reading.allowOutside,
      settings: settings, jobs: jobs ?? OrderedConcurrency.usualWidth)
    let baseline = try known.file(for: site)
    let filesRead = site.filesRead + [baseline?.path].compactMap(\.self)
    try refuseOutputs(besides: filesRead)
    let unused = UnusedSettings(of: site)
    for problem in site.problems + unused.patterns { Console.error(problem) }
    var (runs, skipped) = try runs(of: site, given: circumstances, baseline: baseline)
    // What a page is called elsewhere, and who tells of a circle, is the same for all parts.
    let graph = PageGraph(site.pages.values, asked: runs.map(\.page.path))
    let selection = try await choosing.selection(of: candidates(runs, skipped), in: site)
    if let selection {
      runs.removeAll { !selection.paths.contains($0.page.path) }
      skipped.removeAll { !selection.paths.contains($0.path) }
    }
    let isDetailed = verbose || site.asked.count == 1
    var stream = TextStream(
      ConsoleReport(
        usesColor: color.usesColor, isDetailed: isDetailed, drawsScreens: verbose,
        isQuiet: quiet, sources: site.sources),
      usesColor: color.usesColor,
      // A value for no field is only found out at the end, and then nothing is reported.
      isHeld: format != .text || order != .path || !value.isEmpty)
    let (results, durations) = try await results(
      of: runs, on: MarketoAdmin(), in: graph, isStrict: site.settings.isStrict ?? false,
      &stream)
    if selection == nil {
      try refuseUnknownValues(results)
      for warning in unused.values(besidesThoseOf: results) { Console.error(warning) }
    }
    if format == .html, results.count != 1 {
      throw ValidationError(
        "on standard output an HTML report has one page; for more: --output html=FILE")
    }
    let report = CheckReport(
      results: results, skipped: skipped, selection: told(selection, results),
      baseline: baseline?.use(by: results, in: site.sources), sources: site.sources,
      timing: clock.timing(pages: durations), version: StepcheckCommand.version,
      ruleTexts: { RuleManual.texts },
      repositoryPaths: Repository.paths(of: results, skipped: skipped))
    let reports = Reports(
      report: report, isDetailed: isDetailed, drawsScreens: verbose, order: order,
      tapVersion: tapVersion)
    if format != .text {
      try reports.print(format)
    } else if !results.isEmpty || !skipped.isEmpty || selection != nil || input.isList {
      try stream.finish(
        report, order: order, besides: input.others + leftAside(site, selection))
      if !quiet, let time = clock.elapsed {
        Console.error("checked \(counted(results.count, "page")) in \(time)")
      }
    }
    if format == .github { try JobSummary.append(report, besides: filesRead) }
    for file in output { try reports.write(file) }
    if let baseline, baseline.isUpdating {
      Console.error(try baseline.write(results, in: site.sources, besides: site.filesRead))
    }
    let isOfOtherProduct = results.contains {
      $0.isOfOtherProduct && $0.findings.contains { $0.severity == .error }
    }
    if isOfOtherProduct || !site.problems.isEmpty { throw ExitCode(2) }
    if results.contains(where: {
      $0.findings.contains { $0.severity >= site.settings.failOn ?? .error }
    }) {
      throw ExitCode(1)
    }
    let share = CheckedShare(of: results)
    if let asked = site.settings.minChecked, share.percent < asked {
      Console.error(
        "\(share.checked) of \(share.all) steps and claims were checked, \(share.percent) %;"
          + " min-checked asks for \(asked) %")
      throw ExitCode(1)
    }
  }

  /// What a folder holds that was not checked, and that nobody left out.
  private func leftAside(_ site: Site, _ selection: PageSelection?) -> [ConsoleReport.Skipped] {
    // Of several parts one tells it.
    guard selection?.tellsWhatIsLeftAside != false else { return [] }
    return site.numbered.map {
      ConsoleReport.Skipped(path: $0, reason: "it has numbered lines, and no procedure")
    }
      + site.sitemap.passedOver.map {
        ConsoleReport.Skipped(path: $0, reason: "its name begins with an underscore")
      }
  }

  /// Why not all is told.
  private func told(
    _ selection: PageSelection?, _ results: [PageResult]
  ) -> CheckReport.Selection? {
    guard !rules.isEmpty else { return selection?.told }
    let others = results.flatMap(\.setAside).count { $0.cause == .notAsked }
    let names = rules.map(\.rawValue).joined(separator: ", ")
    return CheckReport.Selection(
      remarks: (selection?.told.remarks ?? [])
        + ["only \(names): \(counted(others, "other finding")) not shown"],
      leftAlone: selection?.told.leftAlone ?? 0)
  }

  private func candidates(
    _ runs: [PageRun], _ skipped: [ConsoleReport.Skipped]
  ) -> [SelectionOptions.Candidate] {
    runs.map {
      SelectionOptions.Candidate(
        path: $0.page.path,
        steps: $0.page.procedures.reduce(0) { $0 + $1.allSteps.count })
    } + skipped.map { SelectionOptions.Candidate(path: $0.path, steps: 0) }
  }

  private func refuseOutputs(besides read: [String]) throws {
    for (index, report) in output.enumerated() {
      try report.refuse(besides: read)
      let resolved = OutputFile.place(of: report.path)
      if output[..<index].contains(where: { OutputFile.place(of: $0.path) == resolved }) {
        throw ConfigurationError("\(report.path): two reports would be written to this file")
      }
    }
  }
}

extension Rule {
  /// A rule by its name.
  ///
  /// - Throws: A `ValidationError` that names the nearest, where there is none of the name.
  fileprivate init(argument: String) throws {
    guard let rule = Rule(rawValue: argument) else {
      let nearest = Spelling.nearest(to: argument, among: Rule.allCases.map(\.rawValue))
      throw ValidationError(
        "there is no rule \"\(argument)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
    self = rule
  }
}
