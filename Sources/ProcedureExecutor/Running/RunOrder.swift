import Algorithms
import Diagnostics
package import ProcedureModel

/// What a page requires, in the order in which it has to be there.
struct RunOrder {
  /// Something that must have been done before.
  struct Prerequisite {
    /// The link of the checked page over which it came in.
    let root: Link
    /// The link that leads to it.
    let link: Link
    /// Nil where there is none to perform.
    let page: Page?
    /// Why it can't be performed, as far as that is known before it is tried.
    let gap: PrerequisiteResult.Gap?
  }

  /// Each once.
  private(set) var prerequisites: [Prerequisite] = []
  private(set) var findings: [Finding] = []
  /// Pages whose words say how things are called: the page, what it requires, what requires it.
  private(set) var speakers: [Page]

  init(of page: Page, among pages: [String: Page]) {
    speakers = [page]
    var done: Set<String> = []
    for link in page.requiredLinks {
      visit(link, from: link, above: [page.path], among: pages, &done)
    }
    speakers += prerequisites.compactMap(\.page)
    let dependents = pages.values.filter { other in
      other.path != page.path && other.requiredLinks.contains { $0.resolved == page.path }
    }
    speakers += dependents.sorted { $0.path < $1.path }
  }

  private mutating func visit(
    _ link: Link, from root: Link, above: [String], among pages: [String: Page],
    _ done: inout Set<String>
  ) {
    func take(_ page: Page?, _ gap: PrerequisiteResult.Gap?) {
      prerequisites.append(Prerequisite(root: root, link: link, page: page, gap: gap))
    }
    guard let path = link.resolved, let page = pages[path] else {
      guard done.insert(link.destination).inserted else { return }
      guard link.lead == .missing else { return take(nil, .notHere) }
      findings.append(
        Finding(
          .prerequisiteNotFound, at: root.range,
          "the prerequisite \"\(link.destination)\" is not there"))
      return take(nil, .notFound)
    }
    if above.contains(path) {
      guard path != above.last else { return }
      let circle = (above + [path]).joined(separator: " requires ")
      findings.append(
        Finding(.prerequisiteCycle, at: root.range, "the pages require each other: \(circle)"))
      return take(page, .circle)
    }
    guard done.insert(path).inserted else { return }
    for next in page.requiredLinks {
      visit(next, from: root, above: above + [path], among: pages, &done)
    }
    take(page, page.procedures.isEmpty ? .noProcedure : nil)
  }
}

extension Page {
  /// The links to what must have been done before, of the page and of its procedures.
  package var requiredLinks: [Link] {
    let all = prerequisites + procedures.flatMap(\.prerequisites)
    return Array(all.uniqued(on: \.range))
  }
}
