import CommandProperties
import ReportProperties

/// Called by libFuzzer with any bytes: they are a folder, over which the commands run.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let properties = CommandProperties(FileTree(bytes))
  finish { await properties.run { fatalError($0) } }
  return 0
}
