import Diagnostics
import ProcedureModel
import ProcedureParser
import TestSupport

/// Called by libFuzzer with any bytes: they are a page, whose places lie in it.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let library = MemoryLibrary([
    "page.md": "", "b.md": "# B",
    "_includes/snippets.md":
      "## F {#first}\n\n1. Click **F**.\n\n## C {#c}\n\n{{c}}\n\n{{first}}\n",
  ])
  let reader = PageReader(library: library)
  let (page, source) = reader.read(bytes, path: "page.md")
  let isExact = reader.structure(bytes, path: "page.md").misaligned == 0
  let sources = [source] + (reader.includes(of: "page.md").map { [$0] } ?? [])
  PlaceCheck(page: page, sources: sources, isExact: isExact)
    .run { fatalError($0) }
  return 0
}
