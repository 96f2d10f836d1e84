import ArgumentParser
import Diagnostics

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a rule, with examples and how to fix it; without a rule, lists all rules.")

  @Argument(help: "The ID of a rule, such as control-not-found.") var rule: String?

  func run() async throws {
    guard let name = rule else {
      let lines = Rule.allCases.map { "\($0.severity.rawValue.padded(to: 9))\($0.rawValue)\n" }
      try Console.print(lines.joined())
      return
    }
    guard let rule = Rule(rawValue: name), let text = RuleManual.section(of: rule) else {
      let nearest = Spelling.nearest(to: name, among: Rule.allCases.map(\.rawValue))
      throw ValidationError(
        "unknown rule \"\(name)\""
          + (nearest.map { "; did you mean \"\($0)\"?" }
            ?? "; \"stepcheck explain\" lists them"))
    }
    try Console.print(text)
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 1))
  }
}
