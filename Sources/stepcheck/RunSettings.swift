import ArgumentParser
import Diagnostics
import SystemPackage

/// What holds for a whole check, from the command line or else from the configs of its pages.
struct RunSettings: Sendable {
  var failOn: Severity?
  var minChecked: Int?
  var requiresProcedures: Bool?
  var isStrict: Bool?
  /// The file of known findings.
  var baseline: String?

  /// The keys that a config has for it; on the command line they are options.
  enum Key: String, CaseIterable {
    case failOn = "fail-on"
    case minChecked = "min-checked"
    case requiresProcedures = "require-procedures"
    case isStrict = "strict-prerequisites"
    case baseline
  }

  /// Takes a value over from a config.
  ///
  /// - Throws: ``ConfigurationError`` where the key does not have such values.
  mutating func read(_ key: Key, _ text: String?, _ file: String) throws {
    func value<Value>(_ known: String, _ make: (String) -> Value?) throws -> Value {
      guard let text, let value = make(text) else {
        throw ConfigurationError("\(file): \(key.rawValue) must be \(known)")
      }
      return value
    }
    func flag() throws -> Bool {
      try value("true or false") { ["true": true, "false": false][$0] }
    }
    switch key {
    case .failOn: failOn = try value("error, warning or note") { Severity(rawValue: $0) }
    case .minChecked:
      minChecked = try value("a percentage from 0 to 100") { text in
        Int(text).flatMap { (0...100).contains($0) ? $0 : nil }
      }
    case .requiresProcedures: requiresProcedures = try flag()
    case .isStrict: isStrict = try flag()
    case .baseline:
      let name = try value("the path of a file") { $0.isEmpty ? nil : $0 }
      let folder = FilePath(file).removingLastComponent()
      baseline = folder.appending(name).lexicallyNormalized().string
    }
  }

  /// These settings; where they say nothing, those on which the configs of the pages agree.
  ///
  /// - Throws: ``ConfigurationError`` where they don't.
  func over(_ configurations: [Configuration]) throws -> RunSettings {
    var settings = self
    func fill<Value: Equatable>(_ path: WritableKeyPath<RunSettings, Value?>, _ key: Key) throws {
      guard settings[keyPath: path] == nil else { return }
      let told = configurations.filter { $0.run[keyPath: path] != nil }
      guard let first = told.first else { return }
      if let other = told.first(where: { $0.run[keyPath: path] != first.run[keyPath: path] }) {
        throw ConfigurationError(
          "\(first.path) and \(other.path) differ in \(key.rawValue), which holds for the whole"
            + " check: say it on the command line, with --\(key.rawValue)")
      }
      settings[keyPath: path] = first.run[keyPath: path]
    }
    try fill(\.failOn, .failOn)
    try fill(\.minChecked, .minChecked)
    try fill(\.requiresProcedures, .requiresProcedures)
    try fill(\.isStrict, .isStrict)
    try fill(\.baseline, .baseline)
    return settings
  }
}

/// What makes a check fail.
struct VerdictOptions: ParsableArguments {
  @Option(
    help: "The lowest severity that fails the check: error (the default), warning or note.")
  var failOn: Severity?

  @Option(
    help: ArgumentHelp(
      "Fail where less of the steps and claims could be checked, in percent.",
      valueName: "percent"))
  var minChecked: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "A page that is named and has no procedure is an error (exit code 2).")
  var requireProcedures: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Block a page's steps where a prerequisite can't be performed; assume nothing."))
  var strictPrerequisites: Bool?

  func validate() throws {
    if let minChecked, !(0...100).contains(minChecked) {
      throw ValidationError("--min-checked takes a percentage from 0 to 100")
    }
  }

  var settings: RunSettings {
    RunSettings(
      failOn: failOn, minChecked: minChecked, requiresProcedures: requireProcedures,
      isStrict: strictPrerequisites)
  }
}

extension Severity: ExpressibleByArgument {}
