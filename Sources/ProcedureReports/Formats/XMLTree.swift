import Diagnostics

/// An XML element; whatever its texts hold, what is written is XML.
struct XMLTree {
  /// A name of this program's own, never of a page.
  let name: StaticString
  let attributes: [(name: StaticString, value: String)]
  var children: [XMLTree] = []
  /// Text in place of children.
  var text = ""

  init(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)] = [],
    children: [XMLTree] = [], text: String = ""
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.text = text
  }

  /// The element as a document.
  var document: String {
    var document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &document, indent: "")
    return document
  }

  private func write(to document: inout String, indent: String) {
    document += "\(indent)<\(name)"
    for (name, value) in attributes {
      document += " \(name)=\"\(Self.escaped(value, allowsLines: false))\""
    }
    if children.isEmpty, text.isEmpty {
      document += "/>\n"
    } else if children.isEmpty {
      document += ">\(Self.escaped(text, allowsLines: true))</\(name)>\n"
    } else {
      document += ">\n"
      for child in children { child.write(to: &document, indent: indent + " ") }
      document += "\(indent)</\(name)>\n"
    }
  }

  /// Text that is only text; what XML does not allow, and what steers a terminal, is shown by its
  /// number.
  private static func escaped(_ text: String, allowsLines: Bool) -> String {
    var escaped = ""
    var isAtStart = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where allowsLines:
        escaped += "\n"
        isAtStart = true
        continue
      case "\n", "\t": escaped += " "
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // A line of a CI log that begins with "::" is a command.
      case ":" where isAtStart: escaped += "&#58;"
      case _ where OutputGate.makesCommand(scalar, after: escaped): escaped += "&#91;"
      case _ where OutputGate.isHidden(scalar) || scalar.value & 0xFFFE == 0xFFFE:
        escaped += OutputGate.shown(scalar).replacing("<", with: "&lt;").replacing(
          ">", with: "&gt;")
      default: escaped.unicodeScalars.append(scalar)
      }
      if !scalar.properties.isWhitespace, scalar != "\u{FEFF}" { isAtStart = false }
    }
    return escaped
  }
}
