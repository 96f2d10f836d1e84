import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A small file system made from bytes, with links and any names.
///
/// A line "=== docs/a.md" begins a file, "=== docs/b.md -> a.md" is a link; "%0A" in a path is that
/// byte.
package struct FileTree {
  private struct Entry {
    let path: [UInt8]
    /// Nil for a file.
    let target: [UInt8]?
    let content: [UInt8]
  }

  private let entries: [Entry]
  private static let mark = Array("=== ".utf8)
  private static let arrow = Array(" -> ".utf8)

  package init(_ bytes: [UInt8]) {
    var entries: [Entry] = []
    for part in Self.parts(bytes) {
      let line = part.prefix { $0 != UInt8(ascii: "\n") }
      let words = Self.split(line, at: Self.arrow)
      entries.append(
        Entry(
          path: Self.decoded(words.before), target: words.after.map(Self.decoded),
          content: Array(part.dropFirst(line.count + 1))))
    }
    self.entries = entries
  }

  /// Files by path, none of which is a link.
  package init(_ files: [(path: String, content: [UInt8])]) {
    entries = files.map { Entry(path: Array($0.path.utf8), target: nil, content: $0.content) }
  }

  /// How many bytes all files have.
  var size: Int { entries.reduce(0) { $0 + $1.content.count } }

  /// Makes all in an empty folder; what can't be made is left out.
  ///
  /// Links come last, and nothing is made by way of one: all stays in the folder.
  package func make(in folder: String) {
    for entry in entries.prefix(50) where entry.target == nil { make(entry, in: folder) }
    for entry in entries.prefix(50) where entry.target != nil { make(entry, in: folder) }
  }

  private func make(_ entry: Entry, in folder: String) {
    let names = entry.path.split(separator: UInt8(ascii: "/"))
    guard !names.isEmpty, names.count < 6,
      names.allSatisfy({ $0.count < 100 && !$0.contains(0) && ![[46], [46, 46]].contains($0) })
    else { return }
    var path = Array(folder.utf8)
    for (index, name) in names.enumerated() {
      path += [UInt8(ascii: "/")] + name
      guard index < names.count - 1 else { break }
      mkdir(Self.text(path), 0o755)
      var status = stat()
      guard lstat(Self.text(path), &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    }
    if let target = entry.target {
      symlink(Self.text(target.filter { $0 != 0 }), Self.text(path))
      return
    }
    let file = open(Self.text(path), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { return }
    defer { close(file) }
    _ = try? FileDescriptor(rawValue: file).writeAll(entry.content)
  }

  /// As the C library takes it.
  private static func text(_ bytes: [UInt8]) -> [CChar] {
    bytes.map { CChar(bitPattern: $0) } + [0]
  }

  // MARK: Bytes

  private static func parts(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var starts: [Int] = []
    for index in bytes.indices where index == 0 || bytes[index - 1] == UInt8(ascii: "\n") {
      if bytes[index...].starts(with: mark) { starts.append(index) }
    }
    return zip(starts, starts.dropFirst() + [bytes.count]).map { start, end in
      bytes[(start + mark.count)..<end]
    }
  }

  private static func split(
    _ line: ArraySlice<UInt8>, at separator: [UInt8]
  ) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>?) {
    for index in line.indices where line[index...].starts(with: separator) {
      return (line[..<index], line[(index + separator.count)...])
    }
    return (line, nil)
  }

  /// "%0A" as one byte.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var rest = bytes
    var decoded: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        rest = rest.dropFirst(2)
        decoded.append(value)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }
}
