import Algorithms
package import ProcedureModel

/// Which pages require which: worked out once for all pages of a check.
package struct PageGraph: Sendable {
  let pages: [String: Page]
  private var required: [String: [Link]] = [:]
  /// By the path of a page, those that require it, in path order.
  private var dependents: [String: [String]] = [:]
  /// By the path of a page, the pages that require each other, of which it is one, in path order.
  private var circles: [String: [String]] = [:]

  private let asked: Set<String>

  /// - Parameters:
  ///   - pages: The pages of a check by path, with those that they require.
  ///   - asked: The paths of those that are checked themselves; nil for all.
  package init(_ pages: [String: Page], asked: [String]? = nil) {
    self.pages = pages
    self.asked = Set(asked ?? Array(pages.keys))
    for path in pages.keys.sorted() {
      let links = pages[path]?.requiredLinks ?? []
      guard !links.isEmpty else { continue }
      required[path] = links
      for target in links.compactMap(\.resolved).uniqued() where target != path {
        dependents[target, default: []].append(path)
      }
    }
    for circle in Components(edges: required.mapValues { $0.compactMap(\.resolved) }).circles {
      for path in circle { circles[path] = circle }
    }
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
  func teller(of circle: [String]) -> String {
    circle.first(where: asked.contains) ?? circle[0]
  }

  /// The pages that require each other, with one of them; nil where it is in no circle.
  func circle(of page: String) -> [String]? { circles[page] }
}

/// The strongly connected components of a graph with more than one node (Tarjan's algorithm,
/// without recursion: a chain of pages may be long).
private struct Components {
  private let edges: [String: [String]]
  private var index: [String: Int] = [:]
  private var low: [String: Int] = [:]
  private var open: [String] = []
  private var isOpen: Set<String> = []
  /// Each in the order of its names.
  private(set) var circles: [[String]] = []

  init(edges: [String: [String]]) {
    self.edges = edges
    for node in edges.keys.sorted() where index[node] == nil { visit(node) }
  }

  private mutating func visit(_ root: String) {
    var path: [(node: String, next: Int)] = []
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

  private mutating func enter(_ node: String, _ path: inout [(node: String, next: Int)]) {
    index[node] = index.count
    low[node] = index[node]
    open.append(node)
    isOpen.insert(node)
    path.append((node, 0))
  }

  private mutating func close(_ node: String) {
    var component: [String] = []
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
