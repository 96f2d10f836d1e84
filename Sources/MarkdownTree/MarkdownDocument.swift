package import Diagnostics

/// A page's blocks, as libcmark reads them.
///
/// Any bytes give a document. What goes over a limit is read as text, and is a finding.
package struct MarkdownDocument: Sendable {
  package let blocks: [Block]
  package let findings: [Finding]
  /// How many texts could not be given their exact place.
  package let misaligned: Int

  /// Reads a page; what is masked keeps its length.
  package init(parsing source: SourceText, masks: [Mask] = []) {
    let prepared = PreparedText(source, masks: masks)
    var reader = TreeReader(bytes: prepared.bytes, source: source)
    let tree = CmarkTree(parsing: prepared.bytes)
    tree.walk { reader.read($0) }
    blocks = reader.blocks
    misaligned = reader.misaligned
    findings =
      (prepared.nestingLines.prefix(1) + [reader.tooDeep].compactMap(\.self)).prefix(1).map {
        line in
        Finding(
          .nestingLimit, at: source.range(source.lineOffsets(line)),
          "nested more than \(PreparedText.nestingLimit) levels deep; deeper markers are read as"
            + " text")
      }
      + prepared.bracketLines.prefix(1).map { line in
        Finding(
          .nestingLimit, at: source.range(source.lineOffsets(line)),
          "more than \(PreparedText.bracketLimit) opening brackets in one paragraph; "
            + "the rest is read as plain text")
      }
  }
}
