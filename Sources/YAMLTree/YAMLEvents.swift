import Cyaml

/// What libyaml tells of a text, part by part.
struct YAMLEvent {
  enum Kind {
    case scalar(String, isPlain: Bool)
    /// A mapping or a sequence.
    case begins(isMapping: Bool)
    case completes
    /// The end of the text.
    case ends
    /// The beginning of the text, the ends of a document.
    case other
  }

  let kind: Kind
  let place: YAMLPlace
}

/// The events of a text: owns libyaml's parser, and the bytes that it reads.
@safe struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  init(_ text: String) {
    unsafe parser = .allocate(capacity: 1)
    unsafe bytes = .allocate(capacity: text.utf8.count)
    _ = unsafe bytes.initialize(from: text.utf8)
    // It only fails where there is no memory.
    guard unsafe yaml_parser_initialize(parser) == 1 else { fatalError("out of memory") }
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe bytes.deallocate()
  }

  /// - Throws: ``YAMLError`` for an alias or an anchor, and where the text is not YAML.
  mutating func next() throws(YAMLError) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw error }
    defer { unsafe yaml_event_delete(&event) }
    let place = unsafe YAMLPlace(event.start_mark)
    let anchor: UnsafeMutablePointer<yaml_char_t>?
    let kind: YAMLEvent.Kind
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      unsafe anchor = scalar.anchor
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      kind = .scalar(text, isPlain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      unsafe anchor = event.data.sequence_start.anchor
      kind = .begins(isMapping: false)
    case YAML_MAPPING_START_EVENT:
      unsafe anchor = event.data.mapping_start.anchor
      kind = .begins(isMapping: true)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      unsafe anchor = nil
      kind = .completes
    case YAML_ALIAS_EVENT: throw YAMLError(problem: .alias, place: place)
    case YAML_STREAM_END_EVENT:
      unsafe anchor = nil
      kind = .ends
    default:
      unsafe anchor = nil
      kind = .other
    }
    guard unsafe anchor == nil else { throw YAMLError(problem: .alias, place: place) }
    return YAMLEvent(kind: kind, place: place)
  }

  /// What libyaml says of the text, where it does not go on.
  private var error: YAMLError {
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
    // "*.md" is no alias that YAML has, and was meant to be none.
    if context == "while scanning an alias" || context == "while scanning an anchor" {
      return unsafe YAMLError(problem: .alias, place: YAMLPlace(parser.pointee.context_mark))
    }
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    // Bytes that no YAML has are found before lines are counted.
    let place =
      unsafe parser.pointee.error == YAML_READER_ERROR
      ? placeOfByte(unsafe parser.pointee.problem_offset)
      : unsafe YAMLPlace(parser.pointee.problem_mark)
    return YAMLError(problem: .invalid(problem ?? "it can't be read"), place: place)
  }

  private func placeOfByte(_ offset: Int) -> YAMLPlace {
    let before = unsafe String(decoding: bytes.prefix(offset), as: UTF8.self).unicodeScalars
    let line = before.count { $0 == "\n" } + 1
    return YAMLPlace(line: line, column: before.reversed().prefix { $0 != "\n" }.count + 1)
  }
}

extension YAMLPlace {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: mark.line + 1, column: mark.column + 1)
  }
}
