import CommandProperties
import ReportProperties

/// Called by libFuzzer with any bytes: they are a config, and behind a byte 0xFF the one of a folder
/// below; the commands run over the pages for which these hold.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let parts = bytes.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
  let look =
    "# Look\n\n>[!PREREQUISITES]\n>\n>[Look](/a.md)\n\n1. Click **Admin**, then **Users & Roles**.\n"
  var files = [
    (path: "a.md", content: Array(look.utf8)),
    (path: "sub/b.md", content: Array(look.utf8)),
    (path: "known.json", content: Array("{\"schema\": 1, \"pages\": {}}\n".utf8)),
    (path: ".stepcheck.yml", content: Array(parts[0])),
  ]
  if parts.count > 1 { files.append((path: "sub/.stepcheck.yml", content: Array(parts[1]))) }
  let properties = CommandProperties(FileTree(files))
  finish { await properties.run { fatalError($0) } }
  return 0
}
