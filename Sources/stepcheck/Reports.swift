import ArgumentParser
import Diagnostics
import ProcedureExecutor
import ProcedureReports

enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, github, junit, sarif, gitlab, html, markdown, tap, ctrf
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
      .text(
        order.sorted(report.results[...]), skipped: report.skipped, selection: report.selection,
        baseline: report.baseline)
    case .json: CheckJSON.report(report)
    case .github: GitHubReport.report(report)
    case .junit: JUnitReport.report(report)
    case .sarif: SARIFReport.report(report)
    case .gitlab: GitLabReport.report(report)
    // Of several pages there are several files; who asks for one has one page.
    case .html: HTMLReport(report).only ?? ""
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

  /// Writes a report to its file, or files.
  ///
  /// - Throws: ``ConfigurationError`` where one can't be written.
  func write(_ file: ReportFile) throws {
    if let files = file.htmlFiles {
      try files.write(HTMLReport(report))
    } else {
      try file.file.write(fileText(file.format))
    }
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
  /// Nil for a report that is one file.
  var htmlFiles: HTMLReportFiles? { format == .html ? HTMLReportFiles(index: file) : nil }

  /// Refuses a path where the report must not be written.
  ///
  /// - Parameter read: The files that this run has read.
  /// - Throws: ``ConfigurationError``.
  func refuse(besides read: [String]) throws {
    if let htmlFiles { try htmlFiles.refuse(besides: read) } else { try file.refuse(besides: read) }
  }
}
