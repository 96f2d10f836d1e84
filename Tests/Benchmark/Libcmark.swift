import Ccmark

/// What reading is measured against: libcmark alone, with a walk over all its nodes.
enum Libcmark {
  static func parseAndWalk(_ bytes: [UInt8]) {
    let root = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root else { return }
    let iterator = cmark_iter_new(root)
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {}
    cmark_iter_free(iterator)
    cmark_node_free(root)
  }
}
