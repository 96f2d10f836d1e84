/// An example of the manual's pages of rules: a page, and what stands beside it.
package struct RuleExample: Sendable, CustomStringConvertible {
  package let rule: String
  package let isWrong: Bool
  package var files: [String: String] = [:]
  package var given: [String: String] = [:]

  package var description: String { "\(rule), \(isWrong ? "wrong" : "right")" }

  /// The sections' rules, and all examples of the page.
  ///
  /// An example is one or more fences of four backticks, the first of them "page.md".
  package static func examples(
    of manual: String
  ) -> (sections: [String], examples: [RuleExample]) {
    var sections: [String] = []
    var examples: [RuleExample] = []
    var file: String?
    for line in manual.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("````") {
        guard file == nil else {
          file = nil
          continue
        }
        let name = line.firstMatch(of: /file=(\S+)/).map { String($0.1) } ?? ""
        if name == "page.md" {
          examples.append(
            RuleExample(rule: sections.last ?? "", isWrong: line.contains("markdown wrong")))
          if let given = line.firstMatch(of: /given="([^=]+)=([^"]+)"/) {
            examples[examples.count - 1].given[String(given.1)] = String(given.2)
          }
        }
        file = name
        examples[examples.count - 1].files[name] = ""
      } else if let file {
        examples[examples.count - 1].files[file, default: ""] += line + "\n"
      } else if line.hasPrefix("## ") {
        sections.append(String(line.dropFirst(3).prefix { $0 != " " }))
      }
    }
    return (sections, examples)
  }
}
