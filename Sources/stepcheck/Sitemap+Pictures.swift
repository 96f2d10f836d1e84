import FoundationEssentials
import ProcedureParser
import ProcedureReports

extension Sitemap {
  /// What the pictures of one list may have together, in bytes.
  private static let pictureLimit = 20_000_000

  /// The pictures of a list that are files here, as "data:" addresses, by their path on the page.
  ///
  /// A file that can't be read, is no picture or is too much stays a name.
  func pictures(of list: Checklist) throws -> [String: String] {
    let reader = try reader(for: list.path)
    var left = Self.pictureLimit
    var pictures: [String: String] = [:]
    for path in list.picturePaths.sorted() {
      guard let file = reader.file(ofImage: path, on: list.path), mayRead(file),
        let bytes = try? FileReading.bytes(of: file), bytes.count <= left,
        let type = Self.mediaType(of: bytes)
      else { continue }
      left -= bytes.count
      pictures[path] = "data:\(type);base64,\(Data(bytes).base64EncodedString())"
    }
    return pictures
  }

  /// By how the file begins: its name can say anything.
  private static func mediaType(of bytes: [UInt8]) -> String? {
    let starts: [(String, [UInt8])] = [
      ("image/png", [0x89, 0x50, 0x4E, 0x47]), ("image/jpeg", [0xFF, 0xD8, 0xFF]),
      ("image/gif", Array("GIF8".utf8)),
    ]
    if let known = starts.first(where: { bytes.starts(with: $0.1) }) { return known.0 }
    let isWebP =
      bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
    return isWebP ? "image/webp" : nil
  }
}
