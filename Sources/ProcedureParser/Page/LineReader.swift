import Diagnostics
import MarkdownTree

/// Reads what is told by whole lines before CommonMark sees the page: comments, includes,
/// collapsible parts, and admonitions of the houses that fence or indent them.
///
/// What is found is masked in place, so that every other place stays.
struct LineReader {
  private let source: SourceText
  private let bytes: [UInt8]
  private(set) var masks: [Mask] = []
  /// By the offset of the line's first character.
  private(set) var marks: [Int: LineMark] = [:]
  private(set) var findings: [Finding] = []
  /// The code fence in which the present line is.
  private var code: Fence?
  /// The backtick fences of admonitions that are open.
  private var open: [Fence] = []
  /// The indentation of an admonition whose indented text comes next.
  private var indented: Int?
  private var commentEnd = 0
  private var hasNestedComment = false
  private var hasUnclosedComment = false

  init(_ source: SourceText, after start: Int) {
    self.source = source
    bytes = source.bytes
    if start > 0 { masks.append(Mask(0..<start, as: .blank)) }
    for line in 1...source.lineStarts.count {
      let offsets = source.lineOffsets(line)
      guard offsets.lowerBound >= start else { continue }
      read(offsets)
    }
  }

  private mutating func read(_ line: Range<Int>) {
    guard commentEnd <= line.lowerBound else {
      if commentEnd < line.upperBound { comments(commentEnd..<line.upperBound) }
      return
    }
    var first = line.lowerBound
    while first < line.upperBound, isBlank(bytes[first]) { first += 1 }
    guard first < line.upperBound else { return }
    if let base = indented { indentedText(line, first: first, base: base) }
    let byte = bytes[first]
    if let code {
      if byte == code.byte, closes(code, first..<line.upperBound) { self.code = nil }
      return
    }
    if Self.mayMark[Int(byte)], mark(first..<line.upperBound) { return }
    comments(first..<line.upperBound)
  }

  // MARK: Marks

  private static let mayMark: [Bool] = {
    var table = Array(repeating: false, count: 256)
    for byte in "`~+{<-".utf8 { table[Int(byte)] = true }
    for byte in AdmonitionDialect.all.flatMap(\.firstBytes) { table[Int(byte)] = true }
    return table
  }()

  private mutating func mark(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while isBlank(bytes[end - 1]) { end -= 1 }
    let line = LineText(bytes: bytes[range.lowerBound..<end])
    switch line.first {
    case UInt8(ascii: "{"):
      guard let id = Self.snippet(line) else { return false }
      include(id, range)
      return true
    case UInt8(ascii: "+"):
      guard line.count(of: UInt8(ascii: "+")) == 3 else { return false }
      set(.collapsible, range)
      return true
    case UInt8(ascii: "<"):
      // A lone inline tag would make the lines behind it HTML: they are Markdown.
      guard line.bytes.starts(with: "<span".utf8) || line.bytes.elementsEqual("</span>".utf8),
        line.bytes.firstIndex(of: UInt8(ascii: ">")) == end - 1
      else { return false }
      masks.append(Mask(range, as: .blank))
      return true
    case UInt8(ascii: "-"):
      guard line.bytes.elementsEqual("-->".utf8) else { return false }
      unbalanced(range, "this \"-->\" closes no comment")
      masks.append(Mask(range, as: .blank))
      return true
    default: break
    }
    if Self.isImage(line) {
      masks.append(Mask(range, as: .blank))
      return true
    }
    if let mark = AdmonitionDialect.all.lazy.compactMap({ $0.line(line) }).first {
      if case .opensFence(_, let fence) = mark, fence.byte == UInt8(ascii: "`") {
        open.append(fence)
      }
      if case .opensIndented = mark { indented = range.lowerBound - lineStart(range.lowerBound) }
      set(mark, range)
      return true
    }
    guard let byte = line.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else {
      return false
    }
    let fence = Fence(byte: byte, count: line.count(of: byte))
    guard fence.count >= 3, !line.bytes.dropFirst(fence.count).contains(UInt8(ascii: "`")) else {
      return false
    }
    if let last = open.last, closes(last, range) {
      open.removeLast()
      set(.closesFence(fence), range)
    } else {
      code = fence
    }
    return true
  }

