import ArgumentParser
import FoundationEssentials

/// When a report for a terminal has colours.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never

  /// The option decides, then `NO_COLOR` (no-color.org), then `FORCE_COLOR`, then whether there is
  /// a terminal that knows colours.
  var usesColor: Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      let environment = ProcessInfo.processInfo.environment
      func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
      if isSet("NO_COLOR") { return false }
      if isSet("FORCE_COLOR") { return environment["FORCE_COLOR"] != "0" }
      return Console.isTerminal.output && environment["TERM"] != "dumb"
    }
  }
}
