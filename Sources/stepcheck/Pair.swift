import Algorithms
import ArgumentParser
import Diagnostics
import EngineInterface
import MarketoAdminEngine

/// "KEY=VALUE" on the command line.
struct Pair: ExpressibleByArgument {
  let key: String
  let value: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    key = String(parts[0].trimming { $0 == " " })
    value = String(parts[1].trimming { $0 == " " })
  }
}

extension [Pair] {
  func checkedCircumstances() throws -> Circumstances {
    try Dictionary(map { ($0.key, $0.value) }) { $1 }.checkedCircumstances()
  }
}

extension [String: String] {
  /// The engine's circumstances by these names; what it does not know is wrong usage.
  func checkedCircumstances() throws -> Circumstances {
    do {
      return try MarketoAdmin.product.circumstances(reading: self)
    } catch {
      throw ValidationError(error.message)
    }
  }
}

extension CircumstanceError {
  fileprivate var message: String {
    switch self {
    case .unknownKey(let key, let known): unknown("circumstance", key, among: known)
    case .unknownValue(let value, let key, let known):
      unknown("value of \(key)", value, among: known)
    case .unknownKind(let text, let key, let kinds):
      "a value of \(key) is a kind and a name; \"\(text)\" doesn't begin with one of the kinds: "
        + kinds.joined(separator: ", ")
    case .notADay(let text, let key):
      "\"\(text)\" isn't a date; \(key) takes one such as 2026-01-15"
    case .isMissing(let need, let key, let value):
      "\(key)=\(value) needs \(need.key)=\(need.value)"
    }
  }

  private func unknown(_ what: String, _ name: String, among known: [String]) -> String {
    if let nearest = Spelling.nearest(to: name, among: known) {
      return "unknown \(what) \"\(name)\"; did you mean \"\(nearest)\"?"
    }
    let list = known.count <= 12 ? ": " + known.joined(separator: ", ") : ""
    return "unknown \(what) \"\(name)\"\(list)"
  }
}
