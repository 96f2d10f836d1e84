import Diagnostics
import MarkdownTree
import ProcedureModel

/// What a page is made of, before its sentences are understood.
struct PageStructure {
  let source: SourceText
  let parts: [PagePart]
  let frontMatter: FrontMatter?
  let links: [Link]
  let images: [Image]
  let anchors: [String]
  /// The names of the snippets that it includes, directly or by way of others.
  let snippets: Set<String>
  /// The comments by which the page ignores findings.
  let ignores: [Range<Int>]
  let findings: [Finding]
  /// How many texts could not be given their exact place.
  let misaligned: Int

  /// Reads a page's bytes, and the files that it includes.
  init(_ bytes: [UInt8], path: String, context: ReadingContext, isSnippetFile: Bool = false) {
    source = SourceText(path: path, bytes: UTF16Text.asUTF8(bytes) ?? bytes)
    var findings: [Finding] = []
    if !source.isUTF8 {
      findings.append(
        Finding(
          .notUTF8, at: source.range(0..<0),
          "the file is not UTF-8; invalid bytes are shown as U+FFFD"))
    }
    frontMatter = FrontMatter(source)
    let lines = LineReader(source, after: frontMatter?.range.upperBound ?? 0)
    let document = MarkdownDocument(parsing: source, masks: lines.masks)
    misaligned = document.misaligned
    var assembler = PartAssembler(
      source: source, marks: lines.marks, resolver: LinkResolver(page: path, context: context))
    var parts = assembler.parts(document.blocks)
    // A file of includes keeps its own includes as they are: where it is included, they are too.
    var snippets: Set<String> = []
    if !isSnippetFile {
      var includer = SnippetIncluder(page: source, context: context)
      parts = ListMender.mended(includer.including(parts), in: source)
      findings += includer.findings
      snippets = includer.names
    }
    self.snippets = snippets
    self.parts = parts
    links = assembler.links
    images = assembler.images
    ignores = lines.ignores
    anchors = assembler.anchors
    self.findings = findings + lines.findings + document.findings + assembler.findings
  }
}
