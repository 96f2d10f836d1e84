import FoundationEssentials
import ProcedureReports
import SystemPackage

/// The files of an HTML report: an index, and a folder beside it with a file for each page.
///
/// What is hidden in their text was made visible when it was escaped: no log shows these files.
struct HTMLReportFiles {
  let index: OutputFile

  /// "report.html" has the folder "report-pages".
  private var folder: FilePath {
    let file = FilePath(index.path)
    let name = "\(file.stem ?? "report")-pages"
    return file.removingLastComponent().appending(name)
  }

  /// Refuses a folder with files that no report wrote.
  ///
  /// - Parameter read: The files that this run has read.
  /// - Throws: ``ConfigurationError`` where something else is in the way.
  func refuse(besides read: [String]) throws {
    try index.refuse(besides: read)
    guard let kind = FileReading.kind(folder.string) else { return }
    guard kind == .folder, !FileReading.isSymbolicLink(folder.string) else {
      throw ConfigurationError("\(folder): this isn't a folder, so no report is written there")
    }
    for name in names where !isOurs(name) {
      throw ConfigurationError(
        "\(folder.appending(name)): no report wrote this file, so none is written beside it")
    }
  }

  /// Writes the pages one by one, then the index; what an earlier report left is removed.
  ///
  /// - Throws: ``ConfigurationError`` where a file can't be written.
  func write(_ report: HTMLReport) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder.string, withIntermediateDirectories: true)
    } catch {
      throw ConfigurationError("\(folder): the folder can't be created")
    }
    let names = report.names
    let back = "../" + (FilePath(index.path).lastComponent?.string ?? "")
    for (place, name) in names.enumerated() {
      try OutputFile(path: folder.appending(name).string)
        .write(report.page(place, index: back))
    }
    for name in Set(self.names).subtracting(names) where isOurs(name) {
      try? FileManager.default.removeItem(atPath: folder.appending(name).string)
    }
    try index.write(report.index(folder: folder.lastComponent?.string ?? ""))
  }

  private var names: [String] { FolderListing.names(of: folder.string)?.names ?? [] }

  /// Whether a report wrote a file.
  private func isOurs(_ name: String) -> Bool {
    let path = folder.appending(name).string
    guard name.hasSuffix(".html") || name.hasSuffix(".stepcheck-draft"),
      !FileReading.isSymbolicLink(path)
    else { return false }
    return name.hasSuffix(".stepcheck-draft")
      || (try? FileReading.bytes(of: path).starts(with: HTMLReport.mark.utf8)) ?? false
  }
}
