import Diagnostics

/// Builds blocks out of libcmark's events, with a stack of its own: pages may nest deeply.
struct TreeReader {
  private struct Open {
    let event: CmarkEvent
    var blocks: [Block] = []
    var items: [ListItem] = []
  }

  private let bytes: [UInt8]
  private let source: SourceText
  private let isMarked: Bool
  private var open: [Open] = []
  private var quoteDepth = 0
  private var aligner: InlineAligner?
  private(set) var blocks: [Block] = []
  private(set) var misaligned = 0
  /// Containers that are too deep to be kept: what they hold stands in the one around them.
  private var ignored = 0
  /// The line of the first of them.
  private(set) var tooDeep: Int?

  init(bytes: [UInt8], source: SourceText) {
    self.bytes = bytes
    self.source = source
    isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }

  mutating func read(_ event: CmarkEvent) {
    switch event.kind {
    case .text: aligner?.text(event)
    case .code: aligner?.code(event)
    case .html: aligner?.html(event)
    case .softBreak: aligner?.lineBreak(hard: false)
    case .lineBreak: aligner?.lineBreak(hard: true)
    case .emphasis: event.isEntering ? aligner?.enter(.emphasis) : aligner?.leave(.emphasis)
    case .strong: event.isEntering ? aligner?.enter(.strong) : aligner?.leave(.strong)
    case .link: event.isEntering ? aligner?.enterLink(event.destination) : aligner?.leaveLink()
    case .image: event.isEntering ? aligner?.enterImage(event.destination) : aligner?.leaveImage()
    case .document:
      break
    case .blockQuote, .list, .item:
      if isIgnored(event) { return }
      container(event)
    case .paragraph:
      leaf(event) { .paragraph($0) }
    case .heading:
      leaf(event) { .heading(level: event.headingLevel, $0) }
    case .codeBlock:
      append(.codeBlock, event)
    case .htmlBlock:
      // libcmark does not tell where it ends.
      let start = lines(event).lowerBound
      let last = min(max(start, start + event.literalLines - 1), source.lineStarts.count)
      append(Block(kind: .htmlBlock, offset: offset(event), lines: start...last))
    case .thematicBreak:
      append(.thematicBreak, event)
    }
  }

  /// Lists over many lines can nest more deeply than the markers of any line tell.
  private mutating func isIgnored(_ event: CmarkEvent) -> Bool {
    if event.isEntering {
      // A list and its items are one level of nesting, but two containers.
      let isFull = open.count >= 2 * PreparedText.nestingLimit
      guard ignored > 0 || isFull && event.kind != .item else { return false }
      tooDeep = tooDeep ?? lines(event).lowerBound
      ignored += 1
      if event.kind == .blockQuote { quoteDepth += 1 }
      return true
    }
    guard ignored > 0 else { return false }
    ignored -= 1
    if event.kind == .blockQuote { quoteDepth -= 1 }
    return true
  }

  private mutating func container(_ event: CmarkEvent) {
    switch event.kind {
    case .blockQuote:
      quoteDepth += event.isEntering ? 1 : -1
      enterOrLeave(event) { .blockQuote($0.blocks) }
    case .list:
      enterOrLeave(event) { .list(List(firstNumber: $0.event.firstNumber, items: $0.items)) }
    case .item:
      if event.isEntering {
        open.append(Open(event: event))
      } else if let item = open.popLast(), !open.isEmpty {
        let lines = self.lines(item.event)
        open[open.count - 1].items.append(
          ListItem(blocks: item.blocks, offset: offset(item.event), lines: lines))
      }
    default: break
    }
  }

  private mutating func enterOrLeave(_ event: CmarkEvent, _ kind: (Open) -> Block.Kind) {
    if event.isEntering {
      open.append(Open(event: event))
    } else if let closed = open.popLast() {
      append(kind(closed), closed.event)
    }
  }

  private mutating func leaf(_ event: CmarkEvent, _ kind: (Inlines) -> Block.Kind) {
    if event.isEntering {
      aligner = InlineAligner(
        bytes: bytes, source: source, start: offset(event), lines: lines(event),
        quoteDepth: quoteDepth, isHeading: event.kind == .heading)
    } else if let finished = aligner {
      misaligned += finished.misaligned
      append(kind(finished.inlines), event)
      aligner = nil
    }
  }

  private mutating func append(_ kind: Block.Kind, _ event: CmarkEvent) {
    append(Block(kind: kind, offset: offset(event), lines: lines(event)))
  }

  private mutating func append(_ block: Block) {
    if open.isEmpty {
      blocks.append(block)
    } else {
      open[open.count - 1].blocks.append(block)
    }
  }

  private func lines(_ event: CmarkEvent) -> ClosedRange<Int> {
    let last = source.lineStarts.count
    let start = min(max(event.startLine, 1), last)
    return start...min(max(event.endLine, start), last)
  }

  private func offset(_ event: CmarkEvent) -> Int {
    // libcmark strips a byte order mark before it counts.
    let shift = isMarked && event.startLine <= 1 ? 3 : 0
    let line = source.lineOffsets(max(event.startLine, 1))
    return min(line.lowerBound + max(event.startColumn - 1, 0) + shift, line.upperBound)
  }
}
