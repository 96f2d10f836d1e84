import ProcedureExecutor
import ProcedureReports

/// Prints what is told of pages as they are done, in path order.
///
/// A page that may turn out to be about another product is known only when all are done: from
/// there on pages wait.
struct TextStream {
  private let report: ConsoleReport
  private let usesColor: Bool
  private var isHeld: Bool
  /// How many pages were printed.
  private(set) var count = 0

  init(_ report: ConsoleReport, usesColor: Bool, isHeld: Bool) {
    self.report = report
    self.usesColor = usesColor
    self.isHeld = isHeld
  }

  mutating func print(_ result: PageResult, isCertain: Bool) throws {
    isHeld = isHeld || !isCertain
    guard !isHeld else { return }
    count += 1
    try Console.print(report.page(result), inColor: usesColor)
  }

  /// Prints the pages that are left, and what stands below all of them.
  func finish(
    _ check: CheckReport, order: PageOrder, besides others: [ConsoleReport.Skipped]
  ) throws {
    let results = Array(check.results[..<count]) + order.sorted(check.results[count...])
    let text = results[count...].map(report.page).joined()
    let end = report.end(
      results, skipped: check.skipped, besides: others, selection: check.selection,
      baseline: check.baseline)
    try Console.print(text + end, inColor: usesColor)
  }
}
