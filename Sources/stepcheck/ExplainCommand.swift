import ArgumentParser
import Diagnostics

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a rule, with an example and how to mend it; without a rule, lists them.")

  @Argument(help: "A rule's id, such as control-not-found.") var rule: String?

  func run() async throws {
    guard let name = rule else {
      let lines = Rule.allCases.map { "\($0.severity.rawValue.padded(to: 9))\($0.rawValue)\n" }
      try Console.print(lines.joined())
      return
    }
    guard let rule = Rule(rawValue: name), let text = RuleManual.section(of: rule) else {
      let nearest = Spelling.nearest(to: name, among: Rule.allCases.map(\.rawValue))
      throw ValidationError(
        "there is no rule \"\(name)\""
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
