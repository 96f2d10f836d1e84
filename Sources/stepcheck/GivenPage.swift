import SystemPackage

/// A page whose text is not that of its file, which need not be there.
struct GivenPage: Sendable {
  /// The one name of its path.
  let path: String
  let bytes: [UInt8]

  /// - Throws: ``ConfigurationError`` where no page can be at the path.
  init(path: String, bytes: [UInt8]) throws {
    let folder = FileLibrary.folder(of: path)
    guard let name = FilePath(path).lastComponent, name.kind == .regular,
      FileReading.kind(path) != .folder
    else { throw ConfigurationError("\(path): this is not the path of a page") }
    guard FileReading.kind(folder) == .folder else {
      throw ConfigurationError("\(path): there is no folder \(folder)")
    }
    self.path = FilePath(Sitemap.door(folder)).appending(name).lexicallyNormalized().string
    self.bytes = bytes
  }

  /// The folder in which it is.
  var folder: String { FileLibrary.folder(of: path) }
}
