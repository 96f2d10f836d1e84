import Diagnostics
import ProcedureExecutor
import ProcedureModel

/// A check as HTML: an index, and a page for each page that was checked.
package struct HTMLReport {
  private let report: CheckReport

  /// What each file begins with, so that a later report knows the files of an earlier one.
  package static let mark =
    "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
    + "<meta name=\"generator\" content=\"stepcheck\">"

  package init(_ report: CheckReport) {
    self.report = report
  }

  /// The only page of a check, in one file.
  ///
  /// - Returns: Nil where the check is of none or of several.
  package var only: String? {
    guard report.results.count == 1, report.skipped.isEmpty else { return nil }
    return ReportPageHTML(report, report.results[0], index: nil).text
  }

  /// The file names of the pages, in the order of the results: unique, and plain on every disk.
  package var names: [String] {
    var used: Set<String> = []
    return report.results.map { result in
      let path = report.path(result.page.path)
      let plain = path.utf8.map { byte in
        let isPlain =
          byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
          || byte == UInt8(ascii: "-")
        return isPlain ? byte : UInt8(ascii: "_")
      }
      // Most file systems have names of up to 255 bytes.
      let stem = String(decoding: plain.suffix(200), as: UTF8.self)
      var name = stem
      var number = 1
      // Some file systems don't tell case apart.
      while !used.insert(name.lowercased()).inserted {
        number += 1
        name = "\(stem)-\(number)"
      }
      return name + ".html"
    }
  }

  /// The page of one result.
  ///
  /// - Parameters:
  ///   - place: The result's place among the results.
  ///   - index: The address of the index, seen from the page.
  /// - Returns: The text of its file.
  package func page(_ place: Int, index: String) -> String {
    ReportPageHTML(report, report.results[place], index: index).text
  }

  /// The index.
  ///
  /// - Parameter folder: The folder of the pages, seen from the index.
  /// - Returns: The text of its file.
  package func index(folder: String) -> String {
    ReportIndexHTML(report: report, folder: folder, names: names).text
  }
}
