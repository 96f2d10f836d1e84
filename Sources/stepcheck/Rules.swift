import Diagnostics

/// The severities of rules, as the config has them.
struct Rules: Sendable {
  private var severities: [Rule: Severity?] = [:]

  init() {}

  /// - Parameters:
  ///   - texts: Severities by the names of rules.
  ///   - file: The config that says them.
  /// - Throws: ``ConfigurationError`` for what there is not, or what can't be set.
  init(reading texts: [String: String], of file: String) throws {
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      guard let rule = Rule(rawValue: name) else {
        let nearest = Spelling.nearest(to: name, among: Rule.allCases.map(\.rawValue))
        throw ConfigurationError(
          "\(file): unknown rule \"\(name)\""
            + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
      }
      if !rule.isAdjustable, text != Severity.error.rawValue, Self.isKnown(text) {
        throw ConfigurationError(
          "\(file): the rule \(name) is always an error: it means that a step"
            + " fails or that a promise isn't kept; to leave a page out, set \"skip\" for it"
            + " under \"pages\", with the reason")
      }
      if text == "off" || text == "false" {
        severities[rule] = .some(nil)
      } else if let severity = Severity(rawValue: text) {
        severities[rule] = severity
      } else {
        throw ConfigurationError(
          "\(file): unknown severity \"\(text)\" for the rule \(name); "
            + "known: error, warning, note, off")
      }
    }
  }

  /// What others say of a rule goes before what these do.
  mutating func merge(_ others: Rules) { severities.merge(others.severities) { $1 } }

  private static func isKnown(_ text: String) -> Bool {
    text == "off" || text == "false" || Severity(rawValue: text) != nil
  }

  /// Whether a rule that is off by default is on.
  func asks(for rule: Rule) -> Bool { severities[rule].map { $0 != nil } ?? false }

  func isOff(_ rule: Rule) -> Bool { severities[rule] == .some(.none) }

  func applied(to findings: [Finding]) -> [Finding] {
    findings.compactMap { finding in
      guard let severity = severities[finding.rule] else {
        return finding.rule.isOffUnlessAsked ? nil : finding
      }
      return severity.map {
        var finding = finding
        finding.severity = $0
        return finding
      }
    }
  }
}
