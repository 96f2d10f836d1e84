package import Diagnostics
package import ProcedureModel
import SystemPackage

/// Reads pages' bytes into what they say.
///
/// Any bytes give a page: what is wrong with them is among its findings. What pages share, such as
/// the files they include, is read once.
package struct PageReader: Sendable {
  /// The file, in the folder of a page or above it, that holds what the page includes.
  package static let snippetFile = "_includes/snippets.md"

  private let context: ReadingContext
  private let checksImages: Bool
  private let explains: Bool
  private let keepsContent: Bool

  /// A reader of the pages of a library.
  ///
  /// An image that is not there is a finding where it is asked for. Where it is to explain, each
  /// step keeps how its sentences were read; where it is to keep content, all that is shown in its
  /// steps and around them.
  package init(
    library: any PageLibrary, checksImages: Bool = false, explains: Bool = false,
    keepsContent: Bool = false
  ) {
    context = ReadingContext(library)
    self.checksImages = checksImages
    self.explains = explains
    self.keepsContent = keepsContent
  }

  package func read(_ bytes: [UInt8], path: String) -> (page: Page, source: SourceText) {
    let structure = PageStructure(bytes, path: path, context: context)
    var reader = SectionReader(
      structure, isExplaining: explains, keepsContent: keepsContent)
    let header = structure.frontMatter?.title(isNeeded: reader.firstHeading == nil)
    if let finding = header?.finding { reader.findings.append(finding) }
    let resolver = LinkResolver(page: path, context: context)
    reader.findings += resolver.brokenAnchors(structure.links, in: structure)
    if let finding = LinkResolver.elsewhere(structure.links) { reader.findings.append(finding) }
    if checksImages { reader.findings += resolver.missingImages(structure.images) }
    let title =
      reader.firstHeading
      ?? Passage(
        header?.title ?? FilePath(path).stem ?? path,
        at: structure.source.range(structure.source.lineOffsets(1)))
    var page = reader.page(title: title)
    page.promise = TitleReader.promise(ofTitle: title)
    let ignores = IgnoreReader(structure, page: page)
    page.ignores = ignores.comments
    page.findings += ignores.findings
    return (page, structure.source)
  }

  /// Reads what pages are made of and leaves their sentences alone; for measuring.
  ///
  /// - Returns: How many parts there are, and how many texts have no exact place.
  package func structure(_ bytes: [UInt8], path: String) -> (parts: Int, misaligned: Int) {
    let structure = PageStructure(bytes, path: path, context: context)
    return (structure.parts.count, structure.misaligned)
  }

  /// The file that holds what a page includes.
  package func includes(of path: String) -> SourceText? { context.snippets(for: path)?.source }

  /// The texts of a file of includes, by the names by which pages include them.
  package func snippets(in bytes: [UInt8], path: String) -> [String: String] {
    SnippetFile(path: path, bytes: bytes, context: context).texts
  }

  /// The file that an image of a page is; nil for one that is elsewhere or not there.
  package func file(ofImage destination: String, on page: String) -> String? {
    LinkResolver.localPath(destination).flatMap {
      LinkResolver(page: page, context: context).file(ofImage: $0)
    }
  }
}
