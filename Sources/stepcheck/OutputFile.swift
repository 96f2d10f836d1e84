import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that a report is written to: all of it, or nothing.
struct OutputFile {
  let path: String

  /// Refuses a path that is written to for no report.
  ///
  /// - Parameter read: The files that this run has read.
  /// - Throws: ``ConfigurationError`` for a file that was read, and for anything but a regular file.
  func refuse(besides read: [String]) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ConfigurationError("\(path): a report can only be written to a new or a regular file")
    }
    if let own = FileReading.identity(of: path),
      read.contains(where: { FileReading.identity(of: $0) == own })
    {
      throw ConfigurationError("\(path): this file was read in this run, so it is not overwritten")
    }
  }

  /// The one name of a path, which need not be there yet.
  static func place(of path: String) -> FilePath {
    let file = FilePath(path)
    guard let name = file.lastComponent,
      let folder = FileReading.resolved(file.removingLastComponent().string)
    else { return file }
    return folder.appending(name)
  }

  /// - Throws: ``ConfigurationError`` where it can't be written; what was there stays.
  func write(_ text: String) throws {
    var status = stat()
    let mode: mode_t? = lstat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    // The same name each time: what a run that was killed left behind, the next one takes over.
    let name = FilePath(path).lastComponent?.string ?? ""
    let draft = FilePath(path).removingLastComponent().appending(".\(name).stepcheck-draft")
    do {
      unlink(draft.string)
      let file = try FileDescriptor.open(
        draft, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: FilePermissions(rawValue: 0o666))
      try file.closeAfter {
        if let mode { fchmod(file.rawValue, mode) }
        try file.writeAll(text.utf8)
      }
      guard rename(draft.string, path) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      unlink(draft.string)
      let reason = (error as? Errno)?.description ?? "\(error)"
      throw ConfigurationError("\(path): the report can't be written: \(reason)")
    }
  }
}
