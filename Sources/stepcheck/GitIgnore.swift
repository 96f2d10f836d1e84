import SystemPackage

/// What the `.gitignore` files on the way to a folder leave out, by git's pattern rules.
///
/// What lies in a folder that is left out is left out with it; that is for those who walk to keep.
struct GitIgnore {
  private struct Pattern {
    let glob: Glob
    let isNegated: Bool
    let isForFoldersOnly: Bool
    /// The folder of its file, as absolute components.
    let base: FilePath
  }

  /// Those of outer folders first: of several that match, the last one holds.
  private var patterns: [Pattern] = []

  /// Those that hold in a folder: of all `.gitignore` files from a root down to it.
  init(from root: FilePath, downTo folder: FilePath) {
    var levels: [FilePath] = [folder]
    while let level = levels.last, level != root, level.starts(with: root) {
      levels.append(level.removingLastComponent())
    }
    for level in levels.reversed() { add(level) }
  }

  /// The same with the file of one more folder, if it has one.
  func adding(_ folder: FilePath) -> GitIgnore {
    var more = self
    more.add(folder)
    return more
  }

  private mutating func add(_ folder: FilePath) {
    let path = folder.appending(".gitignore").string
    guard FileReading.kind(path) == .file, let bytes = try? FileReading.bytes(of: path) else {
      return
    }
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if let pattern = Self.pattern(line, in: folder) { patterns.append(pattern) }
    }
  }

  private static func pattern(_ line: Substring, in folder: FilePath) -> Pattern? {
    var text = line
    guard !text.hasPrefix("#") else { return nil }
    // Spaces at the end count only behind a backslash.
    while text.last == " ", text.dropLast().last != "\\" { text.removeLast() }
    let isNegated = text.hasPrefix("!")
    if isNegated { text.removeFirst() }
    let isForFoldersOnly = text.hasSuffix("/")
    if isForFoldersOnly { text.removeLast() }
    guard !text.isEmpty else { return nil }
    // A slash that is not at the end binds the pattern to its folder.
    let isBound = text.contains("/")
    if text.hasPrefix("/") { text.removeFirst() }
    return Pattern(
      glob: Glob(git: isBound ? String(text) : "**/" + text), isNegated: isNegated,
      isForFoldersOnly: isForFoldersOnly, base: folder)
  }

  func leavesOut(_ path: FilePath, isFolder: Bool) -> Bool {
    let last = patterns.last { pattern in
      var relative = path
      guard isFolder || !pattern.isForFoldersOnly, relative.removePrefix(pattern.base) else {
        return false
      }
      return pattern.glob.matches(relative.string)
    }
    return last.map { !$0.isNegated } ?? false
  }
}
