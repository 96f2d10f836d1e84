import Algorithms
import Diagnostics
package import ProcedureModel

/// Which pages require which: worked out once for all pages of a check.
package struct PageGraph: Sendable {
  let pages: [PathKey: Page]
  private var required: [PathKey: [Link]] = [:]
  /// By the path of a page, those that require it, in path order.
  private var dependents: [PathKey: [PathKey]] = [:]
  /// By the path of a page, the pages that require each other, of which it is one, in path order.
  private var circles: [PathKey: [PathKey]] = [:]

  private let asked: Set<PathKey>

  /// - Parameters:
  ///   - pages: The pages of a check, with those that they require.
  ///   - asked: The paths of those that are checked themselves; nil for all.
  package init(_ pages: some Sequence<Page>, asked: [String]? = nil) {
    let pages = Dictionary(pages.map { (PathKey($0.path), $0) }) { first, _ in first }
    self.pages = pages
    self.asked = asked.map { Set($0.map(PathKey.init)) } ?? Set(pages.keys)
    for path in pages.keys.sorted() {
      let links = pages[path]?.requiredLinks ?? []
      guard !links.isEmpty else { continue }
      required[path] = links
      for target in Self.targets(links).uniqued() where target != path {
        dependents[target, default: []].append(path)
      }
    }
    for circle in Components(edges: required.mapValues(Self.targets)).circles {
      for path in circle { circles[path] = circle }
    }
  }

  private static func targets(_ links: [Link]) -> [PathKey] {
    links.compactMap { $0.resolved.map(PathKey.init) }
  }

  func links(of page: String) -> [Link] { required[page] ?? [] }

  /// The pages that introduce the folder of a page, or one above it.
  func indexes(of page: String) -> [Page] {
    var folder = page.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var found: [Page] = []
    while true {
      found += Page.folderIntroductions.compactMap {
        pages[(folder + [Substring($0)]).joined(separator: "/")]
      }
      guard folder.popLast() != nil else { return found }
    }
  }

  func dependents(of page: String) -> [Page] {
    (dependents[page] ?? []).compactMap { pages[$0] }
  }

  /// Of pages that require each other, the first that is checked.
  func teller(of circle: [PathKey]) -> String {
    (circle.first(where: asked.contains) ?? circle[0]).path
  }

  /// The pages that require each other, with one of them; nil where it is in no circle.
  func circle(of page: String) -> [PathKey]? { circles[page] }
}

/// The strongly connected components of a graph with more than one node (Tarjan's algorithm,
/// without recursion: a chain of pages may be long).
private struct Components {
  private let edges: [PathKey: [PathKey]]
  private var index: [PathKey: Int] = [:]
  private var low: [PathKey: Int] = [:]
  private var open: [PathKey] = []
  private var isOpen: Set<PathKey> = []
  /// Each in the order of its names.
  private(set) var circles: [[PathKey]] = []

  init(edges: [PathKey: [PathKey]]) {
    self.edges = edges
    for node in edges.keys.sorted() where index[node] == nil { visit(node) }
  }

  private mutating func visit(_ root: PathKey) {
    var path: [(node: PathKey, next: Int)] = []
    enter(root, &path)
    while let (node, next) = path.last {
      let targets = edges[node] ?? []
      if next < targets.count {
        path[path.count - 1].next += 1
        let target = targets[next]
        if index[target] == nil {
          enter(target, &path)
        } else if isOpen.contains(target) {
          low[node] = min(low[node] ?? 0, index[target] ?? 0)
        }
        continue
      }
      path.removeLast()
      if let above = path.last?.node { low[above] = min(low[above] ?? 0, low[node] ?? 0) }
      if low[node] == index[node] { close(node) }
    }
  }

  private mutating func enter(_ node: PathKey, _ path: inout [(node: PathKey, next: Int)]) {
    index[node] = index.count
    low[node] = index[node]
    open.append(node)
    isOpen.insert(node)
    path.append((node, 0))
  }

  private mutating func close(_ node: PathKey) {
    var component: [PathKey] = []
    while let last = open.popLast() {
      isOpen.remove(last)
      component.append(last)
      if last == node { break }
    }
    if component.count > 1 { circles.append(component.sorted()) }
  }
}

extension Page {
  /// The procedures that a link to the page requires: the one of its anchor; else those that its
  /// words name; else all but those that take something away.
  func procedures(requiredBy link: Link) -> [Procedure] {
    guard procedures.count > 1 else { return procedures }
    if let anchor = link.anchor {
      let anchored = procedures.filter { $0.anchor == anchor }
      if !anchored.isEmpty { return anchored }
    }
    let words = LabelMatching.stems(link.text).filter { !Words.tellsNothing($0) }
    let named = procedures.filter { procedure in
      let title = LabelMatching.stems(procedure.title.text).filter { !Words.tellsNothing($0) }
      // "Change their roles" is "Change a User's Role".
      return title == words || title.first == words.first && title.last == words.last
    }
    if !named.isEmpty { return named }
    let others = procedures.filter { $0.promise?.effect != .deletion }
    return others.isEmpty ? procedures : others
  }

  /// The links to what must have been done before, of the page and of its procedures.
  package var requiredLinks: [Link] {
    let all = prerequisites + procedures.flatMap(\.prerequisites)
    return Array(all.uniqued(on: \.range))
  }
}
