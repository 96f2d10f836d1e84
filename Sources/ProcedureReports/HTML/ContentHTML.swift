import Diagnostics
import ProcedureModel

/// Blocks of a page as HTML.
struct ContentHTML {
  /// The addresses of pictures that can be shown, as "data:" addresses, by their path on the page.
  let pictures: [String: String]

  /// - Parameters:
  ///   - content: The blocks.
  ///   - substeps: What stands for the steps at some places in them.
  /// - Returns: An element a block.
  func trees(
    _ content: [Content], substeps: (Range<Int>) -> [HTMLTree] = { _ in [] }
  ) -> [HTMLTree] {
    content.flatMap { tree($0, substeps) }
  }

  private func tree(_ block: Content, _ substeps: (Range<Int>) -> [HTMLTree]) -> [HTMLTree] {
    switch block {
    case .paragraph(let text): return [.element("p", inline(text))]
    case .list(let first, let items):
      let items = items.map { HTMLTree.element("li", trees($0, substeps: substeps)) }
      guard let first else { return [.element("ul", items)] }
      return [.element("ol", first == 1 ? [] : [("start", String(first))], items)]
    case .admonition(let kind, let title, let inside):
      let name = title ?? AdmonitionName.name(of: kind)
      let label = [HTMLTree.element("p", class: "label", name)]
      return [
        .element(
          "div", [("class", "note"), ("role", "note")],
          label + trees(inside, substeps: substeps))
      ]
    case .quote(let inside): return [.element("blockquote", trees(inside, substeps: substeps))]
    case .section(let title, let inside):
      let head = title.map { [HTMLTree.element("p", class: "label", inline($0))] } ?? []
      return head + trees(inside, substeps: substeps)
    case .table(let rows): return [table(rows)]
    case .code(_, let text): return [.element("pre", [.element("code", text)])]
    case .substeps(let range): return substeps(range)
    }
  }

  private func table(_ rows: [[FormattedText]]) -> HTMLTree {
    let lines = rows.enumerated().map { index, row in
      HTMLTree.element(
        "tr",
        row.map { cell in
          index == 0
            ? .element("th", [("scope", "col")], inline(cell)) : .element("td", inline(cell))
        })
    }
    // Wide tables scroll by themselves, also for who has no mouse.
    return .element(
      "div", [("class", "table"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Table")],
      [.element("table", lines)])
  }

  // MARK: Text

  func inline(_ text: FormattedText) -> [HTMLTree] {
    text.runs.map { run in
      switch run {
      case .image(let image): picture(image)
      case .text(let words, let style, let link): self.text(words, style, link)
      }
    }
  }

  private func text(_ words: String, _ style: FormattedText.Style, _ link: Link?) -> HTMLTree {
    var tree = HTMLTree.text(words)
    if style.contains(.code) { tree = .element("code", [tree]) }
    if style.contains(.emphasis) { tree = .element("em", [tree]) }
    if style.contains(.strong) { tree = .element("strong", [tree]) }
    guard let link, let address = Destination.absolute(link.destination) else { return tree }
    return .element("a", [("href", address), ("rel", "noreferrer")], [tree])
  }

  private func picture(_ image: Image) -> HTMLTree {
    if let address = pictures[image.path] {
      return .element("img", [("src", address), ("alt", image.alt.collapsed)], [])
    }
    return .element("span", class: "picture", "Picture: \(image.words)")
  }
}
