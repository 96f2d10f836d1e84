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
  /// The comments by which the page ignores findings.
  private(set) var ignores: [Range<Int>] = []
  /// The code fence in which the present line is.
  private var code: Fence?
  /// The backtick fences of admonitions that are open.
  private var open: [Fence] = []
  /// What may have indented text that comes next: its own indentation, and how much more is needed.
  private var indented: (base: Int, least: Int)?
  /// Where a tag ends that goes on over several lines.
  private var tagEnd = 0
  /// The first tag that is not known, and how many there are.
  private var unknown: (name: String, range: Range<Int>, count: Int)?
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
    if let unknown { tell(unknown) }
  }

  private mutating func read(_ line: Range<Int>) {
    guard commentEnd <= line.lowerBound else {
      if commentEnd < line.upperBound { comments(commentEnd..<line.upperBound) }
      return
    }
    var first = line.lowerBound
    while first < line.upperBound, isBlank(bytes[first]) { first += 1 }
    guard first < line.upperBound, first >= tagEnd else { return }
    let byte = bytes[first]
    if let indented { indentedText(line, first: first, indented) }
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
    for byte in PageDialect.all.flatMap(\.firstBytes) { table[Int(byte)] = true }
    return table
  }()

  private mutating func mark(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while isBlank(bytes[end - 1]) { end -= 1 }
    var line = LineText(bytes: bytes[range.lowerBound..<end])
    switch line.first {
    case UInt8(ascii: "{"):
      if let id = line.snippet {
        include(id, range)
        return true
      }
    case UInt8(ascii: "+"):
      guard line.count(of: UInt8(ascii: "+")) == 3 else { return false }
      set(.collapsible, range)
      return true
    case UInt8(ascii: "<"):
      // A lone inline tag would make the lines behind it HTML: they are Markdown.
      if line.bytes.starts(with: "<span".utf8) || line.bytes.elementsEqual("</span>".utf8),
        line.bytes.firstIndex(of: UInt8(ascii: ">")) == end - 1
      {
        masks.append(Mask(range, as: .blank))
        return true
      }
      guard let tag = component(range.lowerBound) else { return false }
      line = LineText(bytes: bytes[tag])
    case UInt8(ascii: "-"):
      guard line.bytes.elementsEqual("-->".utf8) else { return false }
      unbalanced(range, "this \"-->\" closes no comment")
      masks.append(Mask(range, as: .blank))
      return true
    default: break
    }
    if line.isImage {
      masks.append(Mask(range, as: .blank))
      return true
    }
    if let mark = PageDialect.all.lazy.compactMap({ $0.line(line) }).first {
      take(mark, line.bytes.startIndex..<max(range.upperBound, line.bytes.endIndex))
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

  private mutating func take(_ mark: LineMark, _ range: Range<Int>) {
    let base = range.lowerBound - lineStart(range.lowerBound)
    switch mark {
    case .wrapper: masks.append(Mask(range, as: .blank))
    case .unknown(let name):
      masks.append(Mask(range, as: .blank))
      unknown = (unknown?.name ?? name, unknown?.range ?? range, (unknown?.count ?? 0) + 1)
    case .opensFence(_, let fence) where fence.byte == UInt8(ascii: "`"):
      open.append(fence)
      set(mark, range)
    case .opensIndented, .opensIndentedPart:
      indented = (base, 4)
      set(mark, range)
    case .opensPart, .nextBranch:
      indented = (base, 2)
      set(mark, range)
    default: set(mark, range)
    }
    tagEnd = range.upperBound
  }

  private mutating func tell(_ unknown: (name: String, range: Range<Int>, count: Int)) {
    let more = unknown.count == 1 ? "" : ", nor \(unknown.count - 1) more behind it"
    findings.append(
      Finding(
        .unknownTag, at: source.range(unknown.range),
        "the tag \"\(unknown.name)\" is not known\(more); what stands around it is read as if it were"
          + " not there"))
  }

  /// A component of MDX, which may have its attributes on further lines, up to the end of its last
  /// line; nil where the line holds more than that.
  private func component(_ start: Int) -> Range<Int>? {
    var name = start + 1
    if name < bytes.count, bytes[name] == UInt8(ascii: "/") { name += 1 }
    guard name < bytes.count, (0x41...0x5A).contains(bytes[name]),
      let close = bytes[name...].prefix(2_000).firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let rest = bytes[(close + 1)...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return rest.allSatisfy(isBlank) ? start..<close + 1 : nil
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

  /// The first line of an indented part's text becomes a bullet, the rest its content.
  private mutating func indentedText(
    _ line: Range<Int>, first: Int, _ indented: (base: Int, least: Int)
  ) {
    self.indented = nil
    guard first >= line.lowerBound + indented.base + indented.least,
      bytes[line.lowerBound..<first].allSatisfy({ $0 == UInt8(ascii: " ") })
    else { return }
    // More than four spaces behind a bullet would make code of the text.
    let place = max(line.lowerBound + indented.base, first - 4)
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
      if byte == UInt8(ascii: "<"), offset > range.lowerBound + 1, isAt(offset - 2, "{{") {
        // `{{</tab>}}`: a tag of a template, and not of HTML.
        masks.append(Mask(offset..<offset + 1, as: .text))
      } else if byte == UInt8(ascii: "`") {
        ticks += 1
      } else if byte == UInt8(ascii: "<"), isAt(offset, "<!--"), ticks.isMultiple(of: 2) {
        guard let end = endOfComment(offset) else {
          masks.append(Mask(offset..<offset + 1, as: .text))
          offset += 4
          continue
        }
        // Blanks between the marker of an item and its text would make code of the text.
        let isAhead = bytes[range.lowerBound..<offset].allSatisfy {
          "0123456789.)-*+ \t>".utf8.contains($0)
        }
        let isFollowed =
          end < range.upperBound && !bytes[end..<range.upperBound].allSatisfy(isBlank)
        masks.append(Mask(offset..<end, as: isAhead && isFollowed ? .inlineTag : .blank))
        if begins(offset + 4, IgnoreReader.word) { ignores.append(offset..<end) }
        commentEnd = end
        offset = end
        continue
      } else if byte == UInt8(ascii: "{"), ticks.isMultiple(of: 2), isAt(offset, "{/*"),
        let end = endOfIgnore(offset)
      {
        masks.append(Mask(offset..<end, as: .blank))
        ignores.append(offset..<end)
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

  /// Where a comment of MDX ends by which the page ignores a finding: `{/* ... */}`.
  private func endOfIgnore(_ start: Int) -> Int? {
    guard begins(start + 3, IgnoreReader.word) else { return nil }
    var offset = start + 3
    while offset + 2 < bytes.count {
      if bytes[offset] == UInt8(ascii: "*"), isAt(offset, "*/}") { return offset + 3 }
      offset += 1
    }
    return nil
  }

  /// Whether a word begins at an offset, behind white space.
  private func begins(_ offset: Int, _ word: String) -> Bool {
    let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let text = bytes[min(offset, bytes.count)...].drop { isBlank($0) || isSpace($0) }
    guard text.starts(with: word.utf8), let next = text.dropFirst(word.utf8.count).first else {
      return false
    }
    return isBlank(next) || isSpace(next) || next == UInt8(ascii: ":")
      || next == UInt8(ascii: "-") && text.dropFirst(word.utf8.count).starts(with: "-->".utf8)
  }

  private func isAt(_ offset: Int, _ text: StaticString) -> Bool {
    offset + text.utf8CodeUnitCount <= bytes.count
      && text.withUTF8Buffer { $0.elementsEqual(bytes[offset..<offset + $0.count]) }
  }

  private mutating func unbalanced(_ range: Range<Int>, _ message: String) {
    findings.append(Finding(.unbalancedComment, at: source.range(range), message))
  }
}
