import Diagnostics
import ProcedureParser
import ProcedureReports

/// What "stepcheck init" tells of a folder, and what to type next.
enum SurveyReport {
  static func text(_ survey: FolderSurvey, configuration: String) -> String {
    var lines = [
      "\(survey.folder): " + pages(survey),
      "  pages in   \(survey.root.path)" + (survey.root.tool.map { " (\($0))" } ?? ""),
      "  notes as   " + houses(survey),
      "  snippets   "
        + (survey.snippets.isEmpty ? "none" : survey.snippets.joined(separator: ", ")),
      "  engine     " + engine(survey), "", "wrote \(configuration)",
    ]
    if let above = survey.configurationAbove {
      lines.append("\(above) no longer holds for these pages: configs are not merged")
    }
    return (lines + ["next: " + next(survey)]).joined(separator: "\n") + "\n"
  }

  private static func pages(_ survey: FolderSurvey) -> String {
    guard !survey.pages.isEmpty else { return "no pages yet" }
    let all = counted(survey.pages.count, "page")
    guard survey.procedures > 0 else { return all + ", none with a procedure" }
    return all + ", \(survey.withProcedures.count) with "
      + "\(counted(survey.procedures, "procedure")) and \(counted(survey.steps, "step"))"
  }

  private static func houses(_ survey: FolderSurvey) -> String {
    let found = House.allCases.filter { survey.houses[$0] != nil }
      .sorted { survey.houses[$0, default: 0] > survey.houses[$1, default: 0] }
    guard !found.isEmpty else { return "none" }
    return found.map { "\($0.mark) (\(survey.houses[$0, default: 0]), \($0.name))" }
      .joined(separator: "; ")
  }

  private static func engine(_ survey: FolderSurvey) -> String {
    let name = Configuration.engines[0]
    let (all, fitting) = survey.recognised
    guard all > 0 else { return "unknown: no page has labels that tell its product" }
    let are = fitting == 1 ? "is" : "are"
    let share = "of \(counted(all, "page")), \(fitting) \(are) about the product that"
    return survey.fitsEngine ? "\(name): \(share) it models" : "none: \(share) \(name) models"
  }

  private static func next(_ survey: FolderSurvey) -> String {
    guard let first = survey.withProcedures.first else {
      return "write the steps of a task as a numbered list, then run: stepcheck check "
        + shellWord(survey.folder)
    }
    guard survey.fitsEngine else {
      return "stepcheck checklist " + shellWord(first) + "   (needs no engine)"
    }
    return "stepcheck check " + shellWord(survey.root.path)
  }

  /// A path as it is typed.
  private static func shellWord(_ path: String) -> String {
    let path = path.hasPrefix("-") ? "./" + path : path
    if path.wholeMatch(of: /[\p{L}0-9_.\/+,@-]+/) != nil { return path }
    return "'" + path.replacingSign("'", with: "'\\''") + "'"
  }
}

extension House {
  /// One of its marks.
  fileprivate var mark: String {
    switch self {
    case .experienceLeague: "> [!NOTE]"
    case .docusaurus: ":::note"
    case .mkDocs: "!!! note"
    case .myST: "{note}"
    case .boldWord: "> **Note**"
    case .hugo: "{{< note >}}"
    }
  }

  fileprivate var name: String {
    switch self {
    case .experienceLeague: "Experience League, GitHub, Microsoft Learn"
    case .docusaurus: "Docusaurus"
    case .mkDocs: "MkDocs"
    case .myST: "MyST"
    case .boldWord: "plain Markdown"
    case .hugo: "Hugo, whose shortcodes are not read"
    }
  }
}
