import Diagnostics

/// The config that a folder begins with.
enum FirstConfiguration {
  static func text(_ survey: FolderSurvey) -> String {
    """
    # The config of stepcheck. "stepcheck check" without a path checks the folder that root names.
    # All keys: help/stepcheck/configuration.md in stepcheck's repository.

    \(engine(survey))

    \(root(survey.root))

    # Circumstances that hold for all pages; "stepcheck engine" lists them.
    # given:
    #   signed-in-as: Standard User

    # Texts for fields, where pages leave them to the reader.
    # values:
    #   First Name: Ada

    # Severities: error, warning, note or off. "stepcheck explain" lists the rules.
    # rules:
    #   broken-link: error

    # Known findings, which don't fail: --update-baseline writes the file.
    # baseline: stepcheck-baseline.json

    # What holds for some pages; paths are relative to this file.
    # pages:
    #   "drafts/**":
    #     skip: not written yet

    """
  }

  private static func engine(_ survey: FolderSurvey) -> String {
    let name = Configuration.engines[0]
    if survey.fitsEngine {
      return """
        # The engine that models the product of the pages.
        engine: \(name)
        """
    }
    let reason =
      survey.recognised.of == 0
      ? """
      # The engine that models the product of the pages. There is one; "stepcheck engine" shows
      # what it models.
      """
      : """
      # The engine that models the product of the pages. The only one there is models another
      # product, as far as labels tell; "stepcheck checklist" and "stepcheck model" need none.
      """
    return "\(reason)\n# engine: \(name)"
  }

  private static func root(_ root: DocumentationRoot) -> String {
    let meaning = """
      # The folder to check, from which links such as /guide/page.md lead.
      """
    if root.relative == "." { return "\(meaning)\n# root: ." }
    guard root.holdsLinks else {
      return """
        \(meaning)
        # The pages are in \(OutputGate.visible(root.relative)), but links with a slash lead from here.
        # root: .
        """
    }
    return "\(meaning)\nroot: \(quoted(root.relative))"
  }

  /// A text in YAML's double quotation marks, where it needs them.
  private static func quoted(_ text: String) -> String {
    if text.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9_.\/-]*/) != nil { return text }
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where OutputGate.isHidden(scalar):
        "\\u" + String(String(0x10000 + scalar.value, radix: 16).dropFirst())
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
