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
    case part(PartTag)
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
      open(.collapsible(title: text(start..<range.upperBound)), range)
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

  mutating func open(_ tag: PartTag, _ range: Range<Int>) {
    if tag.endsAtBreak { endAtBreak(range.lowerBound, tag.element) }
    open(.part(tag), range)
  }

  /// The next of several branches closes the one before.
  mutating func next(_ tag: PartTag, _ range: Range<Int>) {
    let isOpen = close(range) { opening in
      if case .part(let own) = opening { own.element == tag.element } else { false }
    }
    if isOpen { open(.part(tag), range) } else { find("this continues nothing", range) }
  }

  mutating func close(_ element: String, _ range: Range<Int>) {
    let isClosed = close(range) { opening in
      if case .part(let own) = opening { own.element == element } else { false }
    }
    if !isClosed { find("this closes nothing", range) }
  }

  /// Closes a part that has no closing tag of its own.
  @discardableResult
  mutating func endAtBreak(_ offset: Int, _ element: String? = nil) -> Bool {
    guard case .part(let tag)? = open.last?.opening, tag.endsAtBreak,
      element == nil || tag.element == element
    else { return false }
    closeLast(at: offset)
    return true
  }

  mutating func finish() -> [PagePart] {
    while open.count > 1 {
      // Tabs have no end of their own.
      if open.last?.opening?.hasNoEnd != true {
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
        if open.last?.opening?.hasNoEnd != true {
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
    let range = closed.range.lowerBound..<max(closed.range.upperBound, end)
    if case .part(let tag) = opening, case .step(let title) = tag.role {
      appendStep(title, closed.parts, range)
      return
    }
    let kind: PagePart.Kind =
      switch opening {
      case .collapsible(let title): .section(title: title, closed.parts)
      case .fence(let head, _) where head.kind == "TAB-ITEM":
        .branch(head.title ?? "", closed.parts)
      case .fence(let head, _) where head.kind == "TAB-SET": .section(title: nil, closed.parts)
      case .fence(let head, _): .admonition(head, closed.parts)
      case .box: .section(title: nil, closed.parts)
      case .tab(let head): .branch(head.title ?? "", closed.parts)
      case .part(let tag): tag.kind(of: closed.parts)
      }
    if case .branch("", let parts) = kind {
      // Where its name stands elsewhere, its place among the others tells it apart.
      let before = open[open.count - 1].parts.reversed().prefix {
        if case .branch = $0.kind { true } else { false }
      }
      append(
        PagePart(kind: .branch("way \(before.count + 1)", parts), source: source, offsets: range))
      return
    }
    append(PagePart(kind: kind, source: source, offsets: range))
  }

  /// Steps with a tag each are one list; a title says what a step is for, or is all of it.
  private mutating func appendStep(_ title: Range<Int>?, _ parts: [PagePart], _ range: Range<Int>) {
    var inside = parts
    if let title, !title.isEmpty {
      let text = text(title)
      let kind: PagePart.Kind = parts.isEmpty ? .paragraph(text) : .heading(level: 6, text)
      inside.insert(PagePart(kind: kind, source: source, offsets: title), at: 0)
    }
    let item = PageItem(parts: inside, source: source, offsets: range)
    let last = open.count - 1
    if let part = open[last].parts.last, case .list(var list) = part.kind, list.isTagged {
      list.items.append(item)
      open[last].parts[open[last].parts.count - 1].kind = .list(list)
      open[last].parts[open[last].parts.count - 1].offsets =
        part.offsets.lowerBound..<range.upperBound
    } else {
      var list = PageList(firstNumber: 1, items: [item])
      list.isTagged = true
      append(PagePart(kind: .list(list), source: source, offsets: range))
    }
  }

  private func text(_ range: Range<Int>) -> PageText {
    var inlines = Inlines()
    inlines.bytes = Array(source.bytes[range])
    inlines.runs = [
      Inlines.Run(
        content: .text(0..<inlines.bytes.count), style: [], link: nil, range: range)
    ]
    return PageText(marked: MarkedText(inlines), links: [], images: [])
  }

  private mutating func find(_ message: String, _ range: Range<Int>) {
    findings.append(Finding(.unclosedPart, at: source.range(range), message))
  }
}

extension ContainerStack.Opening {
  /// Whether it ends where something else does.
  fileprivate var hasNoEnd: Bool {
    switch self {
    case .tab: true
    case .part(let tag): tag.endsAtBreak
    case .collapsible, .fence, .box: false
    }
  }
}

extension PartTag {
  fileprivate func kind(of parts: [PagePart]) -> PagePart.Kind {
    switch role {
    case .branch(let name): .branch(name, parts)
    case .admonition(let head): .admonition(head, parts)
    case .step: .section(title: nil, parts)
    }
  }
}
