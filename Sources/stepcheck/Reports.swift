import ArgumentParser
import Diagnostics
import ProcedureExecutor
import ProcedureReports

enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, github, junit, sarif, gitlab, markdown, tap, ctrf
}

extension TAPReport.Version: ExpressibleByArgument {}

/// A check's results in every format.
struct Reports {
  let report: CheckReport
  let isDetailed: Bool
  let drawsScreens: Bool
  let order: PageOrder
  let tapVersion: TAPReport.Version

  func text(_ format: ReportFormat, usesColor: Bool) -> String {
    switch format {
    case .text:
      ConsoleReport(
        usesColor: usesColor, isDetailed: isDetailed, drawsScreens: drawsScreens,
        sources: report.sources
      )
      .text(order.sorted(report.results[...]), skipped: report.skipped)
    case .json: CheckJSON.report(report.results, skipped: report.skipped)
    case .github: GitHubReport.report(report)
    case .junit: JUnitReport.report(report)
    case .sarif: SARIFReport.report(report)
    case .gitlab: GitLabReport.report(report)
    case .markdown: MarkdownReport.report(report)
    case .tap: TAPReport.report(report, version: tapVersion)
    case .ctrf: CTRFReport.report(report)
    }
  }
}

extension Reports {
  func print(_ format: ReportFormat) throws {
    let text = text(format, usesColor: false)
    if format == .github { try Console.printCommands(text) } else { try Console.print(text) }
  }

  /// A report as a file has it.
  func fileText(_ format: ReportFormat) -> String {
    let text = text(format, usesColor: false)
    return format == .github ? text : OutputGate.lines(text)
  }
}

/// "FORMAT=FILE" on the command line.
struct ReportFile {
  let format: ReportFormat
  let path: String

  /// - Throws: A `ValidationError` that says what an argument has to be.
  init(_ argument: String) throws {
    let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    guard let pair = Pair(argument: argument), !pair.value.isEmpty else {
      throw ValidationError("expected a format and a file, such as junit=report.xml")
    }
    guard let format = ReportFormat(rawValue: pair.key) else {
      throw ValidationError("unknown format \"\(pair.key)\"; known: \(known)")
    }
    self.format = format
    path = pair.value
  }

  var file: OutputFile { OutputFile(path: path) }
}
