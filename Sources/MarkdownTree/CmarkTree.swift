import Ccmark

/// A node of libcmark's tree, on entering or leaving it.
@safe struct CmarkEvent {
  enum Kind {
    case text, softBreak, lineBreak, code, html, emphasis, strong, link, image
    case paragraph, heading, list, item, blockQuote, codeBlock, htmlBlock, thematicBreak, document
  }

  let kind: Kind
  let isEntering: Bool
  private let node: OpaquePointer

  /// Nil for a node of a kind that CommonMark does not have.
  init?(_ node: OpaquePointer, isEntering: Bool) {
    guard let kind = unsafe Self.kind(of: node) else { return nil }
    self.kind = kind
    self.isEntering = isEntering
    unsafe self.node = unsafe node
  }

  /// 1-based; columns only of blocks can be trusted.
  var startLine: Int { Int(unsafe cmark_node_get_start_line(node)) }
  var startColumn: Int { Int(unsafe cmark_node_get_start_column(node)) }
  var endLine: Int { Int(unsafe cmark_node_get_end_line(node)) }

  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(node)) }

  /// The number of an ordered list's first item.
  var firstNumber: Int? {
    guard unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else { return nil }
    return Int(unsafe cmark_node_get_list_start(node))
  }

  var destination: String {
    guard let url = unsafe cmark_node_get_url(node) else { return "" }
    let text = unsafe String(cString: url)
    guard text.utf8.contains(where: { Byte.unmasked($0) != nil }) else { return text }
    return String(decoding: text.utf8.flatMap { Byte.unmasked($0) ?? [$0] }, as: UTF8.self)
  }

  func appendLiteral(to bytes: inout [UInt8]) {
    guard let literal = unsafe cmark_node_get_literal(node) else { return }
    let length = unsafe strlen(literal)
    unsafe literal.withMemoryRebound(to: UInt8.self, capacity: length) {
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
    }
  }

  /// How many lines the literal of a block has.
  var literalLines: Int {
    var literal: [UInt8] = []
    appendLiteral(to: &literal)
    return literal.count { $0 == Byte.lineFeed }
  }

  private static func kind(of node: OpaquePointer) -> Kind? {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_DOCUMENT: .document
    default: nil
    }
  }
}

/// The owner of libcmark's tree.
@safe struct CmarkTree: ~Copyable {
  private let root: OpaquePointer?

  init(parsing bytes: [UInt8]) {
    unsafe root = bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        unsafe cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
      }
    }
  }

  deinit { unsafe cmark_node_free(root) }

  func walk(_ visit: (CmarkEvent) -> Void) {
    guard let root = unsafe root else { return }
    let iterator = unsafe cmark_iter_new(root)
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE else { return }
      guard let node = unsafe cmark_iter_get_node(iterator),
        let told = unsafe CmarkEvent(node, isEntering: event == CMARK_EVENT_ENTER)
      else { continue }
      visit(told)
    }
  }
}
