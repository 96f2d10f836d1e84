import Foundation
import MarketoAdminEngine
import ProcedureModel
import ProcedureParser
import ProcedureReports
import TestSupport

/// Looks for words of steps that are not on the checklists of a folder's pages.
enum ListWords {
  /// - Parameter folder: Any folder of Markdown pages.
  /// - Returns: Up to a hundred of the words, with their places.
  static func missing(in folder: String) -> [String] {
    let paths = (FileManager.default.subpaths(atPath: folder) ?? []).sorted()
      .filter { $0.hasSuffix(".md") }
    let builder = ChecklistBuilder(product: MarketoAdmin.product)
    let reader = PageReader(library: MemoryLibrary(), keepsContent: true)
    var (pages, count, missing) = (0, 0, [String]())
    for path in paths {
      guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
      let page = reader.read(Array(data), path: path).page
      guard !page.procedures.isEmpty else { continue }
      let words = StepWords(
        of: page, in: String(decoding: data, as: UTF8.self),
        on: MarkdownChecklist.text([builder.checklist(page)]))
      pages += 1
      count += words.count
      missing += words.missing.map { "\(path):\($0)" }
    }
    print("\(folder): \(pages) pages with steps, \(count) words, \(missing.count) missing")
    return Array(missing.prefix(100))
  }
}
