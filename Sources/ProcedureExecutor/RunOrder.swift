import Diagnostics
package import ProcedureModel

/// The pages that a page requires, in the order in which they have to run.
struct RunOrder {
  /// Each once, with the link of the checked page over which it came in.
  private(set) var prerequisites: [(link: Link, page: Page)] = []
  private(set) var findings: [Finding] = []
  /// Pages whose words say how things are called: the page, what it requires, what requires it.
  private(set) var speakers: [Page]

  init(of page: Page, among pages: [String: Page]) {
    speakers = [page]
    var done: Set<String> = []
    for link in page.requiredLinks {
      visit(link, from: link, above: [page.path], among: pages, &done)
    }
    speakers += prerequisites.map(\.page)
    let dependents = pages.values.filter { other in
      other.path != page.path && other.requiredLinks.contains { $0.resolved == page.path }
    }
    speakers += dependents.sorted { $0.path < $1.path }
  }

  private mutating func visit(
    _ link: Link, from root: Link, above: [String], among pages: [String: Page],
    _ done: inout Set<String>
  ) {
    if link.isBroken {
      findings.append(
        Finding(
          .prerequisiteNotFound, at: root.range,
          "the prerequisite \"\(link.destination)\" is not there"))
      return
    }
    guard let path = link.resolved, let page = pages[path] else { return }
    if above.contains(path) {
      guard path != above.last else { return }
      let circle = (above + [path]).joined(separator: " requires ")
      findings.append(
        Finding(.prerequisiteCycle, at: root.range, "the pages require each other: \(circle)"))
      return
    }
    guard done.insert(path).inserted else { return }
    for next in page.requiredLinks {
      visit(next, from: root, above: above + [path], among: pages, &done)
    }
    prerequisites.append((root, page))
  }
}

extension Page {
  /// The links to what must have been done before, of the page and of its procedures.
  package var requiredLinks: [Link] {
    let all = prerequisites + procedures.flatMap(\.prerequisites)
    return all.reduce(into: []) { unique, link in
      if !unique.contains(where: { $0.range == link.range }) { unique.append(link) }
    }
  }
}
