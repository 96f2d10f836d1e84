package import EngineInterface
package import ProcedureExecutor

/// What an engine is about: circumstances, screens, records, assumptions.
package struct EngineReport {
  private let layout: TextLayout
  private let product: ProductDescription

  package init(_ product: ProductDescription, usesColor: Bool) {
    self.product = product
    layout = TextLayout(usesColor: usesColor)
  }

  /// All but the controls of each screen.
  package func overview(_ screens: [FoundScreen]) -> String {
    var lines = heading("The product")
    lines += text("Pages call it " + product.names.joined(separator: ", ") + ".")
    lines += heading("Circumstances (--given KEY=VALUE)")
    lines += product.circumstances.flatMap(circumstance)
    lines += heading("Screens (--screen NAME shows one)")
    for screen in screens where screen.screen.isModelled {
      let application = screen.screen.application.map { " [another application: \($0)]" } ?? ""
      lines.append("  \(screen.name)\(application)")
      if !screen.way.isEmpty {
        lines += text(screen.way.joined(separator: " > "), indent: 6).map {
          layout.paint($0, .dim)
        }
      }
    }
    let unknown = screens.filter { !$0.screen.isModelled }.map(\.name)
    if !unknown.isEmpty {
      lines += text("Known, but not modelled: " + unknown.joined(separator: ", ") + ".")
    }
    lines += heading("Records (facts)")
    lines += product.factKinds.flatMap { kind in
      let nouns = kind.nouns.isEmpty ? "" : " (also: \(kind.nouns.joined(separator: ", ")))"
      return text("\(kind.name)\(nouns)")
    }
    if !product.assumptions.isEmpty {
      lines += heading("Assumptions, where the documentation is silent")
      lines += product.assumptions.flatMap { item("-", $0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One screen, with the way there.
  package func screen(_ found: FoundScreen) -> String {
    var lines = [layout.paint(found.name, .bold)]
    if let application = found.screen.application {
      lines += text("another application: \(application)", indent: 0)
    }
    if !found.way.isEmpty {
      lines += text("how to get there: " + found.way.joined(separator: " > "), indent: 0)
    }
    lines.append("")
    lines += ScreenDrawing.lines(of: found.screen)
    return lines.joined(separator: "\n") + "\n"
  }

  private func circumstance(_ circumstance: Circumstance) -> [String] {
    let standard = circumstance.standard.map { ", default \($0)" } ?? ""
    var lines = text("\(circumstance.key): \(circumstance.summary)\(standard)")
    let shown = circumstance.values.prefix(10).joined(separator: ", ")
    let rest = circumstance.values.count - 10
    let more = rest > 0 ? " and \(rest) more" : ""
    let domain =
      switch circumstance.domain {
      case .choice: "one of \(shown)\(more)"
      case .subset: "any of \(shown)\(more)"
      case .records(let kinds):
        "a comma-separated list, each a kind and a name; kinds: " + kinds.joined(separator: ", ")
      case .date: "a date: YYYY-MM-DD"
      }
    lines += text(domain, indent: 6)
    for (value, need) in circumstance.needs.sorted(by: { $0.key < $1.key }) {
      lines += text("\(value) needs \(need.key)=\(need.value)", indent: 6)
    }
    for value in circumstance.values {
      let phrases = circumstance.phrases.filter { $0.value == value }.map { "\"\($0.words)\"" }
      guard !phrases.isEmpty else { continue }
      lines += text("pages mean \(value) by " + phrases.joined(separator: ", "), indent: 6)
    }
    return lines
  }

  private func heading(_ title: String) -> [String] {
    ["", layout.paint(title, .bold)]
  }

  private func text(_ text: String, indent: Int = 2) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let lines = TextLayout.wrap(text, first: indent, hanging: indent + 2)
    return lines.enumerated().map { $0 == 0 ? margin + $1 : $1 }
  }

  private func item(_ mark: String, _ text: String) -> [String] {
    let lines = TextLayout.wrap(text, first: 4, hanging: 4)
    return lines.enumerated().map { $0 == 0 ? "  \(mark) \($1)" : $1 }
  }
}