  /// `:::image source="list.png":::`, and the end of one with a description.
  private static func isImage(_ line: LineText) -> Bool {
    line.bytes.starts(with: ":::image ".utf8) && line.bytes.suffix(3).elementsEqual(":::".utf8)
      || line.bytes.starts(with: ":::image-end".utf8)
  }

  /// The name in `{{name}}`.
  static func snippet(_ line: LineText) -> String? {
    guard line.bytes.starts(with: "{{".utf8), line.bytes.suffix(2).elementsEqual("}}".utf8) else {
      return nil
    }
    let id = line.bytes.dropFirst(2).dropLast(2)
    let isName = id.allSatisfy { byte in
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard isName, !id.isEmpty else { return nil }
    return String(decoding: id, as: UTF8.self)
  }

  /// What is included often ends with a step, and what is indented behind it belongs to that
  /// step: so an include stands in a bullet, whose content goes on as a step's does.
  private mutating func include(_ id: String, _ range: Range<Int>) {
    let inside = range.lowerBound + 3..<range.upperBound
    guard inside.count >= 3 else { return set(.snippet(id), range) }
    masks.append(Mask(range, as: .blank))
    masks.append(Mask(range.lowerBound..<range.lowerBound + 1, as: .bullet))
    set(.snippet(id), inside)
  }

  private mutating func set(_ mark: LineMark, _ range: Range<Int>) {
    guard range.count >= 3 else { return }
    marks[range.lowerBound] = mark
    masks.append(Mask(range, as: .thematicBreak))
  }

  private func closes(_ fence: Fence, _ range: Range<Int>) -> Bool {
    let line = bytes[range]
    let count = line.prefix { $0 == fence.byte }.count
    return count >= fence.count && line.dropFirst(count).allSatisfy(isBlank)
  }

  /// The first line of an indented admonition's text becomes a bullet, the rest its content.
  private mutating func indentedText(_ line: Range<Int>, first: Int, base: Int) {
    indented = nil
    guard first >= line.lowerBound + base + 4,
      bytes[line.lowerBound..<line.lowerBound + base + 4].allSatisfy({ $0 == UInt8(ascii: " ") })
    else { return }
    let place = line.lowerBound + base
    masks.append(Mask(place..<place + 1, as: .bullet))
  }

  private func lineStart(_ offset: Int) -> Int {
    source.lineOffsets(source.position(at: offset).line).lowerBound
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  // MARK: Comments

  private mutating func comments(_ range: Range<Int>) {
    var offset = range.lowerBound
    var ticks = 0
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "`") {
        ticks += 1
      } else if byte == UInt8(ascii: "<"), isAt(offset, "<!--"), ticks.isMultiple(of: 2) {
        guard let end = endOfComment(offset) else {
          masks.append(Mask(offset..<offset + 1, as: .text))
          offset += 4
          continue
        }
        masks.append(Mask(offset..<end, as: .blank))
        commentEnd = end
        offset = end
        continue
      } else if byte == UInt8(ascii: "-"), hasNestedComment, isAt(offset, "-->") {
        unbalanced(offset..<offset + 3, "this \"-->\" closes no comment")
        masks.append(Mask(offset..<offset + 3, as: .blank))
        hasNestedComment = false
        offset += 3
        continue
      }
      offset += 1
    }
  }

  private mutating func endOfComment(_ start: Int) -> Int? {
    guard !hasUnclosedComment else { return nil }
    var offset = start + 4
    var nested: Int?
    while offset + 2 < bytes.count {
      if bytes[offset] == UInt8(ascii: "-"), isAt(offset, "-->") {
        if let nested {
          unbalanced(
            nested..<nested + 4,
            "this comment begins inside another one; the first \"-->\""
              + " closes both")
          hasNestedComment = true
        }
        return offset + 3
      }
      if bytes[offset] == UInt8(ascii: "<"), nested == nil, isAt(offset, "<!--") { nested = offset }
      offset += 1
    }
    hasUnclosedComment = true
    unbalanced(start..<start + 4, "this comment is never closed, so it is read as text")
    return nil
  }

  private func isAt(_ offset: Int, _ text: StaticString) -> Bool {
    offset + text.utf8CodeUnitCount <= bytes.count
      && text.withUTF8Buffer { $0.elementsEqual(bytes[offset..<offset + $0.count]) }
  }

  private mutating func unbalanced(_ range: Range<Int>, _ message: String) {
    findings.append(Finding(.unbalancedComment, at: source.range(range), message))
  }
}
