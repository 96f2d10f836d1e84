import Diagnostics
import FoundationEssentials
import ProcedureReports

/// When a run began and how long it takes.
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
      throw ConfigurationError("\(Self.variable) isn't a number of seconds since 1970")
    }
    start = fixed.map { $0 * 1000 } ?? Int(Date().timeIntervalSince1970 * 1000)
  }

  /// The day on which it began (UTC): "2026-01-15".
  var day: String {
    let date = Date(timeIntervalSince1970: Double(start / 1000))
    return date.formatted(.iso8601.year().month().day())
  }

  /// How long it takes so far: "80 ms", "1.4 s", "2 min 5 s"; nil where time is fixed.
  var elapsed: String? {
    guard fixed == nil else { return nil }
    let milliseconds = Int((ContinuousClock.now - begin) / .milliseconds(1))
    let seconds = milliseconds / 1000
    return switch seconds {
    case 0: "\(milliseconds) ms"
    case ..<60: "\(seconds).\(milliseconds / 100 % 10) s"
    default: "\(seconds / 60) min \(seconds % 60) s"
    }
  }

  func timing(pages: [PathKey: Duration]) -> CheckReport.Timing {
    fixed == nil
      ? CheckReport.Timing(start: start, total: ContinuousClock.now - begin, pages: pages)
      : CheckReport.Timing(start: start, total: .zero, pages: [:])
  }
}
