/// A part of a YAML document, as libyaml read it; every scalar is a text.
package struct YAMLNode: Sendable {
  enum Content: Sendable {
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  let content: Content
  /// Where it begins.
  let place: YAMLPlace

  /// The text of a scalar, however it is quoted; nil for anything else.
  package var string: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The parts of a sequence; nil for anything else.
  package var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  /// The parts of a mapping in their order; nil for anything else.
  package var mapping: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// Whether nothing stands there, or a word that means nothing: `key:`, `key: null`.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}

/// A place in a text, 1-based; columns count Unicode scalars.
package struct YAMLPlace: Hashable, Sendable {
  package let line: Int
  package let column: Int
}

/// Why a text can't be read.
package struct YAMLError: Error, Hashable {
  package enum Problem: Hashable, Sendable {
    /// An alias may stand for another one, many times: none is taken, and no anchor either.
    case alias
    /// In the words of libyaml, which quote nothing of the text.
    case invalid(String)
  }

  package let problem: Problem
  package let place: YAMLPlace
}
