import ArgumentParser
import Diagnostics
import ProcedureExecutor

/// In which order a report for people tells of pages.
enum PageOrder: String, CaseIterable, ExpressibleByArgument {
  case path
  case failuresFirst = "failures-first"
  case failuresLast = "failures-last"

  /// The results, each kind in path order.
  func sorted(_ results: ArraySlice<PageResult>) -> [PageResult] {
    let failed = results.filter { $0.count(.error) > 0 }
    let others = results.filter { $0.count(.error) == 0 }
    return switch self {
    case .path: Array(results)
    case .failuresFirst: failed + others
    case .failuresLast: others + failed
    }
  }
}
