import Diagnostics

/// A part of an HTML page, which can't be anything but well-formed: text is escaped where it is
/// written, and what is opened is closed.
indirect enum HTMLTree {
  case element(String, [(name: String, value: String)], [HTMLTree])
  case text(String)
  /// Style or script of our own, which never holds text of a page.
  case constant(StaticString)

  private static let withoutEnd: Set = ["br", "hr", "img", "input", "link", "meta", "wbr"]

  /// The whole page, with its document type.
  static func page(_ root: HTMLTree) -> String {
    var text = "<!doctype html>\n"
    root.write(to: &text)
    return text + "\n"
  }

  var html: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to html: inout String) {
    switch self {
    case .text(let text): Self.escape(text, to: &html)
    case .constant(let text): html += text.description
    case .element(let name, let attributes, let children):
      html += "<" + name
      for attribute in attributes {
        html += " " + attribute.name + "=\""
        Self.escape(attribute.value, to: &html)
        html += "\""
      }
      html += ">"
      guard !Self.withoutEnd.contains(name) else { return }
      for child in children { child.write(to: &html) }
      html += "</" + name + ">"
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      false
    default: byte >= 0x20 && byte < 0x7F
    }
  }

  /// By scalar: a sign with a combining mark behind it is another character, and still a sign.
  private static func escape(_ text: String, to html: inout String) {
    var isAtStart = html.utf8.last == UInt8(ascii: "\n")
    // Most texts are plain.
    guard isAtStart || !text.utf8.allSatisfy(isPlain) else {
      html += text
      return
    }
    for scalar in text.unicodeScalars {
      defer { isAtStart = scalar == "\n" || isAtStart && scalar == " " }
      switch scalar {
      // A line of a CI log that begins with "::" is a command.
      case ":" where isAtStart: html += "&#58;"
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      case "\n": html += "\n"
      case _ where OutputGate.isHidden(scalar): html += OutputGate.shown(scalar).escapedSigns
      default: html.unicodeScalars.append(scalar)
      }
    }
  }
}

extension HTMLTree {
  /// An element with a class, which most have and nothing else.
  static func element(
    _ name: String, class className: String? = nil, _ children: [HTMLTree]
  ) -> HTMLTree {
    .element(name, className.map { [("class", $0)] } ?? [], children)
  }

  static func element(_ name: String, class className: String? = nil, _ text: String) -> HTMLTree {
    element(name, class: className, [.text(text)])
  }
}

extension String {
  fileprivate var escapedSigns: String {
    replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
