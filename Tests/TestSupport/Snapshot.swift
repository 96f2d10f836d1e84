import FoundationEssentials
package import Testing

/// Compares a report with the file of this name in the `Snapshots` folder beside the test.
///
/// A missing or different file is a failure that shows the difference. With `RECORD_SNAPSHOTS=1`
/// in the environment the file is written, and the test fails all the same.
package func expectSnapshot(
  _ text: String, named name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var parts = filePath.split(separator: "/", omittingEmptySubsequences: false)
  parts.removeLast()
  let path = parts.joined(separator: "/") + "/Snapshots/" + name
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  guard let recorded = try? String(contentsOfFile: path, encoding: .utf8) else {
    Issue.record("there is no snapshot \(name)", sourceLocation: sourceLocation)
    return
  }
  guard recorded != text else { return }
  let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
  let new = text.split(separator: "\n", omittingEmptySubsequences: false)
  let difference = new.difference(from: old).map { change in
    switch change {
    case .insert(let line, let element, _): "+\(line + 1) \(element)"
    case .remove(let line, let element, _): "-\(line + 1) \(element)"
    }
  }
  Issue.record(
    "\(name) differs:\n\(difference.joined(separator: "\n"))", sourceLocation: sourceLocation)
}
