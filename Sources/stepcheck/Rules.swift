import Diagnostics

/// The severities of rules, as the config has them.
struct Rules: Sendable {
  private var severities: [Rule: Severity?] = [:]

  init(_ configuration: Configuration?) throws {
    for (name, text) in configuration?.rules ?? [:] {
      guard let rule = Rule(rawValue: name) else {
        let nearest = Spelling.nearest(to: name, among: Rule.allCases.map(\.rawValue))
        throw ConfigurationError(
          "\(Configuration.fileName): unknown rule \"\(name)\""
            + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
      }
      if !rule.isAdjustable, text != Severity.error.rawValue, Self.isKnown(text) {
        throw ConfigurationError(
          "\(Configuration.fileName): the rule \(name) is always an error: it means that a step"
            + " fails or that a promise isn't kept; to leave a page out, set \"skip\" for it"
            + " under \"pages\", with the reason")
      }
      if text == "off" || text == "false" {
        severities[rule] = .some(nil)
      } else if let severity = Severity(rawValue: text) {
        severities[rule] = severity
      } else {
        throw ConfigurationError(
          "\(Configuration.fileName): unknown severity \"\(text)\" for the rule \(name); "
            + "known: error, warning, note, off")
      }
    }
  }

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
