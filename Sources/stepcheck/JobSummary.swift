import FoundationEssentials
import ProcedureReports
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file whose Markdown GitHub shows on the page of a job.
enum JobSummary {
  private static let variable = "GITHUB_STEP_SUMMARY"

  /// Adds the report to the file, where a job has one.
  ///
  /// - Parameters:
  ///   - report: The check.
  ///   - read: The files that this run has read, which are not written to.
  /// - Throws: ``ConfigurationError`` where it can't be written to.
  static func append(_ report: CheckReport, besides read: [String]) throws {
    let path = ProcessInfo.processInfo.environment[variable] ?? ""
    guard !path.isEmpty else { return }
    try OutputFile(path: path).refuse(besides: read)
    do {
      // A pipe without a reader would wait for ever.
      let file = try FileDescriptor.open(
        FilePath(path), .writeOnly,
        options: [.append, .create, .closeOnExec, .nonBlocking, .noFollow],
        permissions: FilePermissions(rawValue: 0o644))
      try file.closeAfter {
        var status = stat()
        guard fstat(file.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
          throw ConfigurationError("\(path): the summary can only be written to a regular file")
        }
        // What earlier calls of the step have written counts too.
        let room = MarkdownReport.limit - Int(status.st_size)
        try file.writeAll(MarkdownReport.report(report, limit: room).utf8)
      }
    } catch let error as ConfigurationError {
      throw error
    } catch {
      let reason = (error as? Errno)?.description ?? "\(error)"
      throw ConfigurationError("\(path): the summary can't be written: \(reason)")
    }
  }
}
