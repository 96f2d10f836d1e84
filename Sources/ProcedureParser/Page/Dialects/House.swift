/// Whose Markdown pages are in, as their marks show.
package enum House: CaseIterable, Sendable {
  case experienceLeague, docusaurus, mkDocs, myST, boldWord, hugo

  /// How often each house's marks stand in a text, outside of code.
  package static func marks(in bytes: [UInt8]) -> [House: Int] {
    var marks: [House: Int] = [:]
    var code: Fence?
    /// Directives in fences of backticks that are open: what closes them opens no code.
    var directives = 0
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = LineText(bytes: line.drop { $0 == 0x20 || $0 == 0x09 })
      let fence = fence(line)
      if let open = code {
        if let fence, fence.closes(open), line.dropping(fence.count).isEmpty { code = nil }
        continue
      }
      let house = house(of: line)
      if let house { marks[house, default: 0] += 1 }
      guard let fence else { continue }
      if house == .myST {
        directives += 1
      } else if directives > 0, line.dropping(fence.count).isEmpty {
        directives -= 1
      } else {
        code = fence
      }
    }
    return marks
  }

  private static func fence(_ line: LineText) -> Fence? {
    guard let byte = line.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else {
      return nil
    }
    let count = line.count(of: byte)
    return count >= 3 ? Fence(byte: byte, count: count) : nil
  }

  private static func house(of line: LineText) -> House? {
    switch line.first {
    case UInt8(ascii: ">"): return house(ofQuote: line.dropping(1))
    case UInt8(ascii: ":"):
      guard case .opensFence = PageDialect.docusaurus.line(line) else { return nil }
      return line.dropping(3).drop { $0 == ":" }.first == "{" ? .myST : .docusaurus
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      return PageDialect.mkDocs.line(line) == nil ? nil : .mkDocs
    case UInt8(ascii: "`"): return PageDialect.myST.line(line) == nil ? nil : .myST
    case UInt8(ascii: "{"):
      return ["{{<", "{{%"].contains { line.bytes.starts(with: $0.utf8) } ? .hugo : nil
    default: return nil
    }
  }

  private static func house(ofQuote text: String) -> House? {
    if text.prefixMatch(of: /\[![A-Za-z]+\]/) != nil { return .experienceLeague }
    guard let word = text.prefixMatch(of: /\*\*([A-Za-z]+):?\*\*/)?.1,
      PageDialect.admonitionWords.contains(word.lowercased())
    else { return nil }
    return .boldWord
  }
}
