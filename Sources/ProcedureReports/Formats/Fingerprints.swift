import Diagnostics

/// What tells findings apart from one run to the next, also where lines have moved.
///
/// A finding is known by its rule, its page and the text of its line, and by how many of the same
/// come before it.
struct Fingerprints {
  private var seen: [UInt64: Int] = [:]

  /// The hash of a finding, and its number among those of the same hash, from 1.
  mutating func next(_ finding: Finding, in report: CheckReport) -> (hash: String, number: Int) {
    let line = report.sources[finding.range.file].map { source in
      // Of a line that is very long the beginning is enough.
      let offsets = source.lineOffsets(finding.range.line)
      return String(decoding: source.bytes[offsets].prefix(1000), as: UTF8.self)
    }
    let hash = Self.hash([finding.rule.rawValue, report.path(finding.range.file), line ?? ""])
    seen[hash, default: 0] += 1
    return (Self.text(hash), seen[hash] ?? 1)
  }

  /// FNV-1a with 64 bits; white space around a part does not count.
  static func hash(_ parts: [String]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for part in parts {
      let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      for byte in part.utf8.drop(while: isSpace).reversed().drop(while: isSpace).reversed() {
        add(byte)
      }
      // No text holds it: the parts can't run into each other.
      add(0xFF)
    }
    return hash
  }

  /// Sixteen digits.
  static func text(_ hash: UInt64) -> String {
    let hex = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}
