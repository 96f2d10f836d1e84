import Diagnostics
import ProcedureModel

/// Puts what a page includes where it includes it.
struct SnippetIncluder {
  private let page: SourceText
  private let context: ReadingContext
  private(set) var findings: [Finding] = []
  /// Includes that include several others grow without end.
  private static let limit = 1_000
  private static let itemLimit = 10_000
  private var count = 0
  /// The names of all that it was to include.
  private(set) var names: Set<String> = []
  /// The items of lists that were included.
  private var itemCount = 0
  /// The includes in which the present one stands.
  private var open: [String] = []

  init(page: SourceText, context: ReadingContext) {
    self.page = page
    self.context = context
  }

  mutating func including(_ parts: [PagePart]) -> [PagePart] {
    var included: [PagePart] = []
    included.reserveCapacity(parts.count)
    for part in parts {
      switch part.kind {
      case .snippet(let id, let tail):
        let inside = snippet(id, at: part)
        included += Self.joined(inside, including(tail))
      case .list(var list):
        list.items = items(list.items)
        included.append(part.with(.list(list)))
      case .admonition(let head, let inside):
        included.append(part.with(.admonition(head, including(inside))))
      case .quote(let inside): included.append(part.with(.quote(including(inside))))
      case .section(let title, let inside):
        included.append(part.with(.section(title: title, including(inside))))
      case .branch(let name, let inside):
        included.append(part.with(.branch(name, including(inside))))
      case .heading, .paragraph, .table, .code, .html, .thematicBreak: included.append(part)
      }
    }
    return included
  }

  /// An item that is only an include stands for the items that it includes.
  private mutating func items(_ items: [PageItem]) -> [PageItem] {
    items.flatMap { item -> [PageItem] in
      var item = item
      let isInclude =
        if case .snippet? = item.parts.first?.kind { true } else { false }
      item.parts = including(item.parts)
      guard isInclude, case .list(var list)? = item.parts.first?.kind, list.isOrdered,
        !list.items.isEmpty
      else { return [item] }
      list.items[list.items.count - 1].parts += item.parts.dropFirst()
      return list.items
    }
  }

  private mutating func snippet(_ id: String, at part: PagePart) -> [PagePart] {
    let place = part.includedAt ?? part.range
    names.insert(id)
    guard let file = context.snippets(for: page.path) else {
      unreadable(id, place)
      return []
    }
    guard let parts = file.parts(of: id) else {
      let nearest = Spelling.nearest(to: id, among: file.ids).map { ["did you mean \"\($0)\"?"] }
      find(.unknownSnippet, "\(file.source.path) has no snippet \"\(id)\"", place, nearest ?? [])
      return []
    }
    guard !open.contains(id) else {
      find(.snippetCycle, "the snippet \"\(id)\" includes itself", place)
      return []
    }
    count += 1
    guard count <= Self.limit else {
      if count == Self.limit + 1 {
        find(
          .tooLarge, "the page has more than \(Self.limit) includes; the rest is skipped", place)
      }
      return []
    }
    let items = parts.reduce(0) { $0 + $1.itemCount }
    guard itemCount + items <= Self.itemLimit else {
      if itemCount <= Self.itemLimit {
        find(
          .tooLarge,
          "the page includes more than \(Self.itemLimit) list items; the rest is skipped",
          place)
      }
      itemCount = Self.itemLimit + 1
      return []
    }
    itemCount += items
    open.append(id)
    defer { open.removeLast() }
    return including(parts.map { $0.included(at: place) })
  }

  /// Tells why there is nothing that could be included.
  private mutating func unreadable(_ id: String, _ place: SourceRange) {
    guard let path = context.snippetsPath(for: page.path) else {
      find(
        .unknownSnippet, "there is no _includes/snippets.md to include \"\(id)\" from", place)
      return
    }
    if context.library.isTooLarge(path) {
      find(.tooLarge, "\(path) is larger than 10 MB, so nothing is included from it", place)
    } else {
      find(.unknownSnippet, "\(path) can't be read", place)
    }
  }

  /// What is indented behind an include belongs to the step with which that ends.
  private static func joined(_ parts: [PagePart], _ tail: [PagePart]) -> [PagePart] {
    guard !tail.isEmpty, let last = parts.last, case .list(var list) = last.kind, list.isOrdered,
      !list.items.isEmpty
    else { return parts + tail }
    list.items[list.items.count - 1].parts += tail
    return parts.dropLast() + [last.with(.list(list))]
  }

  private mutating func find(
    _ rule: Rule, _ message: String, _ place: SourceRange, _ perhaps: [String] = []
  ) {
    findings.append(Finding(rule, at: place, message, perhaps: perhaps))
  }
}

extension PagePart {
  func with(_ kind: Kind) -> PagePart {
    var part = self
    part.kind = kind
    return part
  }

  /// The items of its lists, those in other items too.
  fileprivate var itemCount: Int {
    switch kind {
    case .list(let list):
      list.items.reduce(list.items.count) { count, item in
        item.parts.reduce(count) { $0 + $1.itemCount }
      }
    case .admonition(_, let inside), .quote(let inside), .section(_, let inside),
      .branch(_, let inside):
      inside.reduce(0) { $0 + $1.itemCount }
    case .heading, .paragraph, .table, .code, .html, .snippet, .thematicBreak: 0
    }
  }

  /// The part and all in it, as a page includes it.
  fileprivate func included(at place: SourceRange) -> PagePart {
    var part = self
    part.includedAt = place
    switch kind {
    case .list(var list):
      for index in list.items.indices {
        list.items[index].includedAt = place
        list.items[index].parts = list.items[index].parts.map { $0.included(at: place) }
      }
      part.kind = .list(list)
    case .admonition(let head, let inside):
      part.kind = .admonition(head, inside.map { $0.included(at: place) })
    case .quote(let inside): part.kind = .quote(inside.map { $0.included(at: place) })
    case .section(let title, let inside):
      part.kind = .section(title: title, inside.map { $0.included(at: place) })
    case .branch(let name, let inside):
      part.kind = .branch(name, inside.map { $0.included(at: place) })
    case .heading, .paragraph, .table, .code, .html, .snippet, .thematicBreak: break
    }
    return part
  }
}
