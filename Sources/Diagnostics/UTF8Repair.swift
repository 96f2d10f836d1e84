/// Bytes that are not UTF-8, and the U+FFFD that stands for them.
struct UTF8Repair: Sendable {
  /// Where they end in the file, and where the U+FFFD ends in the text.
  let original: Int
  let repaired: Int

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// The bytes as UTF-8, and what had to be replaced.
  static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], repairs: [UTF8Repair]) {
    if (try? UTF8Span(validating: bytes.span)) != nil { return (bytes, []) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var repairs: [UTF8Repair] = []
    var offset = 0
    while offset < bytes.count {
      guard let wrong = firstError(in: bytes, from: offset) else {
        result += bytes[offset...]
        break
      }
      result += bytes[offset..<wrong.lowerBound]
      result += replacement
      offset = wrong.upperBound
      repairs.append(UTF8Repair(original: offset, repaired: result.count))
    }
    return (result, repairs)
  }

  /// The first bytes that are not UTF-8: as many as one U+FFFD stands for.
  private static func firstError(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(start..<bytes.count))
      return nil
    } catch {
      let range = error.byteOffsets
      return start + range.lowerBound..<start + range.upperBound
    }
  }
}

extension [UTF8Repair] {
  /// The file's offset for one of the text.
  func original(_ offset: Int) -> Int {
    guard let last = lastRepair(where: { $0.repaired <= offset }) else { return offset }
    return last.original + offset - last.repaired
  }

  /// The text's offset for one of the file.
  func repaired(_ offset: Int) -> Int {
    guard let last = lastRepair(where: { $0.original <= offset }) else { return offset }
    return last.repaired + offset - last.original
  }

  /// The last one for which something holds that holds for all before it.
  private func lastRepair(where holds: (UTF8Repair) -> Bool) -> UTF8Repair? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? self[low - 1] : nil
  }
}
