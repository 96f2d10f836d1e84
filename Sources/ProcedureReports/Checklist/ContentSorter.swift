import ProcedureModel

/// Takes out of a page's content what has a place of its own on a checklist.
struct ContentSorter {
  /// What has to be there before the steps, each to be ticked off.
  var prerequisites: [[Content]] = []
  /// Links to what comes after the page.
  private(set) var related: [Content] = []

  static func isPrerequisite(_ kind: String) -> Bool { kind.hasPrefix("PREREQUISITE") }

  /// The content without what stands elsewhere on the list.
  ///
  /// - Parameters:
  ///   - content: What a part of the page shows.
  ///   - conditions: What is said at the head of the list, and need not be said again.
  /// - Returns: The rest, in its order.
  mutating func sorted(
    _ content: [Content], without conditions: [Checklist.Condition]
  ) -> [Content] {
    var rest: [Content] = []
    for block in content {
      switch block {
      case .admonition(let kind, _, let inside) where Self.isPrerequisite(kind):
        prerequisites += boxes(inside)
      case .section(let title?, let inside) where Self.namesPrerequisites(title.text):
        prerequisites += boxes(sorted(inside, without: conditions))
      case .admonition("MORELIKETHIS", _, _), .admonition("SEEALSO", _, _):
        related.append(block)
      case .admonition(_, nil, let inside) where isSaid(inside, by: conditions): break
      case .paragraph where isSaid([block], by: conditions): break
      default: rest.append(block)
      }
    }
    return rest
  }

  private static func namesPrerequisites(_ title: String) -> Bool {
    let title = title.lowercased()
    return title.contains("prerequisite") || title.contains("before you")
  }

  /// A box for each paragraph and bullet; what introduces bullets is no box.
  private func boxes(_ content: [Content]) -> [[Content]] {
    content.flatMap { block -> [[Content]] in
      switch block {
      case .list(_, let items): items
      default: [[block]]
      }
    }
  }

  /// Whether all that a text says is among conditions.
  private func isSaid(_ content: [Content], by conditions: [Checklist.Condition]) -> Bool {
    guard !conditions.isEmpty, !content.isEmpty else { return false }
    var words = ""
    for block in content {
      guard case .paragraph(let text) = block else { return false }
      words += " " + text.text
    }
    var rest = words.collapsed
    for condition in conditions { rest = rest.replacing(condition.text.text.collapsed, with: "") }
    return rest.allSatisfy { $0.isWhitespace || $0.isPunctuation }
  }
}

extension String {
  /// The text with white space as single spaces.
  var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension FormattedText {
  /// A sentence with its links, which the words of a link stand for once.
  init(_ text: String, links: [Link]) {
    var rest = text[...]
    var runs: [Run] = []
    for link in links where !link.text.isEmpty {
      guard let found = rest.firstRange(of: link.text) else { continue }
      runs.append(.text(String(rest[..<found.lowerBound]), [], nil))
      runs.append(.text(link.text, [], link))
      rest = rest[found.upperBound...]
    }
    self.init(runs + [.text(String(rest), [], nil)])
  }
}

extension Content {
  /// All links in it.
  var linked: [Link] {
    switch self {
    case .paragraph(let text): text.links
    case .list(_, let items): items.joined().flatMap(\.linked)
    case .admonition(_, _, let inside), .quote(let inside): inside.flatMap(\.linked)
    case .section(let title, let inside): (title?.links ?? []) + inside.flatMap(\.linked)
    case .table(let rows): rows.joined().flatMap(\.links)
    case .code, .substeps: []
    }
  }
}

extension FormattedText {
  fileprivate var links: [Link] {
    runs.compactMap { if case .text(_, _, let link) = $0 { link } else { nil } }
  }
}
