/// What all files of the HTML report have in common.
enum ReportShell {
  /// - Parameters:
  ///   - title: The title of the window.
  ///   - body: All that is shown.
  ///   - hasScript: The page has the script of the index.
  /// - Returns: The text of the file.
  static func page(title: String, _ body: [HTMLTree], hasScript: Bool = false) -> String {
    let policy =
      "default-src 'none'; style-src 'sha256-\(ReportStyle.cssHash)'; "
      + (hasScript ? "script-src 'sha256-\(ReportStyle.scriptHash)'; " : "")
      + "base-uri 'none'; form-action 'none'"
    let head: [HTMLTree] = [
      .element("meta", [("charset", "utf-8")], []),
      .element("meta", [("name", "generator"), ("content", "stepcheck")], []),
      .element("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)], []),
      .element(
        "meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")], []),
      .element("title", title),
      .element("style", [.constant(ReportStyle.css)]),
    ]
    return HTMLTree.page(
      .element("html", [("lang", "en")], [.element("head", head), .element("body", body)]))
  }
}
