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
    guard let rule = Rule(rawValue: name), let text = Self.section(of: rule) else {
      let nearest = Spelling.nearest(to: name, among: Rule.allCases.map(\.rawValue))
      throw ValidationError(
        "there is no rule \"\(name)\""
          + (nearest.map { "; did you mean \"\($0)\"?" }
            ?? "; \"stepcheck explain\" lists them"))
    }
    try Console.print(text)
  }

  /// The section of the manual's page of rules.
  private static func section(of rule: Rule) -> String? {
    let manual = String(decoding: PackageResources.rules_md, as: UTF8.self)
    let lines = manual.split(separator: "\n", omittingEmptySubsequences: false)
    let heading = "## \(rule.rawValue) {"
    guard let start = lines.firstIndex(where: { $0.hasPrefix(heading) }) else { return nil }
    // Fences are for the manual; on a terminal an example is indented.
    var isExample = false
    var text = rule.rawValue + "\n"
    for line in lines[(start + 1)...] {
      if line.hasPrefix("````") {
        isExample.toggle()
      } else if !isExample, line.hasPrefix("## ") {
        break
      } else {
        text += (isExample && !line.isEmpty ? "    " : "") + line + "\n"
      }
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 1))
  }
}
