import FoundationEssentials
import ProcedureReports

/// When a check began and how long it takes.
///
/// With `SOURCE_DATE_EPOCH` (reproducible-builds.org) it began at that second and takes no time, so
/// that the same pages give the same bytes.
struct RunClock {
  private static let variable = "SOURCE_DATE_EPOCH"

  private let fixed: Int?
  private let start: Int
  private let begin = ContinuousClock.now

  /// - Throws: ``ConfigurationError`` where the variable is not a number of seconds.
  init() throws {
    let text = ProcessInfo.processInfo.environment[Self.variable] ?? ""
    fixed = Int(text)
    // Behind the year 9999 no date has a form that services read.
    if !text.isEmpty, fixed.map({ (0...253_402_300_799).contains($0) }) != true {
      throw ConfigurationError("\(Self.variable) is no number of seconds since 1970")
    }
    start = fixed.map { $0 * 1000 } ?? Int(Date().timeIntervalSince1970 * 1000)
  }

  func timing(pages: [String: Duration]) -> CheckReport.Timing {
    fixed == nil
      ? CheckReport.Timing(start: start, total: ContinuousClock.now - begin, pages: pages)
      : CheckReport.Timing(start: start, total: .zero, pages: [:])
  }
}
