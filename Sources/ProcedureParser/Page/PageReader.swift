package import Diagnostics
import MarkdownTree
package import ProcedureModel
import SystemPackage

/// Reads a page's bytes into what it says.
///
/// Any bytes give a page: what is wrong with them is among its findings.
package enum PageReader {
  package static func read(
    _ bytes: [UInt8], path: String, library: any PageLibrary
  ) -> (page: Page, source: SourceText) {
    let decoded = decode(bytes)
    let source = SourceText(path: path, bytes: decoded.bytes)
    let frontMatter = FrontMatter(source)
    let document = MarkdownDocument(
      parsing: source, hiding: frontMatter.map { [$0.range] } ?? [])
    var reader = SectionReader(source: source, library: library)
    reader.findings += document.findings
    if decoded.wasRepaired {
      reader.findings.append(
        Finding(
          .notUTF8, at: source.range(0..<0),
          "the file is not UTF-8; what could not be read is shown as U+FFFD"))
    }
    reader.read(document.blocks)
    let header = frontMatter?.title(source)
    if let finding = header?.finding { reader.findings.append(finding) }
    let title =
      reader.firstHeading
      ?? Passage(
        header?.title ?? FilePath(path).stem ?? path,
        at: source.range(source.lineOffsets(1)))
    return (reader.page(title: title), source)
  }

  /// Bytes as UTF-8; what is not gets U+FFFD.
  private static func decode(_ bytes: [UInt8]) -> (bytes: [UInt8], wasRepaired: Bool) {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.utf8.elementsEqual(bytes) { return (bytes, false) }
    return (Array(text.utf8), true)
  }
}
