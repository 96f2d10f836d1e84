/// The files among which a page stands, as the command sees them; nothing below it reads files.
///
/// Paths are relative to the working directory, with "/" between their parts.
package protocol PageLibrary: Sendable {
  func isFile(_ path: String) -> Bool
  func isFolder(_ path: String) -> Bool
  /// The bytes of a file that pages include; nil where it can't be read.
  func bytes(of path: String) -> [UInt8]?
  /// Whether a file has more bytes than are read.
  func isTooLarge(_ path: String) -> Bool
  /// The folder itself and those that hold it, nearest first.
  func ancestors(of folder: String) -> [String]
  /// The Markdown pages under a folder, in path order.
  func pages(under folder: String) -> [String]
  /// The folder against which "/help/x.md" resolves, where the config names it.
  var siteRoot: String? { get }
  /// The folder that the command was given.
  var givenFolder: String? { get }
  /// Whether a path is inside of what can be read for the pages of a folder.
  func holds(_ path: String, besides folder: String) -> Bool
}
