import ProcedureModel
import ProcedureParser
import TestSupport

/// Called by libFuzzer with any bytes: they are the text of a step.
///
/// It is read in the same way each time, whatever follows in a section of its own, and what is
/// read lies where it says.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array("# T\n\n1. ".utf8) + Array(UnsafeBufferPointer(start: start, count: count))
  let reader = PageReader(library: MemoryLibrary(), explains: true)
  let (page, source) = reader.read(bytes, path: "page.md")
  guard reader.read(bytes, path: "page.md").page.readings == page.readings else {
    fatalError("read in two ways")
  }
  let isExact = reader.structure(bytes, path: "page.md").misaligned == 0
  PlaceCheck(page: page, sources: [source], isExact: isExact).run { fatalError($0) }
  return 0
}
