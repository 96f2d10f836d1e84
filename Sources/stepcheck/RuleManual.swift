import Diagnostics
import ProcedureReports

/// The manual's pages of rules, which are part of the command.
enum RuleManual {
  private static var lines: [Substring] {
    [
      PackageResources.product_md, PackageResources.prerequisites_md,
      PackageResources.not_judged_md, PackageResources.files_md, PackageResources.markup_md,
      PackageResources.passes_md,
    ].flatMap {
      String(decoding: $0, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
  }

  /// The section of a rule as a terminal shows it.
  static func section(of rule: Rule) -> String? {
    let lines = lines
    let heading = "## \(rule.rawValue) {"
    guard let start = lines.firstIndex(where: { $0.hasPrefix(heading) }) else { return nil }
    // Fences are for the manual; on a terminal an example is indented.
    var isExample = false
    var text = rule.rawValue + "\n"
    for line in lines[(start + 1)...] {
      if line.hasPrefix("````") {
        isExample.toggle()
      } else if !isExample, line.hasPrefix("## ") || line == "---" {
        break
      } else {
        text += (isExample && !line.isEmpty ? "    " : "") + line + "\n"
      }
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  /// What reports say of all rules: the first paragraph of a section is what is wrong, those up to
  /// the examples are how to mend it.
  static var texts: [Rule: CheckReport.RuleText] {
    var paragraphs: [Rule: [String]] = [:]
    var rule: Rule?
    for line in lines where !line.isEmpty {
      if line.hasPrefix("## ") {
        // An example has headings too.
        let name = line.dropFirst(3).prefix { $0 != " " }
        if line.contains("{#\(name)}") { rule = Rule(rawValue: String(name)) }
      } else if line.hasPrefix("Wrong:") || line.hasPrefix("````") {
        rule = nil
      } else if let rule {
        paragraphs[rule, default: []].append(plain(line))
      }
    }
    return paragraphs.mapValues { paragraphs in
      CheckReport.RuleText(
        description: paragraphs.first ?? "",
        help: paragraphs.dropFirst().joined(separator: "\n"))
    }
  }

  /// A paragraph without its severity, which stands elsewhere in a report, and without links.
  private static func plain(_ paragraph: Substring) -> String {
    let text = paragraph.replacing(#/^Severity: [a-z]+\. /#, with: "")
      .replacing(#/\[([^\]]+)\]\([^)]*\)/#) { $0.output.1 }
    return String(text)
  }
}
