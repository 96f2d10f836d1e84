import Diagnostics

/// A JSON value whose objects keep the order in which they were written.
enum JSONValue {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// The value as text; objects and arrays that fit on a line stay on one.
  var text: String {
    var text = ""
    write(to: &text, indent: "")
    return text + "\n"
  }

  /// The value inside another one, behind some white space.
  func text(indent: String) -> String {
    var text = ""
    write(to: &text, indent: indent)
    return text
  }

  private static let lineWidth = 100

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += String(value)
    case .string(let value): text += Self.quoted(value)
    case .array(let values):
      write(values.map { ("", $0) }, "[", "]", to: &text, indent: indent)
    case .object(let members):
      write(members.map { (Self.quoted($0) + ": ", $1) }, "{", "}", to: &text, indent: indent)
    }
  }

  private func write(
    _ parts: [(key: String, value: JSONValue)], _ open: String, _ close: String,
    to text: inout String, indent: String
  ) {
    if parts.isEmpty {
      text += open + close
      return
    }
    if let short = shortText(limit: Self.lineWidth - indent.utf8.count) {
      text += short
      return
    }
    text += open
    for (index, part) in parts.enumerated() {
      text += (index > 0 ? "," : "") + "\n" + indent + "  " + part.key
      part.value.write(to: &text, indent: indent + "  ")
    }
    text += "\n" + indent + close
  }

  /// The value on one line; nil where it takes more than `limit` bytes.
  private func shortText(limit: Int) -> String? {
    var text = ""
    switch self {
    case .null, .bool, .number, .string: write(to: &text, indent: "")
    case .array(let values):
      text = "["
      for (index, value) in values.enumerated() {
        guard let part = value.shortText(limit: limit - text.utf8.count) else { return nil }
        text += (index > 0 ? ", " : "") + part
      }
      text += "]"
    case .object(let members):
      text = "{"
      for (index, member) in members.enumerated() {
        text += (index > 0 ? ", " : "") + Self.quoted(member.0) + ": "
        guard let part = member.1.shortText(limit: limit - text.utf8.count) else { return nil }
        text += part
      }
      text += "}"
    }
    return text.utf8.count <= limit ? text : nil
  }

  /// A string in quotation marks, escaped as RFC 8259 asks.
  static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where OutputGate.isHidden(scalar):
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      case _ where OutputGate.makesCommand(scalar, after: text): text += "\\u005b"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
