import Diagnostics
import ProcedureModel

/// One list of an HTML checklist.
struct ListHTML {
  let list: Checklist
  let content: ContentHTML
  /// What its identifiers begin with.
  let prefix: String
  /// The level of its title's heading.
  let level: Int

  var trees: [HTMLTree] {
    var trees = [heading(0, list.title)]
    trees.append(.element("p", class: "source", "From \(list.path)"))
    trees += list.warnings.map { note("Warning", [.element("p", $0)], class: "note warning") }
    trees += list.conditions.map(condition)
    if level == 1 { trees += HTMLChecklist.tools }
    trees += prerequisites(list.prerequisites, "\(prefix)-before", depth: 1)
    trees += content.trees(list.introduction)
    var body: [HTMLTree] = []
    for (index, procedure) in list.procedures.enumerated() {
      body += self.procedure(procedure, "\(prefix)-\(index + 1)")
    }
    if list.procedures.isEmpty { body.append(.element("p", "This page holds no procedure.")) }
    trees += body
    trees += content.trees(list.related)
    return trees + footer
  }

  private var footer: [HTMLTree] {
    var lines: [HTMLTree] = []
    if !list.otherSections.isEmpty {
      let names = list.otherSections.joined(separator: "; ")
      lines.append(
        .element("p", "Not on this list, for there are no steps in it: \(names)."))
    }
    if let proof = list.proof { lines.append(.element("p", proof + ".")) }
    return lines.isEmpty ? [] : [.element("div", class: "source foot", lines)]
  }

  private func heading(_ depth: Int, _ text: String) -> HTMLTree {
    .element("h\(level + depth)", text)
  }

  private func note(_ label: String, _ inner: [HTMLTree], class name: String) -> HTMLTree {
    .element(
      "div", [("class", name), ("role", "note")],
      [.element("p", class: "label", label)] + inner)
  }

  private func condition(_ condition: Checklist.Condition) -> HTMLTree {
    note(
      condition.label, [.element("p", content.inline(condition.text))],
      class: condition.label == "Needed" ? "note" : "note warning")
  }

  private func prerequisites(_ boxes: [[Content]], _ id: String, depth: Int) -> [HTMLTree] {
    guard !boxes.isEmpty else { return [] }
    let items = boxes.enumerated().map { index, box in
      ticked(
        "\(id)-\(index + 1)", nil, label: ContentText.lines(box).first ?? "Before you start",
        body: content.trees(box), class: nil)
    }
    return [heading(depth, "Before you start"), .element("ul", class: "boxes", items)]
  }

  // MARK: Procedures

  private func procedure(_ procedure: Checklist.Procedure, _ id: String) -> [HTMLTree] {
    var trees: [HTMLTree] = []
    if let title = procedure.title { trees.append(heading(1, title)) }
    let depth = procedure.title == nil ? 1 : 2
    trees += procedure.conditions.map(condition)
    trees += prerequisites(procedure.prerequisites, "\(id)-before", depth: depth)
    trees += content.trees(procedure.introduction)
    trees.append(heading(depth, "Steps"))
    trees.append(steps(procedure.steps, id))
    if let result = procedure.result {
      let done = ticked(
        "\(id)-done", nil, label: "Done: \(result)", body: [.element("p", "Done: \(result).")],
        class: nil)
      trees.append(.element("ul", class: "boxes result", [done]))
    }
    if !procedure.changes.isEmpty {
      trees.append(
        note(
          "What it changed when it was performed",
          [.element("ul", procedure.changes.map { .element("li", $0) })], class: "note"))
    }
    return trees + content.trees(procedure.conclusion)
  }

  private func steps(_ items: [Checklist.Item], _ id: String) -> HTMLTree {
    .element(
      "ol", [("class", "steps"), ("role", "list")],
      items.map { step($0, "\(id)-\($0.label)") })
  }

  private func step(_ item: Checklist.Item, _ id: String) -> HTMLTree {
    var body: [HTMLTree] = []
    if let omission = item.omission {
      body.append(.element("p", class: "why", "Left out \(omission)"))
    }
    body += item.failures.map { .element("p", class: "fail", "✗ Failed: \($0)") }
    if item.isMarkedOptional { body.append(.element("p", class: "label", "Optional")) }
    let inner = content.trees(item.content) { range in
      let own = Array(item.items[range.clamped(to: item.items.indices)])
      return own.isEmpty ? [] : [steps(own, id)]
    }
    body += inner.isEmpty ? [.element("p", item.step.text)] : inner
    body += item.data.map { entry in
      .element(
        "p", class: "data", [.text("\(entry.field): "), .element("code", entry.value)])
    }
    if !item.seen.isEmpty {
      body.append(.element("p", class: "seen", "Seen: " + item.seen.joined(separator: ", ")))
    }
    guard item.omission == nil else {
      return .element(
        "li", class: "omitted",
        [
          .element("span", []), .element("span", class: "number", item.label),
          .element("div", class: "body", body),
        ])
    }
    body.append(remark(id, item))
    return ticked(
      id, item.label, label: "Step \(item.step.ordinal): \(item.instruction)", body: body,
      class: item.failures.isEmpty ? nil : "failed")
  }

  private func remark(_ id: String, _ item: Checklist.Item) -> HTMLTree {
    .element(
      "label", class: "remark",
      [
        .text("Remark"),
        .element(
          "input",
          [
            ("id", "\(id)-remark"), ("type", "text"),
            ("aria-label", "Remark on step \(item.step.ordinal)"),
          ], []),
      ])
  }

  /// An item with a box to tick.
  private func ticked(
    _ id: String, _ number: String?, label: String, body: [HTMLTree], class name: String?
  ) -> HTMLTree {
    let box = HTMLTree.element(
      "input", [("type", "checkbox"), ("id", id), ("aria-label", label)], [])
    let number = number.map { number in
      [HTMLTree.element("label", [("class", "number"), ("for", id)], [.text(number)])]
    }
    return .element(
      "li", class: name, [box] + (number ?? []) + [.element("div", class: "body", body)])
  }
}
