import ProcedureModel

extension Page {
  /// A line for each procedure and step: its number, text, admonitions and images.
  var outline: [String] {
    procedures.flatMap { procedure in
      ["# " + procedure.title.text] + procedure.allSteps.map(\.outline)
    }
  }
}

extension Step {
  fileprivate var outline: String {
    var outline = ordinal + " " + text
    for admonition in admonitions { outline += " (\(admonition.kind))" }
    for image in images { outline += " [\(image.path)]" }
    return outline
  }
}
