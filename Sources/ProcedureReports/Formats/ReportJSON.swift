import Diagnostics
import FoundationEssentials

/// The one encoder of reports that are JSON.
enum ReportJSON {
  /// A value as JSON that does no harm on a terminal or in a CI log.
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return safe(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
    } catch {
      // Only a number that is none can't be encoded, and the reports have whole numbers.
      preconditionFailure("the report can't be encoded: \(error)")
    }
  }

  /// A string in quotation marks, for a report that has JSON on single lines.
  static func quoted(_ string: String) -> String { String(text(string).dropLast()) }

  /// Hidden characters by their numbers; line feeds are between the values, never in them.
  private static func safe(_ json: String) -> String {
    guard json.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 >= 0x7F }) else { return json }
    return json.unicodeScalars.reduce(into: "") { safe, scalar in
      if scalar != "\n", OutputGate.isHidden(scalar) {
        let hex = String(scalar.value, radix: 16)
        safe += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      } else if OutputGate.makesCommand(scalar, after: safe) {
        safe += "\\u005b"
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
  }
}
