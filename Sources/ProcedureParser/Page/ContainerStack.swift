import Diagnostics
import MarkdownTree

/// The parts of a page or of an item, in the containers that open and close on lines of their own.
struct ContainerStack {
  enum Opening {
    case collapsible(title: PageText)
    case fence(AdmonitionHead, Fence)
    /// A shaded box or a group of tabs.
    case box(AdmonitionHead)
    case tab(AdmonitionHead)
  }

  private struct Container {
    let opening: Opening?
    let range: Range<Int>
    var parts: [PagePart] = []
  }

  private let source: SourceText
  private var open: [Container]
  private(set) var findings: [Finding] = []

  init(source: SourceText) {
    self.source = source
    open = [Container(opening: nil, range: 0..<0)]
  }

  mutating func append(_ part: PagePart) { open[open.count - 1].parts.append(part) }

  /// How deep containers may be nested.
  static let limit = 100

  mutating func open(_ opening: Opening, _ range: Range<Int>) {
    guard open.count <= Self.limit else {
      guard !findings.contains(where: { $0.rule == .nestingLimit }) else { return }
      findings.append(
        Finding(
          .nestingLimit, at: source.range(range),
          "nested more than \(Self.limit) levels deep; deeper containers are read as part of the"
            + " last one"))
      return
    }
    open.append(Container(opening: opening, range: range))
  }

  /// `+++ title` opens, `+++` closes.
  mutating func collapsible(_ range: Range<Int>) {
    let title = source.bytes[range].dropFirst(3)
    let blanks = title.prefix { $0 == UInt8(ascii: " ") }.count
    let start = range.lowerBound + 3 + blanks
    if start < range.upperBound, title.contains(where: { $0 > UInt8(ascii: " ") }) {
      var inlines = Inlines()
      inlines.bytes = Array(source.bytes[start..<range.upperBound])
      inlines.runs = [
        Inlines.Run(
          content: .text(0..<inlines.bytes.count), style: [], link: nil,
          range: start..<range.upperBound)
      ]
      let text = PageText(marked: MarkedText(inlines), links: [], images: [])
      open(.collapsible(title: text), range)
    } else if !close(range, where: { if case .collapsible = $0 { true } else { false } }) {
      find("this closes no collapsible section", range)
    }
  }

  mutating func close(_ fence: Fence, _ range: Range<Int>) {
    let isClosed = close(range) { opening in
      if case .fence(_, let own) = opening { fence.closes(own) } else { false }
    }
    if !isClosed { find("this closes no admonition", range) }
  }

  mutating func closeBox(_ kind: String, _ range: Range<Int>) {
    let isClosed = close(range) { opening in
      if case .box(let head) = opening {
        head.kind.dropFirst(5) == kind.dropFirst(3)
      } else {
        false
      }
    }
    if !isClosed { find("this \(kind) has no matching start", range) }
  }

  mutating func tab(_ head: AdmonitionHead, _ range: Range<Int>) {
    if case .tab? = open.last?.opening { closeLast(at: range.lowerBound) }
    open(.tab(head), range)
  }

  mutating func finish() -> [PagePart] {
    while open.count > 1 {
      // Tabs have no end of their own.
      if case .tab? = open.last?.opening {
      } else {
        find("this is never closed", open[open.count - 1].range)
      }
      closeLast(at: open.last?.parts.last?.offsets.upperBound ?? 0)
    }
    return open[0].parts
  }

  /// Closes the innermost container of a kind, with all that is open in it.
  private mutating func close(_ range: Range<Int>, where isMeant: (Opening) -> Bool) -> Bool {
    guard let index = open.lastIndex(where: { $0.opening.map(isMeant) ?? false }) else {
      return false
    }
    while open.count > index {
      if open.count > index + 1 {
        // Tabs have no end of their own.
        if case .tab? = open.last?.opening {
        } else {
          find("this is never closed", open[open.count - 1].range)
        }
      }
      closeLast(at: range.upperBound)
    }
    return true
  }

  private mutating func closeLast(at end: Int) {
    let closed = open.removeLast()
    guard let opening = closed.opening else { return }
    let kind: PagePart.Kind =
      switch opening {
      case .collapsible(let title): .section(title: title, closed.parts)
      case .fence(let head, _): .admonition(head, closed.parts)
      case .box, .tab: .section(title: nil, closed.parts)
      }
    append(
      PagePart(
        kind: kind, source: source,
        offsets: closed.range.lowerBound..<max(closed.range.upperBound, end)))
  }

  private mutating func find(_ message: String, _ range: Range<Int>) {
    findings.append(Finding(.unclosedPart, at: source.range(range), message))
  }
}
