import ReportProperties

/// Called by libFuzzer with any bytes: two pages and what they include, between bytes 0xFF.
///
/// The pages are performed, and all reports and lists of them are made.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let parts = bytes.split(separator: 0xFF, maxSplits: 2, omittingEmptySubsequences: false)
  var files = ["a.md": Array(parts[0])]
  if parts.count > 1 { files["b.md"] = Array(parts[1]) }
  if parts.count > 2 { files["_includes/snippets.md"] = Array(parts[2]) }
  let properties = ReportProperties(files)
  finish { await properties.run { fatalError($0) } }
  return 0
}
