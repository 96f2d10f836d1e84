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
