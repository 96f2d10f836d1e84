import Ccmark

/// What libcmark tells of a node when it enters or leaves it.
struct CmarkEvent {
  enum Node {
    case document, blockQuote, item, paragraph, thematicBreak
    case list(firstNumber: Int?)
    case codeBlock(info: String, literal: String)
    case htmlBlock(String)
    case heading(level: Int)
    case text([UInt8])
    case code([UInt8])
    case html([UInt8])
    case softBreak, lineBreak, emphasis, strong
    case link(String)
    case image(String)
  }

  let node: Node
  let isEntering: Bool
  /// 1-based; columns only of blocks can be trusted.
  let startLine: Int
  let startColumn: Int
  let endLine: Int
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
      guard let node = unsafe cmark_iter_get_node(iterator) else { continue }
      let isEntering = event == CMARK_EVENT_ENTER
      guard let kind = unsafe Self.kind(node) else { continue }
      visit(
        CmarkEvent(
          node: kind, isEntering: isEntering,
          startLine: Int(unsafe cmark_node_get_start_line(node)),
          startColumn: Int(unsafe cmark_node_get_start_column(node)),
          endLine: Int(unsafe cmark_node_get_end_line(node))))
    }
  }

  private static func kind(_ node: OpaquePointer) -> CmarkEvent.Node? {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST:
      .list(
        firstNumber: unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
          ? Int(unsafe cmark_node_get_list_start(node)) : nil)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK:
      .codeBlock(
        info: unsafe string(cmark_node_get_fence_info(node)),
        literal: unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK: .htmlBlock(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(unsafe cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text(unsafe bytes(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code(unsafe bytes(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: .html(unsafe bytes(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link(unsafe string(cmark_node_get_url(node)))
    case CMARK_NODE_IMAGE: .image(unsafe string(cmark_node_get_url(node)))
    default: nil
    }
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    Array(unsafe string(text).utf8)
  }
}
