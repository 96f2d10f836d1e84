package import Diagnostics
import ProcedureModel

/// Checklists as a page of their own, which needs no network: to tick off in a browser, where it
/// remembers what was ticked, or on paper.
package struct HTMLChecklist {
  private let pictures: [PathKey: [String: String]]

  /// - Parameter pictures: The addresses of pictures that can be shown, as "data:" addresses: by the
  ///   path of the page, then by the path of the picture on it.
  package init(pictures: [PathKey: [String: String]] = [:]) {
    self.pictures = pictures
  }

  /// One page for a list, or for the list of a page behind those of the pages that it requires.
  package func text(_ chain: [Checklist]) -> String {
    let title = chain.last?.title ?? ""
    let lists = chain.enumerated().flatMap { index, list in
      ListHTML(
        list: list, content: ContentHTML(pictures: pictures[list.path] ?? [:]),
        prefix: "p\(index + 1)", level: chain.count > 1 ? 2 : 1
      ).trees
    }
    let isChain = chain.count > 1
    let head: [HTMLTree] =
      isChain
      ? [.element("h1", title), .element("p", class: "source", "With what it requires, in order.")]
      : []
    // The same list has the same key; one that has changed begins anew.
    let key = Fingerprints.text(
      Fingerprints.hash(chain.flatMap { [$0.path, MarkdownChecklist.text([$0])] }))
    let main = HTMLTree.element("main", head + (isChain ? Self.tools : []) + lists)
    return HTMLTree.page(
      .element(
        "html", [("lang", "en")],
        [
          .element("head", Self.head(title)),
          .element("body", [("data-key", key)], [main, Self.script]),
        ]))
  }

  private static func head(_ title: String) -> [HTMLTree] {
    [
      .element("meta", [("charset", "utf-8")], []),
      .element(
        "meta",
        [
          ("http-equiv", "Content-Security-Policy"),
          (
            "content",
            "default-src 'none'; img-src data:; style-src 'sha256-\(ChecklistStyle.cssHash)'; "
              + "script-src 'sha256-\(ChecklistStyle.scriptHash)'; base-uri 'none'; "
              + "form-action 'none'"
          ),
        ], []),
      .element(
        "meta",
        [("name", "viewport"), ("content", "width=device-width, initial-scale=1")], []),
      .element("title", title),
      .element("style", [.constant(ChecklistStyle.css)]),
    ]
  }

  private static let script = HTMLTree.element("script", [.constant(ChecklistStyle.script)])

  /// What a person fills in about the whole list, and how far it is done.
  static let tools: [HTMLTree] = [
    .element(
      "div", [("class", "facts"), ("role", "group"), ("aria-label", "About this run")],
      [
        field("name", "Name", [("type", "text"), ("autocomplete", "name")]),
        field("date", "Date", [("type", "date")]),
        field("system", "System", [("type", "text")]),
        field("result", "Result", [("type", "text")]),
      ]),
    .element(
      "div", [("class", "progress"), ("hidden", "")],
      [
        .element("progress", [("value", "0"), ("aria-label", "Progress")], [.text("")]),
        .element("output", ""),
        .element("button", [("type", "button")], [.text("Clear all")]),
      ]),
  ]

  private static func field(
    _ id: String, _ label: String, _ attributes: [(name: String, value: String)]
  ) -> HTMLTree {
    .element(
      "label", [.text(label), .element("input", [("id", id)] + attributes, [])])
  }
}
