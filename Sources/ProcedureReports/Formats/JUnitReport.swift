import Diagnostics
import FoundationEssentials

/// Results as the XML that JUnit made common, in the subset that services read alike.
///
/// Source: github.com/testmoapp/junitxml. Counts stand at the top and in each suite, since GitLab
/// reads the latter; the place stands in the message too, since many viewers show only that.
package enum JUnitReport {
  package static func report(_ report: CheckReport) -> String {
    let suites = report.suites
    let classes = classes(of: suites)
    let start = Date(timeIntervalSince1970: Double(report.timing.start / 1000)).formatted(.iso8601)
    return XMLTree(
      "testsuites",
      [("name", CheckReport.toolName)] + counts(suites)
        + [("time", report.timing.total.secondsText), ("timestamp", start)],
      children: zip(suites, classes).map { suite, name in
        XMLTree(
          "testsuite",
          [("name", suite.name)] + counts([suite])
            + [("time", suite.duration.secondsText), ("timestamp", start), ("file", suite.path)],
          children: suite.cases.map { test($0, of: name, in: report) })
      }
    ).document
  }

  private static func counts(_ suites: [TestSuite]) -> [(name: StaticString, value: String)] {
    func sum(_ count: (TestSuite) -> Int) -> String { String(suites.reduce(0) { $0 + count($1) }) }
    return [
      ("tests", sum { $0.cases.count }), ("failures", sum { $0.count(.failed) }), ("errors", "0"),
      ("skipped", sum { $0.count(.skipped) }),
    ]
  }

  /// The names of the suites' classes.
  ///
  /// Of two cases with the same name and class GitLab keeps the first only: where two procedures
  /// of a page have one title, their anchors tell them apart.
  private static func classes(of suites: [TestSuite]) -> [String] {
    let names = suites.map { suite in suite.title.map { "\(suite.path).\($0)" } ?? suite.path }
    let counts = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return zip(suites, names).map { suite, name in
      counts[name] == 1 ? name : "\(name) #\(suite.anchor)"
    }
  }

  private static func test(
    _ test: TestCase, of name: String, in report: CheckReport
  ) -> XMLTree {
    XMLTree(
      "testcase",
      [
        ("classname", name), ("name", test.name), ("file", test.path),
        ("line", String(test.line)), ("time", "0.000"),
      ], children: outcome(test, in: report))
  }

  private static func outcome(_ test: TestCase, in report: CheckReport) -> [XMLTree] {
    let texts = test.findings.map { finding in
      "\(report.place(finding.range)): \(finding.severity.rawValue)[\(finding.rule.rawValue)]: "
        + finding.text
    }
    // "[[ATTACHMENT|path]]" makes GitLab show a file.
    let text = texts.joined(separator: "\n").replacing("[[", with: "[ [")
    let output = text.isEmpty ? [] : [XMLTree("system-out", text: text)]
    switch test.status {
    case .passed: return output
    case .skipped: return [XMLTree("skipped", [("message", test.message ?? "")])] + output
    case .failed:
      let place = test.worst.map { report.place($0.range) } ?? "\(test.path):\(test.line)"
      let type = test.worst?.rule.rawValue ?? "step-failed"
      let message = "\(place): \(test.message ?? "")"
      return [XMLTree("failure", [("message", message), ("type", type)], text: text)]
    }
  }
}
