import Diagnostics
import FoundationEssentials

/// The text of a report, which its readers have to be able to read.
package struct ReportText {
  package enum Format: Equatable, Sendable {
    /// Lines for a person, which pass the gate for logs.
    case plain
    /// Lines that have passed it.
    case printed
    /// Commands of a CI log.
    case commands
    case json, xml, html, csv
  }

  private let format: Format
  private let text: String

  package init(format: Format, text: String) {
    self.format = format
    self.text = text
  }

  package func check(_ tell: (String) -> Void) {
    let shown = format == .plain ? OutputGate.lines(text) : text
    lines(shown, tell)
    switch format {
    case .json:
      do {
        _ = try JSONDecoder().decode(Anything.self, from: Data(text.utf8))
      } catch {
        tell("not JSON: \(error)")
      }
    case .xml, .html: tags(tell)
    case .csv: quotes(tell)
    case .plain, .printed, .commands: break
    }
  }

  /// Nothing in them steers a terminal or a log.
  private func lines(_ text: String, _ tell: (String) -> Void) {
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let start = line.drop { $0 == UInt8(ascii: " ") }
      let isCommand = start.starts(with: "::".utf8)
      let isOurs =
        format == .commands
        && ["::error ", "::warning ", "::notice "].contains { start.starts(with: $0.utf8) }
      if isCommand, !isOurs { tell("\(format): a command: \(Substring(line))") }
    }
    var isAfterSigns = 0
    for scalar in text.unicodeScalars {
      let isLineEnd = scalar == "\n" || format == .csv && scalar == "\r"
      if !isLineEnd, OutputGate.isHidden(scalar) { tell("U+\(String(scalar.value, radix: 16))") }
      if scalar == "[", isAfterSigns >= 2, format != .xml, format != .html { tell("##[") }
      isAfterSigns = scalar == "#" ? isAfterSigns + 1 : 0
    }
  }

  /// What is opened is closed, in order.
  private func tags(_ tell: (String) -> Void) {
    let withoutEnd: Set<Substring> = ["input", "img", "meta", "br"]
    var open: [Substring] = []
    // By scalar, as readers of HTML do: a combining mark does not make another sign of ">".
    let tags = /<(\/?)([A-Za-z0-9]+)((?:"[^"]*"|[^<>"])*)>/.matchingSemantics(.unicodeScalar)
    for tag in text.matches(of: tags) {
      let (isEnd, name, rest) = (!tag.output.1.isEmpty, tag.output.2, tag.output.3)
      if isEnd {
        guard open.popLast() == name else { return tell("</\(name)> closes nothing") }
      } else if !rest.hasSuffix("/"), !(format == .html && withoutEnd.contains(name)) {
        open.append(name)
      }
    }
    if let last = open.last { tell("<\(last)> is not closed") }
  }

  /// Each cell is closed, and only a comma or a line end stands between two.
  private func quotes(_ tell: (String) -> Void) {
    let outside = text.utf8.split(
      separator: UInt8(ascii: "\""), omittingEmptySubsequences: false
    ).enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    let isRight = outside.allSatisfy { part in
      part.isEmpty || part.elementsEqual(",".utf8) || part.elementsEqual("\r\n".utf8)
    }
    if !isRight { tell("a cell of CSV is not closed") }
  }
}

/// Any JSON.
private struct Anything: Decodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      for key in object.allKeys { _ = try object.decode(Anything.self, forKey: key) }
    } else if var array = try? decoder.unkeyedContainer() {
      while !array.isAtEnd { _ = try array.decode(Anything.self) }
    } else {
      let value = try decoder.singleValueContainer()
      let isSimple =
        value.decodeNil() || (try? value.decode(Bool.self)) != nil
        || (try? value.decode(Double.self)) != nil
      if !isSimple { _ = try value.decode(String.self) }
    }
  }
}
