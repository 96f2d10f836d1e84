extension YAMLNode {
  /// How deep parts may lie in each other.
  private static let depthLimit = 100

  /// Reads a text that holds one document.
  ///
  /// - Returns: Its root; nil where the text holds nothing.
  /// - Throws: ``YAMLError`` at the first alias, and where the text is not YAML.
  package static func parsing(_ text: String) throws(YAMLError) -> YAMLNode? {
    var events = YAMLEvents(text)
    /// The parts that are not complete yet, the innermost last.
    var open: [(isMapping: Bool, place: YAMLPlace, parts: [YAMLNode])] = []
    var root: YAMLNode?
    while true {
      let event = try events.next()
      let node: YAMLNode
      switch event.kind {
      case .other: continue
      case .ends: return root
      case .begins(let isMapping):
        guard open.count < depthLimit else {
          throw event.error("parts lie more than \(depthLimit) levels deep in each other")
        }
        open.append((isMapping, event.place, []))
        continue
      case .scalar(let text, let isPlain):
        node = YAMLNode(content: .scalar(text, isPlain: isPlain), place: event.place)
      case .completes:
        let (isMapping, place, parts) = open.removeLast()
        node = YAMLNode(
          content: isMapping ? .mapping(try pairs(parts)) : .sequence(parts), place: place)
      }
      if !open.isEmpty {
        open[open.count - 1].parts.append(node)
      } else if root == nil {
        root = node
      } else {
        throw YAMLError(
          problem: .invalid("there is more than one document"), place: node.place)
      }
    }
  }

  /// Keys and values, which come in turns.
  private static func pairs(
    _ parts: [YAMLNode]
  ) throws(YAMLError) -> [(key: YAMLNode, value: YAMLNode)] {
    // By bytes: globs name files, whose names differ where their bytes do.
    var keys: Set<[UInt8]> = []
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      let key = parts[index]
      if let name = key.string, !keys.insert(Array(name.utf8)).inserted {
        throw YAMLError(problem: .invalid("this key occurs twice"), place: key.place)
      }
      pairs.append((key, parts[index + 1]))
    }
    return pairs
  }
}

extension YAMLEvent {
  fileprivate func error(_ problem: String) -> YAMLError {
    YAMLError(problem: .invalid(problem), place: place)
  }
}
