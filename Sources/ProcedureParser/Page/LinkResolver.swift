import Diagnostics
import ProcedureModel
import SystemPackage

/// Finds the page that a link leads to.
struct LinkResolver {
  private let page: FilePath
  private let folder: String
  private let context: ReadingContext
  private var library: any PageLibrary { context.library }

  enum Resolution: Sendable {
    /// Not a page of this library's kind: another site, a mail address, an asset.
    case foreign
    /// The page itself.
    case here
    case page(String)
    /// The only page of that name under the site's folder.
    case baseName(String)
    case nowhere
    /// Into documentation that is not here.
    case elsewhere
  }

  init(page: String, context: ReadingContext) {
    self.page = FilePath(page)
    self.context = context
    folder = self.page.removingLastComponent().string
  }

  /// A link as the page has it, with where it leads; what is wrong with it is a finding.
  func link(
    to destination: String, text: String, at range: SourceRange, _ findings: inout [Finding]
  ) -> Link {
    let lead: Link.Lead
    let (path, anchor) = Self.split(destination)
    switch resolve(path) {
    case .foreign: lead = .foreign
    case .elsewhere: lead = .elsewhere
    case .here: lead = .page(page.string)
    case .page(let path): lead = .page(path)
    case .baseName(let path):
      lead = .page(path)
      findings.append(
        Finding(
          .linkByBaseName, at: range,
          "\"\(destination)\" was not found; \(path) has the same file name and is used instead"))
    case .nowhere:
      lead = .missing
      findings.append(
        Finding(
          .brokenLink, at: range,
          "the linked page \"\(destination)\" was"
            + " not found"))
    }
    return Link(
      destination: destination, text: text, range: range, lead: lead,
      anchor: anchor.map { String($0) })
  }

  /// That a page links into documentation that is not here: once, at the first such link.
  static func elsewhere(_ links: [Link]) -> Finding? {
    let links = links.filter { $0.lead == .elsewhere }
    guard let first = links.first else { return nil }
    return Finding(
      .linkElsewhere, at: first.range,
      links.count == 1
        ? "\"\(first.destination)\" leads to documentation that is not available"
        : "\(links.count) links, starting with this one, lead to documentation that is not"
          + " available")
  }

  /// Links to a part of a page that the page does not have.
  func brokenAnchors(_ links: [Link], in structure: PageStructure) -> [Finding] {
    var own: Set<String>?
    return links.compactMap { link in
      guard let anchor = link.anchor, !anchor.isEmpty, let path = link.resolved else { return nil }
      let known: Set<String>?
      if PathKey(path) == PathKey(structure.source.path) {
        own = own ?? AnchorScan.anchors(structure.source.bytes).union(includedAnchors(structure))
        known = own
      } else {
        known = context.anchors(of: path)
      }
      guard let known, !known.contains(AnchorScan.normalised(anchor)) else { return nil }
      return Finding(
        .brokenAnchor, at: link.range, "\(path) has no anchor \"#\(anchor)\"")
    }
  }

  private func includedAnchors(_ structure: PageStructure) -> [String] {
    structure.parts.compactMap { part in
      guard part.includedAt != nil, case .heading(_, let text) = part.kind else { return nil }
      return AnchorScan.normalised(Heading.anchor(of: text.marked))
    }
  }

  /// Images of the library that are not there.
  func missingImages(_ images: [Image]) -> [Finding] {
    images.compactMap { image in
      guard let path = Self.localPath(image.path), file(ofImage: path) == nil else { return nil }
      return Finding(.missingImage, at: image.range, "the image \"\(image.path)\" was not found")
    }
  }

  /// The path of an image that is a file here; nil for an address elsewhere.
  static func localPath(_ destination: String) -> String? {
    let path = split(destination).path
    guard !path.isEmpty, !path.contains(":"), !path.hasPrefix("//") else { return nil }
    return String(path)
  }

  /// The file that an image is, if it is there.
  func file(ofImage path: String) -> String? {
    guard path.hasPrefix("/") else { return file(folder, path) }
    let inside = String(path.drop { $0 == "/" })
    return roots(of: inside).lazy.compactMap { file($0, inside) }.first
  }

  static func split(_ destination: String) -> (path: Substring, anchor: Substring?) {
    let bytes = destination.utf8
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let path = bytes[..<(hash ?? bytes.endIndex)]
    let end = path.firstIndex(of: UInt8(ascii: "?")) ?? path.endIndex
    return (
      destination[..<end], hash.map { destination[bytes.index(after: $0)...] }
    )
  }

  private func resolve(_ path: Substring) -> Resolution {
    if path.isEmpty { return .here }
    guard path.utf8.suffix(3).elementsEqual(".md".utf8), !path.utf8.starts(with: "//".utf8),
      !path.utf8.contains(UInt8(ascii: ":"))
    else { return .foreign }
    let path = String(path)
    return context.resolution(of: path, from: folder) { find(path) }
  }

  private func find(_ path: String) -> Resolution {
    if path.hasPrefix("/") {
      let inside = String(path.drop { $0 == "/" })
      for root in roots(of: inside) {
        if let found = file(root, inside) { return .page(found) }
      }
    } else if let found = file(folder, path) {
      return .page(found)
    }
    if let found = byBaseName(FilePath(path)) { return .baseName(found) }
    return leadsElsewhere(path) ? .elsewhere : .nowhere
  }

  /// Whether the folder that a path leads into is not among what is here.
  private func leadsElsewhere(_ path: String) -> Bool {
    guard path.hasPrefix("/") else {
      let target = FilePath(folder).appending(path).lexicallyNormalized().string
      return !library.holds(target, besides: folder)
    }
    // Where the config names the root, it is known what should be there.
    guard library.siteRoot == nil else { return false }
    let parts = path.split(separator: "/")
    guard let first = parts.first, parts.count > 1 else { return false }
    return context.nearestFolder(above: folder, with: String(first)) == nil
  }

  private func file(_ folder: String, _ inside: String) -> String? {
    let path = folder.isEmpty ? inside : folder + "/" + inside
    // Paths that are normal already need no work, and nearly all are.
    let isNormal =
      !folder.isEmpty && folder.utf8.last != UInt8(ascii: "/") && Self.isNormal(inside)
    let normal = isNormal ? path : FilePath(path).lexicallyNormalized().string
    return library.isFile(normal) ? normal : nil
  }

  /// Without "//", "." and "..".
  private static func isNormal(_ path: String) -> Bool {
    var previous = UInt8(ascii: "/")
    for byte in path.utf8 {
      if previous == UInt8(ascii: "/"), byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") {
        return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "/")
  }

  /// Where an absolute link may begin, the likeliest first.
  private func roots(of inside: String) -> [String] {
    if let root = library.siteRoot { return [root] }
    let first = String(inside.prefix { $0 != "/" })
    let nearest = first.isEmpty ? nil : context.nearestFolder(above: folder, with: first)
    return (nearest.map { [$0] } ?? []) + [siteFolder]
  }

  private var siteFolder: String { library.siteRoot ?? library.givenFolder ?? folder }

  private func byBaseName(_ path: FilePath) -> String? {
    guard let name = path.lastComponent?.string else { return nil }
    let found = context.pages(named: name, under: siteFolder)
    return found.count == 1 ? found[0] : nil
  }
}
