import ArgumentParser
import Diagnostics
import FoundationEssentials
import ProcedureExecutor
import ProcedureReports

enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, github
}

/// A check's results in every format.
struct Reports {
  let results: [PageResult]
  let skipped: [ConsoleReport.Skipped]
  let sources: [String: SourceText]
  let isDetailed: Bool
  let drawsScreens: Bool

  func text(_ format: ReportFormat, usesColor: Bool) -> String {
    switch format {
    case .text:
      ConsoleReport(
        usesColor: usesColor, isDetailed: isDetailed, drawsScreens: drawsScreens, sources: sources
      )
      .text(results, skipped: skipped)
    case .json: CheckJSON.report(results, skipped: skipped)
    case .github: GitHubReport.report(results.flatMap(\.findings))
    }
  }
}

extension Reports {
  func print(_ format: ReportFormat) throws {
    let text = text(format, usesColor: Console.usesColor)
    if format == .github { try Console.printCommands(text) } else { try Console.print(text) }
  }

  /// A report as a file has it.
  func fileText(_ format: ReportFormat) -> String {
    let text = text(format, usesColor: false)
    return format == .github ? text : OutputGate.lines(text)
  }
}

/// "FORMAT=FILE" on the command line.
struct ReportFile: ExpressibleByArgument {
  let format: ReportFormat
  let path: String

  init?(argument: String) {
    guard let pair = Pair(argument: argument), let format = ReportFormat(rawValue: pair.key),
      !pair.value.isEmpty
    else { return nil }
    self.format = format
    path = pair.value
  }

  var file: OutputFile { OutputFile(path: path) }
}
