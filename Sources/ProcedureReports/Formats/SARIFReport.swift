import Diagnostics
import ProcedureExecutor

/// Findings as SARIF 2.1.0, with what GitHub's code scanning asks for.
///
/// Sources: docs.oasis-open.org/sarif/sarif/v2.1.0; docs.github.com, "SARIF support for code
/// scanning". GitHub refuses empty texts and more than 25,000 results.
package enum SARIFReport {
  private static let limit = 25_000

  package static func report(_ report: CheckReport) -> String {
    let rules = Rule.allCases
    let texts = report.ruleTexts()
    let indices = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    var fingerprints = Fingerprints()
    var columns = report.sources.mapValues(CodePointColumns.init)
    let aside = report.results.flatMap(\.toldAside)
    let results = told(report.findings.map { ($0, nil) } + aside.map { ($0.finding, $0.cause) })
      .map { finding, cause in
        let (hash, number) = fingerprints.next(finding, in: report)
        return result(
          finding, setAside: cause, index: indices[finding.rule] ?? 0,
          fingerprint: "\(hash):\(number)",
          at: region(finding.range, &columns), in: report)
      }
    let driver = SARIFLog.Driver(
      name: CheckReport.toolName, semanticVersion: report.version,
      rules: rules.map { rule($0, texts[$0]) })
    let run = SARIFLog.Run(tool: SARIFLog.Tool(driver: driver), results: results)
    return ReportJSON.text(SARIFLog(runs: [run]))
  }

  private typealias Found = (finding: Finding, cause: SetAside.Cause?)

  /// The worst ones, where there are too many.
  private static func told(_ found: [Found]) -> [Found] {
    guard found.count > limit else { return found }
    let ordered = Severity.allCases.reversed().flatMap { severity in
      found.filter { $0.cause == nil && $0.finding.severity == severity }
    }
    return Array((ordered + found.filter { $0.cause != nil }).prefix(limit))
  }

  /// What stands, in SARIF's words, for a finding that does not count.
  private static func suppression(_ cause: SetAside.Cause) -> SARIFLog.Suppression {
    switch cause {
    case .ignored(let reason): SARIFLog.Suppression(kind: "inSource", justification: reason)
    case .known, .notAsked:
      SARIFLog.Suppression(kind: "external", justification: "it is in the baseline")
    }
  }

  private static func rule(_ rule: Rule, _ text: CheckReport.RuleText?) -> SARIFLog.Rule {
    let words = rule.rawValue.replacing("-", with: " ").replacing("utf8", with: "UTF-8")
    let title = words.prefix(1).uppercased() + words.dropFirst()
    func filled(_ text: String?) -> String { text.flatMap { $0.isEmpty ? nil : $0 } ?? title }
    return SARIFLog.Rule(
      id: rule.rawValue, shortDescription: SARIFLog.Text(text: title),
      fullDescription: SARIFLog.Text(text: filled(text?.description)),
      help: SARIFLog.Text(text: filled(text?.help)),
      defaultConfiguration: SARIFLog.Configuration(level: rule.severity.rawValue),
      properties: SARIFLog.Properties(
        precision: "high",
        problemSeverity: rule.severity == .note ? "recommendation" : rule.severity.rawValue))
  }

  private static func result(
    _ finding: Finding, setAside cause: SetAside.Cause?, index: Int, fingerprint: String,
    at region: SARIFLog.Region, in report: CheckReport
  ) -> SARIFLog.Result {
    let place = SARIFLog.Artifact(uri: uri(report.path(finding.range.file)))
    return SARIFLog.Result(
      ruleId: finding.rule.rawValue, ruleIndex: index, level: finding.severity.rawValue,
      message: SARIFLog.Text(text: finding.text),
      locations: [
        SARIFLog.Location(
          physicalLocation: SARIFLog.Place(artifactLocation: place, region: region))
      ],
      partialFingerprints: ["primaryLocationLineHash": fingerprint],
      fixes: finding.replacement(in: report.sources).map { words in
        let replacement = SARIFLog.Replacement(
          deletedRegion: region, insertedContent: SARIFLog.Text(text: words))
        return [
          SARIFLog.Fix(
            description: SARIFLog.Text(text: "Use \"\(words)\""),
            artifactChanges: [
              SARIFLog.Change(artifactLocation: place, replacements: [replacement])
            ])
        ]
      },
      baselineState: report.baseline == nil ? nil : cause == .known ? "unchanged" : "new",
      suppressions: cause.map { [suppression($0)] })
  }

  /// A range of bytes as one of code points.
  private static func region(
    _ range: SourceRange, _ columns: inout [PathKey: CodePointColumns]
  ) -> SARIFLog.Region {
    let start = columns[range.file]?.column(of: range.start)
    // The next finding may begin before this one ends.
    var further = columns[range.file]
    return SARIFLog.Region(
      startLine: range.start.line, startColumn: start ?? range.start.column,
      endLine: range.end.line, endColumn: further?.column(of: range.end) ?? range.end.column)
  }

  /// A path as an address (RFC 3986): a "#" or a ":" in a name is only a part of the name.
  private static func uri(_ path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        uri += "%" + (hex.count == 1 ? "0" : "") + hex
      }
    }
  }
}

extension Finding {
  /// What can stand in place of the words at the finding's range; nil where nothing is known that
  /// could be put there as it is.
  ///
  /// A label that is nearly right is named alone, in quotation marks. The range has to hold just
  /// the words that the message says are wrong, and the label nothing that Markdown would read.
  fileprivate func replacement(in sources: [PathKey: SourceText]) -> String? {
    guard rule == .controlNotFound, perhaps.count == 1, let way = perhaps.first,
      way.utf8.count > 2, way.hasPrefix("\""), way.hasSuffix("\""), let source = sources[range.file]
    else { return nil }
    let label = String(way.dropFirst().dropLast())
    let words = source.text(at: range)
    guard !words.isEmpty, message.contains("\"\(words)\""),
      MarkdownText.escaped(label) == label, !label.utf8.contains(UInt8(ascii: "|"))
    else { return nil }
    return label
  }
}
