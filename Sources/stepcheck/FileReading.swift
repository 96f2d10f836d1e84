import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads regular files that are not too large; asks the file system what a path is.
enum FileReading {
  /// The largest file that is read, in bytes.
  static let sizeLimit = 10_000_000

  enum Failure: Error {
    /// It leads out of the folders that may be read.
    case outside
    case tooLarge
    case unreadable

    /// Behind a path and a colon.
    var message: String {
      switch self {
      case .outside: "it is outside the folders that may be read (allow it with --allow-outside)"
      case .tooLarge: "larger than \(sizeLimit / 1_000_000) MB, so it was not read"
      case .unreadable: "the file can't be read"
      }
    }
  }

  enum Kind {
    case file, folder
  }

  /// Nil where there is nothing, or something that is not for reading: a pipe, a device.
  static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard stat(path.isEmpty ? "." : path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: nil
    }
  }

  static func isSymbolicLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// What tells a file from all others of the machine.
  struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  static func identity(of path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  /// The path without links, "." and ".."; nil where there is nothing.
  static func resolved(_ path: String) -> FilePath? {
    guard let buffer = realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { free(buffer) }
    return FilePath(platformString: buffer)
  }

  /// Whether a regular file has more bytes than are read.
  static func isTooLarge(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && status.st_size > sizeLimit
  }

  /// The bytes of a regular file; no more than one byte over the limit is looked at.
  static func bytes(of path: String) throws(Failure) -> [UInt8] {
    // A pipe without a writer would wait for ever.
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(
        FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
    } catch {
      throw .unreadable
    }
    defer { try? file.close() }
    var status = stat()
    guard fstat(file.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable
    }
    guard status.st_size <= sizeLimit else { throw .tooLarge }
    return try bytes(of: file, expecting: Int(status.st_size), atOnce: 1)
  }

  /// What comes from standard input, up to its end; no more than one byte over the limit.
  static func bytesOfStandardInput() throws(Failure) -> [UInt8] {
    try bytes(of: .standardInput, expecting: 0, atOnce: 1 << 16)
  }

  private static func bytes(
    of file: FileDescriptor, expecting count: Int, atOnce least: Int
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      // It may grow while it is read.
      while bytes.count <= sizeLimit {
        let room = min(max(count - bytes.count + 1, least), sizeLimit + 1 - bytes.count)
        let part = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        guard !part.isEmpty else { return bytes }
        if bytes.isEmpty { bytes = part } else { bytes += part }
      }
    } catch {
      throw .unreadable
    }
    throw .tooLarge
  }
}

/// The names in a folder.
enum FolderListing {
  /// Nil where the folder can't be read; `hasOthers` where a name is not UTF-8.
  static func names(of folder: String) -> (names: [String], hasOthers: Bool)? {
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    var hasOthers = false
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      if let name {
        if name != ".", name != ".." { names.append(name) }
      } else {
        hasOthers = true
      }
    }
    return (names, hasOthers)
  }
}
