import ProcedureModel
import ProcedureParser

/// What of the steps of a folder is understood: shares by subfolder, reasons, frequent misses.
struct Understanding {
  private var shares: [String: (steps: Int, executable: Int)] = [:]
  private var reasons: [Reason.Kind: Int] = [:]
  private var misses: [String: Int] = [:]

  init(_ paths: [String], _ library: Folder) {
    let reader = PageReader(library: library)
    for path in paths {
      let page = reader.read(library.bytes(of: path) ?? [], path: path).page
      let subfolder = path.dropFirst(library.path.count + 1).prefix { $0 != "/" }
      for step in page.procedures.flatMap(\.allSteps) { count(step, in: String(subfolder)) }
    }
  }

  private mutating func count(_ step: Step, in folder: String) {
    shares[folder, default: (0, 0)].steps += 1
    if let reason = step.reason {
      reasons[reason.kind, default: 0] += 1
      if reason.kind == .noInstruction { miss(reason.words) }
    } else {
      shares[folder, default: (0, 0)].executable += 1
    }
    for words in step.leftovers { miss(words.text) }
  }

  /// Counts a miss by the first words that are no mark.
  private mutating func miss(_ words: String) {
    let first = words.lowercased().split { !$0.isLetter && $0 != "'" }.prefix(2)
    misses[first.joined(separator: " "), default: 0] += 1
  }

  func print() {
    Swift.print("steps of which something can be performed:")
    for (folder, share) in shares.sorted(by: { $0.key < $1.key }) {
      let tenths = share.executable * 1000 / max(share.steps, 1)
      Swift.print(
        "  \(folder): \(share.executable) of \(share.steps), \(tenths / 10).\(tenths % 10) %")
    }
    Swift.print("the others, by reason:")
    for kind in Reason.Kind.allCases {
      if let count = reasons[kind] { Swift.print("  \(kind.rawValue): \(count)") }
    }
    Swift.print("how the words most often begin that were not understood:")
    let frequent = misses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(20)
    for (words, count) in frequent { Swift.print("  \(count) \(words)") }
  }
}
