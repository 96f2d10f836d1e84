import ProcedureModel

extension Checklist {
  /// The paths of all pictures on the list, as the page has them.
  package var picturePaths: Set<String> {
    let before = introduction + related + prerequisites.joined()
    let inside = procedures.flatMap { procedure in
      procedure.introduction + procedure.conclusion + procedure.prerequisites.joined()
        + procedure.steps.flatMap(\.all).flatMap(\.content)
    }
    return Set((before + inside).flatMap(\.picturePaths))
  }
}

extension Content {
  fileprivate var picturePaths: [String] {
    switch self {
    case .paragraph(let text): text.picturePaths
    case .list(_, let items): items.joined().flatMap(\.picturePaths)
    case .admonition(_, _, let inside), .quote(let inside): inside.flatMap(\.picturePaths)
    case .section(let title, let inside):
      (title?.picturePaths ?? []) + inside.flatMap(\.picturePaths)
    case .table(let rows): rows.joined().flatMap(\.picturePaths)
    case .code, .substeps: []
    }
  }
}

extension FormattedText {
  fileprivate var picturePaths: [String] {
    runs.compactMap { if case .image(let image) = $0 { image.path } else { nil } }
  }
}
