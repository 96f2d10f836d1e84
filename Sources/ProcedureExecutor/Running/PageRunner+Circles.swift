import Diagnostics
import ProcedureModel

// Pages that require each other: none of them is performed.
extension PageRunner {
  /// Of pages that require each other, the first that is checked tells it; nil where the page is in
  /// no circle.
  func tellCircle(of page: Page) -> (finding: Finding, teller: Page?)? {
    guard let circle = graph.circle(of: page.path),
      let link = graph.links(of: page.path).first(where: {
        $0.resolved.flatMap(graph.circle) == circle
      })
    else { return nil }
    let first = graph.teller(of: circle)
    guard PathKey(first) == PathKey(page.path) else {
      let finding = Finding(
        .prerequisiteFailed, at: link.range,
        "the prerequisite \"\(link.text)\" can't be performed",
        because: ["the pages require each other; see \(first)"])
      return (finding, graph.pages[first])
    }
    let others = circle.map(\.path).filter { PathKey($0) != PathKey(first) }
    let named = others.prefix(5).joined(separator: ", ")
    let rest = others.count > 5 ? " and \(others.count - 5) more" : ""
    let finding = Finding(
      .prerequisiteCycle, at: link.range,
      "these pages require each other: \(first), \(named)\(rest)")
    return (finding, nil)
  }

  /// That a required page is one of several that require each other, and can't be done.
  func failure(of page: Page, inCircle circle: [PathKey], at link: Link) -> Finding {
    Finding(
      .prerequisiteFailed, at: link.range,
      "the prerequisite \"\(page.title.text)\" can't be performed",
      because: ["it and other pages require each other; see \(graph.teller(of: circle))"])
  }
}
