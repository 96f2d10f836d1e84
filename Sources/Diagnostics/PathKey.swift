/// A path as file systems compare it: by its bytes.
///
/// Two texts are equal where they are canonically the same, "é" in one character or in two; as file
/// names they are two files.
package struct PathKey: Hashable, Comparable, Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  package static func == (a: PathKey, b: PathKey) -> Bool {
    a.path.utf8.elementsEqual(b.path.utf8)
  }

  package static func < (a: PathKey, b: PathKey) -> Bool {
    a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var path = path
    path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension Dictionary where Key == PathKey {
  package subscript(_ path: String) -> Value? {
    get { self[PathKey(path)] }
    set { self[PathKey(path)] = newValue }
  }
}

extension Set<PathKey> {
  package func contains(_ path: String) -> Bool { contains(PathKey(path)) }

  /// - Returns: Whether the path is new.
  @discardableResult
  package mutating func insert(_ path: String) -> Bool { insert(PathKey(path)).inserted }
}

extension Sequence<String> {
  /// Paths, sorted by their bytes.
  package func inPathOrder() -> [String] { map(PathKey.init).sorted().map(\.path) }
}
