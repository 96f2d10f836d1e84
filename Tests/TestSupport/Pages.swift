import Diagnostics
package import ProcedureModel
import ProcedureParser

/// Reads a page from its text; without a name it is "page.md".
package func readPage(
  _ text: String, path: String = "page.md", library: MemoryLibrary = MemoryLibrary(),
  keepsContent: Bool = false
) -> Page {
  PageReader(library: library, keepsContent: keepsContent).read(Array(text.utf8), path: path).page
}

/// Reads pages that stand together, by path.
package func readSite(
  _ files: [String: String], checksImages: Bool = false, keepsContent: Bool = false
) -> [String: Page] {
  let reader = PageReader(
    library: MemoryLibrary(files), checksImages: checksImages, keepsContent: keepsContent)
  return Dictionary(
    uniqueKeysWithValues: files.map { path, text in
      (path, reader.read(Array(text.utf8), path: path).page)
    })
}

/// The text of one step as a page: what a sentence means, without the page around it.
package func readStep(_ sentence: String) -> Step {
  let page = readPage("# Title\n\n1. \(sentence)\n")
  return page.procedures.first?.steps.first
    ?? Step(
      range: SourceRange(
        file: "page.md", start: SourcePosition(line: 1, column: 1),
        end: SourcePosition(line: 1, column: 1)), ordinal: "1", text: "", kind: .informational)
}

extension Action {
  /// "enter [Name] field = Ada (literal) in [Details]", for comparing.
  package var summary: String {
    var text = verb.rawValue
    if let target {
      text += target.form == .label ? " [\(target.text)]" : " \"\(target.text)\""
      if let noun = target.noun { text += " \(noun.text)" }
    }
    if let value { text += " = \(value.text)" }
    if let within { text += " in [\(within.text)]" }
    if isOptional { text += " (optional)" }
    if let condition { text += " (\(condition.text))" }
    return text
  }
}
