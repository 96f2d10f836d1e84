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

  /// The page is one of several that require each other, and not the one that says so.
  private(set) var firstOfCircle: Page?

  init(of page: Page, in graph: PageGraph) {
    speakers = [page]
    let links = graph.links(of: page.path)
    tellCircle(of: page, links, in: graph)
    var done: Set = [page.path]
    for link in links { visit(link, in: graph, &done) }
    speakers += prerequisites.compactMap(\.page) + graph.dependents(of: page.path)
  }

  /// Of pages that require each other, the first that was asked for tells it.
  private mutating func tellCircle(of page: Page, _ links: [Link], in graph: PageGraph) {
    guard let circle = graph.circle(of: page.path),
      let link = links.first(where: { $0.resolved.flatMap(graph.circle) == circle })
    else { return }
    let first = graph.teller(of: circle)
    guard first == page.path else {
      firstOfCircle = graph.pages[first]
      findings.append(
        Finding(
          .prerequisiteFailed, at: link.range,
          "the prerequisite \"\(link.text)\" can't be done",
          because: ["the pages require each other, as \(first) tells"]))
      return
    }
    let others = circle.filter { $0 != first }
    let named = others.prefix(5).joined(separator: ", ")
    let rest = others.count > 5 ? " and \(others.count - 5) more" : ""
    findings.append(
      Finding(
        .prerequisiteCycle, at: link.range,
        "the pages require each other: \(first), \(named)\(rest)"))
  }

  /// Takes what a link requires, behind all that this requires itself.
  private mutating func visit(_ root: Link, in graph: PageGraph, _ done: inout Set<String>) {
    let circle = speakers.first.flatMap { graph.circle(of: $0.path) }
    var open: [(link: Link, isDone: Bool)] = [(root, false)]
    while let (link, isDone) = open.popLast() {
      func take(_ page: Page?, _ gap: PrerequisiteResult.Gap?) {
        prerequisites.append(Prerequisite(root: root, link: link, page: page, gap: gap))
      }
      guard let path = link.resolved, let page = graph.pages[path] else {
        guard done.insert(link.destination).inserted else { continue }
        guard link.lead == .missing else {
          take(nil, .notHere)
          continue
        }
        findings.append(
          Finding(
            .prerequisiteNotFound, at: root.range,
            "the prerequisite \"\(link.destination)\" is not there"))
        take(nil, .notFound)
        continue
      }
      if isDone {
        take(page, page.procedures.isEmpty ? .noProcedure : nil)
        continue
      }
      guard done.insert(path).inserted else { continue }
      if let other = graph.circle(of: path) {
        if other != circle {
          findings.append(
            Finding(
              .prerequisiteFailed, at: root.range,
              "the prerequisite \"\(page.title.text)\" can't be done",
              because: ["it and other pages require each other: \(graph.teller(of: other)) tells"]))
        }
        take(page, .circle)
        continue
      }
      open.append((link, true))
      open += graph.links(of: path).reversed().map { ($0, false) }
    }
  }
}

extension Page {
  /// The links to what must have been done before, of the page and of its procedures.
  package var requiredLinks: [Link] {
    let all = prerequisites + procedures.flatMap(\.prerequisites)
    return Array(all.uniqued(on: \.range))
  }
}
